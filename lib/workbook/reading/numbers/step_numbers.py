"""Cells that hold a step of an indicator's RUBRIK."""

from __future__ import annotations

import re

from lib.findings import catalogue
from lib.plan import schema
from lib.plan.text.clean_text import tidy
from lib.workbook.reading.cell_words import BLANK, Parsed, is_blank, shown
from lib.workbook.reading.numbers.shown_numbers import seen, shown_number
from lib.workbook.reading.numbers.typed_numbers import from_text, read
from lib.xlsx.number_format import GENERAL

_WORD = re.compile(rf"^{schema.STEP}\s*", re.IGNORECASE)


def step(raw: object, number_format: str = GENERAL, unit: str | None = None) -> Parsed:
    """Read a step by what the person saw: `3`, or `Tahap 3`.

    Whether there is such a step is a rule of the plan; a percentage or words are none.
    """
    if is_blank(raw):
        return BLANK
    value = _typed(raw) if isinstance(raw, str) else _number(raw, number_format)
    if value is None:
        words = {"seen": seen(raw, number_format) or shown(raw), "unit": f"“{unit}”"}
        return Parsed(None, catalogue.STEP_INVALID, words)
    return read(value, raw) if isinstance(raw, str) else Parsed(value)


def _typed(raw: str) -> float | None:
    value = from_text(raw, _WORD.sub("", tidy(raw)))
    return None if isinstance(value, Parsed) else value


def _number(raw: object, number_format: str) -> float | None:
    number = shown_number(raw, number_format)
    return None if isinstance(number, Parsed) or number.has_sign else number.exact
