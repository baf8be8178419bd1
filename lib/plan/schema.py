"""The workbook's sheets and columns, written once.

Source: the workbook contract. Readers, checks, writers, differences and screens take
headers, types and rules from here, so that a column is described in one place only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

SCHEME = "2"
"""Version of the workbook's shape, written into its stamp."""
OLDER_SCHEMES = ("1",)
"""Shapes that stay welcome; what they did not have counts as untouched."""

QUARTERS = (1, 2, 3, 4)
ROMAN = ("I", "II", "III", "IV")
TEXT_LIMIT = 2000
"""Longest KENDALA and TINDAK LANJUT, in characters."""


class Sheet(StrEnum):
    """Sheet names, in workbook order."""

    GUIDE = "Petunjuk"
    DOCUMENT = "Dokumen"
    AGENCIES = "Perangkat Daerah"
    PROGRAM = "A. Program"
    INDICATOR = "B. Indikator"
    ACTIVITY_PROGRESS = "Progres Kegiatan"
    INDICATOR_PROGRESS = "Progres Indikator"
    DIRECTIVES = "Arahan"
    CONTINUATION = "Kelanjutan"


class Kind(StrEnum):
    """How a column's cells are read, checked and written."""

    TEXT = "text"
    YEAR = "year"
    PERCENT = "percent"
    RUPIAH = "rupiah"
    CHOICE = "choice"
    MEASURE = "measure"
    """A number, `Ya`/`Tidak` where SATUAN is `Ya/Tidak`, a step where it is `Tahap`."""
    LINKS = "links"
    """http(s) addresses, one per line."""
    DATE = "date"
    """A day, held as a text such as `2026-11-25`."""
    AGENCY = "agency"
    """Agencies that the plan knows by one of their names."""
    ACTIVITY = "activity"
    """The KODE of a kegiatan."""


class Owner(StrEnum):
    """Who may change the cells of a column that is reported."""

    AGENCY = "agency"
    """The agencies of the row, and admin."""
    VERIFIER = "verifier"
    """A verifier who is not of the row's agencies, and nobody else."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in frames, its header in Excel, and its rules."""

    name: str
    header: str
    kind: Kind = Kind.TEXT
    locked: bool = False
    choices: tuple[str, ...] = ()
    limit: int | None = None
    help: str = ""
    owner: Owner = Owner.AGENCY
    is_younger: bool = False
    """Whether copies from before it stay welcome, in which it counts as untouched."""


# Words that staff choose from; compared nowhere but through these names.
POSTPONED = "Ditunda"
NOT_DONE = "Tidak terlaksana"
UP, DOWN = "Naik", "Turun"
YES, NO = "Ya", "Tidak"
YES_NO = "Ya/Tidak"
STEP, LAST_STEP = "Tahap", 4
"""The SATUAN of an indicator in words, which goes from step 1 to the last."""
OFFICES = ("Kepala Perangkat Daerah", "Sekretaris Daerah", "Kepala Daerah", "Provinsi atau Pusat")
"""Who can decide what hinders a kegiatan, the lowest first."""
CORRECT, TO_MEND = "Sesuai", "Perlu perbaikan"

TARGETS = tuple(f"target_tw{q}" for q in QUARTERS)
ACTUALS = tuple(f"realisasi_tw{q}" for q in QUARTERS)
KEY = ("no", "tahun")
"""What names a row of either progress sheet."""


def _quarters(names: tuple[str, ...], word: str, help: str) -> tuple[Column, ...]:
    return tuple(
        Column(name, f"{word} TW {roman}", Kind.PERCENT, help=help)
        for name, roman in zip(names, ROMAN, strict=True)
    )


_text = partial(Column, limit=TEXT_LIMIT)
_LIMITED = "Paling banyak 2.000 huruf."
_EVIDENCE = Column(
    "bukti_dukung",
    "BUKTI DUKUNG",
    Kind.LINKS,
    help="Tautan http atau https, satu per baris (Alt+Enter untuk baris baru).",
)
RESULT = "hasil_verifikasi"
_by_verifier = partial(Column, owner=Owner.VERIFIER, is_younger=True)
_VERIFICATION = (
    _by_verifier(
        "diverifikasi_sampai",
        "DIVERIFIKASI SAMPAI",
        Kind.CHOICE,
        choices=tuple(f"TW {roman}" for roman in ROMAN),
        help="Diisi verifikator: triwulan terakhir yang sudah diperiksa.",
    ),
    _by_verifier(
        RESULT,
        "HASIL VERIFIKASI",
        Kind.CHOICE,
        choices=(CORRECT, TO_MEND),
        help="Diisi verifikator. Perlu perbaikan harus dijelaskan pada CATATAN VERIFIKASI.",
    ),
    _by_verifier(
        "catatan_verifikasi",
        "CATATAN VERIFIKASI",
        limit=TEXT_LIMIT,
        help="Diisi verifikator: apa yang perlu diperbaiki. Paling banyak 2.000 huruf.",
    ),
)
VERIFICATION = tuple(column.name for column in _VERIFICATION)
"""What a verifier says of a row: up to which quarter, with what result, and why."""

ACTIVITY_COLUMNS = (
    Column("no", "NO", locked=True),
    Column("kegiatan", "KEGIATAN", locked=True),
    Column("pihak_terlibat", "PIHAK TERLIBAT", locked=True),
    Column("tahun", "TAHUN", Kind.YEAR, locked=True),
    *_quarters(
        TARGETS,
        "TARGET",
        "Persen 0-100, kumulatif dalam tahun, tidak boleh turun. "
        "Bila keempatnya kosong, dipakai asumsi 25, 50, 75, 100.",
    ),
    *_quarters(
        ACTUALS,
        "REALISASI",
        "Persen 0-100, kumulatif dalam tahun, tidak boleh turun. "
        "Angka 0 berarti melapor nol; kosong berarti belum melapor.",
    ),
    Column("pagu_anggaran", "PAGU ANGGARAN", Kind.RUPIAH, help="Rupiah, boleh kosong."),
    Column(
        "realisasi_anggaran",
        "REALISASI ANGGARAN",
        Kind.RUPIAH,
        help="Rupiah, kumulatif dalam tahun, boleh kosong.",
    ),
    Column(
        "keterangan",
        "KETERANGAN",
        Kind.CHOICE,
        choices=(POSTPONED, NOT_DONE),
        help="Isi hanya bila kegiatan ditunda atau tidak terlaksana; KENDALA wajib diisi.",
    ),
    _text("kendala", "KENDALA", help=_LIMITED),
    _text("tindak_lanjut", "TINDAK LANJUT", help=_LIMITED),
    _EVIDENCE,
    Column(
        "perlu_keputusan",
        "PERLU KEPUTUSAN",
        Kind.CHOICE,
        choices=OFFICES,
        help="Pejabat terendah yang dapat memutuskan KENDALA ini; kosong bila tidak perlu.",
        is_younger=True,
    ),
    *_VERIFICATION,
)

_FIGURE = (
    f"Angka, Ya/Tidak bila SATUAN-nya {YES_NO}, atau 1 sampai {LAST_STEP} bila SATUAN-nya {STEP}."
)
INDICATOR_COLUMNS = (
    Column("no", "NO", locked=True),
    Column("program", "PROGRAM", locked=True),
    Column("indikator", "INDIKATOR", locked=True),
    Column("tahun", "TAHUN", Kind.YEAR, locked=True),
    _text("definisi_operasional", "DEFINISI OPERASIONAL", help="Cara tim mengukur indikator ini."),
    Column("satuan", "SATUAN", help="Misalnya %, orang, aplikasi, Ya/Tidak, atau Tahap."),
    Column(
        "arah",
        "ARAH",
        Kind.CHOICE,
        choices=(UP, DOWN),
        help="Naik: makin besar makin baik. Turun: makin kecil makin baik. Kosong berarti Naik.",
    ),
    Column("target", "TARGET", Kind.MEASURE, help=f"{_FIGURE} Kosong berarti belum ada target."),
    Column("realisasi", "REALISASI", Kind.MEASURE, help=_FIGURE),
    Column("penanggung_jawab", "PENANGGUNG JAWAB", Kind.AGENCY, help="Nama perangkat daerah."),
    _text("sumber_data", "SUMBER DATA", help="Asal angka realisasi."),
    _text("catatan", "CATATAN", help=_LIMITED),
    _EVIDENCE,
    _text(
        "rubrik",
        "RUBRIK",
        help="Hanya bila SATUAN-nya Tahap: keadaan pada tahap 1 sampai 4, satu baris satu tahap "
        "(Alt+Enter untuk baris baru).",
        is_younger=True,
    ),
)

SHORT_NAME_LIMIT = 40
DETAIL_COLUMNS = (
    Column(
        "tingkat",
        "TINGKAT",
        Kind.CHOICE,
        choices=("1", "2", "3", "Kegiatan"),
        help="1, 2, atau 3 untuk judul; Kegiatan untuk yang dilaksanakan.",
    ),
    Column("kode", "KODE", help="Kunci baris ini; tidak boleh kosong atau sama dengan yang lain."),
    Column(
        "nama_singkat",
        "NAMA SINGKAT",
        limit=SHORT_NAME_LIMIT,
        help="Sebutan pendek untuk layar, paling banyak 40 huruf; boleh kosong.",
    ),
)
"""What stands right of table A's printed columns, outside its print."""

PROGRESS_COLUMNS = {
    Sheet.ACTIVITY_PROGRESS: ACTIVITY_COLUMNS,
    Sheet.INDICATOR_PROGRESS: INDICATOR_COLUMNS,
}
HEADER_ROW = 3
FIRST_ROW = 4
"""Where the progress sheets' header and data stand in a workbook of our own making."""

PROGRAM_HEADERS = ("NO", "KELOMPOK PROGRAM/ PROGRAM/KEGIATAN", "WAKTU", "PIHAK TERLIBAT")
INDICATOR_HEADERS = ("NO", "PROGRAM", "INDIKATOR (UKURAN) KEBERHASILAN")
PROGRAM_FIRST_ROW = 5
INDICATOR_FIRST_ROW = 4
MARK = "X"
"""What stands under a year in which a kegiatan is planned."""

# Items of the sheet Dokumen (column BUTIR).
GOVERNMENT = "Pemerintah Daerah"
TYPE = "Jenis"
NUMBER = "Nomor"
ABOUT = "Tentang"
DECREED = "Ditetapkan"
PERIOD = "Periode"
NATURE = "Sifat data"
NOTES = "Catatan dokumen"
PREVIOUS_PLAN = "Rencana sebelumnya"
"""The ID Rencana of the plan that this one goes on with."""
REPORTING_DAYS = "Batas lapor"
"""Working days after a quarter's end by which its report is due; blank is 0."""
LOCKED = "Dikunci sampai"
"""The last quarter, such as `2024-TW2`, whose figures change by an admin's correction alone."""
STEERING = (PREVIOUS_PLAN, REPORTING_DAYS, LOCKED)
"""Items that an admin writes for the reporting, beside those of the document."""
STAMP_SCHEME = "Skema"
STAMP_PLAN = "ID Rencana"
STAMP_VERSION = "Versi data"
STAMP_TIME = "Diunduh pada"
STAMP = (STAMP_SCHEME, STAMP_PLAN, STAMP_VERSION, STAMP_TIME)


def column(sheet: Sheet, name: str) -> Column:
    """Return the description of a progress sheet's column; KeyError for an unknown one."""
    for candidate in PROGRESS_COLUMNS[sheet]:
        if candidate.name == name:
            return candidate
    raise KeyError(name)


def letter(index: int) -> str:
    """Return Excel's letters of a column counted from 0 (0 is A, 26 is AA)."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(sheet: Sheet, name: str, row: int) -> str:
    """Name a progress cell in Excel terms, such as `Progres Kegiatan!H7`."""
    names = [candidate.name for candidate in PROGRESS_COLUMNS[sheet]]
    return f"{sheet}!{letter(names.index(name))}{row}"
