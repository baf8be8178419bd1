"""What a plan's rules say of a workbook: each breach at its cell, in the catalogue's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Protocol

from openpyxl.utils.cell import coordinate_to_tuple

from lib.findings.catalogue import CATALOGUE
from lib.findings.finding import Finding, Severity
from lib.plan.breach import PRINTED, Breach, Rule
from lib.plan.cell_rules import is_date
from lib.plan.change.difference import TABLES, Change
from lib.plan.ledger import PLACE, YEAR, keys, ledgers, progress_keys, register_keys
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import COLUMNS, REGISTERS, column_of
from lib.plan.rules import breaches, oddities
from lib.plan.schema import Kind, Sheet
from lib.plan.text import indonesian
from lib.plan.text.clean_text import tidy
from lib.plan.text.rubric import lines_of, own_numbers
from lib.workbook.reading.cell_words import fold, shown, suggestion
from lib.workbook.reading.sheet_tables import HEADERS, Table

_Labels = Mapping[tuple[str, int | None], Any]


class Located(Protocol):
    """A sheet whose cells have addresses: in somebody's file, or in a download."""

    @property
    def sheet(self) -> Sheet: ...
    @property
    def title(self) -> str: ...
    def has(self, name: str | int) -> bool:
        """Tell whether there is such a column: older copies lack the younger ones."""
        ...

    def address(self, row: int, name: str | int) -> str:
        """Name a cell, such as `H7`."""
        ...


def findings(plan: Plan, tables: Mapping[Sheet, Table], base: Plan | None) -> list[Finding]:
    """Check a plan as read; places are those of the uploader's own file.

    What stood so in `base` already, the plan that the copy was made from, is a notice: it is
    nobody's fault but who wrote it, and whoever sends the copy back cannot help it. What a decree
    may print is told when it comes, and not again.
    """
    standing = frozenset(breaches(base)) if base is not None else frozenset()
    known = frozenset(oddities(base)) if base is not None else frozenset()

    @cache
    def labels(sheet: Sheet) -> _Labels:
        if sheet is Sheet.DOCUMENT:
            return _document_labels(tables[sheet])
        return _labels(plan, sheet)

    odd = [one for one in oddities(plan) if one not in known]
    found = [_at(one, tables[one.sheet], labels(one.sheet)) for one in odd]
    for breach in breaches(plan):
        if breach.sheet in tables:
            item = _at(breach, tables[breach.sheet], labels(breach.sheet))
        else:  # the copy lacks the register, which stays as it was
            item = without_file(breach)
        found.append(as_standing(item) if breach in standing else item)
    return found


def of_row(plan: Plan, table: Located, base: Plan, key: str, year: int) -> list[Finding]:
    """Check one row of a plan whose other rows are as in `base`; places as `findings`."""
    standing = frozenset(breaches(base))
    labels = _labels(plan, table.sheet)
    found = []
    for breach in breaches(plan):
        if (breach.sheet, breach.key, breach.year or 0) == (table.sheet, key, year):
            item = _at(breach, table, labels)
            found.append(as_standing(item) if breach in standing else item)
    return found


def label(plan: Plan, sheet: Sheet, key: str, year: int | None) -> int | None:
    """Return the Excel row in which a row stands; None where the plan has no such row."""
    found = _labels(plan, sheet).get((key, year or None))
    return None if found is None else int(found)


def lowered(
    found: Iterable[Finding], plan: Plan, tables: Mapping[Sheet, Table], base: Plan
) -> list[Finding]:
    """Lower warnings about cells that hold what they held in `base` to notices."""
    found = list(found)
    if all(item.severity is not Severity.WARNING for item in found):
        return found
    described = [sheet for sheet in COLUMNS if sheet in tables]
    sheets = {tables[sheet].title: sheet for sheet in described}
    after, before = ledgers(plan), ledgers(base)
    keys_of = {
        sheet: {row: (key, year or 0) for (key, year), row in _labels(plan, sheet).items()}
        for sheet in described
    }
    names_of = {
        sheet: {place: name for name, place in tables[sheet].columns.items()} for sheet in described
    }

    def stands(item: Finding) -> bool:
        sheet = sheets.get(item.sheet or "")
        if item.severity is not Severity.WARNING or sheet is None or not item.cell:
            return False
        row, place = coordinate_to_tuple(item.cell)
        key, name = keys_of[sheet].get(row), names_of[sheet].get(place - 1)
        if key not in before[sheet].index or name not in before[sheet].columns:
            return False
        value: object = after[sheet].at[key, name]
        return value == before[sheet].at[key, name]

    return [as_standing(item) if stands(item) else item for item in found]


def without_file(breach: Breach) -> Finding:
    """Say a breach of a plan that stands in no file, naming its row by key."""
    item = _entry(breach, breach.first)
    if not breach.key:
        return item
    row = f"{breach.key} tahun {breach.year}" if breach.year else breach.key
    return replace(item, seen=f"Baris {row}: {item.seen}")


def as_standing(item: Finding) -> Finding:
    """Lower a finding to a notice: the data said so before, and it holds nobody up."""
    return replace(
        item,
        severity=Severity.NOTICE,
        seen=f"Sudah demikian pada data sebelumnya: {item.seen}",
        advice=f"Tidak menghalangi berkas ini. Bagi pemilik baris: {item.advice}",
    )


def _labels(plan: Plan, sheet: Sheet) -> _Labels:
    """Find each row's Excel row by its key and year."""
    if sheet in TABLES:
        frame = plan.program if sheet is Sheet.PROGRAM else plan.indicators
        return {(key, None): label for key, label in zip(keys(frame), frame.index, strict=True)}
    if sheet in REGISTERS:
        rows = plan.registers[sheet]
        named = zip(register_keys(rows, sheet), rows.index, strict=True)
        return {(key, None): label for key, label in named}
    activity = sheet is Sheet.ACTIVITY_PROGRESS
    frame = plan.activity_progress if activity else plan.indicator_progress
    return dict(zip(progress_keys(frame), frame.index, strict=True))


def _document_labels(table: Table) -> _Labels:
    """Find each item's row by its name."""
    rows = table.data_rows
    return {(tidy(str(table.value(row, "butir"))), None): row for row in rows}


def _at(breach: Breach, table: Located, labels: _Labels) -> Finding:
    first = labels.get((breach.first, breach.year)) if breach.first else None
    row = labels.get((breach.key, breach.year))
    item = replace(_entry(breach, first), sheet=table.title)
    if row is None:
        return item
    columns = breach.columns if breach.columns[0] != PLACE else (_place(breach, table),)
    name = next(filter(table.has, columns), None)
    return item if name is None else replace(item, cell=table.address(row, name))


def _place(breach: Breach, table: Located) -> str:
    """Name the column that shows a row: its number, or the KODE where that is what is wrong."""
    if breach.rule is Rule.CODE_DOUBLED and isinstance(table, Table) and "kode" in table.columns:
        return "kode"
    return next(iter(HEADERS[table.sheet]))


def _entry(breach: Breach, first: object) -> Finding:
    values = {"first": first, **_words(breach)}
    return CATALOGUE[breach.rule].at(breach.sheet.value, None, **values)


_OF_NUMBERS = frozenset({Rule.CODE_DOUBLED, *PRINTED})


def _words(breach: Breach) -> dict[str, object]:
    """Return what the entry's sentences say of a breach's values."""
    if breach.rule in _OF_NUMBERS:
        header = "KODE" if breach.sheet is Sheet.PROGRAM else "NO"
        return {"no": breach.values[0], "header": header, "code": breach.key}
    written = [_written(breach, column, value) for column, value in _cells(breach)]
    headers = [_header(breach, column) for column in breach.columns]
    if breach.rule in _NAMED:
        values, heads = _NAMED[breach.rule]
        return dict(zip((*values, *heads), (*written[: len(values)], *headers), strict=False))
    match breach.rule:
        case Rule.REMARK_WITHOUT_OBSTACLE:
            remark = str(breach.values[1])
            return {"remark": remark, "remark_lower": remark.lower()}
        case Rule.UNIT_YES_NO | Rule.UNIT_NUMBER | Rule.STEP_INVALID | Rule.RUBRIC_UNUSED:
            unit = breach.values[1]
            return {"seen": written[0], "unit": f"“{unit}”" if unit else "kosong"}
        case Rule.RUBRIC_LINES:
            lines = lines_of(breach.values[0])
            return {"count": len(lines), "lines": indonesian.listing(map(shown, lines))}
        case Rule.RUBRIC_ORDER:
            numbers = map(str, own_numbers(breach.values[0]))
            return {"numbers": indonesian.listing(numbers)}
        case Rule.KEY_DOUBLED:
            return dict(zip(("no", "year"), breach.values, strict=True))
        case _:
            return _cell_words(breach, written)


_NAMED: Mapping[Rule, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Rule.CUMULATIVE_FALLS: (("seen", "earlier"), ("header", "earlier_header")),
    Rule.BUDGET_OVER: (("seen", "other"), ()),
    Rule.DUE_BEFORE_GIVEN: (("seen", "other"), ()),
    Rule.CONTINUED_NOWHERE: (("seen", "other"), ()),
    Rule.FATE_UNSAID: (("seen", "other"), ()),
    Rule.DECISION_WITHOUT_OBSTACLE: (("seen",), ()),
    Rule.LOCK_UNKNOWN: (("seen",), ()),
    Rule.VERIFICATION_IN_PART: ((), ("header", "other")),
    Rule.CODE_MISSING: ((), ("header",)),
    Rule.ROW_UNNAMED: ((), ("header",)),
    Rule.CELL_MISSING: ((), ("header",)),
}
"""What an entry's sentences call the values and the headers of a breach."""


def _cell_words(breach: Breach, written: list[str]) -> dict[str, object]:
    column = column_of(breach.sheet, breach.columns[0])
    if column is None:
        return {}
    value = breach.values[0]
    known = {fold(word): word for word in breach.known or column.choices}
    return {
        "header": column.header,
        "seen": written[0],
        "length": indonesian.number(len(str(value))),
        "limit": indonesian.number(column.limit),
        "choices": indonesian.listing([f"“{word}”" for word in column.choices], "atau"),
        "nearest": _several(breach) or suggestion(fold(str(value)), known),
    }


def _several(breach: Breach) -> str:
    """Say that a cell names several kegiatan, where it may name one."""
    parts = re.split(r"[;,/&\n]|\bdan\b", str(breach.values[0]))
    is_several = len(parts) > 1 and {part.strip() for part in parts} <= set(breach.known)
    if breach.rule is not Rule.ACTIVITY_UNKNOWN or not is_several:
        return ""
    return " Satu sel hanya memuat satu KODE."


def _cells(breach: Breach) -> Iterable[tuple[str, Any]]:
    return zip(breach.columns, breach.values, strict=True) if breach.values else ()


def _header(breach: Breach, column: str) -> str:
    if column in (PLACE, YEAR):
        return ""
    return Change(breach.key, breach.year, column, None, None, breach.sheet).header


def _written(breach: Breach, column: str, value: Any) -> str:
    described = column_of(breach.sheet, column)
    kind = described.kind if described and value is not None else Kind.TEXT
    if kind is Kind.PERCENT:
        return indonesian.percent(value, 2)
    if kind is Kind.RUPIAH:
        return indonesian.rupiah(value)
    if kind is Kind.DATE and is_date(value):
        return indonesian.day(date.fromisoformat(value))
    return shown(value)
