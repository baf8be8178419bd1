"""Single cells: what a person wrote, read as the value they plainly meant, or refused.

Every parser returns a `Parsed`: the value, None for blank, and the catalogue's entry where
something is to be said. Nothing is guessed.
"""

from __future__ import annotations

from lib.findings import catalogue
from lib.plan import schema
from lib.plan.cell_rules import is_stepped, is_too_long
from lib.plan.schema import Column, Kind
from lib.plan.text import indonesian
from lib.plan.text.clean_text import has_control, tidy
from lib.plan.text.placeholders import may_mean_zero, says_nothing
from lib.workbook.reading.cell_words import (
    BLANK,
    Parsed,
    fold,
    is_blank,
    is_error,
    shown,
    suggestion,
)
from lib.workbook.reading.date_cells import day
from lib.workbook.reading.link_cells import links
from lib.workbook.reading.numbers.numerals import amount, measure, percent, year
from lib.workbook.reading.numbers.shown_numbers import covered, seen, shown_otherwise
from lib.workbook.reading.numbers.step_numbers import step
from lib.xlsx.number_format import GENERAL

_SLIPS = frozenset({"x", "ya", "y"})
"""Typed for X, which is then kept; other signs stay as printed."""
_SIGNS = frozenset("×✓✔✗✘☑☒√●•○◯◦■▪□★*+")
_DASHES = frozenset("-–—")
_DENIALS = frozenset({"0", "tidak", "bukan", "no", "n", "false", "nihil", "n/a", "tidak ada"})
_NUMBERS = (Kind.PERCENT, Kind.RUPIAH, Kind.MEASURE)


def parse(
    column: Column, raw: object, number_format: str = GENERAL, unit: str | None = None
) -> Parsed:
    """Read one cell of a progress column by its kind and by what it shows.

    `raw` is the saved value, `number_format` the cell's own; `unit` is the row's SATUAN.
    """
    if raw is None:
        return BLANK
    if isinstance(raw, str):
        said = _unread(raw, number_format) or _nothing(raw, column)
        if said is not None:
            return said
    if column.kind in _NUMBERS or column.kind is Kind.YEAR:
        return _number(column, raw, number_format, unit)
    if column.kind is Kind.CHOICE:
        return choice(raw, column.choices)
    if column.kind is Kind.LINKS:
        return links(raw)
    if column.kind is Kind.DATE:
        return BLANK if is_blank(raw) else day(raw)
    return text(raw, column.limit, number_format)


def _number(column: Column, raw: object, number_format: str, unit: str | None) -> Parsed:
    match column.kind:
        case Kind.PERCENT:
            return percent(raw, number_format)
        case Kind.RUPIAH:
            return amount(raw, number_format)
        case Kind.YEAR:
            return year(raw, number_format)
        case _ if is_stepped(unit):
            return step(raw, number_format, unit)
        case _:
            read = _target if column.name == "target" else measure
            return read(raw, number_format, unit)


def printed(raw: object, number_format: str = GENERAL) -> Parsed:
    """Read a text of the decreed tables and the document, where even a dash is what it is."""
    if isinstance(raw, str):
        return _unread(raw, number_format) or text(raw)
    return text(raw, None, number_format)


def _unread(raw: str, number_format: str) -> Parsed | None:
    """Refuse an error word, and a text that its cell does not show."""
    if is_error(raw):
        return Parsed(None, catalogue.ERROR_CELL, {"seen": raw.strip()})
    return None if is_blank(raw) else covered(raw, number_format)


def _nothing(raw: str, column: Column) -> Parsed | None:
    """Read words for nothing as blank; where they may as well report a zero, ask."""
    if column.locked or is_blank(raw) or not says_nothing(tidy(raw), column.header):
        return None
    is_asked = column.kind in _NUMBERS and may_mean_zero(tidy(raw), column.header)
    entry = catalogue.NUMBER_NOTHING if is_asked else catalogue.PLACEHOLDER_BLANK
    return Parsed(None, entry, {"seen": shown(raw)})


def _target(raw: object, number_format: str, unit: str | None) -> Parsed:
    """Read a target, which a plan may also state in words without any figure."""
    parsed = measure(raw, number_format, unit)
    in_words = isinstance(raw, str) and not any(letter.isdigit() for letter in raw)
    if parsed.entry not in (catalogue.NUMBER_INVALID, catalogue.UNIT_YES_NO) or not in_words:
        return parsed
    return Parsed(tidy(str(raw)), catalogue.TARGET_IN_WORDS, {"seen": shown(raw)})


def text(raw: object, limit: int | None = None, number_format: str = GENERAL) -> Parsed:
    """Read a text; numbers and dates in a text column become the words the person saw."""
    if raw is None:
        return BLANK
    if not isinstance(raw, str):
        return _value_as_words(raw, number_format)
    clean = tidy(raw)
    if limit is not None and is_too_long(clean, limit):
        lengths = {"length": indonesian.number(len(clean)), "limit": indonesian.number(limit)}
        return Parsed(None, catalogue.TEXT_LONG, lengths)
    if not clean or clean == raw:
        return Parsed(clean or None)
    entry = catalogue.CONTROL_CHARACTERS if has_control(raw) else catalogue.TEXT_TIDIED
    return Parsed(clean, entry, {"seen": shown(raw)})


def _value_as_words(raw: object, number_format: str) -> Parsed:
    """Read a number, date or truth in a text column; a number that its cell hides is refused."""
    words = seen(raw, number_format)
    if words is None:
        return shown_otherwise("", shown(raw))
    return Parsed(words, catalogue.TEXT_FROM_VALUE, {"seen": words})


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


def mark(raw: object, number_format: str = GENERAL) -> Parsed:
    """Read what stands under a year, as printed; None where blank, False where refused.

    Whatever says something means that the year is planned, but for words that say the opposite.
    """
    if is_blank(raw):
        return BLANK
    if is_error(raw):
        return Parsed(False, catalogue.ERROR_CELL, {"seen": str(raw).strip()})
    if raw == schema.MARK:
        return Parsed(schema.MARK)
    if raw is True or (isinstance(raw, str) and fold(raw) in _SLIPS):
        return Parsed(schema.MARK, catalogue.MARK_READ, {"seen": shown(raw)})
    words = printed(raw, number_format)
    if not isinstance(words.value, str) or not _says_something(words.value):
        return Parsed(False, catalogue.MARK_UNKNOWN, {"seen": shown(raw)})
    return words


def _says_something(words: str) -> bool:
    if words in _DASHES:
        return True
    folded = fold(words)
    has_sign = any(letter.isalnum() or letter in _SIGNS for letter in folded)
    return has_sign and folded not in _DENIALS
