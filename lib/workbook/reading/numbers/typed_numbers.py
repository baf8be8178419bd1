"""Numbers that were typed as text: taken where they have one reading."""

from __future__ import annotations

import re

from lib.findings import catalogue
from lib.plan.text import indonesian
from lib.workbook.reading.cell_words import NUMBER_LIMIT, Parsed, shown

_AMBIGUOUS = re.compile(r"([1-9]\d{0,2})[.,](\d{3})")
_INDONESIAN = re.compile(r"\d+(?:,\d+)?|[1-9]\d{0,2}(?:[. ]\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d+\.\d+|[1-9]\d{0,2}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,}")


def from_text(raw: str, words: str) -> float | Parsed:
    """Read the number that a text spells, or say in a `Parsed` why it is none."""
    sign = -1 if words[:1] in ("-", "−", "–") else 1
    digits = words.lstrip("-−–+").strip()
    if double := _AMBIGUOUS.fullmatch(digits):
        readings = {
            "first": indonesian.number(sign * float(double[1] + double[2])).replace(".", ""),
            "second": indonesian.number(sign * float(f"{double[1]}.{double[2]}"), 3),
        }
        return Parsed(None, catalogue.NUMBER_AMBIGUOUS, {"seen": shown(raw), **readings})
    value = spelled(digits)
    if value is None or not float(value) < NUMBER_LIMIT:
        return Parsed(None, catalogue.NUMBER_INVALID, {"seen": shown(raw)})
    return sign * float(value)


def spelled(digits: str) -> str | None:
    """Return unsigned digits as Python writes them, read as an Indonesian first; None for none."""
    if _INDONESIAN.fullmatch(digits):
        return re.sub(r"[. ]", "", digits).replace(",", ".")
    return digits.replace(",", "") if _ENGLISH.fullmatch(digits) else None


def read(value: float, raw: object) -> Parsed:
    """Accept a number, saying so where it had been typed as text."""
    if not isinstance(raw, str):
        return Parsed(value)
    values = {"seen": shown(raw), "value": indonesian.number(value, 6)}
    return Parsed(value, catalogue.NUMBER_FROM_TEXT, values)
