"""Lists inside one cell: lines or bullets that are each something to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.decree.foreign_table import SOFT
from lib.decree.words import numbering
from lib.decree.words.numbering import Number

_ACTION = re.compile(
    r"(?:pe\w+an|me\w{4,}|di\w+kan|ke\w+an|rapat|sosialisasi|fasilitasi|koordinasi|reviu|"
    r"review|evaluasi|monitoring|monev|survei|survey|bimtek|bimbingan|diklat|workshop|studi|kajian|"
    r"forum|publikasi|diseminasi|integrasi|asistensi|inventarisasi|identifikasi|analisis|audit|"
    r"verifikasi|validasi|optimalisasi|digitalisasi|revisi|supervisi|advokasi|kampanye|lokakarya|"
    r"konsultasi|implementasi|internalisasi|replikasi|talkshow|gelar|uji|penilaian|focus|fgd|"
    r"rekrutmen|distribusi|standardisasi|kunjungan|edukasi|mediasi|rehabilitasi|revitalisasi)\b",
    re.IGNORECASE,
)
"""How the name of something to do begins."""
_THING = re.compile(
    r"(?:pemerintahan?|pelayanan|pengaduan|peraturan|perumahan|pertanahan|perikanan|peternakan|"
    r"perdagangan|perhubungan|pendidikan|permukiman|perindustrian|pertanian|kesehatan|keuangan|"
    r"kepegawaian|kegiatan|kependudukan|kearsipan|kebudayaan|media|meja|pengguna|perangkat|"
    r"perpustakaan|kelurahan|kecamatan)\b",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"(?:[,\-/(&]|\b(?:dan|atau|serta|tentang|untuk|dengan|pada|di|ke|dari|dalam|oleh|bagi|kepada|"
    r"yang|terhadap|melalui|antar))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with the number or bullet it had."""

    number: Number | None
    text: str


@dataclass(frozen=True, slots=True)
class CellList:
    """A cell's text as a list: what stands before it, and its items."""

    head: str
    items: tuple[Item, ...]
    sure: bool
    """Whether its items are plainly something to do each."""


def one_line(text: str) -> str:
    """Return a text on one line, as it reads."""
    return " ".join(text.split())


def find(text: str) -> CellList | None:
    """Find the list in a cell; None where it holds none."""
    lines = [line.strip() for line in text.replace(SOFT, "\n").split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    begins = [bool(numbering.is_bullet(line) or _small(line)) for line in lines]
    if sum(begins) < 2:
        return _unmarked(text)
    first = begins.index(True)
    items: list[str] = []
    for line, begin in zip(lines[first:], begins[first:], strict=True):
        if begin:
            items.append(line)
        else:
            items[-1] = f"{items[-1]} {line}"
    made = tuple(map(_item, items))
    head = one_line(" ".join(lines[:first]))
    acts = sum(is_action(item.text) for item in made)
    if head and not acts:
        # What is listed belongs to the sentence before it.
        return None
    return CellList(head, made, not head or 2 * acts >= len(made))


def _small(line: str) -> bool:
    number, rest = numbering.split(line)
    return number is not None and bool(rest) and number.parts == 1


def _item(line: str) -> Item:
    bare = numbering.unbulleted(line)
    if bare != line:
        return Item(None, one_line(bare))
    number, rest = numbering.split(line)
    return Item(number, one_line(rest))


def _unmarked(text: str) -> CellList | None:
    """Find paragraphs without bullets that are each plainly something to do."""
    lines = [one_line(line) for line in text.split("\n") if line.strip()]
    is_list = len(lines) > 1 and all(
        line[0].isupper() and is_action(line) and len(line.split()) > 1 for line in lines
    )
    if not is_list or any(_HANGING.search(line) for line in lines[:-1]):
        return None
    return CellList("", tuple(Item(None, line) for line in lines), False)


def is_action(text: str) -> bool:
    """Tell whether a text begins as the name of something to do does."""
    return _ACTION.match(text) is not None and _THING.match(text) is None


def is_hanging(text: str) -> bool:
    """Tell whether a text stops in the middle of a sentence."""
    return _HANGING.search(text.strip()) is not None


def marked(text: str) -> tuple[str, ...]:
    """Return the items of a numbered list in a cell, without their numbers; none for others."""
    lines = [line.strip() for line in text.replace(SOFT, "\n").split("\n") if line.strip()]
    found = [numbering.split(line) for line in lines]
    if len(found) < 2 or not all(number and rest for number, rest in found):
        return ()
    return tuple(rest for _, rest in found)


def bare(line: str) -> str:
    """Return a line without the number or bullet it begins with."""
    return _item(line.strip()).text or line
