"""Days: real dates of Excel, and the ways in which people write them out."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from lib.findings import catalogue
from lib.plan.text import indonesian
from lib.plan.text.clean_text import tidy
from lib.workbook.reading.cell_words import Parsed, fold, shown, written_date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]0{1,2}[:.]00(?:[:.]00(?:\.0+)?)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2})[\s./-]+([a-z]+)[\s./-]+(\d{4})")
_WEEKDAY = re.compile(r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s+")
_OTHER_NAMES = {
    "january": 1,
    "february": 2,
    "pebruari": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "agt": 8,
    "ags": 8,
    "october": 10,
    "nopember": 11,
    "nop": 11,
    "december": 12,
    "oct": 10,
    "dec": 12,
    "aug": 8,
}
_MONTHS = {
    **{name.casefold(): number for number, name in enumerate(indonesian.MONTHS, 1)},
    **{name[:3].casefold(): number for number, name in enumerate(indonesian.MONTHS, 1)},
    **_OTHER_NAMES,
}
_YEARS = range(2000, 2101)
"""A day of a plan lies within them."""
_FIRST_DAY = date(1899, 12, 30)
"""Excel counts its days from here."""
_LAST_NUMBER = 73_050
_TWELVE = 12


def day(raw: object) -> Parsed:
    """Read a day as a text such as `2026-11-25`; what has two readings is said.

    A text is read day first, as it is written here; where day and month could change places, the
    reading needs a yes. A bare number is refused, for nobody sees a day in it.
    """
    if isinstance(raw, date):
        return _real(raw)
    if isinstance(raw, str):
        return _written(raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool) and 1 <= raw < _LAST_NUMBER:
        read = indonesian.day(_FIRST_DAY + timedelta(days=int(raw)))
        return Parsed(None, catalogue.DATE_NUMBER, {"seen": shown(raw), "value": read})
    return _refused(raw)


def _real(raw: date) -> Parsed:
    if raw.year not in _YEARS:
        return _refused(raw)
    found = raw.date() if isinstance(raw, datetime) else raw
    if isinstance(raw, datetime) and raw.time() != time():
        return _read(found, written_date(raw))
    return Parsed(found.isoformat())


def _written(raw: str) -> Parsed:
    words = _WEEKDAY.sub("", fold(raw), count=1)
    if match := _ISO.fullmatch(words):
        year, month, number = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.fullmatch(words):
        number, month, year = (int(part) for part in match.groups())
    elif (match := _IN_WORDS.fullmatch(words)) and match[2] in _MONTHS:
        number, month, year = int(match[1]), _MONTHS[match[2]], int(match[3])
    else:
        return _refused(raw)
    try:
        found = date(year, month, number)
    except ValueError:
        return _refused(raw)
    if year not in _YEARS:
        return _refused(raw)
    if raw == found.isoformat():
        return Parsed(raw)
    if _DAY_FIRST.fullmatch(words) and number <= _TWELVE and number != month:
        values = {"seen": shown(raw), "value": indonesian.day(found)}
        return Parsed(found.isoformat(), catalogue.DATE_DOUBTFUL, values)
    return _read(found, tidy(raw))


def _read(found: date, seen: str) -> Parsed:
    values = {"seen": f"“{seen}”", "value": indonesian.day(found)}
    return Parsed(found.isoformat(), catalogue.DATE_READ, values)


def _refused(raw: object) -> Parsed:
    return Parsed(None, catalogue.DATE_INVALID, {"seen": shown(raw)})
