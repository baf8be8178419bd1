"""What the words over a column usually mean, and header paths over one to three rows."""

from __future__ import annotations

import re
from enum import StrEnum

from lib.decree.foreign_table import ForeignCell, Line


class ColumnRole(StrEnum):
    """What a column is for, as people call it."""

    NUMBER = "nomor"
    TEXT = "uraian"
    LEVEL_1 = "tingkat 1"
    LEVEL_2 = "tingkat 2"
    LEVEL_3 = "tingkat 3"
    LEVEL_4 = "tingkat 4"
    TIME = "waktu"
    CHARGE = "pihak utama"
    SUPPORT = "pihak pendukung"
    OUTPUT = "keluaran"
    INDICATOR = "indikator"
    UNIT = "satuan"
    TARGET = "target"
    BUDGET = "pagu"
    REMARK = "keterangan"
    UNUSED = "tidak dipakai"


LEVELS = (ColumnRole.LEVEL_1, ColumnRole.LEVEL_2, ColumnRole.LEVEL_3, ColumnRole.LEVEL_4)

_WORDS: tuple[tuple[ColumnRole, str], ...] = (
    (
        ColumnRole.NUMBER,
        r"no(?:mor)?(?: urut)?|nr|#|kode(?: (?:rekening|program|kegiatan|urusan|.{0,25}))?",
    ),
    (
        ColumnRole.REMARK,
        r"ket(?:erangan)?|catatan.*|lokasi.*|sumber.*|tempat.*|dasar hukum|status.*|"
        r"penerima manfaat|kelompok sasaran|sasaran penerima.*",
    ),
    (
        ColumnRole.SUPPORT,
        r".*\b(?:pendukung|terkait|mitra|pembantu|supporting|anggota)\b.*",
    ),
    (
        ColumnRole.INDICATOR,
        r".*\b(?:indikator|ukuran keberhasilan|tolok ukur|kriteria)\b.*",
    ),
    (
        ColumnRole.OUTPUT,
        r"(?:target |rencana )?(?:output|keluaran|luaran|outcome|hasil|produk)\b.*|dampak.*|"
        r"(?:bukti|data) dukung.*|dokumen pendukung",
    ),
    (
        ColumnRole.CHARGE,
        r".*\b(?:penan?g+ung ?jawab(?:nya)?|pihak(?: yang)? terlibat|pengampu|pelaksana|"
        r"koordinator|leading ?sector)\b.*|(?:perangkat daerah|opd|skpd|pd|instansi|unit kerja|"
        r"unit organisasi|institusi|lembaga|stakeholder|pemangku kepentingan|pihak|aktor)s?\b"
        r".{0,40}|pj|pic",
    ),
    (
        ColumnRole.TIME,
        r"(?:target |rencana |jangka |kurun |batas |tata |alokasi )?(?:waktu|tahun|jadwal)\b.*|"
        r"periode.*|time ?line|time schedule|schedule|triwulan.*|tri wulan.*|bulan.*|semester.*|"
        r"tenggat.*|deadline|pelaksanaan|target penyelesaian|tanggal.*|th|thn|ta",
    ),
    (
        ColumnRole.UNIT,
        r"satuan.*|unit|sat",
    ),
    (
        ColumnRole.BUDGET,
        r"keu|keuangan|(?:dana|rp|rupiah|alokasi|kebutuhan dana|jumlah dana|indikatif)\b.*|"
        r"(?:\w+ ){0,2}(?:pagu|anggaran|biaya|pendanaan)\b.*",
    ),
    (
        ColumnRole.TARGET,
        r"k|fisik|(?:target|baseline|kondisi awal|capaian|realisasi|volume|vol|kuantitas|"
        r"kinerja)\b.*",
    ),
    (
        ColumnRole.TEXT,
        r"(?:sub ?)?(?:uraian|kelompok program|kel|program|kegiatan|rencana|aksi|strategi|"
        r"sasaran|tujuan|arah kebijakan|kebijakan|langkah|upaya|aktivitas|pekerjaan|fokus|isu|"
        r"permasalahan|masalah|rekomendasi|tahapan?|misi|pilar|komponen|area|bidang|agenda|"
        r"prioritas|butir|klaster|kluster|aspek|urusan|tema|unsur|nama|tugas|tindak lanjut|"
        r"inisiatif|bentuk|jenis)\b.*",
    ),
)
"""In the order in which they are tried."""
_PATTERNS = tuple((role, re.compile(words)) for role, words in _WORDS)
_LONGEST = 130
_ACTIVITY = re.compile(
    r"\b(?:kegiatan|rencana aksi|aksi|rencana (?:kerja|tindak)|uraian|langkah|aktivitas|upaya|"
    r"tahapan?|pekerjaan|tugas|tindak lanjut|inisiatif)\b"
)
_PROBLEM = re.compile(
    r"\b(?:isu|permasalahan|masalah|rekomendasi|kondisi|prioritas|unsur|temuan|kendala)\b"
)


def fold(text: str) -> str:
    """Reduce a header to its words, without years, brackets and stars."""
    text = re.sub(r"(?<=[a-z])-\s+(?=[a-z])", "", text.casefold())
    text = re.sub(r"\([^)]*\)|\b(?:19|20)\d\d\b|[*:.]", " ", text)
    return " ".join(text.replace("-", " ").split())


def role_of(text: str) -> ColumnRole | None:
    """Say what a header's words usually mean; None where they say nothing."""
    words = fold(text)
    if not words or len(words) > _LONGEST:
        return None
    for role, pattern in _PATTERNS:
        if pattern.fullmatch(words):
            return role
    parts = [part.strip() for part in words.split("/")]
    return role_of(parts[0]) if len(parts) > 1 and parts[0] != words else None


def is_activity(text: str) -> bool:
    """Tell whether a header names what is carried out, rather than what it stands under."""
    return _ACTIVITY.search(fold(text)) is not None


def is_problem(text: str) -> bool:
    """Tell whether a header names what is to be solved."""
    return _PROBLEM.search(fold(text)) is not None


def roles_in(line: Line) -> set[ColumnRole]:
    """Return the roles that a row's texts would have as headers."""
    return {role for cell in line.distinct if (role := role_of(cell.flat)) is not None}


def path(header: tuple[Line, ...], column: int) -> tuple[str, ...]:
    """Return the texts above a column from top to bottom, each merged cell once."""
    found = dict.fromkeys(_above(header, row, column) for row in range(len(header)))
    texts = [cell.flat for cell in found if cell is not None and cell.flat]
    return tuple(dict.fromkeys(texts))


def _above(header: tuple[Line, ...], row: int, column: int) -> ForeignCell | None:
    """Return the cell of a header row over a column; a blank one goes on with its left one.

    Only where something stands below both: `WAKTU` over 2025 and 2026 that was not merged.
    """
    cell = header[row].cells[column]
    if (cell is not None and cell.flat) or not _is_divided(header, row, column):
        return cell
    for at in range(column - 1, -1, -1):
        left = header[row].cells[at]
        if left is not None and left.flat:
            return left if _is_divided(header, row, at) else cell
    return cell


def _is_divided(header: tuple[Line, ...], row: int, column: int) -> bool:
    here = header[row].cells[column]
    below = (line.cells[column] for line in header[row + 1 :])
    return any(cell is not None and cell is not here and cell.flat for cell in below)
