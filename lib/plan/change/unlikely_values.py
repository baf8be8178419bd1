"""Values that are allowed and hardly ever meant: quarters by themselves, days, other units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_WHOLE = (98, 102)
"""What four quarters reported by themselves add up to, in percent."""
_HALF = 60
"""No single quarter of such a year does more; 0, 0, 0, 100 is a late but cumulative one."""
_DAYS = (43_000, 50_000)
"""Excel's numbers of the days from 2017 to 2036."""
_FAR = 20
_THOUSAND = 500
"""A factor that no correction has and a thousand or a million always."""
_SMALLEST = 100_000
"""No budget of an activity is smaller, in rupiah."""


def is_per_quarter(row: Mapping[str, Any], names: Sequence[str]) -> bool:
    """Tell whether a row's four quarters look each reported by itself.

    A row with a KETERANGAN is left alone: what stopped stays where it was.
    """
    quarters = [float(row[name]) for name in names if name in row]
    if len(quarters) < len(names) or row.get("keterangan"):
        return False
    return _WHOLE[0] <= sum(quarters) <= _WHOLE[1] and max(quarters) <= _HALF


def is_date_serial(value: float, others: Iterable[float]) -> bool:
    """Tell whether a figure is the number of a day and far from the indicator's other figures."""
    known = [abs(other) for other in others if other]
    if not _DAYS[0] <= value < _DAYS[1] or not known:
        return False
    return value > _FAR * max(known)


def is_other_unit(column: str, before: float | None, after: float) -> bool:
    """Tell whether an amount looks written in thousands or millions of rupiah, or out of them.

    What was spent may well grow a thousandfold in a year; a ceiling does not.
    """
    if not after:
        return False
    if after < _SMALLEST or (before and before / after >= _THOUSAND):
        return True
    return bool(before) and column == "pagu_anggaran" and after / before >= _THOUSAND  # type: ignore[operator]
