"""What the changes of all versions of a plan tell together."""

from __future__ import annotations

import json

from sqlalchemy import Connection, func, select

from lib.plan.reporting.report_times import REPORTED, ReportTimes, Written
from lib.plan.schema import Sheet
from lib.store import times
from lib.store.records import Rows
from lib.store.tables import change, version

_BLANK = json.dumps(None)
"""How a cell that holds nothing is written in `change`."""


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


def rows_changed(connection: Connection, plan_id: str) -> dict[int, Rows]:
    """Return which rows each version changed, in the order of its changes: one query."""
    row = (change.c.number, change.c.sheet, change.c.key)
    query = select(*row).where(change.c.plan_id == plan_id).group_by(*row)
    found: dict[int, list[tuple[Sheet, str]]] = {}
    ordered = query.order_by(change.c.number, func.min(change.c.position))
    for number, sheet, key in connection.execute(ordered):
        found.setdefault(number, []).append((Sheet(sheet), key))
    return {number: tuple(rows) for number, rows in found.items()}
