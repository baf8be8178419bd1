"""Times as a decree writes them: years, quarters, months and words such as "setiap tahun"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.decree.words.numbering import roman_value
from lib.plan.schema import ROMAN
from lib.plan.text import indonesian

_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?![\d.]\d|\d)")
_TO = r"\s*(?:-|–|—|−|/|s/d|s\.d\.?|sd\.?|s/d\.|sampai(?:\s+dengan)?|hingga|to)\s*"
_SPAN = re.compile(rf"((?:19|20)\d\d){_TO}((?:19|20)\d\d|\d\d)(?!\d)", re.IGNORECASE)
_MONTH_WORDS = (
    r"jan(?:uari)?", r"feb(?:r?uari|r)?|peb(?:ruari)?", r"mar(?:et|t)?", r"apr(?:il)?", r"mei",
    r"jun[i]?", r"jul[iy]?", r"ag(?:u?st?(?:us)?|s|t)|agu", r"sep(?:t(?:ember)?)?",
    r"okt(?:ober)?|oct", r"nov(?:ember)?|nop(?:ember)?", r"des(?:ember)?|dec",
)  # fmt: skip
_MONTHS = tuple(re.compile(rf"(?:bulan\s+)?(?:{words})\.?", re.I) for words in _MONTH_WORDS)
_ANY_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTH_WORDS)})\b\.?", re.IGNORECASE)
_SHORT_YEAR = re.compile(
    rf"\b(?:{'|'.join(_MONTH_WORDS)})\.?\s?[-'’]\s?(\d\d)(?!\d)", re.IGNORECASE
)
_QUARTER = re.compile(
    r"(?:tri\s?wulan|tri\s?w\.?|t\.?\s?w|trw|q|kuartal|kwartal|caturwulan)\s*\.?\s*(?:ke)?[- ]?"
    r"(i{1,3}v?|iv|[1-4])(?![\da-z])",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?:semester|sem|smt|smtr)\s*\.?\s*(?:ke)?[- ]?(ii?|[12])(?![\da-z])", re.IGNORECASE
)
_WEEK = re.compile(r"(?:minggu|mgg?|m|w)\s*\.?\s*(?:ke)?[- ]?(v|iv|i{1,3}|[1-5])", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?:tahun|thn?\.?)\s*(?:ke)?\s*[- ]?\s*(i{1,3}|iv|vi{0,3}|[1-9])(?![\d])\b", re.IGNORECASE
)
_EVERY_YEAR = re.compile(
    r"(?:(?:di)?(?:setiap|tiap|per|seluruh|semua|tiap-tiap|sepanjang|selama)\s+(?:tahun|periode)|"
    r"tahunan|berkelanjutan|terus[- ]menerus|kontin(?:yu|u)|continue|rutin|berkala)",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"(?:setiap|tiap|per|se)\s*(?:bulan|triwulan|semester|minggu|hari|saat|kuartal)|bulanan|"
    r"mingguan|harian|triwulanan|sewaktu-waktu|insident[ia]l|sesuai kebutuhan|"
    r"\d+\s*(?:x|kali)\s*(?:dalam\s+)?(?:setahun|se ?tahun|per tahun|/ ?tahun|satu tahun)",
    re.IGNORECASE,
)
_MONTH_CODE = re.compile(r"b(0[1-9]|1[0-2])", re.IGNORECASE)
"""How action plans of the ministries call the months in which they report: B04, B08, B12."""
_TO_SPLIT = re.compile(_TO, re.IGNORECASE)
_UNTIL = re.compile(r"(?:s/d|s\.d\.?|sd\.?|sampai|hingga)\s", re.IGNORECASE)
_SINCE = re.compile(
    r"^(?:mulai|sejak)\b|\b(?:dst|dan seterusnya|seterusnya|selesai)\b", re.IGNORECASE
)
_COUNTED = re.compile(r"tahun(?: ke[- ]*)?\s*$")
"""A header under which years are counted instead of named."""
_FILLER = re.compile(
    r"\b(?:tahun|thn?|ta|t\.a|anggaran|dan|sampai|dengan|hingga|to|sd|s|d)\b", re.I
)


@dataclass(frozen=True, slots=True)
class When:
    """What a text says of time."""

    years: tuple[int, ...]
    more: bool
    """Whether it says more than years: quarters, months, how often."""
    sure: bool = True


def years_in(text: str) -> tuple[int, ...]:
    """List the years a text names, spans filled: "2025-2027" is three."""
    bare = _ANY_MONTH.sub(" ", _QUARTER.sub(" ", _HALF.sub(" ", text)))
    bare = re.sub(r"\b(?:tahun|thn?|ta)\b\.?", " ", bare, flags=re.IGNORECASE)
    bare = re.sub(rf"\b\d{{1,2}}\s+(?={_YEAR.pattern})", " ", bare)
    found = {int(year) for year in _YEAR.findall(bare)}
    for first, last in _SPAN.findall(bare):
        end = int(last) if len(last) == 4 else int(first[:2] + last)
        if int(first) <= end <= int(first) + 30:
            found.update(range(int(first), end + 1))
    if not found:
        found = {2000 + int(year) for year in _SHORT_YEAR.findall(text)}
    return tuple(sorted(found))


def read(text: str, period: tuple[int, ...]) -> When:
    """Read a cell of a time column; `period` lists the plan's years as far as known."""
    text = " ".join(text.split())
    if years := years_in(text):
        return _open_ended(text, years, period) or When(years, _says_more(text))
    if relative := _relative(text, period):
        return When(relative, False)
    if period and _RECURRING.search(text):
        return When(period, True)
    if period and _EVERY_YEAR.search(text):
        return When(period, False)
    names_part = bool(_QUARTER.search(text) or _HALF.search(text) or _ANY_MONTH.search(text))
    return When(period, True, names_part and len(period) == 1)


def _open_ended(text: str, years: tuple[int, ...], period: tuple[int, ...]) -> When | None:
    """Read "s.d. 2027" or "mulai 2025" as far as the plan goes, which is to be asked."""
    if len(years) != 1 or len(period) < 2:
        return None
    if _UNTIL.match(text):
        return When(tuple(year for year in period if year <= years[0]), False, False)
    if _SINCE.search(text):
        return When(tuple(year for year in period if year >= years[0]), False, False)
    return None


def _relative(text: str, period: tuple[int, ...]) -> tuple[int, ...]:
    """Read "Tahun I", "tahun ke-1 s.d. ke-3" as years of the plan."""
    found = [_ordinal(sign) for sign in _RELATIVE.findall(text)]
    span = re.search(
        rf"{_RELATIVE.pattern}{_TO}(?:ke-?\s?)?(i{{1,3}}|iv|vi{{0,3}}|\d)\b", text, re.I
    )
    if span:
        found = list(range(_ordinal(span[1]), _ordinal(span[2]) + 1))
    fits = found and all(0 < place <= len(period) for place in found)
    return tuple(sorted({period[place - 1] for place in found})) if fits else ()


def _says_more(text: str) -> bool:
    rest = _FILLER.sub(" ", _YEAR.sub(" ", text))
    rest = re.sub(r"\d\d(?!\d)", " ", rest) if _SPAN.search(text) else rest
    return any(sign.isalnum() for sign in rest)


def _ordinal(sign: str) -> int:
    return int(sign) if sign.isdecimal() else roman_value(sign) or 0


@dataclass(frozen=True, slots=True)
class Slot:
    """The time that one column stands for."""

    year: int | None = None
    part: str = ""
    """A part of the year as it is called: `TW I`, `Januari`, `Semester 2`."""
    quarter: int | None = None
    place: int | None = None
    """Which year of the plan, where the header counts years instead of naming them."""


def slot(path: tuple[str, ...]) -> Slot | None:
    """Read a column's header path as a time; None where it names none."""
    year: int | None = None
    place: int | None = None
    part: tuple[str, int | None] | None = None
    above = ""
    for text in path:
        words = " ".join(text.split())
        found = years_in(words)
        if len(found) == 1:
            year = found[0]
        elif relative := _RELATIVE.fullmatch(words):
            place = _ordinal(relative[1])
        elif _COUNTED.search(above) and year is None and (counted := _bare_value(words)):
            place = counted
        part = _part(words, above) or part
        above = f"{above} {words}".casefold()
    if year is None and place is None and part is None:
        return None
    return Slot(year, *(part or ("", None)), place)


def _part(words: str, above: str) -> tuple[str, int | None] | None:
    """Read a part of the year: its name and, where it is one, its quarter."""
    bare = re.sub(_YEAR.pattern, "", words).strip(" -()")
    if found := _QUARTER.fullmatch(bare):
        return bare, _ordinal(found[1])
    if found := _HALF.fullmatch(bare):
        return bare, 2 * _ordinal(found[1])
    if found := _MONTH_CODE.fullmatch(bare):
        return bare, (int(found[1]) + 2) // 3
    last = _TO_SPLIT.split(bare)[-1]
    for number, month in enumerate(_MONTHS, 1):
        if month.fullmatch(last) and _ANY_MONTH.match(bare):
            return bare, (number + 2) // 3
    return _bare_part(bare, above)


def _bare_part(bare: str, above: str) -> tuple[str, int | None] | None:
    """Read a bare `I` or `1` by what stands above it."""
    value = _bare_value(bare)
    if value <= 0:
        return None
    if re.search(r"tri ?wulan|\btw\b|kuartal", above) and value <= 4:
        return f"TW {ROMAN[value - 1]}", value
    if re.search(r"bulan|\bbln\b", above) and "triwulan" not in above and value <= 12:
        return indonesian.MONTHS[value - 1], (value + 2) // 3
    if re.search(r"semester", above) and value <= 2:
        return f"Semester {ROMAN[value - 1]}", 2 * value
    if _YEAR.search(above) and not bare.isdecimal() and value <= 4:
        return f"TW {ROMAN[value - 1]}", value
    return None


def _bare_value(bare: str) -> int:
    """Read a bare `IV` or `4`; 0 for anything else."""
    is_number = len(bare) < 5 and (bare.isdecimal() or bool(roman_value(bare)))
    return _ordinal(bare) if is_number else 0


def is_week(text: str, above: str) -> bool:
    """Tell whether a header names a week inside a month."""
    bare = text.strip()
    return bool(_WEEK.fullmatch(bare)) or (
        bare.isdecimal() and int(bare) <= 5 and bool(_ANY_MONTH.search(above))
    )
