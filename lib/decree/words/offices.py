"""What an office's name looks like, and how a cell that lists several is parted.

Sure separators are line breaks with a list, `;` and numbers. Commas, `dan`, `&` and `/` part
names only where what follows is itself an office: "Dinas Pendidikan, Kepemudaan dan Olah Raga"
is one, "Dinkominfo dan Inspektorat" are two. A register of known names goes before all this.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from lib.decree.foreign_table import SOFT
from lib.decree.words import numbering

_STRONG = re.compile(
    r"(?:dinas|badan|bagian|bag\.|kec\.|din\.|sub ?bag\.|"
    r"inspektor\w+|sekretariat|sekretaris|setda|setwan|sekda|kecamatan|camat|"
    r"rsud|rumah sakit|puskesmas|satpol|satuan polisi|kesbangpol|kantor|asisten|kementerian|"
    r"polres|polsek|polri|kodim|koramil|kejaksaan|pengadilan|perumda|pdam|universitas|uptd?|"
    r"kepala|dprd|bps|bpjs|kpu|bawaslu|opd|skpd|perangkat daerah|seluruh|semua|masing-masing|"
    r"pemerintah|bupati|wakil bupati|gubernur|lurah|direktorat|balai|ppid|lpse|"
    r"ombudsman)(?<=\.|\w)(?!\w)",
    re.IGNORECASE,
)
"""How the name of an office begins, wherever it stands."""
_GENERIC = re.compile(
    r"(?:kelurahan|desa|tim|forum|unit|bidang|sub ?bagian|seksi|perusahaan|bumd|bumdes|bank|"
    r"politeknik|lembaga|komisi|dewan|wali ?kota|pejabat|admin|operator|pengelola|pmi|kadin|pkk|"
    r"tp|dharma|organisasi|asosiasi|instansi|mitra|media|masyarakat|akademisi|swasta|dunia|"
    r"sekolah|provinsi|kabupaten|kota|staf|laboratorium|perpustakaan|gugus|satgas|kelompok|"
    r"karang|tokoh|lsm|ormas|fkub|baznas|relawan|penyuluh|pimpinan|cabang|stakeholder|pihak)\b",
    re.IGNORECASE,
)
"""Words that begin a name, and as well stand inside another: "... Masyarakat dan Desa"."""
_SHORT = re.compile(
    r"din(?!as\b|ami|ding|i\b)\w{2,}|dis(?!abil|trib|ipl|krim|emin|pos|kus)\w{3,}|bape?p?\w{3,}|"
    r"bak(?!ti|u)\w{4,}|setda\w*|kominfo\w*|kesbang\w*|dp[bcdfghkmpu]\w*|satpol\w*|kemen\w{3,}|"
    r"b[kp][a-z]{0,2}[dp]\w*|baperlitbang|dlh|dkk|dpu\w*",
    re.IGNORECASE,
)
"""How abbreviated names look: Dinkominfo, Bappeda, BPKAD, Dispermades."""
_TOPICS = frozenset(
    ("ukm", "umkm", "kukm", "ikm", "kb", "sdm", "sda", "tik", "iptek", "pppa", "ppa", "p3a", "esdm",
     "ham", "pkp", "ptsp", "kia", "ketertiban")
)  # fmt: skip
"""Abbreviations that stand inside names: "Dinas Koperasi dan UKM"."""
_LONG_KIND = re.compile(
    r"(?:(?:kepala|sekretaris|plt\.?|plh\.?|pj\.?)\s+)?(?:dinas|badan|bagian|bag\.|bidang|"
    r"sekretariat|kementerian|sub ?bagian|kantor|satuan|rumah sakit|komisi|balai|direktorat|"
    r"lembaga|pusat|unit|uptd?|tim|forum|asisten|staf ahli|deputi|"
    r"ka(?:bid|bag|sub ?bag|sub ?bid|subdit|sie?|kan|upt)|kepala seksi)\.?\s+\w",
    re.IGNORECASE,
)
"""Kinds of office, and heads of one, whose full names may hold commas and `dan`."""
_SYLLABLES = re.compile(r"[^AEIOU]?[AEIOU](?:NG|[^AEIOU])?[^AEIOU]?[AEIOU]")
_EVERYONE = re.compile(
    r"(?:seluruh|semua|setiap|segenap|masing[- ]masing|para)\s+"
    r"(?:kepala\s+)?(?:opd|skpd|pd|perangkat daerah|organisasi perangkat daerah|instansi|"
    r"satuan kerja|unit kerja|unit pelayanan|unit pelayanan publik|dinas|badan)"
    r"(?:\s*\(opd\))?(?:\s+(?:terkait|teknis|kabupaten|di|se-?|lingkup|dan\s+\w+|pemerintah).*)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<support>pendukung|terkait|anggota|mitra|pihak terkait|instansi terkait|opd terkait|"
    r"instansi pendukung|opd pendukung|unit pendukung)\s*:|"
    r"(?P<charge>penanggung ?jawab|pj|koordinator|ketua|utama|leading sector|pelaksana|pic|"
    r"opd utama|pihak utama|instansi utama)\s*:",
    re.IGNORECASE,
)
_SURE = re.compile(r"\s*;\s*|\n")
_WEAK = re.compile(r"\s*,\s*(?:dan|serta|&)\s+|\s*,\s*|\s+(?:dan|serta|&|bersama)\s+|\s*/\s*", re.I)
_INNER = re.compile(r"\s(?=(?:\d{1,2}|[a-z])[.)]\s+\S)")
_NOTHING = {"", "-", "–", "—", "..."}


@dataclass(frozen=True, slots=True)
class Parted:
    """An agency cell's text, parted into offices."""

    charge: tuple[str, ...]
    support: tuple[str, ...] = ()
    sure: bool = True
    choices: tuple[tuple[str, ...], ...] = ()
    """Other ways to part it, where that is unsure."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names known beforehand: of the register, or standing alone in some cell of the table."""

    known: Mapping[str, str]
    """Folded name or alias -> the name."""

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        return cls({fold(name): name for name in names if name.strip()})

    def has(self, text: str) -> bool:
        return fold(text) in self.known


def fold(text: str) -> str:
    """Reduce a name to what it is compared by: letters and digits alone."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def is_everyone(text: str) -> bool:
    """Tell whether a text means all agencies, such as "Seluruh OPD"."""
    return _EVERYONE.fullmatch(" ".join(text.split()).strip(" .")) is not None


def is_office(text: str) -> bool:
    """Tell whether a text looks like an office's name, or begins with one."""
    text = text.strip(" .:()")
    return bool(_STRONG.match(text) or _GENERIC.match(text)) or is_short(text)


def is_short(text: str) -> bool:
    """Tell whether a text begins with an abbreviated name, such as Dinkominfo or BPBD."""
    first = text.strip(" .:()").split(" ")[0].rstrip(",;")
    if fold(first) in _TOPICS:
        return False
    return bool(_SHORT.fullmatch(first)) or _is_initials(first)


def _is_initials(word: str) -> bool:
    """Tell whether a word is made of initials: capitals that nobody could read as a word."""
    return word.isalpha() and word.isupper() and 2 < len(word) < 7 and not _SYLLABLES.match(word)


def part(text: str, names: Names) -> Parted:
    """Part one agency cell into the offices it lists."""
    charge: list[str] = []
    support: list[str] = []
    unsure: list[str] = []
    into = charge
    for item in _items(text, names):
        label = _LABEL.match(item)
        if label:
            into = support if label["support"] else charge
            item = item[label.end() :].strip()
        found = _weakly(item, names)
        if not found.sure:
            unsure.append(item)
        into += [name for name in found.charge if name not in into]
    if not unsure:
        return Parted(tuple(charge), tuple(support))
    whole = tuple(_items(text, names))
    apart = tuple(one for item in _items(text, names) for one in _apart(item))
    others = tuple(dict.fromkeys((tuple(charge), whole, apart)))
    return Parted(tuple(charge), tuple(support), False, others)


def _items(text: str, names: Names) -> list[str]:
    """Part a text at what surely parts: line breaks before a list's item or office, `;`."""
    lines = text.replace(SOFT, "\n").split("\n")
    parts: list[str] = []
    for line in lines:
        line = line.strip()
        if parts and line and (not _begins_item(line, names) or _is_part(line, parts[-1])):
            parts[-1] = f"{parts[-1]} {line}"
        else:
            parts.append(line)
    pieces = [piece for line in parts for piece in _SURE.split(line)]
    numbered = [one for piece in pieces for one in _numbered(piece)]
    found = (_bare(piece) for piece in numbered)
    return [piece for piece in found if piece not in _NOTHING]


def _is_part(line: str, before: str) -> bool:
    """Tell whether a line only says where the office of the line before it belongs."""
    return bool(re.match(r"(?:setda|sekretariat daerah|kab\b|kabupaten)", line, re.I)) and bool(
        re.search(r"\b(?:bagian|bag\.|asisten|dinas|badan)\s", before, re.IGNORECASE)
    )


def _begins_item(line: str, names: Names) -> bool:
    if line.startswith("("):
        return False
    if numbering.is_bullet(line) or numbering.split(line)[0] or _LABEL.match(line):
        return True
    return is_office(line) or names.has(line.strip(" ,.;"))


def _numbered(piece: str) -> list[str]:
    """Part `1. Dinkes 2. Bappeda` on one line."""
    if numbering.split(piece)[0] is None:
        return [piece]
    return _INNER.split(piece)


def _bare(piece: str) -> str:
    piece = numbering.unbulleted(piece)
    number, rest = numbering.split(piece)
    piece = rest if number and rest and ":" not in number.family else piece
    return piece.strip(" ,.").removesuffix(" dan").removesuffix(" serta").strip(" ,")


def _weakly(item: str, names: Names) -> Parted:
    """Part at commas, `dan` and `/` where what follows is an office of its own."""
    if names.has(item) or is_everyone(item):
        return Parted((item,))
    pieces = _pieces(item)
    if len(pieces) == 1:
        return Parted((item,))
    made = [pieces[0][1]]
    doubts = False
    for separator, piece in pieces[1:]:
        whole = f"{made[-1]}{separator}{piece}"
        closed = separator.lstrip().startswith(",") and _is_closed(made[-1])
        if names.has(whole):
            made[-1] = whole
        elif _is_own(piece, made[-1], names) or closed:
            doubts = doubts or _may_be_a_field(piece, made[-1], names)
            made.append(piece)
        else:
            made[-1] = whole
    sure = not doubts and all(
        names.has(name) or len(_pieces(name)) == 1 or _may_hold(name, names) for name in made
    )
    return Parted(tuple(name.strip(" ,.") for name in made), sure=sure)


def _is_closed(name: str) -> bool:
    """Tell whether a full name has listed its fields to the end: it holds a `dan`."""
    return bool(_LONG_KIND.match(name) and re.search(r"\s(?:dan|serta|&)\s", name, re.IGNORECASE))


def _may_be_a_field(piece: str, before: str, names: Names) -> bool:
    """Tell whether a piece that was parted may as well be a field of the office before it."""
    piece = piece.strip()
    known = names.has(piece) or _STRONG.match(piece) or _SHORT.fullmatch(piece.split(" ")[0])
    return not known and _LONG_KIND.match(before) is not None and not _GENERIC.match(piece)


def _pieces(item: str) -> list[tuple[str, str]]:
    """Part at every weak separator outside parentheses, each piece with what stood before it."""
    found: list[tuple[str, str]] = []
    at, before = 0, ""
    for match in _WEAK.finditer(item):
        head = item[: match.start()]
        if head.count("(") > head.count(")"):
            continue
        found.append((before, item[at : match.start()]))
        at, before = match.end(), match[0]
    found.append((before, item[at:]))
    return [(sign, piece) for sign, piece in found if piece.strip()]


def _is_own(piece: str, before: str, names: Names) -> bool:
    """Tell whether a piece is an office of its own, not a field of the one before it."""
    piece = piece.strip()
    if names.has(piece) or _STRONG.match(piece) or is_short(piece):
        return True
    if _GENERIC.match(piece) and (" " in piece or not _LONG_KIND.match(before)):
        return True
    return not _LONG_KIND.match(before) and fold(piece) not in _TOPICS


def _may_hold(name: str, names: Names) -> bool:
    """Tell whether a name with a comma or `dan` in it is plainly one name.

    A full name lists its fields and closes with `dan`; one that only has commas, or whose
    fields are offices elsewhere in the table, may as well be several.
    """
    if not _LONG_KIND.match(name):
        return False
    pieces = _pieces(name)
    signs = [sign for sign, _ in pieces[1:]]
    kind = name.split(" ", 1)[0]
    if any(names.has(f"{kind} {piece}") for _, piece in pieces[1:]):
        return False
    return "/" not in "".join(signs) and bool(re.search(r"dan|serta|&", signs[-1], re.I))


def _apart(item: str) -> list[str]:
    return [piece.strip(" ,.") for _, piece in _pieces(item)]


def alone(texts: Iterable[str]) -> Collection[str]:
    """Return the texts that hold one office and no separator, as names to know others by."""
    return {text for text in texts if is_office(text) and not _WEAK.search(text.strip())}
