"""Filled cells that belong to no row or column of a table: each is named, none passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lib.findings import catalogue
from lib.findings.finding import CatalogueEntry, Finding
from lib.plan import schema
from lib.plan.schema import PROGRESS_COLUMNS, Kind, Sheet
from lib.workbook.reading.cell_words import fold, is_blank, shown
from lib.workbook.reading.sheet_tables import Table

_FIGURES = (Kind.PERCENT, Kind.RUPIAH, Kind.MEASURE, Kind.CHOICE)
_TOTAL = re.compile(r"(sub ?)?(jumlah|total|rata-rata|rerata)\b")
_NUMERAL = re.compile(r"(rp\.?)?[\s\d.,%-]*\d[\s\d.,%-]*")


def printed(tables: Mapping[Sheet, Table]) -> frozenset[str]:
    """Return the numbers and words by which the decreed tables know their rows, folded."""
    names = {Sheet.PROGRAM: ("no", "uraian"), Sheet.INDICATOR: ("indikator",)}
    return frozenset(
        _folded(tables[sheet].value(row, name))
        for sheet, columns in names.items()
        if sheet in tables
        for row in tables[sheet].data_rows
        for name in columns
    ) - {""}


def notes(table: Table, known: frozenset[str]) -> frozenset[int]:
    """Return the rows that stand in a table without being of it: signatures, totals, remarks.

    A row of a progress sheet names its year, or else a number or words of the decreed tables
    (`known`); without them figures are a report that lost its key, unless the row calls itself a
    sum. A decreed table has such rows behind its last whole row alone: further up they may be
    a row that lost its number.
    """
    rows = list(table.data_rows)
    if table.sheet in PROGRESS_COLUMNS:
        return frozenset(row for row in rows if _is_note(table, row, known))
    # A row that has a key of its own needs no printed number.
    key = "kode" if "kode" in table.columns else "no"
    needed = {Sheet.PROGRAM: (key, "uraian"), Sheet.INDICATOR: ("indikator",)}.get(table.sheet)
    if needed is None:
        return frozenset()
    whole = [row for row in rows if all(_filled(table, row, name) for name in needed)]
    return frozenset(row for row in rows if whole and row > whole[-1])


def _is_note(table: Table, row: int, known: frozenset[str]) -> bool:
    columns = PROGRESS_COLUMNS[table.sheet]
    words = {_folded(table.value(row, column.name)) for column in columns if column.locked}
    if _filled(table, row, "tahun") or words & known:
        return False
    if any(_TOTAL.match(word) for word in words):
        return True
    return not any(
        _is_figure(table.value(row, column.name)) for column in columns if column.kind in _FIGURES
    )


def _folded(raw: object) -> str:
    return "" if raw is None else fold(str(raw))


def _filled(table: Table, row: int, name: str) -> bool:
    return not is_blank(table.value(row, name))


def _is_figure(raw: object) -> bool:
    if isinstance(raw, str):
        return _NUMERAL.fullmatch(fold(raw)) is not None
    return raw is not None


def findings(tables: Mapping[Sheet, Table]) -> list[Finding]:
    """Name what stands beside the tables, above and below them, and between their rows."""
    return [finding for table in tables.values() for finding in _findings(table)]


def _findings(table: Table) -> Iterator[Finding]:
    in_table, titled = set(table.data_rows), _titled(table)
    beside: dict[int, list[int]] = {}
    for row, cells in enumerate(table.rows, 1):
        filled = [place for place, cell in enumerate(cells) if not is_blank(cell.value)]
        unread = [place for place in filled if not _is_read(table, row, place, titled)]
        if row in in_table:
            for place in unread:
                beside.setdefault(place, []).append(row)
        elif unread:
            entry = catalogue.TEXT_OUTSIDE
            yield _said(entry, table, unread[0], row, len(unread) - 1, " di baris yang sama")
    for place, rows in beside.items():
        yield _said(catalogue.COLUMN_UNTITLED, table, place, rows[0], len(rows) - 1)


def _is_read(table: Table, row: int, place: int, titled: set[int]) -> bool:
    """Tell whether a cell's column is read in a row; none is in a row that is no row of it."""
    if row in table.notes:
        return False
    if row > table.header_row:
        return place in titled
    # Above the headers the first column holds the sheet's title and its note.
    return row >= _first_header_row(table) or place == 0


def _titled(table: Table) -> set[int]:
    """Return the columns with a header, ours or somebody's own, of which the header is told."""
    headers = table.rows[_first_header_row(table) - 1 : table.header_row]
    own = {place for row in headers for place, cell in enumerate(row) if not is_blank(cell.value)}
    return {*table.columns.values(), *own}


def _first_header_row(table: Table) -> int:
    """Return the upper of table A's two header rows; elsewhere the only one."""
    return max(1, table.header_row - (table.sheet is Sheet.PROGRAM))


def _said(
    entry: CatalogueEntry, table: Table, place: int, row: int, more: int, where: str = ""
) -> Finding:
    letter, value = schema.letter(place), table.rows[row - 1][place].value
    others = f" dan {more} sel lain{where}" if more else ""
    values = {"seen": shown(value), "column": letter, "others": others}
    return entry.at(table.title, f"{letter}{row}", **values)
