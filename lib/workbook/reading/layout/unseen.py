"""Filled cells that a person does not see, or sees struck out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lib.findings import catalogue
from lib.findings.finding import CatalogueEntry, Finding
from lib.plan.registers.register_sheet import COLUMNS
from lib.plan.schema import Sheet
from lib.workbook.reading.cell_words import is_blank, shown
from lib.workbook.reading.sheet_tables import Table
from lib.xlsx.facts import Facts, SheetFacts

_WHITE, _BLACK = "FFFFFF", "000000"
_THEME = {0: _WHITE, 1: _BLACK}
_INDEXED = {0: _BLACK, 1: _WHITE, 8: _BLACK, 9: _WHITE, 64: _BLACK, 65: _WHITE}


def findings(tables: Mapping[Sheet, Table], facts: Facts) -> list[Finding]:
    """Name the cells staff filled in that are hidden, coloured like their ground or struck out."""
    return [
        finding
        for sheet, table in tables.items()
        if sheet in COLUMNS
        for finding in _findings(table, facts.sheets[table.title])
    ]


def _findings(table: Table, seen: SheetFacts) -> Iterator[Finding]:
    rows = list(table.data_rows)
    looks: dict[int, CatalogueEntry | None] = {}
    for column in COLUMNS[table.sheet]:
        if column.locked or column.name not in table.columns:
            continue
        filled = [row for row in rows if not is_blank(table.value(row, column.name))]
        if filled and table.columns[column.name] + 1 in seen.hidden_columns:
            place = table.address(table.header_row, column.name)
            yield catalogue.COLUMN_HIDDEN.at(table.title, place, header=column.header)
        for row in filled:
            yield from _cell(table, row, column.name, seen, looks)


def _cell(
    table: Table, row: int, name: str, seen: SheetFacts, looks: dict[int, CatalogueEntry | None]
) -> Iterator[Finding]:
    cell = table.cell(row, name)
    # Few styles dress many cells.
    style = getattr(cell, "_style_id", -1)
    if style not in looks:
        looks[style] = _look(cell)
    is_struck = bool(seen.struck) and table.address(row, name) in seen.struck
    entry = catalogue.VALUE_STRUCK if is_struck else looks[style]
    if entry is not None:
        address = table.address(row, name)
        yield entry.at(table.title, address, seen=shown(table.value(row, name)))


def _look(cell: Any) -> CatalogueEntry | None:
    """Return what is to be said of a cell's font; None where it is plain to see."""
    if cell.font is None:
        return None
    if cell.font.strike:
        return catalogue.VALUE_STRUCK
    ink = _colour(cell.font.color) or _BLACK
    return catalogue.VALUE_INVISIBLE if ink == _ground(cell.fill) else None


def _ground(fill: Any) -> str | None:
    """Return the colour behind a cell's words; None where a pattern makes it uncertain."""
    pattern = getattr(fill, "patternType", None)
    if pattern is None:
        return _WHITE
    return (_colour(fill.fgColor) or _BLACK) if pattern == "solid" else None


def _colour(colour: Any) -> str | None:
    """Return a colour as six digits; None where the file leaves it to Excel."""
    if colour is None or colour.type == "auto":
        return None
    if colour.type == "rgb":
        return str(colour.rgb)[-6:].upper()
    is_theme = colour.type == "theme"
    number = colour.theme if is_theme else colour.indexed
    own = f"{colour.type} {number} {colour.tint}"
    if is_theme:
        return own if colour.tint else _THEME.get(number, own)
    return _INDEXED.get(number, own)
