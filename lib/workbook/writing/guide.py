"""The words of the sheet Petunjuk: how to fill the workbook in."""

from __future__ import annotations

from lib.plan import schema
from lib.plan.figures.status import ASSUMED_TARGETS
from lib.plan.schema import Sheet
from lib.plan.text import indonesian

HEADING = "PETUNJUK PENGISIAN BUKU KERJA"

_ASSUMED = indonesian.listing([indonesian.number(target) for target in ASSUMED_TARGETS])
_CHOICES = indonesian.listing([schema.POSTPONED, schema.NOT_DONE], "atau")

STEPS = (
    (
        "Yang diisi",
        f"Isilah sel putih pada lembar {Sheet.ACTIVITY_PROGRESS} dan {Sheet.INDICATOR_PROGRESS}. "
        "Sel abu-abu adalah salinan rencana dan terkunci.",
    ),
    (
        "Persen",
        "Ketik 75 atau 75%. Angka bersifat kumulatif dalam satu tahun, dari 0 sampai 100, "
        "dan tidak boleh turun dari triwulan sebelumnya.",
    ),
    (
        "Kosong dan nol",
        "Kosong berarti belum melapor; 0 berarti melapor nol. "
        "Mengosongkan sel yang semula terisi berarti menghapus isinya.",
    ),
    (
        "TARGET TW",
        f"Boleh kosong. Bila keempatnya kosong, dipakai asumsi {_ASSUMED} persen, "
        "dan layar menyebutnya sebagai asumsi.",
    ),
    (
        "KETERANGAN",
        f"Pilih {_CHOICES} hanya bila memang demikian, lalu jelaskan sebabnya pada KENDALA. "
        "Selain itu, biarkan kosong.",
    ),
    (
        "BUKTI DUKUNG",
        "Tautan yang diawali http:// atau https://, satu per baris (Alt+Enter untuk baris baru).",
    ),
    (
        "Indikator",
        f"TARGET dan REALISASI berupa angka, atau {schema.YES} dan {schema.NO} bila SATUAN-nya "
        f"{schema.YES_NO}. ARAH {schema.DOWN} dipakai bila makin kecil makin baik.",
    ),
    (
        "RUBRIK",
        "Untuk indikator yang diukur dengan kata, bukan angka: isi SATUAN dengan "
        f"{schema.STEP}, lalu tulis di RUBRIK keadaan pada tahap 1 sampai {schema.LAST_STEP}, satu "
        "baris satu tahap. TARGET dan REALISASI-nya nomor tahap. Selain itu, biarkan kosong.",
    ),
    (
        str(Sheet.DIRECTIVES),
        f"Lembar {Sheet.DIRECTIVES} memuat arahan rapat, bila ada. Perangkat daerah yang ditunjuk "
        "mengisi STATUS, TINDAK LANJUT, dan BUKTI DUKUNG; kolom lain diisi admin.",
    ),
    (
        "Menempel",
        "Gunakan Tempel Nilai (Paste Values) agar format sel tidak berubah. "
        "Sel data tidak digabungkan, dan nama lembar serta kepala kolom tidak diubah.",
    ),
    (
        "Mengunggah",
        "Simpan sebagai .xlsx, buka halaman Unggah, periksa perubahan yang ditampilkan, "
        "lalu tekan Terapkan. Tidak ada yang tersimpan sebelum itu.",
    ),
    (
        "Admin",
        f"Lembar {Sheet.DOCUMENT}, {Sheet.PROGRAM}, dan {Sheet.INDICATOR} hanya diubah admin, "
        "setelah membuka proteksi lembar (tanpa kata sandi). "
        f"Empat baris terakhir {Sheet.DOCUMENT} adalah cap versi dan tidak diubah siapa pun.",
    ),
)
