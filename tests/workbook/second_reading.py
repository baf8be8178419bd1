"""A second opinion on what an accepted file says: openpyxl's whole reading, and calamine's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
from openpyxl.workbook import Workbook
from python_calamine import CalamineError, CalamineWorkbook

from lib.plan.plan import Plan
from lib.plan.schema import PROGRESS_COLUMNS, Column, Kind, Sheet
from lib.workbook.intake import Reading
from lib.workbook.reading.cell_words import code, tidy, unescaped

_SECTIONS = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_AT_MOST = re.compile(r"\[<=(\d+)\].*;")
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def misread(content: bytes, reading: Reading) -> list[str]:
    """List progress cells that say something else in the file, without a finding at them."""
    assert reading.plan is not None
    book, grids = opened(content), _grids(content)
    if book is None:
        return []
    wrong: list[str] = []
    for sheet, frame in frames(reading.plan):
        title = _title(sheet, book.sheetnames)
        wrong += _misread(sheet, book[title], frame, grids.get(title), reading)
    return wrong


def opened(content: bytes) -> Workbook | None:
    """Open a file as a whole; None where openpyxl stumbles over what our reader passes by."""
    try:
        return openpyxl.load_workbook(BytesIO(content), data_only=True)
    except (KeyError, ValueError, TypeError, IndexError, AttributeError):
        return None


def _grids(content: bytes) -> dict[str, list[list[Any]]]:
    """Return calamine's values of each sheet; nothing where it stumbles."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }
    except CalamineError:
        return {}


def frames(plan: Plan) -> Iterator[tuple[Sheet, pd.DataFrame]]:
    yield Sheet.ACTIVITY_PROGRESS, plan.activity_progress
    yield Sheet.INDICATOR_PROGRESS, plan.indicator_progress


def _title(sheet: Sheet, titles: list[str]) -> str:
    if sheet.value in titles:
        return sheet.value
    return next(title for title in titles if code(title) == code(sheet.value))


def _misread(
    sheet: Sheet, tab: Any, frame: pd.DataFrame, grid: list[list[Any]] | None, reading: Reading
) -> Iterator[str]:
    told = {finding.cell for finding in reading.findings if finding.sheet == tab.title}
    more = {
        re.sub(r"\d", "", finding.cell)
        for finding in reading.findings
        if finding.cell and ("Demikian pula" in finding.seen or "sel lain di" in finding.seen)
    }
    for column in PROGRESS_COLUMNS[sheet]:
        letter = reading.places.get((sheet, column.name), "")
        for row in frame.index if letter and letter not in more else ():
            cell = tab[f"{letter}{row}"]
            if _lost_its_format(
                getattr(cell, "value", None), frame.at[row, column.name], reading, tab.title
            ):
                continue  # one warning stands for all such cells of the sheet
            if cell.coordinate not in told:
                yield from _differs(cell, frame.at[row, column.name], column, grid)


def _lost_its_format(raw: Any, read: Any, reading: Reading, title: str) -> bool:
    told = {(finding.code, finding.sheet) for finding in reading.findings}
    are_numbers = isinstance(raw, int | float) and isinstance(read, int | float)
    is_told = ("percent-format-lost", title) in told
    return is_told and are_numbers and abs(raw * 100 - read) < 1e-6


def _differs(cell: Any, value: Any, column: Column, grid: list[list[Any]] | None) -> Iterator[str]:
    raw = getattr(cell, "value", None)
    link = getattr(cell, "hyperlink", None)
    read = None if value is None or value != value else value
    if link is not None and raw == link.target and read is None:
        return  # openpyxl writes a link's address into an empty cell; Excel shows none
    if not _agrees(_seen(raw, cell.number_format, column.kind), read, column):
        yield f"{cell.coordinate} {raw!r} [{cell.number_format}] read {read!r}"
    if grid is not None and not column.locked and isinstance(raw, int | float | None):
        row = grid[cell.row - 1] if cell.row <= len(grid) else []
        found = row[cell.column - 1] if cell.column <= len(row) else ""
        if isinstance(found, int | float) != (raw is not None) and found in ("", None):
            yield f"{cell.coordinate} calamine {found!r} openpyxl {raw!r}"


def _seen(raw: Any, number_format: str, kind: Kind) -> float | str | None:
    """What a person takes a cell for: a number, a text, or None for a blank."""
    if raw is None:
        return None
    if isinstance(raw, str):
        return tidy(unescaped(raw)) or None
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return f"no number: {raw}"
    is_percent = kind in (Kind.PERCENT, Kind.MEASURE) and _shows_percent(number_format, raw)
    return float(raw) * (100 if is_percent else 1)


def _shows_percent(number_format: str, value: float) -> bool:
    parts = _SECTIONS.split(number_format or "General")
    if condition := _AT_MOST.match(number_format):
        return "%" in _LITERALS.sub("", parts[0 if value <= float(condition[1]) else 1])
    index = 2 if len(parts) > 2 and value == 0 else 1 if len(parts) > 1 and value < 0 else 0
    return "%" in _LITERALS.sub("", parts[index])


def _agrees(seen: float | str | None, read: Any, column: Column) -> bool:
    if column.kind is Kind.YEAR and isinstance(seen, str):
        seen = float(seen)
    if isinstance(seen, float) and isinstance(read, int | float):
        return abs(seen - float(read)) <= 1e-6 * max(1.0, abs(seen))
    if column.locked and isinstance(seen, str):
        return seen.casefold().split() == str(read).casefold().split()
    return seen == read
