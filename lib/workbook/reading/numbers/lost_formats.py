"""Numbers of the base whose look was lost: percentages without their format, zeros not shown.

A program that saves 75 % as 0,75 without its format makes an error of every percentage, though
nobody changed one. Where the hundredfold is what the version of the copy holds, nothing is
doubtful: one warning for them all takes the place of the errors. A 0 that a sheet or a format
hides and that the base holds, too, changes nothing, however it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd
from openpyxl.utils.cell import coordinate_to_tuple

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.plan import Plan
from lib.plan.schema import KEY, Sheet
from lib.plan.text import indonesian
from lib.workbook.reading.sheet_tables import Table

_PERCENTS = {catalogue.PERCENT_AMBIGUOUS.code, catalogue.MEASURE_SMALL.code}
_HIDDEN = catalogue.SHOWN_OTHERWISE.code


class _Lost(NamedTuple):
    """A cell whose number, read as a percentage or as the 0 it is, is the base's."""

    finding: Finding
    row: int
    name: str
    value: float


def settle(
    plan: Plan, tables: Mapping[Sheet, Table], found: list[Finding], base: Plan
) -> tuple[Plan, list[Finding]]:
    """Return the plan with such cells read, and the findings with one warning per sheet for them.

    `base` is the version that the copy was made from.
    """
    frames = (
        (Sheet.ACTIVITY_PROGRESS, plan.activity_progress, base.activity_progress),
        (Sheet.INDICATOR_PROGRESS, plan.indicator_progress, base.indicator_progress),
    )
    read = []
    for sheet, frame, before in frames:
        lost = list(_lost(tables[sheet], frame, before, found))
        read.append(_filled(frame, lost))
        found = _told(tables[sheet], lost, found)
    return plan.with_progress(*read), found


def _lost(
    table: Table, frame: pd.DataFrame, before: pd.DataFrame, found: list[Finding]
) -> Iterator[_Lost]:
    known = before.drop_duplicates(list(KEY)).set_index(list(KEY))
    names = {place: name for name, place in table.columns.items()}
    for finding in found:
        if finding.code not in {*_PERCENTS, _HIDDEN} or finding.sheet != table.title:
            continue
        if not finding.cell:
            continue
        row, column = coordinate_to_tuple(finding.cell)
        name = str(names[column - 1])
        if row not in frame.index:
            continue
        key = tuple(frame.loc[row, list(KEY)])
        value: Any = known.at[key, name] if key in known.index else None
        raw = table.value(row, name)
        if (raw == value == 0) if finding.code == _HIDDEN else _is_hundredth(raw, value):
            yield _Lost(finding, row, name, float(value))


def _is_hundredth(raw: Any, value: Any) -> bool:
    are_numbers = isinstance(raw, int | float) and isinstance(value, int | float)
    return are_numbers and round(raw * 100, 6) == round(value, 6)


def _filled(frame: pd.DataFrame, lost: list[_Lost]) -> pd.DataFrame:
    filled = frame.copy()
    for cell in lost:
        filled.at[cell.row, cell.name] = cell.value
    return filled


def _told(table: Table, lost: list[_Lost], found: list[Finding]) -> list[Finding]:
    """Put one warning at the first percentage in the place of what was said of each cell."""
    settled = {id(cell.finding) for cell in lost}
    found = [finding for finding in found if id(finding) not in settled]
    percents = [cell for cell in lost if cell.finding.code in _PERCENTS]
    if not percents:
        return found
    first = percents[0]
    others = f" dan {len(percents) - 1} sel lain di lembar ini" if len(percents) > 1 else ""
    told = catalogue.PERCENT_FORMAT_LOST.at(
        table.title,
        first.finding.cell,
        others=others,
        seen=indonesian.number(table.value(first.row, first.name), 6),
        value=indonesian.percent(first.value, 4),
    )
    return [told, *found]
