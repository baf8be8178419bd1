"""Shaded cells that mark time, and which colours are asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lib.decree.blocks import Block
from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.foreign_table import Line
from lib.decree.questions import Assumption, QuestionKind, reading
from lib.decree.words import marks
from lib.decree.words.header_words import ColumnRole
from lib.decree.words.marks import Sign


def fills(block: Block, columns: Sequence[ForeignColumn]) -> Counter[str]:
    """Count the colours that mark time: not those of whole rows, whole columns or headers."""
    places = [
        at for one in columns if one.role is ColumnRole.TIME and one.time for at in one.places
    ]
    if not places:
        return Counter()
    found: Counter[str] = Counter()
    for line in block.body:
        shaded = [cell for at in places if (cell := line.cells[at]) and cell.fill]
        rest = {cell.fill for cell in line.distinct if cell.column - 1 not in places and cell.flat}
        found.update(cell.fill for cell in dict.fromkeys(shaded) if cell.fill not in rest)
    rows = len(block.body)
    striped = {
        color
        for color in found
        if any(_share(block.body, at, color) > 0.9 for at in places) and rows > 3
    }
    return Counter({color: count for color, count in found.items() if color not in striped})


def _share(lines: Sequence[Line], at: int, color: str) -> float:
    cells = [line.cells[at] for line in lines]
    return sum(cell is not None and cell.fill == color for cell in cells) / max(len(cells), 1)


def read(
    block: Block, columns: Sequence[ForeignColumn], answers: Mapping[str, str]
) -> tuple[frozenset[str], tuple[Assumption, ...]]:
    """Say which colours mean planned, and what is to be asked about them."""
    counts = fills(block, columns)
    if not counts:
        return frozenset(), ()
    places = [
        at for one in columns if one.role is ColumnRole.TIME and one.time for at in one.places
    ]
    cells = {cell for line in block.body for at in places if (cell := line.cells[at])}
    marked = {cell.fill for cell in cells if cell.flat and marks.sign(cell.flat) is Sign.PLANNED}
    bare = {cell.fill for cell in cells if cell.fill and not cell.flat}
    has_marks = any(marks.is_plain(cell.flat) for cell in cells if cell.flat)
    asked = []
    for color, count in counts.items():
        if color not in bare and has_marks:
            continue
        sure = not has_marks and len(counts) == 1
        words = f"Apakah sel berwarna {marks.color(color)} berarti direncanakan?"
        seen = f"sel berwarna {marks.color(color)} ({color})"
        proposed = Sign.NOT if color in marked and has_marks else Sign.PLANNED
        choices = (Sign.PLANNED, Sign.NOT)
        asked.append(reading(QuestionKind.TIME, seen, count, proposed, choices, sure, words))
    planned = frozenset(
        color
        for color in counts
        for one in asked
        if f"({color})" in one.seen and answers.get(one.id, one.proposed) == Sign.PLANNED
    )
    return planned, tuple(asked)
