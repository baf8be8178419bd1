"""The cells of a workbook as it was saved: openpyxl's own reading, without its detours.

The one module that builds on parts of openpyxl that are its own affair; they are those of the
pinned version.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any
from xml.etree.ElementTree import Element

import openpyxl
from openpyxl.cell.read_only import EMPTY_CELL, ReadOnlyCell
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet._reader import INLINE_STRING, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from lib.findings import catalogue
from lib.xlsx.facts import Facts, SheetFacts
from lib.xlsx.limits import refuse

Rows = Sequence[tuple[Any, ...]]
"""A sheet's rows, of openpyxl's cells; row 1 of Excel is the first."""

_PLAIN_TEXT = f"{{{SHEET_MAIN_NS}}}t"


def load(content: bytes, facts: Facts) -> dict[str, Rows]:
    """Read the sheets' rows, formulas by their saved value, as far as the gate saw anything.

    Raises `Refused` where openpyxl stumbles over a file that the gate let pass.
    """
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        with closing(book):
            return {sheet.title: _rows(sheet, facts) for sheet in book.worksheets}
    except Exception:  # openpyxl raises whatever its parsing came upon
        refuse(catalogue.FILE_UNREADABLE)


def _rows(sheet: Any, facts: Facts) -> Rows:
    extent = facts.sheets.get(sheet.title, SheetFacts())
    if not extent.last_row:
        return ()
    rows = tuple(_padded(sheet, extent.last_row, extent.last_column))
    dressed = {getattr(cell, "_style_id", 0): cell for row in rows for cell in row}
    for cell in dressed.values():
        # openpyxl looks styles up late; one that is missing must come to light here.
        _ = cell.number_format, cell.font, cell.fill
    return rows


def _padded(sheet: Any, height: int, width: int) -> Iterator[tuple[Any, ...]]:
    """Yield all rows up to a height, each as wide, like `sheet.iter_rows`."""
    blank = (EMPTY_CELL,) * width
    below, number = 1, 0
    with sheet._get_source() as source:
        for number, stored in _parser(sheet, source).parse():
            if number > height:
                break
            yield from (blank for _ in range(below, number))
            if below <= number:
                yield _row(sheet, stored, width)
                below = number + 1
    if number > height:
        yield from (blank for _ in range(below, height + 1))


def _parser(sheet: Any, source: Any) -> _Parser:
    book = sheet.parent
    return _Parser(
        source,
        sheet._shared_strings,
        data_only=True,
        epoch=book.epoch,
        date_formats=book._date_formats,
        timedelta_formats=book._timedelta_formats,
    )


def _row(sheet: Any, stored: list[dict[str, Any]], width: int) -> tuple[Any, ...]:
    row: list[Any] = [EMPTY_CELL] * width
    for cell in stored:
        if cell["column"] <= width:
            row[cell["column"] - 1] = ReadOnlyCell(sheet, **cell)
    return tuple(row)


class _Parser(WorkSheetParser):
    """Reads blank cells, and texts that stand in their cell, without making objects first."""

    def parse_cell(self, element: Element) -> dict[str, Any]:
        kind, text = element.get("t", "n"), None
        if len(element) and kind == "inlineStr":
            kind, text = "s", _text_alone(element)
        coordinate = element.get("r")
        if coordinate is None or (text is None and len(element)):
            found: dict[str, Any] = super().parse_cell(element)
            return found
        row, self.col_counter = coordinate_to_tuple(coordinate)
        style = element.get("s", 0)
        return {
            "row": row,
            "column": self.col_counter,
            "value": text,
            "data_type": kind,
            "style_id": int(style) if style else style,
        }


def _text_alone(cell: Element) -> str | None:
    """Return a cell's own text where it is one plain piece; None where it is anything else."""
    if len(cell) != 1 or cell[0].tag != INLINE_STRING or cell[0].attrib or len(cell[0]) != 1:
        return None
    piece = cell[0][0]
    return piece.text if piece.tag == _PLAIN_TEXT and not len(piece) else None
