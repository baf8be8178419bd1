"""The document in tables: its particulars, tables A and B as printed, its oddities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lib.briefing import celltext
from lib.briefing.written_tables import WrittenTable
from lib.plan import schema
from lib.plan.figures.status import Status
from lib.plan.plan import Plan
from lib.plan.table_a import Level, extra_name, mark_name
from lib.voice.words.signs import marked


def particulars(plan: Plan) -> WrittenTable:
    """List what the document says of itself, as decreed.

    Stamp, nature and notes are left out, and what steers the reporting: no decree says that.
    """
    apart = {schema.NOTES, schema.NATURE, *schema.STAMP, *schema.STEERING}
    rows = (
        (celltext.line(item), celltext.lines(text))
        for item, text in plan.document.items()
        if item not in apart and celltext.line(text)
    )
    return WrittenTable(("Butir", "Isi"), tuple(rows), (3, 9))


def notes(plan: Plan) -> tuple[str, ...]:
    """List the oddities of the document, as its workbook states them."""
    text = celltext.lines(plan.document.get(schema.NOTES, ""))
    return tuple(row for row in text.split("\n") if row)


def program(plan: Plan, activities: pd.DataFrame) -> WrittenTable:
    """Write table A as printed, each X carrying its status.

    `activities` is `status.activity_status` of the whole plan.
    """
    keys = zip(activities["no"], activities["tahun"], strict=True)
    states = dict(zip(keys, activities["status"], strict=True))
    no, text, when, agency = schema.PROGRAM_HEADERS
    headers = (no, text, *(f"{when} {year}" for year in plan.years), agency, *plan.extras)
    records = plan.program.to_dict("records")
    rows = tuple(
        (
            celltext.line(row["no"]),
            celltext.line(row["uraian"]),
            *(_mark(row, year, states) for year in plan.years),
            celltext.line(row["pihak_terlibat"]),
            *(celltext.line(row[extra_name(header)]) for header in plan.extras),
        )
        for row in records
    )
    heads = (at for at, row in enumerate(records, 1) if row["tingkat"] != Level.ACTIVITY)
    widths = (2, 9, *(2.2 for _ in plan.years), 4, *(3 for _ in plan.extras))
    return WrittenTable(headers, (_numbers(headers), *rows), widths, frozenset(heads))


def _mark(row: Any, year: int, states: dict[tuple[str, int], str]) -> str:
    printed = celltext.line(row[mark_name(year)])
    state = states.get((row["kode"], year))
    return f"{printed} {marked(Status(state))}" if state else printed


def indicator_plan(plan: Plan) -> WrittenTable:
    """Write table B; NO and PROGRAM stand once per program, as printed."""
    repeated = plan.indicators.duplicated("nomor")
    names = ["nomor", "program", "indikator"]
    rows = plan.indicators[names].copy()
    rows.loc[repeated, names[:2]] = ""
    cells = tuple(tuple(map(celltext.line, row)) for row in rows.itertuples(index=False))
    headers = schema.INDICATOR_HEADERS
    return WrittenTable(headers, (_numbers(headers), *cells), (1, 4, 9))


def _numbers(headers: Sequence[str]) -> tuple[str, ...]:
    """The row of column numbers under the header, as printed."""
    return tuple(str(position) for position in range(1, len(headers) + 1))
