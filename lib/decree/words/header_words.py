"""What the words over a column usually mean, and header paths over one to three rows."""

from __future__ import annotations

import re
from enum import StrEnum

from lib.decree.foreign_table import Line


class Role(StrEnum):
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


LEVELS = (Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4)

_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.NUMBER, r"no(?:mor)?(?: urut)?|nr|kode(?: (?:rekening|program|kegiatan|urusan|.{0,25}))?|#"),
    (Role.REMARK, r"ket(?:erangan)?|catatan.*|lokasi.*|sumber.*|tempat.*|dasar hukum|status.*|"
                  r"penerima manfaat|kelompok sasaran|sasaran penerima.*"),
    (Role.SUPPORT, r".*\b(?:pendukung|terkait|mitra|pembantu|supporting|anggota)\b.*"),
    (Role.INDICATOR, r".*\b(?:indikator|ukuran keberhasilan|tolok ukur|kriteria)\b.*"),
    (Role.OUTPUT, r"(?:target |rencana )?(?:output|keluaran|luaran|outcome|hasil|produk)\b.*|"
                  r"dampak.*|(?:bukti|data) dukung.*|dokumen pendukung"),
    (Role.CHARGE, r".*\b(?:penanggung ?jawab(?:nya)?|penanggungjawab|pihak(?: yang)? terlibat|"
                  r"pengampu|pelaksana|koordinator|leading ?sector|penangung jawab)\b.*|"
                  r"(?:perangkat daerah|opd|skpd|pd|instansi|unit kerja|unit organisasi|institusi|"
                  r"lembaga|stakeholder|pemangku kepentingan|pihak|aktor)s?\b.{0,40}|pj|pic"),
    (Role.TIME, r"(?:target |rencana |jangka |kurun |batas |tata |alokasi )?(?:waktu|tahun|jadwal)\b.*|"
                r"periode.*|time ?line|time schedule|schedule|triwulan.*|tri wulan.*|bulan.*|"
                r"semester.*|tenggat.*|deadline|pelaksanaan|target penyelesaian|tanggal.*|"
                r"th|thn|ta"),
    (Role.UNIT, r"satuan.*|unit|sat"),
    (Role.BUDGET, r"(?:pagu|anggaran|biaya|pendanaan|dana|rp|rupiah|alokasi|kebutuhan (?:dana|biaya)|"
                  r"estimasi biaya|perkiraan biaya|rencana anggaran|jumlah dana|indikatif)\b.*"),
    (Role.TARGET, r"(?:target|baseline|kondisi awal|capaian|realisasi|volume|vol|kuantitas|kinerja)\b.*"),
    (Role.TEXT, r"(?:uraian|kelompok program|kel|program|kegiatan|sub ?kegiatan|rencana|aksi|strategi|"
                r"sasaran|tujuan|arah kebijakan|kebijakan|langkah|upaya|aktivitas|pekerjaan|fokus|isu|"
                r"permasalahan|masalah|rekomendasi|tahapan?|misi|pilar|komponen|area|bidang|agenda|"
                r"prioritas|butir|nama|tugas|tindak lanjut|inisiatif|bentuk|jenis)\b.*"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(words)) for role, words in _WORDS)
_LONGEST = 75
_ACTIVITY = re.compile(
    r"\b(?:kegiatan|rencana aksi|aksi|rencana (?:kerja|tindak)|uraian|langkah|aktivitas|upaya|"
    r"tahapan?|pekerjaan|tugas|tindak lanjut|inisiatif)\b"
)
_PROBLEM = re.compile(r"\b(?:isu|permasalahan|masalah|rekomendasi|kondisi)\b")


def fold(text: str) -> str:
    """Reduce a header to its words, without years, brackets and stars."""
    text = re.sub(r"\([^)]*\)|\b(?:19|20)\d\d\b|[*:.]", " ", text.casefold())
    return " ".join(text.replace("-", " ").split())


def role_of(text: str) -> Role | None:
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


def roles_in(line: Line) -> set[Role]:
    """Return the roles that a row's texts would have as headers."""
    return {role for cell in line.distinct if (role := role_of(cell.flat)) is not None}


def path(header: tuple[Line, ...], column: int) -> tuple[str, ...]:
    """Return the texts above a column from top to bottom, each merged cell once."""
    found = dict.fromkeys(line.cells[column] for line in header)
    texts = [cell.flat for cell in found if cell is not None and cell.flat]
    return tuple(dict.fromkeys(texts))
