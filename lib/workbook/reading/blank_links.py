"""Formulas that only fetch another cell, and fetched a blank: Excel saves a 0 for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from openpyxl.utils.cell import coordinate_to_tuple

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.schema import Sheet
from lib.workbook.reading.cell_words import is_blank
from lib.workbook.reading.saved_cells import Rows
from lib.workbook.reading.sheet_tables import Table
from lib.xlsx.facts import Facts, SheetFacts

_LINK = re.compile(
    r"\+?(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!()*/+\-,;:&<>=\s]+))!)?"
    r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[1-9][0-9]{0,6})"
)
_LOOKUP = re.compile(r"\+?(?:_xlfn\.)?(?:[VHX]?LOOKUP|INDEX|OFFSET|INDIRECT)\(", re.IGNORECASE)
_STEPS = 10
"""A chain of links longer than this is nobody's work."""

Source = tuple[str, str]


def findings(
    tables: Mapping[Sheet, Table], sheets: Mapping[str, Rows], facts: Facts
) -> list[Finding]:
    """Warn of each table cell that reports the 0 of a blank cell it is linked to."""
    return [
        catalogue.FORMULA_BLANK_LINK.at(table.title, address, source=source)
        for table in tables.values()
        for address, source in _blank_links(table, sheets, facts)
    ]


def _blank_links(
    table: Table, sheets: Mapping[str, Rows], facts: Facts
) -> Iterator[tuple[str, str]]:
    formulas = facts.sheets[table.title].formulas
    for address in sorted(formulas, key=coordinate_to_tuple):
        row, column = coordinate_to_tuple(address)
        in_table = row > table.header_row and column - 1 in table.columns.values()
        if in_table and _value(sheets, (table.title, address)) == 0:
            source = _source((table.title, address), sheets, facts)
            if source is not None:
                yield address, source


def _source(start: Source, sheets: Mapping[str, Rows], facts: Facts) -> str | None:
    """Follow links from a cell; return the blank cell at their end, if there is one."""
    place = start
    for _ in range(_STEPS):
        formula = facts.sheets.get(place[0], SheetFacts()).formulas.get(place[1], "")
        if _LOOKUP.match(formula):
            return "hasil pencarian"
        link = _LINK.fullmatch(formula.strip())
        if link is None:
            break
        title = (link["quoted"] or link["plain"] or place[0]).replace("''", "'")
        place = title, f"{link['column']}{link['row']}"
    # A sheet of another workbook, or none at all, gives nothing that anybody could look at.
    return "!".join(place) if place != start and is_blank(_value(sheets, place)) else None


def _value(sheets: Mapping[str, Rows], place: Source) -> object:
    """Return a cell's saved value; None beyond a sheet's end."""
    row, column = coordinate_to_tuple(place[1])
    rows = sheets.get(place[0], ())
    cells = rows[row - 1] if row <= len(rows) else ()
    return cells[column - 1].value if column <= len(cells) else None
