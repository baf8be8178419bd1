"""A foreign table as it stands in its file: real cells, each with its place in words.

Texts hold a line break per paragraph, and `SOFT` where the writer only broke a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

SOFT = "\v"
"""A soft line break inside a paragraph; it may part two names, or only be a matter of looks."""


@dataclass(frozen=True, slots=True, eq=False)
class ForeignCell:
    """One real cell; equal to itself alone, so that it can be counted once."""

    row: int
    """From 1, in the table's own counting, as is `column`."""
    column: int
    text: str = ""
    down: int = 1
    across: int = 1
    fill: str = ""
    """The shading as six hex digits; blank for none and for white."""
    bold: bool = False
    amount: float | None = None
    """The number a spreadsheet holds here, before it is shown."""
    place: str = ""
    """Such as `tabel 2, baris 14, kolom 3`."""
    hidden: bool = False
    """Whether a merged cell before it covers it in print."""

    @property
    def flat(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())

    @property
    def says(self) -> bool:
        """Whether there is anything to account for."""
        return bool(self.text.strip() or self.fill)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: what stands at each column, merged cells at all that they cover."""

    row: int
    cells: tuple[ForeignCell | None, ...]

    @property
    def distinct(self) -> tuple[ForeignCell, ...]:
        """Each cell once, from left to right."""
        return tuple(dict.fromkeys(cell for cell in self.cells if cell is not None))

    @property
    def own(self) -> tuple[ForeignCell, ...]:
        """The cells that begin in this row and hold text."""
        return tuple(cell for cell in self.distinct if cell.row == self.row and cell.flat)

    def text(self, column: int) -> str:
        cell = self.cells[column]
        return "" if cell is None else cell.flat

    def begins(self, column: int) -> bool:
        """Tell whether the cell at a column begins in this row rather than above it."""
        cell = self.cells[column]
        return cell is not None and cell.row == self.row

    @property
    def words(self) -> tuple[str, ...]:
        """The folded texts of the row, to compare rows by."""
        return tuple(cell.flat.casefold() for cell in self.distinct if cell.flat)


@dataclass(frozen=True)
class ForeignTable:
    """One table of a file, or one sheet of a workbook."""

    name: str
    """Such as `tabel 2` or `lembar Matriks`."""
    cells: tuple[ForeignCell, ...]
    before: tuple[str, ...] = ()
    """The texts between the table before it and this one."""
    after: tuple[str, ...] = ()
    """The texts behind the last table of a file."""
    shows_merges: bool = True
    """Whether the source tells merged cells from blank ones; pasted text does not."""
    hidden: bool = False
    """Whether the sheet is hidden; it is listed and not read."""

    @cached_property
    def width(self) -> int:
        return max((cell.column + cell.across - 1 for cell in self.cells), default=0)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All rows in order."""
        height = max((cell.row + cell.down - 1 for cell in self.cells), default=0)
        grid: list[list[ForeignCell | None]] = [[None] * self.width for _ in range(height)]
        for cell in self.cells:
            if not cell.hidden:
                _fill(grid, cell)
        return tuple(Line(row, tuple(cells)) for row, cells in enumerate(grid, 1))


def _fill(grid: list[list[ForeignCell | None]], cell: ForeignCell) -> None:
    for row in range(cell.row - 1, cell.row - 1 + cell.down):
        for column in range(cell.column - 1, cell.column - 1 + cell.across):
            grid[row][column] = cell


def placed(cells: Iterable[ForeignCell], name: str) -> Iterator[ForeignCell]:
    """Give each cell its place in words, by row and column of the table so named."""
    for cell in cells:
        yield replace(cell, place=f"{name}, baris {cell.row}, kolom {cell.column}")


@dataclass(frozen=True, slots=True)
class Source:
    """A file read: its tables in order."""

    name: str
    tables: tuple[ForeignTable, ...]

    @property
    def cells(self) -> tuple[ForeignCell, ...]:
        """Every cell that says anything, blank ones left out."""
        return tuple(cell for table in self.tables for cell in table.cells if cell.text.strip())
