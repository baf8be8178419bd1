"""What one cell may hold, told by the value alone."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from lib.plan import schema
from lib.plan.breach import Rule
from lib.plan.schema import Column, Kind

_NOT_IN_LINKS = re.compile(r"[\s<>\"\\]")
_HIGHEST_PERCENT = 100


def is_percent(value: float) -> bool:
    """Tell whether a number can be a percentage of a plan: from 0 to 100."""
    return 0 <= value <= _HIGHEST_PERCENT


def is_amount(value: float) -> bool:
    """Tell whether a number can be an amount in rupiah: zero or more."""
    return value >= 0


def is_too_long(text: str, limit: int | None) -> bool:
    """Tell whether a text has more characters than its column takes."""
    return limit is not None and len(text) > limit


@lru_cache(maxsize=16384)
def is_link(address: str) -> bool:
    """Tell whether a text is one http or https address with a host."""
    if _NOT_IN_LINKS.search(address):
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def is_date(text: str) -> bool:
    """Tell whether a text is a day such as `2026-11-25`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def broken_rule(column: Column, value: Any) -> Rule | None:
    """Return the rule that a cell's value breaks in its column, if any; figures by SATUAN apart."""
    match column.kind:
        case Kind.PERCENT:
            rule, kept = Rule.PERCENT_RANGE, is_percent(value)
        case Kind.RUPIAH:
            rule, kept = Rule.AMOUNT_NEGATIVE, is_amount(value)
        case Kind.CHOICE:
            rule, kept = Rule.CHOICE_UNKNOWN, value in column.choices
        case Kind.LINKS:
            rule, kept = Rule.LINK_INVALID, all(map(is_link, value.split("\n")))
        case Kind.TEXT:
            rule, kept = Rule.TEXT_LONG, not is_too_long(value, column.limit)
        case Kind.DATE:
            rule, kept = Rule.DATE_INVALID, is_date(value)
        case _:
            return None
    return None if kept else rule


def measure_rule(value: Any, unit: Any, may_be_words: bool) -> Rule | None:
    """Return the rule that an indicator's figure breaks under its SATUAN, if any.

    Under `Ya/Tidak` it is one of the two words, under `Tahap` one of the steps, else a number. A
    target may also be stated in words without a digit (`may_be_words`).
    """
    is_word = isinstance(value, str)
    if is_stepped(unit):
        return None if is_step(value) else Rule.STEP_INVALID
    if is_yes_no(unit):
        return None if value in (schema.YES, schema.NO) else Rule.UNIT_YES_NO
    if value in (schema.YES, schema.NO):
        return Rule.UNIT_NUMBER
    in_words = is_word and may_be_words and not any(letter.isdigit() for letter in value)
    return Rule.NUMBER_INVALID if is_word and not in_words else None


def is_yes_no(unit: Any) -> bool:
    """Tell whether a SATUAN says that the figure is Ya or Tidak."""
    return _is_unit(unit, schema.YES_NO)


def is_stepped(unit: Any) -> bool:
    """Tell whether a SATUAN says that the figure is a step of RUBRIK."""
    return _is_unit(unit, schema.STEP)


def is_step(value: Any) -> bool:
    """Tell whether a figure is one of a rubric's steps: whole, from the first to the last."""
    return isinstance(value, int | float) and value in range(1, schema.LAST_STEP + 1)


def _is_unit(unit: Any, word: str) -> bool:
    return isinstance(unit, str) and " ".join(unit.split()).casefold() == word.casefold()
