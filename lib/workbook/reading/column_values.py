"""One column of a table, read cell by cell; what is to be said of a cell is said at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.workbook.reading import cells, link_cells
from lib.workbook.reading.cell_words import Parsed
from lib.workbook.reading.sheet_tables import Table

Parser = Callable[[object, str, str | None], Parsed]
"""Reads a saved value by its number format and the row's SATUAN."""


def values(
    table: Table,
    name: str | int,
    labels: list[int],
    parser: Parser,
    found: list[Finding],
    units: Iterable[str | None] = repeat(None),
) -> list[Any]:
    """Read one column at the given Excel rows; None where blank or refused."""
    read: list[Any] = []
    for row, unit in zip(labels, units, strict=False):
        raw = table.value(row, name)
        if raw is None:
            read.append(None)
            continue
        parsed = parser(raw, table.number_format(row, name), unit)
        if parsed.entry is catalogue.LINK_INVALID:
            lead = table.links.get(table.address(row, name))
            parsed = link_cells.behind(raw, lead) or parsed
        if parsed.entry is not None:
            address = table.address(row, name)
            found.append(parsed.entry.at(table.title, address, **parsed.values))
        read.append(parsed.value)
    return read


def texts(table: Table, name: str, labels: list[int], found: list[Finding]) -> list[Any]:
    """Read a column of printed texts."""
    return values(table, name, labels, _printed, found)


def _printed(raw: object, number_format: str, _unit: str | None) -> Parsed:
    return cells.printed(raw, number_format)
