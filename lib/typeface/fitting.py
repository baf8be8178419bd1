"""Makes words fit their place, by letters or by the widths of a typeface.

`lines` drops nothing. `shorten` and `fit` drop the end of a text: they cut at a word, else within
one, and mark the cut with `…`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from pathlib import Path


class Face(StrEnum):
    """The typefaces words are measured in."""

    PAGE = "Plus Jakarta Sans"
    """Shipped with the pages; every figure is lettered in it."""
    OFFICE = "Arial"
    """On every office computer; Liberation Sans, its stand-in elsewhere, is as wide."""


WIDTHS = Path(__file__).with_name("letter_widths.json")
_UNKNOWN = 1000
"""A letter the typeface lacks is drawn in another one, at most as wide as it is high."""
SPARE = 1.02
"""Programs round letters to their own grid."""
_LOOSE = " ,;:(/-"
"""What no cut text ends with."""


def shorten(text: str, limit: int) -> str:
    """Return a text in one line of at most `limit` letters; what is beyond them is dropped."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return _cut(text[:limit], lambda cut: len(cut) <= limit)


def width(text: str, size: float, bold: bool = False, face: Face = Face.OFFICE) -> float:
    """Return how wide one line of text is, in the unit that its size is in."""
    known = _widths(face, bold)
    return sum(known.get(letter, _UNKNOWN) for letter in text) * size * SPARE / 1000


def lines(
    text: str, room: float, size: float, bold: bool = False, face: Face = Face.OFFICE
) -> list[str]:
    """Break a text into lines that fit; its own line breaks stay, a long word is broken."""

    def fits(words: str) -> bool:
        return width(words, size, bold, face) <= room

    return [line for paragraph in text.split("\n") for line in _wrap(paragraph.split(), fits)]


def fit(
    text: str,
    room: float,
    size: float,
    most: int = 1,
    bold: bool = False,
    face: Face = Face.OFFICE,
) -> str:
    """Return a text that takes at most so many lines; what is beyond them is dropped."""
    plain = " ".join(text.split())
    broken = lines(plain, room, size, bold, face)
    if len(broken) <= most:
        return plain
    *kept, last = broken[:most]
    cut = _cut(last, lambda words: width(words, size, bold, face) <= room)
    return _start(plain, kept) + cut


def _start(plain: str, kept: list[str]) -> str:
    """Return what stands in the first lines, with a blank only where the text has one."""
    at = 0
    for line in kept:
        at += len(line)
        at += plain[at : at + 1] == " "
    return plain[:at]


def _wrap(words: list[str], fits: Callable[[str], bool]) -> list[str]:
    found, line = [], ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if fits(longer):
            line = longer
            continue
        found += [line] if line else []
        *whole, line = _chop(word, fits)
        found += whole
    return [*found, line]


def _chop(word: str, fits: Callable[[str], bool]) -> list[str]:
    """Break a word, such as a long address, where it would leave its line."""
    pieces, piece = [], ""
    for letter in word:
        if piece and not fits(piece + letter):
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def _cut(text: str, fits: Callable[[str], bool]) -> str:
    words = text.split(" ")
    while len(words) > 1 and not fits(" ".join(words) + "…"):
        words.pop()
    head = " ".join(words)
    while len(words) == 1 and len(head) > 1 and not fits(head + "…"):
        head = head[:-1]
    return head.rstrip(_LOOSE) + "…"


@cache
def _widths(face: Face, bold: bool) -> dict[str, int]:
    """Return the width of each letter in thousandths of its size."""
    table = json.loads(WIDTHS.read_text("utf-8"))
    widths: dict[str, int] = table[f"{face} bold" if bold else face.value]
    return widths
