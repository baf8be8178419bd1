"""Sentences people read on the screens, in one place so that one person can mend the language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from lib.plan.indonesian import listing, moment
from lib.plan.position import Position
from lib.service.library import Snapshot
from lib.service.proposal import Proposal, Question
from lib.store.records import Version
from lib.workbook.findings import Severity

APP = "Rencana Aksi"
SUMMARY = "Ringkasan"
TIMELINE = "Linimasa"
AGENCIES = "Perangkat Daerah"
INDICATORS = "Indikator"
ANNEX = "Lampiran"
UPLOAD = "Unggah"
HISTORY = "Riwayat"
MONITOR_GROUP = "Pantau"
DATA_GROUP = "Data"
ACCOUNT_GROUP = "Akun"
ACCOUNTS = "Kelola akun"
SIGN_IN = "Masuk"
SIGN_OUT = "Keluar"
CHANGE_PASSWORD = "Ganti kata sandi"
SIGN_IN_TO_UPLOAD = "Silakan masuk dahulu (menu Akun) untuk mengunggah."
MAY_NOT_UPLOAD = "Akun ini hanya untuk melihat, jadi tidak dapat mengunggah."
SIGN_IN_FIRST = "Silakan masuk dahulu untuk melihat dasbor ini."

SAMPLE = "CONTOH, ANGKA REKAAN"
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
NOTHING_REPORTED = "Belum ada realisasi yang dilaporkan."
HOW_TO_REPORT = (
    "Yang tampak di sini adalah rencana menurut keputusan. "
    "Untuk melaporkan, unduh buku kerja di halaman Unggah, isi, lalu unggah kembali."
)
NO_ROWS = "Tidak ada kegiatan yang cocok dengan saringan ini."
NO_ROWS_ADVICE = "Kosongkan salah satu saringan di atas untuk melihat yang lain."
NOTHING_URGENT = "Tidak ada yang perlu perhatian khusus pada posisi ini."
ATTENTION = "Perlu perhatian pimpinan"


def filtered(narrowing: str) -> str:
    return f"Disaring: {narrowing}"


def more(count: int) -> str:
    return f"dan {count} lainnya"


OPEN_LINK = "Buka"


def rapor(agency: str | None, count: int) -> str:
    """Head the table of what is not finished or not reported."""
    whose = f"Rapor {agency}" if agency else "Semua perangkat daerah"
    if not count:
        return f"{whose}: semua kegiatan-tahun selesai dan dilaporkan"
    return f"{whose}: {count} kegiatan-tahun belum selesai atau belum lengkap laporannya"


TABLE_A = "A. Program rencana aksi"
TABLE_B = "B. Indikator rencana aksi"
ODDITIES = "Catatan tentang naskah"
DEPARTURES = "Perbedaan dengan naskah"
NO_DEPARTURES = "Tidak ada: rencana masih sama dengan versi pertama, menurut keputusan."


# --- Unggah and Riwayat --------------------------------------------------------------------

DOWNLOAD = "Unduh buku kerja"
UPLOADER = "Buku kerja (.xlsx)"
NOTE = "Catatan"
APPLY = "Terapkan"
MARKED_COPY = "Unduh berkas bertanda"
ROLL_BACK = "Kembalikan ke versi ini"
UNDO = "Urungkan"
FINDINGS = "Hasil pemeriksaan"
EFFECT = "Dampak pada layar"
CHANGES = "Perubahan"
CLEARED = "Dikosongkan"
AS_TABLE = "Lihat sebagai tabel"
AS_BEFORE = "tetap"
NO_ROW_TOUCHED = "Status dan capaian setiap kegiatan tetap seperti sebelumnya."
NO_CHANGES = "Tidak ada perubahan: isi berkas sama dengan data yang berlaku."
THE_PLAN_ITSELF = "Dokumen rencana"
HEAD_MOVED = (
    "Data baru saja diubah orang lain, jadi belum ada yang disimpan. "
    "Pratinjau di bawah sudah dibuat ulang terhadap data terbaru; silakan periksa sekali lagi."
)


def was(value: str) -> str:
    return f"sebelumnya {value}"


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUMMARY_PAGE = "../../pages/summary.py"
SEE_SUMMARY = "Lihat Ringkasan"
SEE_VERSION = "Lihat versi ini"
COMPARE_VERSION = "Bandingkan dengan sekarang"
RECEIVED = "Unduh unggahan asli"
PREVIEW_ROLL_BACK = "Lihat dampak pengembalian"
FIRST_VERSION = "Versi pertama: rencana menurut keputusan."
CHECKING = "Memeriksa berkas…"
DOWNLOAD_HELP = (
    "Salinan terbaru, siap diisi di Excel, LibreOffice, Google Sheets, atau WPS. "
    "Isi kolom putih saja; kolom abu-abu adalah rencana."
)
UPLOAD_STEP = "Unggah kembali"
UPLOAD_HELP = (
    "Berkas diperiksa dulu dan hasilnya ditampilkan. "
    "Belum ada yang berubah sebelum Anda menekan Terapkan."
)
PREVIEW = "Yang akan berubah"
CONFLICTS = "Diisi berbeda oleh orang lain"
CONFLICTS_HELP = (
    "Sejak salinan Anda diunduh, sel berikut juga diubah orang lain. "
    "Pilih nilai yang berlaku, satu per satu."
)
SETTLE = "Pakai pilihan ini"
NOTE_HELP = "Misalnya: laporan triwulan III"


def upload_intro(snapshot: Snapshot) -> str:
    return f"{snapshot.plan.period}, {snapshot.label}"


def file_name(snapshot: Snapshot) -> str:
    """Name a downloaded workbook so that two copies can be told apart."""
    prefix = "CONTOH_" if snapshot.plan.is_sample else ""
    years = snapshot.plan.period.replace("–", "-")
    return f"{prefix}rencana_aksi_{years}_versi_{snapshot.number}.xlsx"


def marked_name(name: str) -> str:
    stem = re.sub(r"[^\w.-]+", "_", PurePath(name).stem) or "berkas"
    return f"{stem}_bertanda.xlsx"


def refused(proposal: Proposal) -> str:
    count = len(proposal.of(Severity.ERROR))
    return (
        f"Berkas belum dapat diterapkan: {count} hal harus diperbaiki. "
        "Perbaiki di Excel menurut daftar di bawah, simpan, lalu unggah lagi."
    )


def readable(proposal: Proposal) -> str:
    parts = [f"{len(proposal.changes)} perubahan"]
    if proposal.conflicts:
        parts.append(f"{len(proposal.conflicts)} sel diisi berbeda oleh orang lain")
    if proposal.of(Severity.WARNING):
        parts.append(f"{len(proposal.of(Severity.WARNING))} hal perlu persetujuan")
    return f"Berkas terbaca: {listing(parts)}. Belum ada yang disimpan."


def denied(count: int, owners: Sequence[str]) -> str:
    whose = listing(owners) if owners else THE_PLAN_ITSELF
    return (
        f"{count} perubahan tidak ikut diterapkan karena bukan bagian Anda ({whose}). "
        "Yang lain tetap dapat diterapkan."
    )


def new_plan(proposal: Proposal) -> str:
    plan = proposal.proposed
    subject = f"“{plan.title}” ({plan.period})" if plan else ""
    return (
        f"Berkas ini berisi rencana lain, {subject}, yang belum ada di sini. "
        "Menerapkannya menambah rencana itu; rencana yang sudah ada tidak berubah."
    )


def at_position(position: Position) -> str:
    return f"Seperti akan tampak pada posisi {position.label}."


def question(question: Question, proposal: Proposal) -> str:
    """Say what the person agrees to."""
    if question is Question.WARNINGS:
        return "Saya sudah membaca hal yang perlu persetujuan di atas dan menyetujuinya."
    if question is Question.UNKNOWN_BASE:
        return (
            "Berkas ini tidak menyebut dari versi mana ia dibuat. Semua perbedaan dengan data "
            "sekarang dianggap perubahan dari saya, termasuk yang mungkin hanya data lama."
        )
    if question is Question.EMPTIES_MUCH:
        return (
            f"PERHATIAN: {len(proposal.cleared)} sel yang sudah terisi akan DIKOSONGKAN, "
            "lebih dari seperlima isi buku kerja. Saya yakin memang harus kosong."
        )
    if question is Question.PLAN_CHANGED:
        return (
            f"Rencananya sendiri ikut berubah pada {len(proposal.plan_changes)} sel "
            "(lembar Dokumen, A, atau B), bukan hanya laporannya. Itu memang dimaksudkan."
        )
    return "Ya, tambahkan rencana ini."


def applied(number: int | None) -> str:
    return f"Tersimpan sebagai versi {number}. Semua layar sudah memakai data ini."


def undone(number: int) -> str:
    return f"Mengurungkan versi {number}"


def their_value(shown: str, version: Version | None) -> str:
    by = f" ({version.author}, {moment(version.time)})" if version else ""
    return f"Nilai sekarang: {shown}{by}"


def my_value(shown: str) -> str:
    return f"Nilai di berkas saya: {shown}"


def history_intro(count: int) -> str:
    return (
        f"{count} versi tersimpan; tidak satu pun pernah dihapus. Pilih satu untuk melihat isinya."
    )


def version_title(number: int, when: str) -> str:
    return f"Versi {number}, {when}"


def version_file(number: int) -> str:
    return f"rencana_aksi_versi_{number}.xlsx"


VERSION = "Versi"
COMPARE = "Bandingkan dengan"
NO_COMPARISON = "Tanpa perbandingan"


def version_button(number: int, against: int | None) -> str:
    return f"Versi {number} ↔ {against}" if against else f"Versi {number}"


def newest_version(head: int) -> str:
    return f"Terbaru ({head})"


def newer(number: int) -> str:
    return f"Ada versi {number}, tampilkan"


def since(snapshot: Snapshot, rows: int) -> str:
    return (
        f"Sejak versi {snapshot.number} ({moment(snapshot.time)}): "
        f"{rows or 'tidak ada'} kegiatan-tahun berubah status atau capaiannya."
    )


# --- Akun ----------------------------------------------------------------------------------

ROLES = {"admin": "Admin", "operator": "Operator", "viewer": "Pengamat"}
ACTIVE, DISABLED = "aktif", "nonaktif"
ACCOUNT_COLUMNS = ["Nama pengguna", "Nama", "Peran", "Perangkat daerah", "Surel", "Keadaan"]
EVENT_COLUMNS = ["Waktu", "Pelaku", "Kejadian", "Akun", "Keterangan"]
EVENTS = "Catatan masuk dan perubahan akun"
ADD_ACCOUNT = "Tambah akun"
CHANGE_ACCOUNT = "Ubah akun"
ACCOUNT_NAME = "Nama pengguna"
ACCOUNT_DISPLAY = "Nama yang ditampilkan"
ROLE = "Peran"
AGENCY = "Perangkat daerah"
AGENCY_HELP = "Hanya untuk operator: barisnya saja yang dapat diubah akun ini."
EMAIL = "Surel"
EMAIL_HELP = "Hanya bila masuk lewat layanan masuk instansi (OIDC)."
SAVE_ROLE = "Simpan peran"
RESET_PASSWORD = "Setel ulang kata sandi"
DISABLE, ENABLE = "Nonaktifkan", "Aktifkan"


def fresh_password(name: str) -> str:
    return (
        f"Kata sandi baru untuk akun `{name}` hanya ditampilkan sekali ini. "
        "Pemiliknya diminta menggantinya saat masuk pertama kali."
    )
