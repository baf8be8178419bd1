"""New, removed and answered rows of registers, each told by one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from lib.plan.change.difference import Change, ChangeKind
from lib.plan.registers.register_sheet import REGISTERS, Piece
from lib.voice.changes import brief


def told(changes: Iterable[Change]) -> list[Change | str]:
    """Return changes with those of a register's row that come and go together as one sentence."""
    lines: list[Change | str] = []
    for _, found in groupby(changes, lambda change: (change.sheet, change.key)):
        row = list(found)
        said = _sentence(row) if row[0].sheet in REGISTERS else ""
        lines.extend([said] if said else row)
    return lines


def _sentence(row: Sequence[Change]) -> str:
    """Say what became of a row as a whole; "" where single cells of it changed."""
    register, kinds = REGISTERS[row[0].sheet], {change.kind for change in row}
    # What tells a row begins with its key, where that is more than a number.
    named = f"{row[0].sheet} {row[0].key}" if register.is_numbered else row[0].sheet
    before, after = _cells(row, 0), _cells(row, 1)
    if kinds == {ChangeKind.ADDED}:
        answered = register.answered & after.keys()
        answer = f". Jawaban: {_written(register.answer, after)}" if len(answered) > 1 else ""
        return f"{named} baru: {_written(register.told, after)}{answer}"
    if kinds == {ChangeKind.REMOVED}:
        return f"{named} dihapus: {_written(register.told, before)}"
    if kinds == {ChangeKind.SET} and {change.column for change in row} <= register.answered:
        return f"{named} dijawab: {_written(register.answer, after)}"
    return ""


def _cells(row: Sequence[Change], side: int) -> dict[str, str]:
    """Write the filled cells of a row, as they were (0) or are (1), by column."""
    filled = (one for one in row if (one.before, one.after)[side] is not None)
    return {one.column: brief(one)[side].removesuffix(".") for one in filled}


def _written(pieces: Sequence[Piece], cells: Mapping[str, str]) -> str:
    """Write the pieces whose cells are filled."""
    words = "".join(words.format(cells[name]) for name, words in pieces if name in cells)
    return words.removeprefix(",").strip()
