"""Differences between two plans, cell by cell, and the way back.

Rows are told apart by key, never by where they stand in Excel: progress rows by NO and TAHUN,
rows of tables A and B by NO, those of registers by their key, particulars by BUTIR. The stamp
never counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any
from weakref import ref

import numpy as np
import pandas as pd

from lib.plan import schema
from lib.plan.ledger import (
    CONTENT,
    PLACE,
    PLANNED,
    TOP,
    YEAR,
    LedgerRows,
    keys,
    ledgers,
    plan_of,
)
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import column_of
from lib.plan.schema import Sheet
from lib.plan.table_a import extra_header, is_extra

TABLES = (Sheet.PROGRAM, Sheet.INDICATOR)
_KNOWN = "_differences"
"""Under this name a plan keeps what it changes against the plan it was last compared with."""

_HEADERS = {
    "no": schema.PROGRAM_HEADERS[0],
    "uraian": schema.PROGRAM_HEADERS[1],
    PLANNED: schema.PROGRAM_HEADERS[2],
    "pihak_terlibat": schema.PROGRAM_HEADERS[3],
    YEAR: schema.PROGRAM_HEADERS[2],
    **{column.name: column.header for column in schema.DETAIL_COLUMNS},
    "nomor": schema.INDICATOR_HEADERS[0],
    "program": schema.INDICATOR_HEADERS[1],
    "indikator": schema.INDICATOR_HEADERS[2],
    CONTENT: "ISI",
    PLACE: "LETAK",
}


class ChangeKind(StrEnum):
    """What became of a cell."""

    SET = "set"
    CLEARED = "cleared"
    """The cell is blank now; its row stands."""
    ADDED = "added"
    """A cell of a row that was not there."""
    REMOVED = "removed"
    """A cell of a row that is gone."""


Place = tuple[Sheet, str, int | None, str]
"""Names a cell: sheet, key, year, column."""


@dataclass(frozen=True, slots=True)
class Change:
    """One changed cell; `before` and `after` are numbers, texts, or None for blank.

    `year` is None outside the years. In table A the column `waktu` of a year holds `X`, and
    `tahun` (with a blank key) is a year's own column. `letak` names the key above which a row
    of table A or B was put, blank for the top; None where the row was not moved or is gone.
    """

    key: str
    year: int | None
    column: str
    before: Any
    after: Any
    sheet: Sheet = Sheet.ACTIVITY_PROGRESS
    kind: ChangeKind = ChangeKind.SET

    @property
    def place(self) -> Place:
        """The cell, whatever its values."""
        return (self.sheet, self.key, self.year, self.column)

    @property
    def header(self) -> str:
        """The column's header as the workbook prints it."""
        described = column_of(self.sheet, self.column)
        if described is not None:
            return described.header
        if is_extra(self.column):
            return extra_header(self.column)
        return _HEADERS[self.column]


def differences(before: Plan, after: Plan) -> tuple[Change, ...]:
    """List every changed cell between two plans: by sheet, then in the order of the rows.

    Order and labels of the progress rows do not count; printed order of tables A and B does.
    """
    if before is after:
        return ()
    known = vars(after).get(_KNOWN)
    if known is None or known[0]() is not before:  # a check asks three times
        known = vars(after)[_KNOWN] = ref(before), _differences(before, after)
    found: tuple[Change, ...] = known[1]
    return found


def _differences(before: Plan, after: Plan) -> tuple[Change, ...]:
    old, new = dict(ledgers(before)), dict(ledgers(after))
    for sheet, table in zip(TABLES, ("program", "indicators"), strict=True):
        moved = _moved(keys(getattr(before, table)), keys(getattr(after, table)))
        old[sheet], new[sheet] = _places_of(old[sheet], new[sheet], moved)
    return tuple(change for sheet in old for change in _compared(old[sheet], new[sheet], sheet))


def same(a: Plan, b: Plan) -> bool:
    """Tell whether two plans say the same."""
    return not differences(a, b)


def _moved(before: list[str], after: list[str]) -> set[str]:
    """Return the keys of `after` that are new or stand in another order than before."""
    if before == after:
        return set()
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    kept = {key for block in blocks for key in after[block.b : block.b + block.size]}
    return set(after) - kept


def _places_of(
    old: pd.DataFrame, new: pd.DataFrame, moved: set[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Leave in `PLACE` only what a change should say: rows put somewhere, and rows gone."""
    put = new.index.get_level_values("key").isin(list(moved))
    here = old.index.isin(new.index)
    return (
        old.assign(**{PLACE: old[PLACE].mask(here)}),
        new.assign(**{PLACE: new[PLACE].where(put)}),
    )


def _compared(old: pd.DataFrame, new: pd.DataFrame, sheet: Sheet) -> list[Change]:
    index = new.index
    added = removed = np.zeros(len(index), dtype=bool)
    if not old.index.equals(index):
        index = index.append(old.index.difference(index, sort=False))
        added, removed = ~index.isin(old.index), ~index.isin(new.index)
    left = old.reindex(index).to_numpy(dtype=object)
    right = new.reindex(index).to_numpy(dtype=object)
    left_blank, right_blank = pd.isna(left), pd.isna(right)
    changed = (left != right) & ~(left_blank & right_blank)
    changes = []
    for row, column in zip(*np.nonzero(changed), strict=True):
        kind = ChangeKind.CLEARED if right_blank[row, column] else ChangeKind.SET
        if added[row]:
            kind = ChangeKind.ADDED
        elif removed[row]:
            kind = ChangeKind.REMOVED
        key, year = index[row]
        before, after = _plain(left[row, column]), _plain(right[row, column])
        changes.append(
            Change(key, int(year) or None, str(new.columns[column]), before, after, sheet, kind)
        )
    return changes


def _plain(value: Any) -> Any:
    """Return a cell as JSON can hold it: None for blank, Python's own numbers."""
    if pd.isna(value):
        return None
    return value.item() if isinstance(value, np.generic) else value


def apply_changes(plan: Plan, changes: Iterable[Change]) -> Plan:
    """Return the plan with each change's `after` written in.

    Rows come out in canonical order (as printed, then by year) under a fresh workbook's labels.
    Progress rows follow table A's X marks and table B: a report whose row is no longer planned
    goes with it. `before` is not looked at. The stamp stays. KeyError for an unknown column.
    """
    by_sheet: dict[Sheet, list[Change]] = {}
    for change in changes:
        by_sheet.setdefault(change.sheet, []).append(change)
    sheets = ledgers(plan)
    written = {
        sheet: LedgerRows.of(_written(ledger, by_sheet.get(sheet, [])))
        for sheet, ledger in sheets.items()
    }
    orders = {
        Sheet.PROGRAM: _order(keys(plan.program), by_sheet.get(Sheet.PROGRAM, [])),
        Sheet.INDICATOR: _order(keys(plan.indicators), by_sheet.get(Sheet.INDICATOR, [])),
    }
    return plan_of(written, orders, plan)


def _written(ledger: pd.DataFrame, changes: list[Change]) -> pd.DataFrame:
    if not changes:
        return ledger
    touched = pd.MultiIndex.from_tuples([(c.key, c.year or 0) for c in changes])
    new = touched[~touched.isin(ledger.index)].unique()
    index = ledger.index.append(new)
    values = ledger.reindex(index).to_numpy(dtype=object, copy=True)
    position = {name: number for number, name in enumerate(ledger.columns)}
    columns = [position[change.column] for change in changes]
    afters = [np.nan if change.after is None else change.after for change in changes]
    values[index.get_indexer(touched), columns] = np.array(afters, dtype=object)
    return pd.DataFrame(values, index.set_names(ledger.index.names), ledger.columns)


def _order(before: list[str], changes: list[Change]) -> list[str]:
    """Return a table's keys in printed order after some were put elsewhere or removed.

    A row put below one that is gone takes the place where that one stood.
    """
    places = {change.key: change.after for change in changes if change.column == PLACE}
    put = {key: above for key, above in places.items() if above is not None}
    below: dict[str, list[str]] = {}
    for key in sorted(put, reverse=True):
        below.setdefault(put[key], []).append(key)
    order: list[str] = []
    waiting = [*(key for key in reversed(before) if key not in put), TOP]
    while waiting:
        key = waiting.pop()
        order.append(key)
        waiting.extend(below.pop(key, ()))
    reached = set(order)
    order.extend(key for key in sorted(put) if key not in reached)
    gone = places.keys() - put.keys()
    return [key for key in order if key != TOP and key not in gone]
