"""Where the tables of an uploaded workbook stand: sheets and headers, found by their words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from openpyxl.utils.cell import column_index_from_string

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan import schema
from lib.plan.registers.register_sheet import COLUMNS, REGISTERS
from lib.plan.schema import Sheet
from lib.plan.table_a import extra_name
from lib.plan.text import indonesian
from lib.plan.text.clean_text import tidy
from lib.workbook.reading.cell_words import (
    code,
    is_blank,
    nearest,
    shown,
    unescaped,
)
from lib.workbook.reading.link_cells import Lead
from lib.workbook.reading.saved_cells import Rows
from lib.xlsx.number_format import GENERAL, NOTHING

REPAIRS = "Perbaikan"
"""The sheet that a marked copy adds; never read."""
HEADER_ROWS = 20
"""A header is looked for in this many rows from the top."""

DOCUMENT_HEADERS = {"butir": "BUTIR", "isi": "ISI"}
HEADERS: dict[Sheet, Mapping[str, str]] = {
    Sheet.DOCUMENT: DOCUMENT_HEADERS,
    Sheet.PROGRAM: dict(
        zip(("no", "uraian", "waktu", "pihak_terlibat"), schema.PROGRAM_HEADERS, strict=True)
    ),
    Sheet.INDICATOR: dict(
        zip(("nomor", "program", "indikator"), schema.INDICATOR_HEADERS, strict=True)
    ),
    **{
        sheet: {column.name: column.header for column in columns}
        for sheet, columns in COLUMNS.items()
    },
}

DETAILS: Mapping[str, str] = {column.name: column.header for column in schema.DETAIL_COLUMNS}
"""Columns right of table A's print, and the sheet below: what an older scheme did not have."""
MAY_LACK = frozenset(REGISTERS)
YOUNGER: Mapping[Sheet, frozenset[str]] = {
    sheet: frozenset(column.name for column in columns if column.is_younger)
    for sheet, columns in COLUMNS.items()
}
"""Columns that copies from before them lack."""


@dataclass(frozen=True)
class Table:
    """One sheet's rows as openpyxl cells, and which column is where (counted from 0)."""

    sheet: Sheet
    title: str
    """The sheet's name in this file, which may differ in case and spaces."""
    header_row: int
    columns: Mapping[str | int, int]
    rows: Rows
    """All rows of the sheet; row 1 of Excel is the first."""
    notes: frozenset[int] = frozenset()
    """Rows that stand in the table without being of it, such as signatures; never read."""
    links: Mapping[str, Lead] = field(default_factory=dict)
    """Where cells lead to out of the workbook, by cell."""
    hides_zeros: bool = False
    """Whether the sheet leaves cells that hold 0 blank, whatever their format."""

    def cell(self, row: int, name: str | int) -> Any | None:
        """Return the openpyxl cell at an Excel row; None beyond the row's end."""
        cells, place = self.rows[row - 1], self.columns.get(name)
        return cells[place] if place is not None and place < len(cells) else None

    def value(self, row: int, name: str | int) -> Any:
        """Return a cell's saved value."""
        values, place = self._values[row - 1], self.columns.get(name)
        return values[place] if place is not None and place < len(values) else None

    @cached_property
    def _values(self) -> list[list[Any]]:
        """The saved values of all rows, which many questions are asked of."""
        values = [[cell.value for cell in row] for row in self.rows]
        return [[unescaped(v) if isinstance(v, str) else v for v in row] for row in values]

    def number_format(self, row: int, name: str | int) -> str:
        """Return how a cell shows its number; Excel's own way where it says nothing."""
        cell = self.cell(row, name)
        if self.hides_zeros and cell is not None and cell.value == 0 and cell.value is not False:
            return NOTHING
        return GENERAL if cell is None else cell.number_format or GENERAL

    def has(self, name: str | int) -> bool:
        """Tell whether the uploader's own file has such a column."""
        return name in self.columns

    def address(self, row: int, name: str | int) -> str:
        """Name a cell of the uploader's own file, such as `H7`."""
        return f"{schema.letter(self.columns[name])}{row}"

    @cached_property
    def data_rows(self) -> tuple[int, ...]:
        """The Excel rows below the header that hold anything in the table's columns."""
        return tuple(
            row
            for row in range(self.header_row + 1, len(self.rows) + 1)
            if row not in self.notes
            and any(not is_blank(self.value(row, name)) for name in self.columns)
        )


def locate(
    sheets: Mapping[str, Rows],
    titles: Mapping[Sheet, str],
    found: list[Finding],
    may_lack: Container[str] = (),
) -> dict[Sheet, Table]:
    """Find the tables in their sheets; what is missing, doubled or moved is added to `found`.

    Columns named in `may_lack` may be missing without a word, and read as blank.
    """
    tables = {}
    for sheet, title in titles.items():
        table = _table(sheet, title, sheets[title], found, may_lack)
        if table is not None:
            tables[sheet] = table
    return tables


def _table(
    sheet: Sheet, title: str, rows: Rows, found: list[Finding], may_lack: Container[str]
) -> Table | None:
    """Find a sheet's header row; None, with the finding, where a column is missing."""
    headers = HEADERS[sheet]
    row = header_row(rows[:HEADER_ROWS], headers)
    if row is None:
        listed = indonesian.listing(headers.values())
        found.append(catalogue.HEADER_NOT_FOUND.at(title, rows=HEADER_ROWS, headers=listed))
        return None
    known = {**headers, **DETAILS} if sheet is Sheet.PROGRAM else headers
    places = _places(title, row, rows[row - 1], known, found)
    years = _years(title, row, rows, found) if sheet is Sheet.PROGRAM else {}
    absent = (name for name in headers if name not in places and name != "waktu")
    younger = YOUNGER.get(sheet, frozenset())
    missing = [name for name in absent if name not in may_lack and name not in younger]
    others = _others(rows[row - 1], {*places.values(), *years.values()})
    _say_missing(title, row, [headers[name] for name in missing], others, found)
    if missing or (sheet is Sheet.PROGRAM and not years):
        return None
    if "kode" in places:  # a copy that keeps what a decree has beside the usual columns
        places.update(
            (extra_name(tidy(words)), column_index_from_string(letter) - 1)
            for letter, words in others.items()
        )
        others = {}
    for letter, words in others.items():
        found.append(catalogue.COLUMN_EXTRA.at(title, f"{letter}{row}", seen=shown(words)))
    order = [places[name] for name in headers if name in places]
    if order != sorted(order):
        found.append(catalogue.COLUMNS_REORDERED.at(title))
    places.pop("waktu", None)
    last_row = max(row, _year_row(rows, row)) if years else row
    return Table(sheet, title, last_row, {**places, **years}, rows)


def header_row(rows: Rows, headers: Mapping[str, str]) -> int | None:
    """Return the Excel row that holds most of the headers, at least half of them."""
    scores = [headers_in(row, headers) for row in rows]
    best = max(scores, default=0)
    return scores.index(best) + 1 if best * 2 >= len(headers) else None


def headers_in(row: tuple[Any, ...], headers: Mapping[str, str]) -> int:
    """Count the headers that a row holds, whatever their case and spaces."""
    return len({code(header) for header in headers.values()} & {_code(cell.value) for cell in row})


def _code(value: object) -> str:
    return code(value) if isinstance(value, str) else ""


def _places(
    title: str,
    row: int,
    cells: tuple[Any, ...],
    headers: Mapping[str, str],
    found: list[Finding],
) -> dict[str | int, int]:
    """Match header cells with columns; a second cell of the same name is a finding."""
    names = {code(header): name for name, header in headers.items()}
    places: dict[str | int, int] = {}
    for index, cell in enumerate(cells):
        name = names.get(_code(cell.value))
        if name is None:
            continue
        address, header = f"{schema.letter(index)}{row}", headers[name]
        if name in places and name == "waktu":
            continue  # where its merge over the years was taken apart, each year has the word
        if name in places:
            first = f"{schema.letter(places[name])}{row}"
            found.append(catalogue.HEADER_DOUBLED.at(title, address, header=header, first=first))
            continue
        places[name] = index
        if cell.value != header:
            seen = shown(cell.value)
            found.append(catalogue.HEADER_TIDIED.at(title, address, seen=seen, header=header))
    return places


def _year_row(rows: Rows, header_row: int) -> int:
    """Return which of the header's two rows names the years; 0 where neither does."""
    counts = {row: len(list(_year_cells(rows, row))) for row in (header_row, header_row + 1)}
    best = max(counts, key=lambda row: counts[row])
    return best if counts[best] else 0


def _year_cells(rows: Rows, row: int) -> Iterator[tuple[int, int]]:
    """Yield column and year of each cell of a row that holds a year."""
    for index, cell in enumerate(rows[row - 1] if row <= len(rows) else ()):
        words = str(cell.value).strip() if isinstance(cell.value, int | float | str) else ""
        words = words.removesuffix(".0")
        if len(words) == 4 and words.isascii() and words.isdigit() and 1900 <= int(words) <= 2200:
            yield index, int(words)


def _years(title: str, header_row: int, rows: Rows, found: list[Finding]) -> dict[str | int, int]:
    """Find table A's year columns under WAKTU, or beside the other headers."""
    row = _year_row(rows, header_row)
    years: dict[str | int, int] = {}
    for index, year in _year_cells(rows, row) if row else ():
        if year in years:
            address = f"{schema.letter(index)}{row}"
            first = f"{schema.letter(years[year])}{row}"
            found.append(catalogue.HEADER_DOUBLED.at(title, address, header=year, first=first))
            return {}
        years[year] = index
    if not years:
        found.append(catalogue.YEARS_MISSING.at(title))
    return years


def _others(cells: tuple[Any, ...], known: Iterable[int]) -> dict[str, str]:
    """Return the header cells that are no column of the workbook, by letter."""
    known = set(known)
    return {
        schema.letter(index): str(cell.value)
        for index, cell in enumerate(cells)
        if index not in known and not is_blank(cell.value)
    }


def _say_missing(
    title: str, row: int, missing: list[str], others: Mapping[str, str], found: list[Finding]
) -> None:
    """Name each missing header, with the header that comes nearest."""
    unknown = {code(words): letter for letter, words in others.items() if code(words)}
    for header in missing:
        letter = nearest(code(header), unknown)
        guess = f" Yang paling mirip: “{others[letter]}” di {letter}{row}." if letter else ""
        cell = f"{letter}{row}" if letter else None
        found.append(catalogue.HEADER_MISSING.at(title, cell, header=header, nearest=guess))
