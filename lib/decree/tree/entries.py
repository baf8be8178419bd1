"""What a table's rows list, and the state of reading them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.foreign_table import ForeignCell, Line
from lib.decree.words import numbering
from lib.decree.words.header_words import ColumnRole
from lib.decree.words.numbering import Number


@dataclass(frozen=True)
class TreeEntry:
    """One thing a table lists, with all rows that belong to it."""

    number: Number | None
    text: str
    lines: tuple[Line, ...]
    cells: tuple[ForeignCell, ...]
    """The cells its number and text come from."""
    rank: int | None = None
    """Which level column it stands in, from 0; None for the column of what is done."""
    style: str = ""
    """What its like without a number have in common."""
    item: tuple[int, int] | None = None
    """Which of how many items of a cell's list it is."""
    heads_list: bool = False
    unsure_list: bool = False

    @property
    def place(self) -> str:
        """Where it begins, in words that no other entry has: a cell's items are counted."""
        cell = self.cells[0].place if self.cells else ""
        return f"{cell}, butir {self.item[0] + 1}" if self.item else cell


@dataclass
class TreeReading:
    """The entries so far, and the rows left out with the reason."""

    columns: tuple[ForeignColumn, ...]
    fills: frozenset[str]
    keep_lists: bool
    """Whether lists inside a cell that may be details stay one text."""
    entries: list[TreeEntry] = field(default_factory=list)
    left: list[tuple[Line, str]] = field(default_factory=list)
    ended: str = ""
    current: dict[int, str] = field(default_factory=dict)
    levels_count: bool = False
    """Whether the one column of numbers counts a level's headings, not what is done."""

    def places(self, *roles: ColumnRole) -> tuple[int, ...]:
        return tuple(at for column in self.columns if column.role in roles for at in column.places)


def outer_number(entry: TreeEntry) -> str:
    """Return the number of the row that an item's list stands in; blank for others."""
    if entry.item is None:
        return ""
    found = (numbering.parse(cell.flat) for cell in entry.cells)
    return next((number.code for number in found if number), "")


def cells_of(
    entry: TreeEntry, column: ForeignColumn, columns: Iterable[ForeignColumn]
) -> tuple[ForeignCell, ...]:
    """Return an entry's cells of a column; a merged one counts for all of its kind it covers."""
    alike = {at for other in columns if other.role is column.role for at in other.places}
    found: dict[ForeignCell, None] = {}
    for line in entry.lines:
        for at in column.places:
            cell = line.cells[at]
            if cell is not None and cell.column - 1 in alike and cell not in entry.cells:
                found[cell] = None
    return tuple(found)
