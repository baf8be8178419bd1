"""What a plan's rules say of a workbook: each breach at its cell, in the catalogue's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from openpyxl.utils.cell import coordinate_to_tuple

from lib.findings.catalogue import CATALOGUE
from lib.findings.finding import Finding, Severity
from lib.plan import schema
from lib.plan.breach import Breach, Rule
from lib.plan.change.difference import TABLES, Change
from lib.plan.ledger import PLACE, YEAR, keys, ledgers, progress_index
from lib.plan.plan import Plan
from lib.plan.rules import breaches
from lib.plan.schema import PROGRESS_COLUMNS, Kind, Sheet
from lib.plan.text import indonesian
from lib.workbook.reading.cell_words import fold, shown, suggestion
from lib.workbook.reading.sheet_tables import HEADERS, Table

_Labels = Mapping[tuple[str, int | None], Any]


class Located(Protocol):
    """A sheet whose cells have addresses: in somebody's file, or in a download."""

    @property
    def sheet(self) -> Sheet: ...
    @property
    def title(self) -> str: ...
    def address(self, row: int, name: str | int) -> str:
        """Name a cell, such as `H7`."""
        ...


def findings(plan: Plan, tables: Mapping[Sheet, Table], base: Plan | None) -> list[Finding]:
    """Check a plan as read; places are those of the uploader's own file.

    What stood so in `base` already, the plan that the copy was made from, is a notice: it is
    nobody's fault but who wrote it, and whoever sends the copy back cannot help it.
    """
    standing = frozenset(breaches(base)) if base is not None else frozenset()
    labels = {sheet: _labels(plan, sheet) for sheet in (*TABLES, *PROGRESS_COLUMNS)}
    found = []
    for breach in breaches(plan):
        item = _at(breach, tables[breach.sheet], labels[breach.sheet])
        found.append(as_standing(item) if breach in standing else item)
    return found


def of_row(plan: Plan, table: Located, base: Plan, key: str, year: int) -> list[Finding]:
    """Check one progress row of a plan whose other rows are as in `base`; places as `findings`."""
    standing = frozenset(breaches(base))
    labels = _labels(plan, table.sheet)
    found = []
    for breach in breaches(plan):
        if (breach.sheet, breach.key, breach.year) == (table.sheet, key, year):
            item = _at(breach, table, labels)
            found.append(as_standing(item) if breach in standing else item)
    return found


def label(plan: Plan, sheet: Sheet, key: str, year: int | None) -> int:
    """Return the Excel row in which a row stands; KeyError for none."""
    return int(_labels(plan, sheet)[key, year])


def lowered(
    found: Iterable[Finding], plan: Plan, tables: Mapping[Sheet, Table], base: Plan
) -> list[Finding]:
    """Lower warnings about cells that hold what they held in `base` to notices."""
    sheets = {tables[sheet].title: sheet for sheet in PROGRESS_COLUMNS}
    after, before = ledgers(plan), ledgers(base)
    keys_of = {
        sheet: {row: key for key, row in _labels(plan, sheet).items()} for sheet in PROGRESS_COLUMNS
    }
    names_of = {
        sheet: {place: name for name, place in tables[sheet].columns.items()}
        for sheet in PROGRESS_COLUMNS
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
    activity = sheet is Sheet.ACTIVITY_PROGRESS
    frame = plan.activity_progress if activity else plan.indicator_progress
    return dict(zip(progress_index(frame), frame.index, strict=True))


def _at(breach: Breach, table: Located, labels: _Labels) -> Finding:
    first = labels.get((breach.first, breach.year)) if breach.first else None
    row = labels.get((breach.key, breach.year))
    item = replace(_entry(breach, first), sheet=table.title)
    if row is None:
        return item
    column = breach.columns[0]
    name = next(iter(HEADERS[table.sheet])) if column == PLACE else column
    return replace(item, cell=table.address(row, name))


def _entry(breach: Breach, first: object) -> Finding:
    values = {"first": first, **_words(breach)}
    return CATALOGUE[breach.rule].at(breach.sheet.value, None, **values)


def _words(breach: Breach) -> dict[str, object]:
    """Return what the entry's sentences say of a breach's values."""
    written = [_written(breach, column, value) for column, value in _cells(breach)]
    headers = [_header(breach, column) for column in breach.columns]
    match breach.rule:
        case Rule.CUMULATIVE_FALLS:
            names = ("seen", "earlier")
            return {
                **dict(zip(names, written, strict=True)),
                "header": headers[0],
                "earlier_header": headers[1],
            }
        case Rule.BUDGET_OVER:
            return {"seen": written[0], "ceiling": written[1]}
        case Rule.REMARK_WITHOUT_OBSTACLE:
            remark = str(breach.values[1])
            return {"remark": remark, "remark_lower": remark.lower()}
        case Rule.UNIT_YES_NO | Rule.UNIT_NUMBER:
            unit = breach.values[1]
            return {"seen": written[0], "unit": f"“{unit}”" if unit else "kosong"}
        case Rule.CODE_MISSING:
            return {"header": headers[0]}
        case Rule.CODE_DOUBLED | Rule.GROUP_MISSING:
            return {"no": breach.values[0]}
        case Rule.KEY_DOUBLED:
            return dict(zip(("no", "year"), breach.values, strict=True))
        case _:
            return _cell_words(breach, written)


def _cell_words(breach: Breach, written: list[str]) -> dict[str, object]:
    if breach.sheet not in PROGRESS_COLUMNS:
        return {}
    column, value = schema.column(breach.sheet, breach.columns[0]), breach.values[0]
    return {
        "seen": written[0],
        "length": indonesian.number(len(str(value))),
        "limit": indonesian.number(column.limit),
        "choices": indonesian.listing([f"“{word}”" for word in column.choices], "atau"),
        "nearest": suggestion(fold(str(value)), {fold(word): word for word in column.choices}),
    }


def _cells(breach: Breach) -> Iterable[tuple[str, Any]]:
    return zip(breach.columns, breach.values, strict=True) if breach.values else ()


def _header(breach: Breach, column: str) -> str:
    if column in (PLACE, YEAR):
        return ""
    return Change(breach.key, breach.year, column, None, None, breach.sheet).header


def _written(breach: Breach, column: str, value: Any) -> str:
    kind = Kind.TEXT
    if breach.sheet in PROGRESS_COLUMNS:
        kind = schema.column(breach.sheet, column).kind
    if kind is Kind.PERCENT:
        return indonesian.percent(value, 2)
    if kind is Kind.RUPIAH:
        return indonesian.rupiah(value)
    return shown(value)
