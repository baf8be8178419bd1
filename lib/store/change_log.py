"""What the changes of all versions of a plan tell together."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, or_, select

from lib.plan.change.difference import Change, ChangeKind
from lib.plan.figures.first_target import TOLD_BY
from lib.plan.figures.first_target import first_targets as stated_first
from lib.plan.reporting.report_times import REPORTED, ReportTimes, Written
from lib.plan.schema import PROGRESS_COLUMNS, Sheet
from lib.store import times
from lib.store.records import Rows
from lib.store.tables import change, version

_BLANK = json.dumps(None)
"""How a cell that holds nothing is written in `change`."""

Numbered = tuple[int, Change]
"""A changed cell, and the number of the version that changed it."""


def of_row(connection: Connection, plan_id: str, sheet: Sheet, key: str) -> list[Numbered]:
    """Return what became of one row's cells, newest version first: one query."""
    query = select(change).where(
        change.c.plan_id == plan_id, change.c.sheet == sheet.value, change.c.key == key
    )
    return _numbered(connection, query.order_by(change.c.number.desc(), change.c.position))


def recent(connection: Connection, plan_id: str, until: int, versions: int) -> list[Numbered]:
    """Return what the last so many versions of each reported row changed: one query.

    Besides, the last change of each cell, however long ago. Newest version first.
    """
    newest, row = change.c.number.desc(), (change.c.sheet, change.c.key)
    by_row = func.dense_rank().over(partition_by=row, order_by=newest)
    cell = (*row, change.c.year, change.c.column)
    by_cell = func.row_number().over(partition_by=cell, order_by=newest)
    ranked = (
        select(change, by_row.label("by_row"), by_cell.label("by_cell"))
        .where(change.c.plan_id == plan_id, change.c.number <= until)
        .where(change.c.sheet.in_([sheet.value for sheet in PROGRESS_COLUMNS]))
        .subquery()
    )
    query = select(ranked).where(or_(ranked.c.by_row <= versions, ranked.c.by_cell == 1))
    return _numbered(connection, query.order_by(ranked.c.number.desc(), ranked.c.position))


def _numbered(connection: Connection, query: Select[Any]) -> list[Numbered]:
    rows = connection.execute(query).mappings().all()
    return [(row["number"], change_of(row)) for row in rows]


def change_of(row: RowMapping) -> Change:
    """Read a changed cell from its row of `change`."""
    return Change(
        key=row["key"],
        year=row["year"],
        column=row["column"],
        before=json.loads(row["before"]),
        after=json.loads(row["after"]),
        sheet=Sheet(row["sheet"]),
        kind=ChangeKind(row["kind"]),
    )


def report_times(connection: Connection, plan_id: str, until: int) -> ReportTimes:
    """Return when reported cells were written, up to a version: one query."""
    same = (change.c.plan_id == version.c.plan_id) & (change.c.number == version.c.number)
    found = (change.c.sheet, change.c.key, change.c.year, change.c.column, change.c.after)
    query = (
        select(*found, version.c.time)
        .join(change, same)
        .where(version.c.plan_id == plan_id, version.c.number <= until)
        .where(change.c.column.in_(sorted(REPORTED)))
        .order_by(version.c.number, change.c.position)
    )
    return ReportTimes(tuple(_written(*row) for row in connection.execute(query)))


def _written(sheet: str, key: str, year: int | None, column: str, after: str, time: str) -> Written:
    return Written(Sheet(sheet), key, year, column, times.read(time), after == _BLANK)


def first_targets(
    connection: Connection, plan_id: str, until: int
) -> dict[tuple[str, int, str], float]:
    """Return what every TARGET that was changed said first, up to a version: one query."""
    told = (
        (change.c.sheet == sheet.value) & change.c.column.in_(names) for sheet, names in TOLD_BY
    )
    query = select(change).where(change.c.plan_id == plan_id, change.c.number <= until, or_(*told))
    found = _numbered(connection, query.order_by(change.c.number, change.c.position))
    versions = groupby(found, lambda numbered: numbered[0])
    return stated_first([one for _, one in version] for _, version in versions)


def rows_changed(connection: Connection, plan_id: str) -> dict[int, Rows]:
    """Return which rows each version changed, in the order of its changes: one query."""
    row = (change.c.number, change.c.sheet, change.c.key)
    query = select(*row).where(change.c.plan_id == plan_id).group_by(*row)
    found: dict[int, list[tuple[Sheet, str]]] = {}
    ordered = query.order_by(change.c.number, func.min(change.c.position))
    for number, sheet, key in connection.execute(ordered):
        found.setdefault(number, []).append((Sheet(sheet), key))
    return {number: tuple(rows) for number, rows in found.items()}
