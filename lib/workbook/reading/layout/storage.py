"""Findings about how a table's cells are stored: formulas, merges, hidden rows and sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.schema import Sheet
from lib.workbook.reading import link_cells
from lib.workbook.reading.link_cells import Lead
from lib.workbook.reading.sheet_tables import Table
from lib.xlsx.facts import Facts, SheetFacts

_MERGED_DOWN = ("nomor", "program")
"""Columns of table B that are printed merged over a program's indicators."""


def findings(tables: Mapping[Sheet, Table], facts: Facts) -> list[Finding]:
    """Report what the gate saw of the tables' data cells, table by table."""
    found: list[Finding] = []
    for table in tables.values():
        seen = facts.sheets[table.title]
        found += _pictures(table, seen)
        found += _merged(table, seen)
        found += _formulas(table, seen)
        found += _hidden(table, seen)
    return found


def links(title: str, facts: Facts) -> dict[str, Lead]:
    """Return where a sheet's cells lead to out of the workbook, by hyperlink or by formula."""
    seen = facts.sheets[title]
    return {**link_cells.inserted(seen.links), **link_cells.by_formula(seen.formulas)}


def _holds(table: Table, cell: str) -> bool:
    """Tell whether a cell stands in the table's data."""
    row, column = coordinate_to_tuple(cell)
    return (
        row > table.header_row and row not in table.notes and column - 1 in table.columns.values()
    )


def _pictures(table: Table, seen: SheetFacts) -> Iterator[Finding]:
    for address in sorted(seen.pictures, key=coordinate_to_tuple):
        if _holds(table, address):
            yield catalogue.PICTURE_IN_CELL.at(table.title, address)


def _merged(table: Table, seen: SheetFacts) -> Iterator[Finding]:
    names = {place: name for name, place in table.columns.items()}
    rows = set(table.data_rows)
    for area in seen.merged:
        left, top, right, bottom = range_boundaries(area)
        if None in (left, top, right, bottom) or bottom <= table.header_row:  # type: ignore[operator]
            continue
        if rows.isdisjoint(range(top, bottom + 1)):  # type: ignore[arg-type,operator]
            continue
        touched = [name for place, name in names.items() if left <= place + 1 <= right]  # type: ignore[operator]
        as_printed = table.sheet is Sheet.INDICATOR and left == right
        if touched and not (as_printed and touched[0] in _MERGED_DOWN):
            yield catalogue.MERGED_CELL.at(table.title, area.partition(":")[0], range=area)


def _formulas(table: Table, seen: SheetFacts) -> Iterator[Finding]:
    for entry, addresses in (
        (catalogue.FORMULA_UNSAVED, seen.formulas_without_value - seen.pictures),
        (catalogue.FORMULA_SAVED, seen.formulas_with_value - seen.errors.keys() - seen.pictures),
    ):
        for address in sorted(addresses, key=coordinate_to_tuple):
            if _holds(table, address):
                yield entry.at(table.title, address)


def _hidden(table: Table, seen: SheetFacts) -> Iterator[Finding]:
    if seen.hidden:
        yield catalogue.SHEET_HIDDEN.at(table.title, name=table.title)
    rows = sorted(row for row in seen.hidden_rows if table.header_row < row <= len(table.rows))
    if rows:
        yield catalogue.ROWS_HIDDEN.at(table.title, count=len(rows), first=rows[0])
