"""Tables A and B of the Lampiran as printed, each X carrying its status."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from lib.charts.palette import BRIGHT
from lib.plan import schema
from lib.plan.change.difference import Change, differences
from lib.plan.figures.status import Status
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import is_of_plan
from lib.plan.schema import Sheet
from lib.plan.table_a import Level, extra_name, mark_name
from lib.plan.text.mentions import ACTIVITY, INDICATOR
from lib.ui.escape import markdown, plain
from lib.ui.viewer import leads
from lib.voice.changes import sentence
from lib.voice.words.row_sentences import told


def program_table(plan: Plan, activities: pd.DataFrame, brief: bool = False) -> pd.DataFrame:
    """Return table A for st.table: the header's words, the column numbers, then every row.

    `activities` is `status.activity_status`, whose status each X carries; brief, to fit a
    phone, by its mark alone, and long headers may break. Cells are markdown.
    """
    states = activities.set_index(["no", "tahun"])["status"].to_dict()
    number, text, when, agencies = schema.PROGRAM_HEADERS
    years = [str(year) if brief else f"{when} {year}" for year in plan.years]
    extras = () if brief else plan.extras
    headers = [number, text.replace("/", "/\u200b") if brief else text, *years, agencies, *extras]
    rows = [[str(position) for position in range(1, len(headers) + 1)]]
    for row in plan.program.to_dict("records"):
        marks = [_mark(row, year, states, brief) for year in plan.years]
        others = [markdown(row[extra_name(header)]) for header in extras]
        rows.append([*_words(row), *marks, markdown(row["pihak_terlibat"]), *others])
    return pd.DataFrame(rows, columns=headers)


def under_when(table: pd.DataFrame) -> pd.DataFrame:
    """Return table A with the header in two rows, as printed: WAKTU above its years.

    WAKTU stands once, above the first of them.
    """
    when = schema.PROGRAM_HEADERS[2]
    pairs: list[tuple[str, str]] = []
    for header in table.columns:
        above, space, year = header.partition(" ")
        is_year = bool(space) and above == when
        first = not any(below for _, below in pairs)
        pairs.append(((above if first else "") if is_year else header, year if is_year else ""))
    return table.set_axis(pd.MultiIndex.from_tuples(pairs), axis=1)


def _words(row: Mapping[Hashable, Any]) -> tuple[str, str]:
    """Write a row's number and words: a group's in bold, a kegiatan's leading to its card."""
    number = markdown(row["no"])
    if row["tingkat"] == Level.ACTIVITY:
        return number, leads.link(ACTIVITY, row["kode"], row["uraian"])
    strong = "**" if row["tingkat"] == Level.FIRST else ""
    return f"{strong}{number}{strong}", f"{strong}{markdown(row['uraian'])}{strong}"


def _mark(
    row: Mapping[Hashable, Any], year: int, states: Mapping[Hashable, Any], brief: bool
) -> str:
    printed = row[mark_name(year)]
    mark = f"**{markdown(printed)}**" if isinstance(printed, str) else ""
    state = states.get((row["kode"], year))
    if state is None:
        return mark
    status = Status(state)
    return f"{mark} {BRIGHT.status[status].mark}" + ("" if brief else f" {status}")


def marks(activities: pd.DataFrame) -> str:
    """Say what the marks in a brief table A mean, those that occur."""
    found = [status for status in Status if (activities["status"] == status).any()]
    return " · ".join(f"{BRIGHT.status[status].mark} {status}" for status in found)


def indicator_table(plan: Plan) -> pd.DataFrame:
    """Return table B for st.table; NO and PROGRAM stand once per program, as printed."""
    rows = plan.indicators
    first = ~rows.duplicated("nomor")
    cells = [rows["nomor"].where(first), rows["program"].where(first), rows["indikator"]]
    table = pd.concat([column.map(markdown) for column in cells], axis=1)
    table["indikator"] = [
        leads.link(INDICATOR, no, words)
        for no, words in zip(rows["no"], rows["indikator"], strict=True)
    ]
    numbers = [str(position) for position in range(1, len(cells) + 1)]
    table.columns = pd.Index(schema.INDICATOR_HEADERS)
    return pd.concat([pd.DataFrame([numbers], columns=table.columns), table])


def departures(plan: Plan, decree: Plan) -> list[str]:
    """Say each place where the plan's own tables differ from the version it began as."""
    found = told(change for change in differences(decree, plan) if _is_decreed(change))
    return [one if isinstance(one, str) else sentence(one) for one in found]


def _is_decreed(change: Change) -> bool:
    """Tell whether a change is to what the decree says, not to how the plan is kept."""
    kept = change.sheet is Sheet.DOCUMENT and change.key in schema.STEERING
    return is_of_plan(change.sheet) and not kept


def oddities(plan: Plan) -> list[str]:
    """List the oddities of the document, as its workbook states them."""
    notes = plan.document.get(schema.NOTES, "")
    return [plain(line) for line in notes.splitlines() if line.strip()]
