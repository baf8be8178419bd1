"""Levels told by columns of their own, with values merged or filled down."""

from __future__ import annotations

from dataclasses import replace

from lib.decree.blocks import Block
from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.foreign_table import ForeignCell, Line
from lib.decree.tree.entries import TreeEntry, TreeReading
from lib.decree.words import cell_lists, numbering
from lib.decree.words.header_words import LEVELS, ColumnRole


def levels_count(block: Block, reading: TreeReading) -> bool:
    """Tell whether numbers left of a level belong to it: it has its own, or as many."""
    numbers = [column for column in reading.columns if column.role is ColumnRole.NUMBER]
    levels = [column for column in reading.columns if column.role in LEVELS]
    if not levels or not numbers:
        return False
    if len(numbers) > 1:
        return True
    done = [cell for cell in _begun(block, reading.places(ColumnRole.TEXT)) if cell.flat]
    items = sum(len(found.items) if (found := cell_lists.find(c.text)) else 1 for c in done)
    counted = len(_begun(block, numbers[0].places))
    first = min(levels, key=lambda level: level.places)
    if numbers[0].places > first.places:
        return False
    return counted == len(_begun(block, first.places)) < items


def _begun(block: Block, places: tuple[int, ...]) -> list[ForeignCell]:
    cells = [line.cells[at] for line in block.body for at in places if line.begins(at)]
    return [cell for cell in cells if cell is not None and cell.flat]


def add_level(line: Line, rank: int, column: ForeignColumn, reading: TreeReading) -> None:
    """Add a heading where a level column begins a new value."""
    cells = [cell for at in column.places if (cell := line.cells[at]) and cell.row == line.row]
    cells = [cell for cell in dict.fromkeys(cells) if cell.flat]
    if not cells or cells[0].column - 1 not in column.places:
        return
    text = " ".join(cell.flat for cell in cells)
    numbers = _level_number(line, column, reading)
    key = text.casefold()
    if reading.current.get(rank) == key:
        _repeat(reading, rank, line)
        return
    reading.current = {at: seen for at, seen in reading.current.items() if at < rank} | {rank: key}
    number, rest = numbering.split(text)
    number = number if rest else None
    if numbers:
        number, rest = numbering.parse(numbers[0].flat), text
    # What the row says of time and agencies belongs to what is done in it, if anything is.
    lines = () if _says_more(line, rank, reading) else (line,)
    reading.entries.append(
        TreeEntry(number, rest or text, lines, (*numbers, *cells), rank, f"column {rank}")
    )


def _says_more(line: Line, rank: int, reading: TreeReading) -> bool:
    """Tell whether a row names something in a column further in than a level's."""
    return any(line.text(at) for at in reading.places(ColumnRole.TEXT, *LEVELS[rank + 1 :]))


def _repeat(reading: TreeReading, rank: int, line: Line) -> None:
    """Let a heading that a row only repeats own that row's cell, too."""
    for index in range(len(reading.entries) - 1, -1, -1):
        entry = reading.entries[index]
        if entry.rank == rank:
            cells = tuple(
                cell for cell in line.own if cell.flat.casefold() == reading.current[rank]
            )
            reading.entries[index] = replace(entry, cells=(*entry.cells, *cells))
            return


def _level_number(line: Line, column: ForeignColumn, reading: TreeReading) -> list[ForeignCell]:
    """Return the number that belongs to a level: in the column before it, and to it alone."""
    numbers = reading.places(ColumnRole.NUMBER)
    before = column.places[0] - 1
    counts = [one for one in reading.columns if one.role is ColumnRole.NUMBER]
    if len(counts) == 1 and column.role is ColumnRole.LEVEL_1:
        before = numbers[-1]
    if before not in numbers:
        return []
    cell = line.cells[before]
    if cell is None or cell.row != line.row or not numbering.parse(cell.flat):
        return []
    return [cell] if reading.levels_count else []
