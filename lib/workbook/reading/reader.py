"""An uploaded workbook's sheets, read into the frames of a plan.

Mistakes are added to a list of findings while reading; the plan holds what could be read.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from lib.findings import catalogue
from lib.findings.finding import Finding, Severity
from lib.plan import schema
from lib.plan.ledger import editable
from lib.plan.plan import Plan, indicator_frame
from lib.plan.registers.register_sheet import REGISTERS, blank_registers
from lib.plan.reporting.progress_frame import blank_activity_progress, blank_indicator_progress
from lib.plan.schema import PROGRESS_COLUMNS, Kind, Sheet
from lib.plan.table_a import is_extra, plan_years, program_frame
from lib.workbook.reading import (
    blank_links,
    cells,
    document_sheet,
    register_rows,
    row_match,
    saved_cells,
)
from lib.workbook.reading import sheet_tables as tables
from lib.workbook.reading.cell_words import Parsed
from lib.workbook.reading.column_values import texts, values
from lib.workbook.reading.layout import sheet_names, storage, unread, unseen
from lib.workbook.reading.layout.sheet_names import Book
from lib.workbook.reading.saved_cells import Rows
from lib.workbook.reading.sheet_tables import HEADERS, MAY_LACK, Table
from lib.xlsx import gate
from lib.xlsx.facts import Facts
from lib.xlsx.limits import Refused


@dataclass(frozen=True, slots=True)
class Draft:
    """What was read of a workbook: its tables where found, and the plan where all were."""

    tables: Mapping[Sheet, Table]
    plan: Plan | None


def read(content: bytes) -> Plan:
    """Read a workbook of our own making; a reported column it lacks is younger, and blank.

    Raises ValueError with the first finding's sentence where it has a mistake.
    """
    inspection = gate.inspect(content, "rencana_aksi.xlsx")
    found = list(inspection.findings)
    reported = {column.name for sheet in PROGRESS_COLUMNS for column in editable(sheet)}
    facts = inspection.facts
    drafted = draft(content, facts, found, may_lack=reported) if facts else Draft({}, None)
    plan = drafted.plan
    wrong = next((finding for finding in found if finding.severity is Severity.ERROR), None)
    if wrong is not None or plan is None:
        raise ValueError(f"{wrong.place}: {wrong.seen}" if wrong else "Buku kerja kosong.")
    if Sheet.AGENCIES in drafted.tables:
        return plan
    return plan.with_register(plan.offices)  # the first scheme had none but whom it named


def draft(
    content: bytes, facts: Facts, found: list[Finding], may_lack: Container[str] = ()
) -> Draft:
    """Read all tables; what is to be said of any cell is added to `found`.

    Columns named in `may_lack` may be missing, and read as blank.
    """
    try:
        sheets = saved_cells.load(content, facts)
    except Refused as refused:
        found.append(refused.finding)
        return Draft({}, None)
    located = _located(sheets, facts, found, may_lack)
    program = _program(located[Sheet.PROGRAM], found) if Sheet.PROGRAM in located else None
    indicators = (
        _indicators(located[Sheet.INDICATOR], found) if Sheet.INDICATOR in located else None
    )
    if program is None or indicators is None or HEADERS.keys() - located.keys() - MAY_LACK:
        return Draft(located, None)
    return Draft(located, _plan(located, program, indicators, found))


def _located(
    sheets: Mapping[str, Rows], facts: Facts, found: list[Finding], may_lack: Container[str]
) -> Mapping[Sheet, Table]:
    """Find the tables among the sheets, and name whatever is filled and read by none of them."""
    titles = sheet_names.match(Book(sheets, facts), found)
    located = tables.locate(sheets, titles, found, may_lack)
    known = unread.printed(located)
    located = {
        sheet: replace(
            table,
            notes=unread.notes(table, known),
            links=storage.links(table.title, facts),
            hides_zeros=facts.sheets[table.title].hides_zeros,
        )
        for sheet, table in located.items()
    }
    found += storage.findings(located, facts)
    found += [*unread.findings(located), *unseen.findings(located, facts)]
    found += blank_links.findings(located, sheets, facts)
    return located


def _plan(
    located: Mapping[Sheet, Table],
    program: pd.DataFrame,
    indicators: pd.DataFrame,
    found: list[Finding],
) -> Plan:
    document, stamp = document_sheet.document(located[Sheet.DOCUMENT], found)
    planned = {
        Sheet.ACTIVITY_PROGRESS: blank_activity_progress(program),
        Sheet.INDICATOR_PROGRESS: blank_indicator_progress(indicators, plan_years(program)),
    }
    progress = {
        sheet: row_match.match(_progress(located[sheet], found), frame, located[sheet], found)
        for sheet, frame in planned.items()
    }
    return Plan(
        document,
        program,
        indicators,
        progress[Sheet.ACTIVITY_PROGRESS],
        progress[Sheet.INDICATOR_PROGRESS],
        stamp,
        {
            **blank_registers(),
            **{
                sheet: register_rows.rows(located[sheet], program, found)
                for sheet in REGISTERS
                if sheet in located
            },
        },
    )


def _progress(table: Table, found: list[Finding]) -> pd.DataFrame:
    """Read a progress sheet's columns as they stand; labels are Excel rows."""
    labels = list(table.data_rows)
    units: list[str | None] = [None] * len(labels)
    read: dict[str, list[Any]] = {}
    for column in PROGRESS_COLUMNS[table.sheet]:
        if column.kind is Kind.MEASURE:
            units = read["satuan"]
        parser = partial(cells.parse, column)
        read[column.name] = values(table, column.name, labels, parser, found, units)
    return pd.DataFrame(read, index=labels, dtype="object")


def _table_rows(table: Table, found: list[Finding]) -> list[int]:
    """List a decreed table's rows without the printed row of column numbers."""
    labels = list(table.data_rows)
    names = list(HEADERS[table.sheet])[:2]
    first = [str(table.value(labels[0], name)) for name in names] if labels else []
    # Some programs store every number with a point: 1.0.
    numbers = [word.strip().removesuffix(".0") for word in first]
    labels = labels[1:] if numbers == ["1", "2"] else labels
    if not labels and table.sheet is Sheet.PROGRAM:
        found.append(catalogue.TABLE_EMPTY.at(table.title))
    return labels


def _program(table: Table, found: list[Finding]) -> pd.DataFrame | None:
    """Read table A; None where it has no rows."""
    labels = _table_rows(table, found)
    years = sorted(name for name in table.columns if isinstance(name, int))
    agencies = texts(table, "pihak_terlibat", labels, found)
    columns: dict[str | int, list[Any]] = {
        "no": texts(table, "no", labels, found),
        "uraian": texts(table, "uraian", labels, found),
        **{year: _planned(table, year, labels, agencies, found) for year in years},
        "pihak_terlibat": agencies,
        **{
            column.name: values(table, column.name, labels, partial(cells.parse, column), found)
            for column in schema.DETAIL_COLUMNS
        },
        **{
            name: texts(table, name, labels, found)
            for name in map(str, table.columns)
            if is_extra(name)
        },
    }
    # A row that has a key of its own needs no printed number.
    needed = ("uraian",) if "kode" in table.columns else ("no", "uraian")
    frame = _decreed(pd.DataFrame(columns, index=labels), needed, table, found)
    if frame.empty:
        return None
    return program_frame(frame)


def _planned(
    table: Table, year: int, labels: list[int], agencies: list[Any], found: list[Finding]
) -> list[str | None]:
    """Read a year's marks; a refused one of a kegiatan counts, lest its progress seem unplanned."""
    marks = values(table, year, labels, _mark, found)
    refused = [schema.MARK if agency is not None else None for agency in agencies]
    return [
        instead if mark is False else mark for mark, instead in zip(marks, refused, strict=True)
    ]


def _mark(raw: object, number_format: str, _unit: str | None) -> Parsed:
    return cells.mark(raw, number_format)


def _printed(raw: object, number_format: str, _unit: str | None) -> Parsed:
    return cells.printed(raw, number_format)


def _decreed(
    frame: pd.DataFrame, needed: tuple[str, ...], table: Table, found: list[Finding]
) -> pd.DataFrame:
    """Give text columns their type and leave out rows without a needed cell, saying so."""
    for name in needed:
        header = HEADERS[table.sheet][name]
        for row in frame.index[frame[name].isna()]:
            found.append(
                catalogue.CODE_MISSING.at(table.title, table.address(row, name), header=header)
            )
    texts: dict[Any, str] = dict.fromkeys(frame, "str")
    return frame.dropna(subset=list(needed)).astype(texts)


def _indicators(table: Table, found: list[Finding]) -> pd.DataFrame:
    """Read table B, its merged NO and PROGRAM filled down."""
    labels = _table_rows(table, found)
    frame = pd.DataFrame(
        {name: texts(table, name, labels, found) for name in HEADERS[Sheet.INDICATOR]},
        index=labels,
        dtype="object",
    )
    frame = frame.assign(nomor=frame["nomor"].ffill())
    frame = frame.assign(program=frame.groupby("nomor", sort=False)["program"].ffill())
    frame = _decreed(frame, tuple(HEADERS[Sheet.INDICATOR]), table, found)
    return indicator_frame(frame)
