"""A foreign workbook's sheets, each as one table of texts as Excel shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles.colors import COLOR_INDEX, Color
from openpyxl.worksheet.worksheet import Worksheet

from lib.decree.foreign_table import ForeignCell, ForeignTable
from lib.decree.source import glyphs
from lib.plan.schema import letter
from lib.plan.text import indonesian
from lib.xlsx.facts import Facts

_THEME = ("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000",
          "5B9BD5", "70AD47")  # fmt: skip
"""Office's own theme, by which shading with a theme colour gets a colour to be called by."""
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


def read(content: bytes, facts: Facts) -> tuple[ForeignTable, ...]:
    """Read the sheets of an .xlsx that the gate let through, formulas by their saved values.

    Raises what openpyxl raises for a workbook it stumbles over.
    """
    workbook = load_workbook(BytesIO(content), data_only=True)
    tables = []
    for sheet in workbook.worksheets:
        seen = facts.sheets.get(sheet.title)
        if seen is None or not seen.last_row:
            continue
        cells = tuple(_cells(sheet, seen.last_row, seen.last_column))
        tables.append(ForeignTable(f"lembar {sheet.title}", cells, hidden=seen.hidden))
    return tuple(tables)


def _cells(sheet: Worksheet, last_row: int, last_column: int) -> Iterator[ForeignCell]:
    spans = {
        (area.min_row, area.min_col): (area.size["rows"], area.size["columns"])
        for area in sheet.merged_cells.ranges
    }
    for row in sheet.iter_rows(max_row=last_row, max_col=last_column):
        for cell in row:
            if isinstance(cell, MergedCell):
                continue
            made = _cell(cell, spans, f"lembar {sheet.title}", last_row, last_column)
            if made is not None:
                yield made


def _cell(
    cell: ExcelCell,
    spans: Mapping[tuple[int, int], tuple[int, int]],
    name: str,
    last_row: int,
    last_column: int,
) -> ForeignCell | None:
    text = shown(cell.value, cell.number_format)
    fill = _fill(cell)
    down, across = spans.get((cell.row, cell.column), (1, 1))
    if not text and not fill and down == across == 1:
        return None
    return ForeignCell(
        cell.row,
        cell.column,
        text,
        min(down, last_row - cell.row + 1),
        min(across, last_column - cell.column + 1),
        fill,
        bool(cell.font and cell.font.b),
        _amount(cell.value),
        f"{name}, baris {cell.row}, kolom {letter(cell.column - 1)}",
    )


def _amount(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else None  # type: ignore[arg-type]


def shown(value: object, number_format: str) -> str:
    """Write a cell's value as Excel shows it, with Indonesian signs."""
    match value:
        case None:
            return ""
        case str():
            value = glyphs.shown(value, "")
            lines = _INVISIBLE.sub("", value).replace("\r\n", "\n").replace("\r", "\n").split("\n")
            return "\n".join(" ".join(line.split()) for line in lines).strip()
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(value, _LITERALS.sub("", number_format or ""))
        case date():
            return _date(value, number_format)
        case _:
            return str(value)


def _number(value: float, pattern: str) -> str:
    if "%" in pattern:
        return indonesian.percent(value * 100, 2)
    if "," in pattern:
        return indonesian.number(value, 2)
    if float(value).is_integer() and abs(value) < 1e15:
        # A pattern of zeros alone, such as 00, shows as many digits.
        width = len(pattern) if pattern and set(pattern) == {"0"} else 0
        return f"{int(value):0{width}d}"
    return f"{value:.10g}".replace(".", ",")


def _date(value: date, number_format: str) -> str:
    """Write a date; a format without a day shows month and year alone."""
    if "d" not in _LITERALS.sub("", number_format).lower():
        return f"{indonesian.MONTHS[value.month - 1]} {value.year}"
    return indonesian.day(value.date() if isinstance(value, datetime) else value)


def _fill(cell: ExcelCell) -> str:
    fill = cell.fill
    if fill is None or fill.fill_type in (None, "none"):
        return ""
    color = fill.fgColor
    hexes = "" if color is None else _hex(color)
    return "" if hexes in ("", "FFFFFF") else hexes


def _hex(color: Color) -> str:
    match color.type:
        case "rgb" if isinstance(color.rgb, str):
            return color.rgb[-6:].upper()
        case "theme" if isinstance(color.theme, int):
            bright = color.theme == 0 and (color.tint or 0) < -0.01
            return "D9D9D9" if bright else _THEME[color.theme % len(_THEME)]
        case "indexed" if isinstance(color.indexed, int) and color.indexed < len(COLOR_INDEX):
            return COLOR_INDEX[color.indexed][-6:].upper()
        case _:
            return ""
