"""Words in cells: normalised, compared and shown again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches

from lib.findings.finding import CatalogueEntry
from lib.plan.levels import number_code
from lib.plan.text import indonesian
from lib.plan.text.clean_text import tidy
from lib.typeface.fitting import shorten

NUMBER_LIMIT = 1e15
"""Excel keeps fifteen digits; beyond them a number is no longer what was typed."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_GLYPHS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    }
)
_ERRORS = frozenset(
    f"#{word}"
    for word in (
        *("NULL!", "DIV/0!", "VALUE!", "REF!", "NAME?", "NUM!", "N/A", "SPILL!", "CALC!"),
        *("FIELD!", "BLOCKED!", "CONNECT!", "GETTING_DATA", "ERROR!"),
    )
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A cell's value and, where something is to be said of it, the entry that says it."""

    value: str | float | bool | None
    entry: CatalogueEntry | None = None
    values: Mapping[str, object] = field(default_factory=dict)


BLANK = Parsed(None)


def is_blank(raw: object) -> bool:
    """Tell whether a cell holds nothing, or spaces and invisible signs alone."""
    return raw is None or (isinstance(raw, str) and not tidy(raw))


def is_error(raw: object) -> bool:
    """Tell whether a saved value is one of Excel's error words, such as `#N/A`."""
    return isinstance(raw, str) and raw.startswith("#") and raw.strip().upper() in _ERRORS


def unescaped(raw: str) -> str:
    """Turn the characters that a file holds written out, such as `_x000D_`, into themselves."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), raw) if "_x" in raw else raw


def fold(raw: str) -> str:
    """Reduce a text to what its meaning rests on: no case, single spaces."""
    return " ".join(tidy(raw).split()).casefold()


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts differ at most in case, spaces and which dash or quote stands."""
    mine, theirs = (
        fold(unicodedata.normalize("NFKC", text.translate(_GLYPHS))) for text in (one, other)
    )
    return mine == theirs


def code(raw: str) -> str:
    """Reduce a code or header to letters, digits and points: `I. 1. B` becomes `i.1.b`."""
    return number_code(tidy(raw))


def nearest(word: str, candidates: Mapping[str, str]) -> str | None:
    """Return the candidate whose folded key comes closest to the folded word, if any does."""
    found = get_close_matches(word[:100], list(candidates), n=1, cutoff=0.6)
    return candidates[found[0]] if found else None


def suggestion(word: str, candidates: Mapping[str, str]) -> str:
    """Write the nearest candidate as a sentence to append; empty where none comes close."""
    guess = nearest(word, candidates)
    return f" Barangkali maksudnya “{guess}”." if guess else ""


def shown(raw: object, limit: int = 60) -> str:
    """Write a raw value as the person saw it, a text cut to a length that fits a sentence."""
    match raw:
        case None:
            return "(kosong)"
        case bool():
            return "TRUE" if raw else "FALSE"
        case int() | float() if not abs(raw) < NUMBER_LIMIT:
            return "angka yang terlalu besar"
        case int() | float():
            return indonesian.number(raw, 6)
        case date():
            return written_date(raw)
        case time():
            return f"{raw:%H:%M}"
        case timedelta():
            return written_hours(raw)
        case _:
            return f"“{shorten(tidy(str(raw)), limit)}”"


def written_date(raw: date) -> str:
    """Write a date, with its time where it has one, day first."""
    if isinstance(raw, datetime) and raw.time() != time():
        return f"{indonesian.day(raw)} {raw:%H.%M}"
    return indonesian.day(raw)


def written_hours(raw: timedelta) -> str:
    """Write a span of time as hours and minutes, however many: `75:00`."""
    sign = "-" if raw < timedelta() else ""
    hours, rest = divmod(abs(raw), timedelta(hours=1))
    return f"{sign}{hours}:{rest // timedelta(minutes=1):02}"
