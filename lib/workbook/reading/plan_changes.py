"""What an upload would change of the plan itself: its document, table A and table B."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import REGISTERS
from lib.plan.schema import Sheet
from lib.plan.table_a import mark_name
from lib.workbook.reading.cell_words import fold, shown
from lib.workbook.reading.sheet_tables import HEADERS, Table

Record = Mapping[Hashable, Any]


def findings(plan: Plan, tables: Mapping[Sheet, Table], current: Plan) -> list[Finding]:
    """Report another plan's workbook, or else each place where the plan itself differs.

    Scheme and identity are errors; a changed cell of the plan is a notice, since whether the
    person may change it is not for a reader to say.
    """
    foreign = list(_identity(plan, tables[Sheet.DOCUMENT], current))
    if foreign:
        return foreign
    program, indicator = tables[Sheet.PROGRAM], tables[Sheet.INDICATOR]
    return [
        *_document(plan, tables[Sheet.DOCUMENT], current),
        *_frame(plan.program, current.program, program),
        *_frame(plan.indicators, current.indicators, indicator),
    ]


def absent(plan: Plan, current: Plan, here: Container[str | None]) -> Iterator[Finding]:
    """Say which registers a copy of our own scheme lacks: they stay as they are.

    `here` are the sheets that were read, or of which something is said already.
    """
    if plan.stamp.scheme != schema.SCHEME:
        return
    for sheet in REGISTERS:
        if sheet not in here and not current.registers[sheet].empty:
            yield catalogue.SHEET_ABSENT.at(sheet.value, name=sheet)


def scheme(plan: Plan, table: Table) -> Iterator[Finding]:
    """Report a workbook of another shape than this reader's."""
    seen = plan.stamp.scheme
    known = (schema.SCHEME, *schema.OLDER_SCHEMES)
    if seen is not None and seen.removesuffix(".0") not in known:
        item = schema.STAMP_SCHEME
        yield catalogue.SCHEME_UNKNOWN.at(
            table.title, place(table, item), item=item, seen=shown(seen), scheme=schema.SCHEME
        )


def place(table: Table, item: str) -> str | None:
    """Name the cell that holds an item of the document; None where the item is missing."""
    for row in table.data_rows:
        name = table.value(row, "butir")
        if isinstance(name, str) and fold(name) == fold(item):
            return table.address(row, "isi")
    return None


def _identity(plan: Plan, table: Table, current: Plan) -> Iterator[Finding]:
    mine, theirs = plan.stamp.plan_id, current.stamp.plan_id
    if mine is not None and theirs is not None and fold(mine) != fold(theirs):
        cell = place(table, schema.STAMP_PLAN)
        yield catalogue.PLAN_OTHER.at(table.title, cell, seen=shown(mine), plan=theirs)


def _document(plan: Plan, table: Table, current: Plan) -> Iterator[Finding]:
    for item in {**current.document, **plan.document}:
        before, after = current.document.get(item), plan.document.get(item)
        if (before or "") != (after or ""):
            yield _changed(table, place(table, item), item, before, after)


def _frame(after: pd.DataFrame, before: pd.DataFrame, table: Table) -> Iterator[Finding]:
    """Compare two decreed tables row by row, a row being known by its number and its turn."""
    mine, theirs = _records(after), _records(before)
    first = next(iter(HEADERS[table.sheet]))
    for turn, (row, new) in mine.items():
        if turn in theirs:
            yield from _cells(row, new, theirs[turn][1], table)
        else:
            yield _changed(table, table.address(row, first), "Baris", None, _words(new))
    for turn in theirs.keys() - mine.keys():
        yield _changed(table, None, f"Baris {turn[0]}", _words(theirs[turn][1]), None)


def _cells(row: int, new: Record, old: Record, table: Table) -> Iterator[Finding]:
    years = {name for name in (*new, *old) if isinstance(name, int)}
    names: list[str | int] = [*HEADERS[table.sheet], *sorted(years)]
    for name in names:
        cell_of = mark_name(name) if isinstance(name, int) else name
        before, after = _plain(old.get(cell_of)), _plain(new.get(cell_of))
        if before != after:
            cell = table.address(row, name) if name in table.columns else None
            what = HEADERS[table.sheet].get(str(name), f"Tahun {name}")
            yield _changed(table, cell, f"{what} baris {new['no']}", before, after)


def _records(frame: pd.DataFrame) -> dict[tuple[str, int], tuple[int, Record]]:
    key = "kode" if "kode" in frame else "no"
    turns = frame.groupby(key, sort=False).cumcount()
    return {
        (record[key], turn): (row, record)
        for row, turn, record in zip(frame.index, turns, frame.to_dict("records"), strict=True)
    }


def _plain(value: Any) -> Any:
    """Return a cell as it is written in the table; None for blank."""
    return None if value is None or value != value else value


def _words(record: Record) -> str:
    return str(record.get("uraian") or record.get("indikator"))


def _changed(table: Table, cell: str | None, what: str, before: Any, after: Any) -> Finding:
    values = {"what": what, "before": shown(before), "after": shown(after)}
    return catalogue.PLAN_CHANGED.at(table.title, cell, **values)
