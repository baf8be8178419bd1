"""How numbers, dates and lists are written in Bahasa Indonesia."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

WIB = timezone(timedelta(hours=7), "WIB")
MISSING = "–"
"""Stands where nothing is known; never a zero."""

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def number(value: float | None, decimals: int = 1) -> str:
    """Write a number as `1.234,5`, without trailing zeros; `–` for None and NaN."""
    if value is None or math.isnan(value):
        return MISSING
    text = f"{value:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text == "-0":
        text = "0"
    return text.translate(str.maketrans(",.", ".,"))


def percent(value: float | None, decimals: int = 1) -> str:
    """Write a percentage (0 to 100) as `71,2%`; `–` for None and NaN."""
    text = number(value, decimals)
    return text if text == MISSING else f"{text}%"


def rupiah(value: float | None) -> str:
    """Write an amount as `Rp1.250.000`; `–` for None and NaN."""
    text = number(value, 0)
    return text if text == MISSING else f"Rp{text}"


def day(value: date) -> str:
    """Write a date as `11 September 2023`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """Write an aware time in WIB, such as `3 Oktober 2024 09.14 WIB`."""
    local = value.astimezone(WIB)
    return f"{day(local)} {local:%H.%M} WIB"


def listing(words: Iterable[str], conjunction: str = "dan") -> str:
    """Join words as a sentence does: `a`, `a dan b`, `a, b, dan c`."""
    words = list(words)
    if len(words) < 3:
        return f" {conjunction} ".join(words)
    return f"{', '.join(words[:-1])}, {conjunction} {words[-1]}"
