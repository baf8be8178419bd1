"""Sentences people read on the screens, in one place so that one person can mend the language."""

from __future__ import annotations

from datetime import date

from lib.plan.text.indonesian import day, moment
from lib.service.library import Snapshot
from lib.voice.words.signs import MADE_UP

APP = "Rencana Aksi"
SUMMARY = "Ringkasan"
TIMELINE = "Linimasa"
AGENCIES = "Perangkat Daerah"
INDICATORS = "Indikator"
ACTIVITY = "Kegiatan"
INDICATOR = "Kartu indikator"
ANNEX = "Lampiran"
ALL_PLANS = "Semua rencana"
UPLOAD = "Unggah"
NEW_PLAN = "Rencana baru"
HISTORY = "Riwayat"
DATA_GROUP = "Data"
ACCOUNT_GROUP = "Akun"
ACCOUNTS = "Kelola akun"
SIGN_IN = "Masuk"
SIGN_OUT = "Keluar"
CHANGE_PASSWORD = "Ganti kata sandi"
SIGN_IN_FIRST = "Silakan masuk dahulu untuk melihat dasbor ini."

SAMPLE = MADE_UP
SAMPLE_SHORT = "CONTOH"
BRIEFING = "Bahan Rapat"
MEETING_GROUP = "Rapat"
QR = "QR"
QR_HELP = "Pindai untuk membuka halaman ini."
MEETING = "Mode rapat"
LEAVE_MEETING = "Selesai rapat"
PREVIOUS = "Sebelumnya"
NEXT = "Berikutnya"
TABLE = "Lihat tabel"
HOW_TO_REPORT = """\
Yang tampak di sini adalah rencana menurut keputusan. Untuk melaporkan:

1. unduh buku kerja di halaman Unggah;
2. isi kolom putih pada lembar Progres;
3. unggah kembali, periksa, lalu terapkan.
"""
OPEN_UPLOAD = "Buka halaman Unggah"
FILTERS = "Saringan"
ACTIVITY_YEAR = (
    "Satu kegiatan pada satu tahun. Kegiatan yang direncanakan dua tahun dihitung dua kali, "
    "sekali untuk tiap tahun."
)
NO_ROWS = "Tidak ada kegiatan yang cocok dengan saringan ini."
NO_INDICATORS = (
    "Keputusan rencana ini tidak memuat indikator, jadi tidak ada yang diukur di halaman ini. "
    "Bila kelak ditetapkan, admin menulisnya pada lembar B. Indikator lalu mengunggahnya."
)
NO_ROWS_ADVICE = "Kosongkan salah satu saringan di atas untuk melihat yang lain."


def page_title(name: str) -> str:
    """Name a browser's tab, and what its bookmarks and history say."""
    return f"{name} · {APP}"


def filtered(narrowing: str) -> str:
    return f"Disaring: {narrowing}"


def more(count: int) -> str:
    return f"dan {count} lainnya"


OPEN_LINK = "Buka"
OPEN_EVIDENCE = "Buka bukti dukung"


def rapor(agency: str | None, count: int) -> str:
    """Head the table of what is not finished or not reported."""
    whose = f"Rapor {agency}" if agency else "Semua perangkat daerah"
    if not count:
        return f"{whose}: semua kegiatan-tahun selesai dan dilaporkan"
    return f"{whose}: {count} kegiatan-tahun belum selesai atau belum lengkap laporannya"


OBSTACLES = "Kendala"
REPORTING = "Pelaporan"
NEVER_REPORTED = "Belum pernah melapor"


def as_of_today(today: date) -> str:
    return f"Keadaan per {day(today)}."


TABLE_A = "A. Program rencana aksi"
TABLE_B = "B. Indikator rencana aksi"
ODDITIES = "Catatan tentang naskah"
DEPARTURES = "Perbedaan dengan naskah"
NO_DEPARTURES = "Tidak ada: rencana masih sama dengan versi pertama, menurut keputusan."


# --- Versions ------------------------------------------------------------------------------

AS_BEFORE = "tetap"


def was(value: str) -> str:
    return f"sebelumnya {value}"


PLAN = "Rencana"
VERSION = "Versi"
COMPARE = "Bandingkan dengan"
NO_COMPARISON = "Tanpa perbandingan"


def version_button(number: int, against: int | None) -> str:
    return f"Versi {number} ↔ {against}" if against else f"Versi {number}"


TO_HISTORY = "Buka Riwayat untuk mengembalikan versi yang baik"


def damaged(number: int, shown: int) -> str:
    which = "terakhir sebelumnya" if shown < number else "pertama sesudahnya"
    return (
        f"Versi {number} rusak di tempat penyimpanan sehingga tidak dapat dibuka. "
        f"Yang tampak di sini versi {shown}, versi utuh {which}."
    )


def not_comparable(number: int) -> str:
    return f"Versi {number} rusak di tempat penyimpanan sehingga tidak dapat dibandingkan."


def newest_version(head: int) -> str:
    return f"Terbaru ({head})"


def newer(number: int) -> str:
    return f":primary[**Ada versi {number}, tampilkan**]"


def since(snapshot: Snapshot, rows: int) -> str:
    return (
        f"Sejak versi {snapshot.number} ({moment(snapshot.time)}): "
        f"{rows or 'tidak ada'} kegiatan-tahun berubah status atau capaiannya."
    )


# --- Daftar rencana ------------------------------------------------------------------------

PLANS = "Daftar rencana"
PLAN_TO_MOVE = "Rencana yang diatur"
PLAN_COLUMNS = ["Rencana", "Keadaan", "Versi terbaru", "Ditambahkan"]
MAKE_DEFAULT = "Jadikan rencana utama"
PUT_AWAY = "Sembunyikan rencana ini"
BRING_BACK = "Tampilkan kembali"


def put_away(name: str) -> str:
    return f"{name} (disembunyikan)"


IS_PUT_AWAY = (
    "Rencana ini disembunyikan dari daftar rencana: dapat dibaca dan diunduh, tidak dapat diubah. "
    "Admin dapat menampilkannya kembali di halaman Kelola akun."
)


def no_such_plan(asked: str, shown: str) -> str:
    return f"Rencana “{asked}” yang disebut tautan ini tidak ada. Yang tampak di sini {shown}."


# --- Akun ----------------------------------------------------------------------------------

ROLES = {"admin": "Admin", "operator": "Operator", "viewer": "Pengamat"}
ACTIVE, DISABLED = "aktif", "nonaktif"
ACCOUNT_COLUMNS = ["Nama pengguna", "Nama", "Peran", "Perangkat daerah", "Surel", "Keadaan"]
EVENT_COLUMNS = ["Waktu", "Pelaku", "Kejadian", "Akun atau rencana", "Keterangan"]
EVENTS = "Catatan masuk, perubahan akun, dan daftar rencana"
ADD_ACCOUNT = "Tambah akun"
CHANGE_ACCOUNT = "Ubah akun"
ACCOUNT_NAME = "Nama pengguna"
ACCOUNT_DISPLAY = "Nama yang ditampilkan"
ROLE = "Peran"
AGENCY = "Perangkat daerah"
CHOOSE_AGENCY = "Pilih perangkat daerah"
AGENCY_HELP = "Hanya untuk operator: barisnya saja yang dapat diubah akun ini."
EMAIL = "Surel"
EMAIL_HELP = "Hanya bila masuk lewat layanan masuk instansi (OIDC)."
SAVE_ROLE = "Simpan peran"
SAVE_EMAIL = "Simpan surel"
RESET_PASSWORD = "Setel ulang kata sandi"
DISABLE, ENABLE = "Nonaktifkan", "Aktifkan"


def fresh_password(name: str) -> str:
    return (
        f"Kata sandi baru untuk akun `{name}`. Catat dulu: setelah ditutup, kata sandi ini tidak "
        "ditampilkan lagi. Pemiliknya diminta menggantinya saat masuk pertama kali."
    )


COPY_LINK = "Salin tautan"
LINK_COPIED = "Tautan tersalin; tempel dengan Ctrl+V."
COPY_THIS_LINK = "Salin tautan ini:"
COPY_PICTURE = "Salin gambar"
PICTURE_COPIED = "Gambar tersalin; tempel dengan Ctrl+V."
PICTURE_SAVED_INSTEAD = (
    "Peramban hanya mengizinkan menyalin lewat https; gambarnya disimpan sebagai berkas."
)
PICTURE_NOT_COPIED = "Gambar tidak dapat disalin. Simpan saja dengan tombol di sebelahnya."
CHART_NOT_DRAWN = "Bagan tidak dapat digambar; angkanya ada pada tabel. Coba muat ulang halaman."
