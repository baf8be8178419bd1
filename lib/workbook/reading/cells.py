"""Single cells: what a person wrote, read as the value they plainly meant, or refused.

Every parser returns a `Parsed`: the value, None for blank, and the catalogue's entry where
something is to be said. Nothing is guessed.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lib.findings import catalogue
from lib.plan import indonesian, schema
from lib.plan.schema import Column, Kind
from lib.workbook.reading.cell_words import (
    BLANK,
    Parsed,
    fold,
    has_control,
    is_blank,
    is_error,
    shown,
    suggestion,
    tidy,
)
from lib.workbook.reading.numerals import amount, measure, percent, year

_MARKS = frozenset({"x", "×", "✓", "✔", "✗", "✘", "☑", "☒", "√", "v", "1", "ya", "y"})
_BETWEEN_LINKS = re.compile(r"\s+|[;,]\s*(?=https?:)", re.IGNORECASE)
_NOT_IN_LINKS = re.compile(r"[\s<>\"\\]")


def parse(column: Column, raw: object, as_percent: bool = False, unit: str | None = None) -> Parsed:
    """Read one cell of a progress column by its kind; `unit` is the row's SATUAN.

    `raw` is the saved value; `as_percent` tells that the cell shows it as a percentage.
    """
    if raw is None:
        return BLANK
    if is_error(raw):
        return Parsed(None, catalogue.ERROR_CELL, {"seen": str(raw).strip()})
    match column.kind:
        case Kind.PERCENT:
            return percent(raw, as_percent)
        case Kind.RUPIAH:
            return amount(raw, as_percent)
        case Kind.YEAR:
            return year(raw)
        case Kind.CHOICE:
            return choice(raw, column.choices)
        case Kind.MEASURE:
            return (
                _target(raw, as_percent, unit)
                if column.name == "target"
                else measure(raw, as_percent, unit)
            )
        case Kind.LINKS:
            return links(raw)
        case _:
            return text(raw, column.limit, as_percent)


def _target(raw: object, as_percent: bool, unit: str | None) -> Parsed:
    """Read a target, which a plan may also state in words without any figure."""
    parsed = measure(raw, as_percent, unit)
    in_words = isinstance(raw, str) and not any(letter.isdigit() for letter in raw)
    if parsed.entry is not catalogue.NUMBER_INVALID or not in_words:
        return parsed
    return Parsed(tidy(str(raw)), catalogue.TARGET_IN_WORDS, {"seen": shown(raw)})


def text(raw: object, limit: int | None = None, as_percent: bool = False) -> Parsed:
    """Read a text; numbers and dates in a text column become the words the person saw."""
    if raw is None:
        return BLANK
    if not isinstance(raw, str):
        words = shown(raw, as_percent)
        return Parsed(words, catalogue.TEXT_FROM_VALUE, {"seen": words})
    clean = tidy(raw)
    if limit is not None and len(clean) > limit:
        lengths = {"length": indonesian.number(len(clean)), "limit": indonesian.number(limit)}
        return Parsed(None, catalogue.TEXT_LONG, lengths)
    if not clean or clean == raw:
        return Parsed(clean or None)
    entry = catalogue.CONTROL_CHARACTERS if has_control(raw) else catalogue.TEXT_TIDIED
    return Parsed(clean, entry, {"seen": shown(raw)})


def choice(raw: object, choices: tuple[str, ...]) -> Parsed:
    """Read one word of a list, whatever its case and spaces."""
    if is_blank(raw):
        return BLANK
    words = fold(raw) if isinstance(raw, str) else shown(raw)
    known = {fold(word): word for word in choices}
    if words not in known:
        values = {
            "seen": shown(raw),
            "choices": indonesian.listing([f"“{word}”" for word in choices], "atau"),
            "nearest": suggestion(words, known),
        }
        return Parsed(None, catalogue.CHOICE_UNKNOWN, values)
    value = known[words]
    if value == raw:
        return Parsed(value)
    return Parsed(value, catalogue.CHOICE_TIDIED, {"seen": shown(raw), "value": value})


def mark(raw: object) -> Parsed:
    """Read the mark of a planned year: True, None where blank, False where refused."""
    if is_blank(raw):
        return BLANK
    if is_error(raw):
        return Parsed(False, catalogue.ERROR_CELL, {"seen": str(raw).strip()})
    if raw == schema.MARK:
        return Parsed(True)
    if raw in (1, True) or (isinstance(raw, str) and fold(raw) in _MARKS):
        return Parsed(True, catalogue.MARK_READ, {"seen": shown(raw)})
    return Parsed(False, catalogue.MARK_UNKNOWN, {"seen": shown(raw)})


def links(raw: object) -> Parsed:
    """Read http(s) addresses, one per line or apart by spaces, commas or semicolons."""
    if is_blank(raw):
        return BLANK
    words = tidy(raw) if isinstance(raw, str) else shown(raw)
    addresses = [part for part in _BETWEEN_LINKS.split(words) if part]
    wrong = next((part for part in addresses if not is_link(part)), None)
    if wrong is not None or not addresses:
        return Parsed(None, catalogue.LINK_INVALID, {"seen": shown(wrong or raw)})
    value = "\n".join(addresses)
    if value == raw:
        return Parsed(value)
    return Parsed(value, catalogue.TEXT_TIDIED, {"seen": shown(raw)})


def is_link(address: str) -> bool:
    """Tell whether a text is one http or https address with a host."""
    if _NOT_IN_LINKS.search(address):
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
