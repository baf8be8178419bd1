"""Cells that hold numbers: percentages, rupiah, years and an indicator's figures.

A number is read by what its cell shows (see `shown_numbers`); one that was typed as text is
taken where it has one reading only. Where there are two, both are named and nothing is guessed.
"""

from __future__ import annotations

import re
from datetime import date

from lib.findings import catalogue
from lib.findings.finding import CatalogueEntry
from lib.plan import schema
from lib.plan.cell_rules import is_amount, is_percent, is_yes_no
from lib.plan.text import indonesian
from lib.plan.text.clean_text import tidy
from lib.workbook.reading.cell_words import BLANK, Parsed, fold, is_blank, shown
from lib.workbook.reading.numbers.shown_numbers import ShownNumber, plain, seen, shown_number
from lib.workbook.reading.numbers.typed_numbers import from_text, read
from lib.xlsx.number_format import GENERAL

_CURRENCY = re.compile(r"^(?:rp|idr)\.?\s*", re.IGNORECASE)
_DASH_ENDING = re.compile(r",-+$")
_PERCENT_ENDING = re.compile(r"\s*(?:%|persen)$", re.IGNORECASE)
_PERCENT_UNITS = frozenset({"%", "persen", "persentase"})
_YEAR_ALONE = re.compile(r"(?:\[\$-[^\]]*\])?(?:yyyy|e)(?:;@)?", re.IGNORECASE)
"""Formats under which a date shows nothing but its year."""
_YES_NO = {fold(word): word for word in (schema.YES, schema.NO)}
_RUPIAH_WORDS = frozenset(
    {"rp", "idr", "rupiah"}
    | {"ribu", "rb", "juta", "jt", "miliar", "milyar", "mlr", "m", "triliun", "trilyun", "t"}
)
_VISIBLE = 0.05
"""Screens show one decimal of a percentage: what rounding hides below it changes nothing."""
_PLAUSIBLE = 200
"""Up to here a percentage may have been meant as it looks: more was done than planned."""


def percent(raw: object, number_format: str = GENERAL) -> Parsed:
    """Read a percentage from 0 to 100 by what the person saw."""
    if is_blank(raw):
        return BLANK
    if isinstance(raw, str):
        return _percent_words(raw)
    number = shown_number(raw, number_format)
    if isinstance(number, Parsed):
        return number
    if number.is_percent:
        return _multiplied(number)
    is_sure = number.has_sign and not number.is_rounded
    if 0 < number.exact <= 1 and not is_sure:
        return _two_percentages(number.exact, _both(number))
    if number.has_sign or number.exact == 0:
        return _shown_percentage(number, None)
    return _shown_percentage(number, catalogue.PERCENT_UNFORMATTED)


def _percent_words(raw: str) -> Parsed:
    """Read a percentage that was typed as text."""
    words, has_sign = _without_percent_sign(raw)
    value = from_text(raw, words)
    if isinstance(value, Parsed):
        return value
    if 0 < value <= 1 and not has_sign:
        return _two_percentages(value, shown(raw))
    if not is_percent(value):
        return Parsed(None, catalogue.PERCENT_RANGE, {"seen": shown(raw)})
    return read(value, raw)


def _without_percent_sign(raw: str) -> tuple[str, bool]:
    """Return a text without its percent sign, and whether it had one."""
    clean = tidy(raw)
    words = _PERCENT_ENDING.sub("", clean)
    return words, words != clean


def _multiplied(number: ShownNumber) -> Parsed:
    """Read a cell under a percent format: as shown, or as 75 pasted there, shown as 7500%."""
    pasted = indonesian.percent(number.raw, 4)
    if number.figure <= 100:
        return _shown_percentage(number, None)
    if number.figure <= _PLAUSIBLE:
        values = {"first": number.text, "second": pasted}
        return Parsed(None, catalogue.PERCENT_OVER, values)
    if number.raw <= 100:
        values = {"seen": number.text, "value": pasted}
        return Parsed(round(number.raw, 10), catalogue.PERCENT_SCALE, values)
    return Parsed(None, catalogue.PERCENT_RANGE, {"seen": number.text})


def _shown_percentage(number: ShownNumber, entry: CatalogueEntry | None) -> Parsed:
    """Take a percentage as shown, its hidden decimals with it, unless they change its meaning."""
    exact, figure = number.exact, number.figure
    if not is_percent(figure):
        return Parsed(None, catalogue.PERCENT_RANGE, {"seen": number.text})
    value = exact if is_percent(exact) else figure
    words = {"shown": number.text, "value": indonesian.percent(value, 4)}
    if abs(exact - figure) < _VISIBLE:
        return Parsed(value, entry, {"value": words["value"]} if entry else {})
    if figure in (0, 100):
        words["exact"] = indonesian.percent(exact, 4)
        return Parsed(value, catalogue.ROUNDED_AWAY, words)
    return Parsed(value, catalogue.DIGITS_HIDDEN, words)


def _two_percentages(value: float, words: str) -> Parsed:
    first, second = indonesian.percent(round(value * 100, 10), 4), indonesian.percent(value, 4)
    return Parsed(
        None, catalogue.PERCENT_AMBIGUOUS, {"seen": words, "first": first, "second": second}
    )


def _both(number: ShownNumber) -> str:
    """Write a number as its cell shows it, and as it is where that is another figure."""
    exact = plain(number.exact)
    return f"{exact} (tampil {number.text})" if number.is_rounded else number.text


def amount(raw: object, number_format: str = GENERAL) -> Parsed:
    """Read an amount in rupiah, zero or more."""
    if is_blank(raw):
        return BLANK
    if isinstance(raw, str):
        value = _rupiah_words(raw)
        return value if isinstance(value, Parsed) else _rupiah(value, raw, shown(raw))
    number = shown_number(raw, number_format)
    if isinstance(number, Parsed):
        return _dash_zero(raw, number)
    if number.is_percent or number.has_sign:
        return Parsed(None, catalogue.NUMBER_INVALID, {"seen": number.text})
    if number.words - _RUPIAH_WORDS:
        values = {"shown": f"“{number.text}”", "raw": f"{plain(number.raw)} rupiah"}
        return Parsed(None, catalogue.SHOWN_OTHERWISE, values)
    return _rupiah(number.raw, raw, plain(number.raw))


def _dash_zero(raw: object, parsed: Parsed) -> Parsed:
    """Read the zero that formats of accountants show as a dash; anything else stays refused."""
    is_dash = str(parsed.values.get("shown", "")).strip("“” ") in ("-", "–", "—")
    if parsed.entry is catalogue.SHOWN_OTHERWISE and raw == 0 and is_dash:
        return Parsed(0.0, catalogue.DASH_ZERO, {"shown": parsed.values["shown"]})
    return parsed


def _rupiah(value: float, raw: object, words: str) -> Parsed:
    if not is_amount(value):
        return Parsed(None, catalogue.AMOUNT_NEGATIVE, {"seen": words})
    if value % 1 and value < 1000:
        readings = {"seen": words, "value": indonesian.number(value, 6)}
        return Parsed(value, catalogue.AMOUNT_FRACTION, readings)
    return read(value, raw)


def _rupiah_words(raw: str) -> float | Parsed:
    """Read an amount in words; with `Rp` before it or `,-` after it, points group thousands."""
    clean = tidy(raw)
    bare = _DASH_ENDING.sub("", _CURRENCY.sub("", clean)).strip()
    if bare != clean and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", bare):
        return float(bare.replace(".", ""))
    return from_text(raw, bare)


def year(raw: object, number_format: str = GENERAL) -> Parsed:
    """Read a year of four digits."""
    if is_blank(raw):
        return BLANK
    if isinstance(raw, date) and _YEAR_ALONE.fullmatch(number_format):
        return Parsed(raw.year)
    number = from_text(raw, tidy(raw)) if isinstance(raw, str) else _raw(raw, number_format)
    if isinstance(number, Parsed) or not (1900 <= number <= 2200 and number == int(number)):
        return Parsed(
            None, catalogue.YEAR_INVALID, {"seen": seen(raw, number_format) or shown(raw)}
        )
    if not isinstance(raw, str):
        return Parsed(int(number))
    values = {"seen": shown(raw), "value": str(int(number))}
    return Parsed(int(number), catalogue.NUMBER_FROM_TEXT, values)


def _raw(raw: object, number_format: str) -> float | Parsed:
    number = shown_number(raw, number_format)
    return number if isinstance(number, Parsed) else number.raw


def measure(raw: object, number_format: str = GENERAL, unit: str | None = None) -> Parsed:
    """Read an indicator's figure: a number, or Ya or Tidak.

    Whether it fits the row's SATUAN is a rule of the plan, since the two may change apart.
    """
    if is_blank(raw):
        return BLANK
    word = _yes_or_no(raw)
    if word is not None:
        return _word(word, raw)
    if is_yes_no(unit):
        return _number_beside_yes_no(raw, number_format, unit)
    if isinstance(raw, str):
        return _measure_words(raw, unit)
    number = shown_number(raw, number_format, unit)
    return number if isinstance(number, Parsed) else _number_measure(number, unit)


def _yes_or_no(raw: object) -> str | None:
    if isinstance(raw, bool):
        return schema.YES if raw else schema.NO
    return _YES_NO.get(fold(raw)) if isinstance(raw, str) else None


def _mismatch(entry: CatalogueEntry, words: str, unit: str | None) -> Parsed:
    written = f"“{unit}”" if unit else "kosong"
    return Parsed(None, entry, {"seen": words, "unit": written})


def _number_beside_yes_no(raw: object, number_format: str, unit: str | None) -> Parsed:
    """Read a number whose SATUAN asks for Ya or Tidak; anything else is refused here."""
    value = from_text(raw, tidy(raw)) if isinstance(raw, str) else _raw(raw, number_format)
    if isinstance(value, Parsed):
        return _mismatch(catalogue.UNIT_YES_NO, seen(raw, number_format) or shown(raw), unit)
    return Parsed(value)


def _word(word: str, raw: object) -> Parsed:
    if word == raw:
        return Parsed(word)
    return Parsed(word, catalogue.CHOICE_TIDIED, {"seen": shown(raw), "value": word})


def _measure_words(raw: str, unit: str | None) -> Parsed:
    """Read an indicator's figure that was typed as text."""
    words, has_sign = _without_percent_sign(raw)
    value = from_text(raw, words)
    if isinstance(value, Parsed):
        return value
    if has_sign and not is_percent_unit(unit):
        return _mismatch(catalogue.UNIT_PERCENT, shown(raw), unit)
    if is_percent_unit(unit) and 0 < value <= 1 and not has_sign:
        return _small(value, shown(raw))
    return read(value, raw)


def _number_measure(number: ShownNumber, unit: str | None) -> Parsed:
    value = number.exact
    if number.has_sign and not is_percent_unit(unit):
        return _mismatch(catalogue.UNIT_PERCENT, number.text, unit)
    if is_percent_unit(unit) and 0 < value <= 1 and not number.is_percent:
        if not number.has_sign:
            return _small(value, _both(number))
        if number.is_rounded:
            return _two_percentages(value, _both(number))
    # Above 1000% the cell more likely holds 75 that was pasted under a percent format.
    if number.is_percent and abs(value) > 1000:
        return _two_percentages(number.raw, number.text)
    return _shown_measure(number)


def _small(value: float, words: str) -> Parsed:
    values = {"seen": words, "value": indonesian.percent(value, 4)}
    return Parsed(value, catalogue.MEASURE_SMALL, values)


def _shown_measure(number: ShownNumber) -> Parsed:
    """Take a figure as shown, its hidden decimals with it."""
    exact, figure = number.exact, number.figure
    sign = "%" if number.has_sign else ""
    words = {"shown": number.text, "value": plain(exact) + sign, "exact": plain(exact) + sign}
    if exact and not figure:
        return Parsed(exact, catalogue.ROUNDED_AWAY, words)
    if abs(exact - figure) > _VISIBLE / 10 * abs(exact):
        return Parsed(exact, catalogue.DIGITS_HIDDEN, words)
    return Parsed(exact)


def is_percent_unit(unit: str | None) -> bool:
    """Tell whether a SATUAN counts in percent."""
    return fold(unit or "") in _PERCENT_UNITS
