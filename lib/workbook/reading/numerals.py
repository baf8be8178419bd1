"""Cells that hold numbers: percentages, rupiah, years and an indicator's figures.

A number that was typed as text is taken where it has one reading only; where it has two, both
are named and nothing is guessed.
"""

from __future__ import annotations

import re

from lib.findings import catalogue
from lib.findings.finding import Entry
from lib.plan import indonesian, schema
from lib.workbook.reading.cell_words import BLANK, NUMBER_LIMIT, Parsed, fold, is_blank, shown, tidy

_AMBIGUOUS = re.compile(r"([1-9]\d{0,2})[.,](\d{3})")
_INDONESIAN = re.compile(r"\d+(?:,\d+)?|[1-9]\d{0,2}(?:[. ]\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d+\.\d+|[1-9]\d{0,2}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,}")
_CURRENCY = re.compile(r"^(?:rp|idr)\.?\s*", re.IGNORECASE)
_DASH_ENDING = re.compile(r",-+$")
_PERCENT_ENDING = re.compile(r"\s*(?:%|persen)$", re.IGNORECASE)
_PERCENT_UNITS = frozenset({"%", "persen", "persentase"})
_YES_NO = {fold(word): word for word in (schema.YES, schema.NO)}


def hundredfold(value: float) -> float:
    """Turn Excel's 0,75 into 75 without the binary noise of multiplying."""
    return round(value * 100, 10)


def percent(raw: object, as_percent: bool) -> Parsed:
    """Read a percentage from 0 to 100 by what the person saw."""
    if is_blank(raw):
        return BLANK
    words, has_sign = _without_percent_sign(raw)
    value = _number(raw, words)
    if isinstance(value, Parsed):
        return value
    as_percent = as_percent and not isinstance(raw, str)
    if as_percent and 1 < value <= 100:
        seen = {"seen": shown(raw, True), "value": indonesian.percent(value, 4)}
        return Parsed(round(value, 10), catalogue.PERCENT_SCALE, seen)
    if 0 < value <= 1 and not has_sign and not as_percent:
        return _two_percentages(value, raw, as_percent)
    return _in_range(hundredfold(value) if as_percent else value, raw, as_percent)


def _without_percent_sign(raw: object) -> tuple[str, bool]:
    """Return a text without its percent sign, and whether it had one; empty for a number."""
    clean = tidy(raw) if isinstance(raw, str) else ""
    words = _PERCENT_ENDING.sub("", clean)
    return words, words != clean


def _two_percentages(value: float, raw: object, as_percent: bool) -> Parsed:
    first, second = indonesian.percent(hundredfold(value), 4), indonesian.percent(value, 4)
    seen = {"seen": shown(raw, as_percent), "first": first, "second": second}
    return Parsed(None, catalogue.PERCENT_AMBIGUOUS, seen)


def _in_range(value: float, raw: object, as_percent: bool) -> Parsed:
    if not 0 <= value <= 100:
        return Parsed(None, catalogue.PERCENT_RANGE, {"seen": shown(raw, as_percent)})
    if isinstance(raw, str) or as_percent or value == 0:
        return _read(value, raw)
    return Parsed(value, catalogue.PERCENT_UNFORMATTED, {"value": indonesian.percent(value, 4)})


def amount(raw: object, as_percent: bool = False) -> Parsed:
    """Read an amount in rupiah, zero or more."""
    if is_blank(raw):
        return BLANK
    if as_percent and not isinstance(raw, str):
        return Parsed(None, catalogue.NUMBER_INVALID, {"seen": shown(raw, True)})
    value = _rupiah_words(raw) if isinstance(raw, str) else _number(raw)
    if isinstance(value, Parsed):
        return value
    if value < 0:
        return Parsed(None, catalogue.AMOUNT_NEGATIVE, {"seen": shown(raw)})
    if value % 1 and value < 1000:
        readings = {"seen": shown(raw), "value": indonesian.number(value, 6)}
        return Parsed(value, catalogue.AMOUNT_FRACTION, readings)
    return _read(value, raw)


def _rupiah_words(raw: str) -> float | Parsed:
    """Read an amount in words; with `Rp` before it or `,-` after it, points group thousands."""
    clean = tidy(raw)
    bare = _DASH_ENDING.sub("", _CURRENCY.sub("", clean)).strip()
    if bare != clean and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", bare):
        return float(bare.replace(".", ""))
    return _number(raw, bare)


def year(raw: object) -> Parsed:
    """Read a year of four digits."""
    if is_blank(raw):
        return BLANK
    value = _number(raw)
    if isinstance(value, Parsed) or not (1900 <= value <= 2200 and value == int(value)):
        return Parsed(None, catalogue.YEAR_INVALID, {"seen": shown(raw)})
    if not isinstance(raw, str):
        return Parsed(int(value))
    seen = {"seen": shown(raw), "value": str(int(value))}
    return Parsed(int(value), catalogue.NUMBER_FROM_TEXT, seen)


def measure(raw: object, as_percent: bool, unit: str | None) -> Parsed:
    """Read an indicator's figure: a number, or Ya/Tidak where its SATUAN says so."""
    if is_blank(raw):
        return BLANK
    as_percent = as_percent and not isinstance(raw, str)
    word = _yes_or_no(raw)
    if fold(unit or "") == fold(schema.YES_NO):
        return _yes_no_measure(word, raw, as_percent, unit)
    if word is not None:
        return _mismatch(catalogue.UNIT_NUMBER, raw, as_percent, unit)
    return _number_measure(raw, as_percent, unit)


def _yes_or_no(raw: object) -> str | None:
    if isinstance(raw, bool):
        return schema.YES if raw else schema.NO
    return _YES_NO.get(fold(raw)) if isinstance(raw, str) else None


def _mismatch(entry: Entry, raw: object, as_percent: bool, unit: str | None) -> Parsed:
    written = f"“{unit}”" if unit else "kosong"
    return Parsed(None, entry, {"seen": shown(raw, as_percent), "unit": written})


def _yes_no_measure(word: str | None, raw: object, as_percent: bool, unit: str | None) -> Parsed:
    if word is None:
        return _mismatch(catalogue.UNIT_YES_NO, raw, as_percent, unit)
    if word == raw:
        return Parsed(word)
    return Parsed(word, catalogue.CHOICE_TIDIED, {"seen": shown(raw), "value": word})


def _number_measure(raw: object, as_percent: bool, unit: str | None) -> Parsed:
    words, has_sign = _without_percent_sign(raw)
    value = _number(raw, words)
    if isinstance(value, Parsed):
        return value
    if (has_sign or as_percent) and not is_percent_unit(unit):
        return _mismatch(catalogue.UNIT_PERCENT, raw, as_percent, unit)
    if is_percent_unit(unit) and 0 < value <= 1 and not has_sign and not as_percent:
        seen = {"seen": shown(raw), "value": indonesian.percent(value, 4)}
        return Parsed(value, catalogue.MEASURE_SMALL, seen)
    if not as_percent:
        return _read(value, raw)
    # Above 1000% the cell more likely holds 75 that was pasted under a percent format.
    return _two_percentages(value, raw, True) if abs(value) > 10 else Parsed(hundredfold(value))


def is_percent_unit(unit: str | None) -> bool:
    """Tell whether a SATUAN counts in percent."""
    return fold(unit or "") in _PERCENT_UNITS


def _numeral(words: str, raw: object) -> float | Parsed | None:
    """Read a number written as text; a `Parsed` where it has two readings, None for no number."""
    sign = -1 if words[:1] in ("-", "−", "–") else 1
    digits = words.lstrip("-−–+").strip()
    if double := _AMBIGUOUS.fullmatch(digits):
        readings = {
            "first": indonesian.number(sign * float(double[1] + double[2])).replace(".", ""),
            "second": indonesian.number(sign * float(f"{double[1]}.{double[2]}"), 3),
        }
        return Parsed(None, catalogue.NUMBER_AMBIGUOUS, {"seen": shown(raw), **readings})
    if _INDONESIAN.fullmatch(digits):
        return sign * float(re.sub(r"[. ]", "", digits).replace(",", "."))
    if _ENGLISH.fullmatch(digits):
        return sign * float(digits.replace(",", ""))
    return None


def _number(raw: object, words: str | None = None) -> float | Parsed:
    """Read a number cell, or say in a `Parsed` why it cannot be one; `words` replaces a text."""
    value: object = raw
    if isinstance(raw, str):
        value = _numeral(tidy(raw) if words is None else words, raw)
    if isinstance(value, Parsed):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and abs(value) < NUMBER_LIMIT:  # type: ignore[arg-type]
        return float(value)  # type: ignore[arg-type]
    return Parsed(None, catalogue.NUMBER_INVALID, {"seen": shown(raw)})


def _read(value: float, raw: object) -> Parsed:
    """Accept a number, saying so where it had been typed as text."""
    if not isinstance(raw, str):
        return Parsed(value)
    seen = {"seen": shown(raw), "value": indonesian.number(value, 6)}
    return Parsed(value, catalogue.NUMBER_FROM_TEXT, seen)
