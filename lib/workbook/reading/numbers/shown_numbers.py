"""Number cells by what a person sees: the number in the cell and the one it shows, as one.

Where a format shows another number than the cell holds (250 as "250 juta"), hides it, or shows
words in its place, both are said and neither is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from lib.findings import catalogue
from lib.plan.text import indonesian
from lib.plan.text.clean_text import tidy
from lib.typeface.fitting import shorten
from lib.workbook.reading.cell_words import NUMBER_LIMIT, Parsed, fold, shown
from lib.workbook.reading.numbers.typed_numbers import spelled
from lib.xlsx.number_format import GENERAL, Shows, Sight, sight, significant, text_shown

_SPELLED = re.compile(r"([^0-9]*)([0-9][0-9., ]*?)([^0-9]*)", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_MINUS = ("-", "−", "–", "(")
_THOUSANDS = {
    **dict.fromkeys(("ribu", "ribuan", "rb", "k"), 1),
    **dict.fromkeys(("juta", "jutaan", "jt"), 2),
    **dict.fromkeys(("miliar", "milyar", "miliaran", "milyaran", "mlr", "m"), 3),
    **dict.fromkeys(("triliun", "trilyun", "triliunan", "t"), 4),
}
"""Words that multiply a figure, by powers of a thousand."""


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number cell whose content and look say the same number, but for rounding."""

    raw: float
    """The cell's number, at the digits that Excel keeps."""
    exact: float
    """What it shows, unrounded: 75.4 for 0.754 under `0%`."""
    figure: float
    """What it shows: 75 for the same."""
    text: str
    """The cell as it looks: `75%`."""
    is_percent: bool
    """Whether the format itself multiplies by a hundred."""
    has_sign: bool
    """Whether a percent sign or the word stands there, multiplied or written."""
    words: frozenset[str]
    """What else stands beside the digits, in small letters: `rp`, `orang`, `$`."""

    @property
    def is_rounded(self) -> bool:
        """Whether it shows another figure than it holds."""
        return self.exact != self.figure


def is_date(raw: object) -> bool:
    """Tell whether a saved value is a date or a time."""
    return isinstance(raw, date | time | timedelta)


def covered(raw: str, number_format: str) -> Parsed | None:
    """Say of a text that its cell shows something else; None where it shows the text."""
    visible = text_shown(raw, number_format)
    if visible == raw or tidy(visible) == tidy(raw):
        return None
    return shown_otherwise(visible.strip(), shown(raw))


def shown_otherwise(visible: str, raw: str) -> Parsed:
    """Name both what a cell shows and what it holds."""
    look = f"“{shorten(visible, 60)}”" if visible else "kosong"
    return Parsed(None, catalogue.SHOWN_OTHERWISE, {"shown": look, "raw": raw})


def seen(raw: object, number_format: str) -> str | None:
    """Write a saved value as the person saw it; None where the cell shows nothing of it."""
    if not _is_number(raw) or not _is_in_limits(raw):
        return shown(raw)
    look = sight(raw, number_format)  # type: ignore[arg-type]
    if look.look is Shows.MOMENT:
        return plain(float(significant(raw)))  # type: ignore[arg-type]
    return look.text or None


def shown_number(
    raw: object, number_format: str = GENERAL, unit: str | None = None
) -> ShownNumber | Parsed:
    """Read a number cell by its look, or say why it has no single reading.

    `unit` is the SATUAN, whose own words ("juta rupiah") multiply nothing.
    """
    if is_date(raw):
        return Parsed(None, catalogue.DATE_FOR_NUMBER, {"seen": shown(raw)})
    if not _is_number(raw) or not _is_in_limits(raw):
        return Parsed(None, catalogue.NUMBER_INVALID, {"seen": shown(raw)})
    alike: Any = raw or 0  # also of -0.0, which equals 0
    return _shown(alike, number_format, unit)


@lru_cache(maxsize=4096)
def _shown(raw: float, number_format: str, unit: str | None) -> ShownNumber | Parsed:
    """Read a number by its look; the same ones stand in many cells."""
    number = significant(raw)
    look = sight(raw, number_format)
    if look.look is Shows.MOMENT:
        return Parsed(None, catalogue.DATE_FOR_NUMBER, {"seen": "sebuah tanggal atau waktu"})
    words = _words(look)
    if look.look is not Shows.NUMBER or _meaning(look, words, unit) != number:
        return shown_otherwise(look.text, plain(float(number)))
    return ShownNumber(
        raw=float(number),
        exact=round(float(look.exact), 10) if look.percents else float(look.exact),
        figure=float(look.figure) + 0.0,
        text=look.text,
        is_percent=look.percents > 0,
        has_sign=bool(words & {"%", "persen"}),
        words=words - {"%", "persen"},
    )


def plain(value: float) -> str:
    """Write a number for a sentence, whatever its cell's format."""
    return indonesian.number(value, 10)


def _is_number(raw: object) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def _is_in_limits(raw: object) -> bool:
    return abs(raw) < NUMBER_LIMIT  # type: ignore[arg-type]


def _words(look: Sight) -> frozenset[str]:
    """Return the words and signs of money beside a number's digits."""
    text = re.sub(r"[0-9]", " ", look.bare)
    signs = {sign for sign in text if sign in "%$€£¥"}
    return frozenset({*signs, *(fold(word) for word in _WORD.findall(text))})


def _meaning(look: Sight, words: Set[str], unit: str | None) -> Decimal | None:
    """Return the number that a cell's look says; None where its digits cannot be read as one."""
    parts = _SPELLED.fullmatch(look.bare)
    if parts is None or look.percents > 1:
        return None
    before, digits, _after = parts.groups()
    number = spelled(digits.strip(" .,"))
    if number is None or Decimal(number) != abs(look.figure):
        return None
    is_negative = before.strip()[:1] in _MINUS or before.strip()[-1:] in _MINUS
    if look.figure and is_negative != (look.figure < 0):
        return None
    units = {fold(word) for word in _WORD.findall(unit or "")}
    powers = sum(_THOUSANDS[word] for word in words - units if word in _THOUSANDS)
    return look.exact * Decimal(1000) ** powers / Decimal(100) ** look.percents
