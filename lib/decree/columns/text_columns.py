"""Which column names what is done, and which it stands under."""

from __future__ import annotations

from dataclasses import replace

from lib.decree.blocks import Block
from lib.decree.columns.foreign_column import ForeignColumn, texts_in
from lib.decree.words import header_words
from lib.decree.words.header_words import LEVELS, ColumnRole


def with_levels(columns: list[ForeignColumn], block: Block) -> list[ForeignColumn]:
    """Make the last column of what is done the text, those before it levels."""
    texts = [column for column in columns if column.role is ColumnRole.TEXT]
    if not texts:
        return _with_longest(columns, block)
    acts = [column for column in texts if header_words.is_activity(column.path[-1])]
    main = acts[-1] if acts else texts[-1]
    before = [
        column
        for column in columns
        if column.places < main.places and (column in texts or _is_merged_down(column, block))
    ]
    heads = [column for column in before if _groups_rows(column, main, block)]
    roles = dict(zip(map(id, heads[-3:]), LEVELS, strict=False))
    made = []
    for column in columns:
        if id(column) in roles:
            made.append(replace(column, role=roles[id(column)], why="mengelompokkan baris"))
        elif column.role is not ColumnRole.TEXT or column is main:
            made.append(column)
        else:
            made.append(replace(column, role=ColumnRole.REMARK))
    return made


def _is_merged_down(column: ForeignColumn, block: Block) -> bool:
    """Tell whether a column of no known use holds texts merged over several rows."""
    cells = {cell for line in block.body for at in column.places if (cell := line.cells[at])}
    deep = [cell for cell in cells if cell.down > 1 and len(cell.flat) > 3]
    return column.role is ColumnRole.REMARK and len(deep) > len(cells) / 2


def _groups_rows(column: ForeignColumn, main: ForeignColumn, block: Block) -> bool:
    """Tell whether a column stands over several rows of what is done, as a heading does."""
    own = len(texts_in(block, column.places))
    below = len(texts_in(block, main.places))
    if not own:
        return False
    if header_words.is_problem(column.path[-1]):
        return own < 0.8 * below
    return own <= below or len(set(texts_in(block, column.places))) < 0.8 * own


def _with_longest(columns: list[ForeignColumn], block: Block) -> list[ForeignColumn]:
    """Take the column with the longest texts where no header names what is done."""
    free = [
        column
        for column in columns
        if column.role in (ColumnRole.REMARK, ColumnRole.OUTPUT, ColumnRole.TARGET)
    ]
    if not free:
        return columns

    def length(column: ForeignColumn) -> float:
        texts = texts_in(block, column.places)
        return sum(map(len, texts)) / len(texts) if texts else 0

    main = max(free, key=length)
    return [
        replace(column, role=ColumnRole.TEXT, why="isinya terpanjang", sure=False)
        if column is main
        else column
        for column in columns
    ]
