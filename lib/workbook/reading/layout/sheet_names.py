"""Which sheet of a file is which of ours; others are named, and a filled copy is asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.schema import Sheet
from lib.workbook.reading.cell_words import code, is_blank, nearest, suggestion
from lib.workbook.reading.saved_cells import Rows
from lib.workbook.reading.sheet_tables import (
    HEADER_ROWS,
    HEADERS,
    MAY_LACK,
    REPAIRS,
    header_row,
    headers_in,
)
from lib.xlsx.facts import Facts, SheetFacts

_ALIKE = 0.75
"""So many of a sheet's headers make another sheet one of its kind."""


@dataclass(frozen=True, slots=True)
class Book:
    """A file's sheets: their rows, and what the gate saw of them."""

    sheets: Mapping[str, Rows]
    facts: Facts

    def is_hidden(self, title: str) -> bool:
        return self.facts.sheets.get(title, SheetFacts()).hidden


def match(book: Book, found: list[Finding]) -> dict[Sheet, str]:
    """Match sheet names, whatever their case and spaces; a visible one goes before a hidden one."""
    ordered = sorted(book.sheets, key=book.is_hidden)
    by_code = {code(title): title for title in reversed(ordered)}
    titles = {
        sheet: sheet.value if sheet.value in book.sheets else by_code.get(code(sheet.value), "")
        for sheet in Sheet
    }
    for sheet in MAY_LACK:  # what only has such a name is a sheet of somebody's own
        if titles[sheet] and not _is_like(sheet, book.sheets[titles[sheet]]):
            titles[sheet] = ""
    used = {*titles.values(), REPAIRS}
    others = [title for title in book.sheets if title not in used]
    for sheet in HEADERS:
        found += _named(sheet, titles[sheet], others, book)
    missing = [code(sheet) for sheet in HEADERS if not titles[sheet] and sheet not in MAY_LACK]
    renamed = [title for title in others if _is_of_missing(title, titles, book)]
    for title in others:
        if title not in renamed and not any(nearest(one, {code(title): title}) for one in missing):
            found.append(_other(title, titles, book))
    return {sheet: titles[sheet] for sheet in HEADERS if titles[sheet]}


def _named(sheet: Sheet, title: str, others: list[str], book: Book) -> Iterator[Finding]:
    """Say that a sheet of ours is missing, or read under another name."""
    like = [other for other in others if _is_like(sheet, book.sheets[other])]
    if not title and sheet in MAY_LACK and like:
        guess = f" Barangkali yang dimaksud “{like[0]}”."
        yield catalogue.SHEET_MISSING.at(sheet.value, name=sheet, nearest=guess)
    elif not title and sheet not in MAY_LACK:
        known = {code(other): other for other in others}
        guess = suggestion(code(sheet), known).replace("maksudnya", "yang dimaksud")
        yield catalogue.SHEET_MISSING.at(sheet.value, name=sheet, nearest=guess)
    elif title not in ("", sheet.value):
        entry = catalogue.SHEET_HIDDEN_RENAMED if book.is_hidden(title) else catalogue.SHEET_RENAMED
        yield entry.at(title, seen=title, name=sheet)


def _is_of_missing(title: str, titles: Mapping[Sheet, str], book: Book) -> bool:
    """Tell whether a sheet of some other name says what one that a copy may lack would."""
    lacking = (sheet for sheet in MAY_LACK if not titles[sheet])
    return any(_is_like(sheet, book.sheets[title]) for sheet in lacking)


def _other(title: str, titles: Mapping[Sheet, str], book: Book) -> Finding:
    """Name a sheet that is not read; one like ours that says something else is a question."""
    for sheet in HEADERS:
        ours = titles[sheet]
        if ours and _is_like(sheet, book.sheets[title]):
            if _values(book.sheets[title]) == _values(book.sheets[ours]):
                break
            return catalogue.SHEET_COPY.at(title, seen=title, name=ours)
    return catalogue.SHEET_EXTRA.at(title, seen=title)


def _is_like(sheet: Sheet, rows: Rows) -> bool:
    headers = HEADERS[sheet]
    row = header_row(rows[:HEADER_ROWS], headers)
    return row is not None and headers_in(rows[row - 1], headers) >= _ALIKE * len(headers)


def _values(rows: Rows) -> list[list[object]]:
    """Return what a sheet says: its rows that hold anything, each up to its last filled cell."""
    said = []
    for row in rows:
        values = [None if is_blank(cell.value) else cell.value for cell in row]
        while values and values[-1] is None:
            values.pop()
        if values:
            said.append(values)
    return said
