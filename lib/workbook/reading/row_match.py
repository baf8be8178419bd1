"""Rows of a progress sheet, recognised by their key and held against the plan's rows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.reporting.progress_frame import typed
from lib.plan.schema import KEY, PROGRESS_COLUMNS, Kind, Sheet, column
from lib.plan.text import indonesian
from lib.workbook.reading.cell_words import code, fold, is_blank, same_words, shown, suggestion
from lib.workbook.reading.sheet_tables import Table

SOURCES = {
    Sheet.ACTIVITY_PROGRESS: Sheet.PROGRAM,
    Sheet.INDICATOR_PROGRESS: Sheet.INDICATOR,
}
"""The sheet that a progress sheet's grey columns are copies of."""
_SUGGESTIONS = 20
"""Searching the nearest key takes long in long plans; the first findings have one."""
_LISTED = 5
_COPIED = 1_000
"""A locked text is told in full, so that it can be copied back."""

Key = tuple[str, int]


def match(
    raw: pd.DataFrame, planned: pd.DataFrame, table: Table, found: list[Finding]
) -> pd.DataFrame:
    """Return the plan's rows as the sheet fills them in, in the plan's order.

    `raw` holds the sheet's columns as read, `planned` the same rows with nothing reported; the
    result keeps the Excel rows of `raw` and the locked texts of `planned`. Rows without a key
    of the plan, doubled and missing ones are reported and left out.
    """
    by_key = _by_key(planned)
    rows = _rows(raw, planned, by_key, table, found)
    if len(rows) == len(raw):
        # Otherwise a missing row may well be the one whose key is wrong.
        _say_missing(planned, set(by_key.values()) - set(rows.values()), table, found)
    labels = sorted(rows, key=lambda row: rows[row])
    if labels != sorted(labels):
        found.append(catalogue.ROWS_REORDERED.at(table.title))
    matched = planned.iloc[[rows[row] for row in labels]].set_axis(labels, axis=0)
    columns = PROGRESS_COLUMNS[table.sheet]
    filled = raw.loc[labels]
    for item in columns:
        if item.locked:
            _say_changed(filled[item.name], matched[item.name], table, item.name, found)
            continue
        values = filled[item.name]
        if item.kind is Kind.MEASURE:
            values = values.where(values.notna(), np.nan)
        matched = matched.assign(**{item.name: values})
    return typed(matched, columns)


def _by_key(planned: pd.DataFrame) -> dict[Key, int]:
    """Return the position of each key's first row."""
    keys = [(code(no), year) for no, year in zip(planned["no"], planned["tahun"], strict=True)]
    return {key: position for position, key in reversed(list(enumerate(keys)))}


def _rows(
    raw: pd.DataFrame,
    planned: pd.DataFrame,
    by_key: dict[Key, int],
    table: Table,
    found: list[Finding],
) -> dict[int, int]:
    """Map each Excel row to its position in the plan; report what has none or a taken one."""
    rows: dict[int, int] = {}
    firsts: dict[int, int] = {}
    unknown: list[tuple[int, str, int]] = []
    for row, no, year in zip(raw.index, raw["no"], raw["tahun"], strict=True):
        if no is None or year is None:
            _say_incomplete(row, no, year, table, found)
            continue
        position = by_key.get((code(no), year))
        if position is None:
            unknown.append((row, no, year))
        elif position in firsts:
            address, first = table.address(row, "no"), firsts[position]
            entry = catalogue.KEY_DOUBLED
            found.append(entry.at(table.title, address, no=no, year=year, first=first))
        else:
            firsts[position] = row
            rows[row] = position
    _say_unknown(unknown, planned, table, found)
    return rows


def _say_incomplete(
    row: int, no: str | None, year: int | None, table: Table, found: list[Finding]
) -> None:
    names = [name for name, value in zip(KEY, (no, year), strict=True) if value is None]
    headers = indonesian.listing(column(table.sheet, name).header for name in names)
    address = table.address(row, names[0]) if _has_copies(table, row) else _first(table, row)
    found.append(catalogue.KEY_MISSING.at(table.title, address, headers=headers))


def _has_copies(table: Table, row: int) -> bool:
    """Tell whether any of a row's grey copies is left, so that its key can be written back."""
    copies = [item.name for item in PROGRESS_COLUMNS[table.sheet] if item.locked]
    return any(not is_blank(table.value(row, name)) for name in copies)


def _first(table: Table, row: int) -> str:
    """Name the first cell of a row that holds anything: there is nothing else to see of it."""
    filled = [name for name in table.columns if not is_blank(table.value(row, name))]
    return table.address(row, min(filled, key=lambda name: table.columns[name]))


def _say_unknown(
    unknown: list[tuple[int, str, int]], planned: pd.DataFrame, table: Table, found: list[Finding]
) -> None:
    """Report keys outside the plan; a known NO lists its years, another one its nearest."""
    printed = {code(no): no for no in planned["no"]}
    for index, (row, no, year) in enumerate(unknown):
        known = printed.get(code(no))
        if known is not None:
            years = planned.loc[planned["no"] == known, "tahun"]
            hint = f" Tahun yang direncanakan: {indonesian.listing(map(str, years))}."
        else:
            hint = suggestion(code(no), printed) if index < _SUGGESTIONS else ""
        address = table.address(row, "tahun" if known else "no")
        entry = catalogue.KEY_UNKNOWN
        found.append(entry.at(table.title, address, no=no, year=year, nearest=hint))


def _say_missing(
    planned: pd.DataFrame, missing: set[int], table: Table, found: list[Finding]
) -> None:
    if not missing:
        return
    first = planned.iloc[sorted(missing)[:_LISTED]]
    listed = [f"{no} tahun {year}" for no, year in zip(first["no"], first["tahun"], strict=True)]
    if len(missing) > _LISTED:
        listed.append(f"{len(missing) - _LISTED} baris lain")
    keys = indonesian.listing(listed)
    found.append(catalogue.ROW_MISSING.at(table.title, count=len(missing), keys=keys))


def _say_changed(
    written: pd.Series, planned: pd.Series, table: Table, name: str, found: list[Finding]
) -> None:
    """Report locked cells that differ from the plan; case and spaces are only tidied."""
    header, source = column(table.sheet, name).header, SOURCES[table.sheet]
    differing = written.index[(written != planned).to_numpy(dtype=bool)]
    for row in differing:
        mine, theirs = written[row], planned[row]
        if _same(mine, theirs, name):
            # Another dash or quote in a locked text is Excel's doing, and nothing to tidy.
            if mine is not None and (name in KEY or fold(mine) == fold(theirs)):
                entry, values = catalogue.TEXT_TIDIED, {"seen": shown(mine)}
                found.append(entry.at(table.title, table.address(row, name), **values))
            continue
        values = {
            "header": header,
            "seen": shown(mine),
            "source": source,
            "expected": shown(None if theirs != theirs else theirs, limit=_COPIED),
        }
        address = table.address(row, name)
        found.append(catalogue.LOCKED_CHANGED.at(table.title, address, **values))


def _same(mine: Any, theirs: Any, name: str) -> bool:
    if mine is None or theirs != theirs:
        return mine is None and theirs != theirs
    if name in KEY:
        return True
    return same_words(mine, theirs)
