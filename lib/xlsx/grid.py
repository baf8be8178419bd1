"""Where cells stand in a sheet: addresses, ranges, and the promise that they come in order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NoReturn

from lib.findings import catalogue
from lib.findings.finding import CatalogueEntry
from lib.plan.schema import letter
from lib.plan.text.indonesian import number
from lib.xlsx import limits
from lib.xlsx.elements import Attributes
from lib.xlsx.usage import Where

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ON = ("1", "true")
_NOTHING = ("0", "0.0")
_ROW = re.compile(r"[1-9][0-9]{0,6}")


class Grid:
    """The place of the cell that goes by, and how far the cells so far have reached."""

    def __init__(self, where: Where) -> None:
        self.where = where
        self.row = self.column = 0
        self.far_row = self.far_column = 0
        self.data_row = self.data_column = 0
        self.hidden_rows: set[int] = set()
        self._in_rows = False

    @property
    def address(self) -> str:
        return f"{letter(self.column - 1)}{self.row}"

    def begin_row(self, attributes: Attributes) -> None:
        """Go on to the next row; `Refused` where it goes back."""
        written = attributes.get("r")
        if written is None:
            row = self.row + 1
        elif _ROW.fullmatch(written):
            row = int(written)
        else:
            self.where.broken(f"nomor baris {written[:20]!r} tidak dikenal")
        if row <= self.row:
            self.where.broken(f"baris {row} ada dua kali atau tidak urut")
        self.row, self.column = row, 0
        self._in_rows = True
        if is_hidden(attributes, "ht") and row <= limits.DATA_ROWS:
            self.hidden_rows.add(row)

    def begin_cell(self, attributes: Attributes) -> None:
        """Go on to the next cell; `Refused` where it goes back."""
        reference = attributes.get("r")
        if reference is None:
            row, column = self.row, self.column + 1
        else:
            row, column = place(reference, self.where)
        if self._in_rows and (row != self.row or column <= self.column):
            # Readers go by order; Excel calls such a file damaged too.
            self.where.broken(f"sel {letter(column - 1)}{row} ada dua kali atau tidak urut")
        self.row, self.column = row, column
        if row > self.far_row:
            self.far_row = row
        if column > self.far_column:
            self.far_column = column

    def note_data(self) -> None:
        """Say that the current cell holds something; `Refused` where that is too far out."""
        if self.row > limits.DATA_ROWS or self.column > limits.DATA_COLUMNS:
            _refuse_place(self.where, catalogue.SHEET_FAR, self.address)
        if self.row > self.data_row:
            self.data_row = self.row
        if self.column > self.data_column:
            self.data_column = self.column

    def footprint(self, spent: int) -> int:
        """Add the rectangle that the cells span; `Refused` where all together span too much."""
        total = spent + self.far_row * self.far_column
        if total > limits.FOOTPRINT:
            far = f"{letter(self.far_column - 1)}{self.far_row}"
            _refuse_place(self.where, catalogue.SHEET_FOOTPRINT, far)
        return total


def is_hidden(attributes: Attributes, size: str) -> bool:
    """Tell whether a row or column is hidden, be it by a height or width (`size`) of nothing."""
    return attributes.get("hidden") in _ON or attributes.get(size) in _NOTHING


def place(reference: str, where: Where) -> tuple[int, int]:
    """Read an address such as `H7` as row and column, both from 1."""
    match = _CELL.fullmatch(reference)
    if match is None:
        where.broken(f"alamat sel {reference[:20]!r} tidak dikenal")
    column, row = _column(match[1]), int(match[2])
    if row > limits.EXCEL_ROWS or column > limits.EXCEL_COLUMNS:
        _refuse_place(where, catalogue.SHEET_FAR, reference)
    return row, column


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """Return the number of a column, counted from 1."""
    column = 0
    for sign in letters:
        column = column * 26 + ord(sign) - ord("A") + 1
    return column


def area(written: str, what: str, where: Where) -> int:
    """Count a range's cells; `Refused` where it reaches beyond the limits."""
    first, _, last = written.partition(":")
    top, left = place(first, where)
    bottom, right = place(last or first, where)
    if bottom > limits.DATA_ROWS or right > limits.DATA_COLUMNS:
        refuse_range(where, written, what)
    return (abs(bottom - top) + 1) * (abs(right - left) + 1)


def areas(written: list[str], what: str, where: Where, spent: int) -> int:
    """Count the cells of many ranges on top of those counted before; `Refused` where too many."""
    total = spent
    for each in written:
        total += area(each, what, where)
        if total > limits.RANGE_CELLS:
            refuse_range(where, each, what)
    return total


def refuse_range(where: Where, written: str, what: str) -> NoReturn:
    """Refuse a range that is too large."""
    _refuse_place(where, catalogue.SHEET_RANGE, written, what)


def _refuse_place(where: Where, entry: CatalogueEntry, written: str, what: str = "") -> NoReturn:
    """Refuse a cell or range that lies too far out or is too large."""
    bounds = {
        "rows": number(limits.DATA_ROWS),
        "column": letter(limits.DATA_COLUMNS - 1),
        "limit": number(limits.RANGE_CELLS if what else limits.FOOTPRINT),
    }
    cell = written if _CELL.fullmatch(written) else None
    where.refuse(entry, cell, cell_seen=written, area=written, what=what, **bounds)
