"""Type sizes, and how words are cut, wrapped and escaped for a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from lib.charts.chart import Look
from lib.plan.indonesian import shorten

FAMILY = "Plus Jakarta Sans, Segoe UI, Roboto, Helvetica, Arial, sans-serif"
_ADVANCE = 0.52
_BOLD_ADVANCE = 0.53
"""Mean width of a letter in parts of its size; a little more than the typeface needs."""
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
        return round(self.base * 1.75)


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


def room(pixels: float, size: int, bold: bool = False) -> int:
    """Count the letters of a size that fit into so many pixels."""
    return max(6, int(pixels / (size * (_BOLD_ADVANCE if bold else _ADVANCE))))


def width(text: str, size: int) -> float:
    """Estimate the pixels a text takes."""
    return len(text) * size * _ADVANCE


def lines(text: str, pixels: float, size: int, bold: bool = False) -> list[str]:
    """Break a text into lines that fit, a bold one (a title) evenly; none for an empty text."""
    letters = room(pixels, size, bold)
    found = _wrapped(text, letters)
    if not bold:
        return found
    for fewer in range(letters - 1, letters // 2, -1):
        evener = _wrapped(text, fewer)
        if len(evener) != len(found):
            break
        found = evener
    return found


def _wrapped(text: str, letters: int) -> list[str]:
    return wrap(" ".join(text.split()), letters, break_on_hyphens=False)


def safe(text: object) -> str:
    """Escape text from a workbook: Plotly reads some HTML."""
    return escape(str(text), quote=False)


def paragraph(text: object, letters: int = 64) -> str:
    """Escape and wrap a text for a hover box."""
    return "<br>".join(safe(part) for part in wrap(" ".join(str(text).split()), letters))


def activity(no: str, name: str, letters: int) -> str:
    """Write a kegiatan as a row's label: code in bold, name cut to so many letters in all."""
    short = shorten(_ACTIVITY.sub("", name), max(6, letters - len(no) - 2))
    return f"<b>{safe(no)}</b>  {safe(short)}"


def heading(text: str, letters: int) -> str:
    """Write a group's heading, cut to so many letters; capitals take more room."""
    return f"<b>{safe(shorten(text, round(letters * 0.82)))}</b>"
