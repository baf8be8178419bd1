"""Type sizes, and how words are cut, wrapped and escaped for a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from lib.charts.chart import Look
from lib.typeface import fitting
from lib.typeface.fitting import Face

FAMILY = "Plus Jakarta Sans, Segoe UI, Roboto, Helvetica, Arial, sans-serif"
_HOVER, _HOVER_SIZE = 400, 12
"""Pixels of a hover box's lines, and of its letters."""
_LEADING = 1.32
_ACTIVITY = re.compile(r"^kegiatan\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Type:
    """Letter sizes in pixels, and the heights of a row and of its bar."""

    title: int
    base: int
    small: int
    row: int
    bar: int

    @property
    def head(self) -> int:
        """Height of a group's heading row."""
        return round(self.base * 1.5)


def sizes(look: Look) -> Type:
    """Return the type of a page, a phone or a meeting."""
    if look.compact:
        return Type(title=15, base=12, small=11, row=48, bar=24)
    if look.meeting:
        return Type(title=22, base=15, small=13, row=28, bar=23)
    return Type(title=17, base=12, small=11, row=22, bar=18)


def line(size: int) -> int:
    """Return the height of one line of text, in pixels."""
    return round(size * _LEADING)


def width(text: str, size: int, bold: bool = False) -> float:
    """Return the pixels a text takes."""
    return fitting.width(text, size, bold, Face.PAGE)


def fit(text: str, pixels: float, size: int, bold: bool = False) -> str:
    """Return a text in one line of so many pixels; what is beyond them is dropped."""
    return fitting.fit(text, pixels, size, 1, bold, Face.PAGE)


def lines(text: str, pixels: float, size: int, bold: bool = False) -> list[str]:
    """Break a text into lines that fit, a bold one (a title) evenly; none for an empty text."""
    words = " ".join(text.split())
    if not words:
        return []
    found = fitting.lines(words, pixels, size, bold, Face.PAGE)
    if not bold:
        return found
    for narrower in range(int(pixels) - size, int(pixels) // 2, -size):
        evener = fitting.lines(words, narrower, size, bold, Face.PAGE)
        if len(evener) != len(found):
            break
        found = evener
    return found


def safe(text: object) -> str:
    """Escape text from a workbook: Plotly reads some HTML."""
    return escape(str(text), quote=False)


def paragraph(text: object) -> str:
    """Escape and wrap a text for a hover box."""
    return "<br>".join(safe(part) for part in lines(str(text), _HOVER, _HOVER_SIZE))


def activity(no: str, name: str, pixels: float, size: int) -> str:
    """Write a kegiatan as a row's label: code in bold, name cut to the pixels left."""
    left = pixels - width(f"{no}  ", size, bold=True)
    return f"<b>{safe(no)}</b>  {safe(fit(_ACTIVITY.sub('', name), left, size))}"


def heading(text: str, pixels: float, size: int) -> str:
    """Write a group's heading, cut to so many pixels."""
    return f"<b>{safe(fit(text, pixels, size, bold=True))}</b>"
