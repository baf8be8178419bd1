"""A second table that lists indicators by program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lib.decree.blocks import Block
from lib.decree.columns import roles
from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.draft import Indicator
from lib.decree.foreign_table import ForeignCell, Line
from lib.decree.words import cell_lists
from lib.decree.words.header_words import ColumnRole


@dataclass(frozen=True)
class IndicatorTable:
    """The indicators of one table and the cells they were read from."""

    rows: tuple[Indicator, ...]
    cells: tuple[ForeignCell, ...]


def read(block: Block) -> IndicatorTable:
    """Read a table of indicators, number and program filled down."""
    columns = roles.propose(block)
    rows: list[Indicator] = []
    number = program = ""
    for line in block.body:
        number = _text(line, columns, ColumnRole.NUMBER) or number
        program = _text(line, columns, ColumnRole.TEXT) or program
        for cell in _cells(line, columns):
            named = number or str(len(rows) + 1)
            rows += [Indicator(named, program, text, cell.place) for text in _items(cell)]
    lines = (*block.header, *block.body)
    return IndicatorTable(tuple(rows), tuple(cell for line in lines for cell in line.own))


def _text(line: Line, columns: tuple[ForeignColumn, ...], role: ColumnRole) -> str:
    places = [at for column in columns if column.role is role for at in column.places]
    return " ".join(line.text(at) for at in places if line.begins(at)).strip(" .")


def _cells(line: Line, columns: tuple[ForeignColumn, ...]) -> Iterator[ForeignCell]:
    for column in columns:
        for at in column.places:
            cell = line.cells[at]
            if column.role is ColumnRole.INDICATOR and cell and line.begins(at) and cell.flat:
                yield cell


def _items(cell: ForeignCell) -> list[str]:
    lines = [line for line in cell.text.split("\n") if line.strip()]
    found = cell_lists.find("\n".join(lines)) if len(lines) > 1 else None
    if found is None or found.head:
        return [cell_lists.bare(line) for line in lines] if len(lines) == 1 else [cell.flat]
    return [item.text for item in found.items if item.text]
