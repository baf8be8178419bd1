"""A look at a change as a whole: what it seems to be where its cells are right one by one.

Every sign is a pure function of the changes and of the plan before and after. It never says that
something is wrong, only what it looks like; thresholds are set so that honest reports pass.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Any

from lib.plan.change import unlikely_values
from lib.plan.change.difference import Change
from lib.plan.ledger import editable, ledgers
from lib.plan.plan import Plan
from lib.plan.schema import ACTUALS, PROGRESS_COLUMNS, TARGETS, Kind, Sheet

_MOVED_CELLS = 3
"""A row holds another row's values where it took at least this many, and lost some of its own."""
_OVERWRITTEN = 2
_MOVED_ROWS = 2
_SHIFTED_ROWS = 3
_REPORTED_ROWS = 8
_NEARLY_ALL = 0.8
_SAME_AMOUNTS = 5

Key = tuple[str, int | None]
Row = Mapping[str, Any]


class Likeness(StrEnum):
    """What a change as a whole looks like; each is the code of its finding."""

    ROWS_MOVED = "rows-moved"
    COLUMNS_MOVED = "columns-moved"
    MUCH_OVERWRITTEN = "much-overwritten"
    PER_QUARTER = "per-quarter"
    DATE_SERIAL = "date-serial"
    OTHER_UNIT = "other-unit"
    SAME_AMOUNT = "same-amount"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One sign in one sheet, with the cells that show it in the order of the rows."""

    sign: Likeness
    sheet: Sheet
    changes: tuple[Change, ...]
    """The first changed cell of each row that shows it."""
    total: int = 0
    """How many rows or cells were looked at, where a part of them matters."""


@dataclass(frozen=True)
class _Sheet:
    """One progress sheet's change: rows before and after, blank cells left out."""

    sheet: Sheet
    before: Mapping[Key, Row]
    after: Mapping[Key, Row]
    changes: tuple[Change, ...]

    @cached_property
    def by_row(self) -> dict[Key, list[Change]]:
        rows: dict[Key, list[Change]] = defaultdict(list)
        for change in self.changes:
            rows[change.key, change.year].append(change)
        return rows


def suspicions(changes: Iterable[Change], before: Plan, after: Plan) -> tuple[Suspicion, ...]:
    """List what a change of reports looks like, by sheet; () for an honest one.

    `before` is the plan that the changes lead away from, `after` the one that they lead to.
    """
    changes = tuple(changes)
    old, new = ledgers(before), ledgers(after)
    found: list[Suspicion] = []
    for sheet in PROGRESS_COLUMNS:
        own = tuple(change for change in changes if change.sheet is sheet)
        if own:
            found += _of_sheet(_Sheet(sheet, _rows(old[sheet]), _rows(new[sheet]), own))
    return tuple(found)


def _rows(ledger: Any) -> dict[Key, Row]:
    """Return a ledger's rows without their blank cells."""
    return {
        (key, int(year) or None): {name: cell for name, cell in row.items() if cell == cell}
        for (key, year), row in zip(ledger.index, ledger.to_dict("records"), strict=True)
    }


def _of_sheet(sheet: _Sheet) -> Iterator[Suspicion]:
    moved = [*_rows_moved(sheet), *_columns_moved(sheet)]
    # Values that moved are overwritten, repeated and unlikely in their new places, too.
    yield from moved or (
        *_much_overwritten(sheet),
        *_per_quarter(sheet),
        *_date_serial(sheet),
        *_other_unit(sheet),
        *_same_amount(sheet),
    )


def _rows_moved(sheet: _Sheet) -> Iterator[Suspicion]:
    """The same values on other rows: only the grey columns were sorted, or a paste slipped."""
    holders: dict[tuple[str, Any], set[Key]] = defaultdict(set)
    for key, row in sheet.before.items():
        for column, value in row.items():
            holders[column, value].add(key)
    moved = [rows[0] for key, rows in sheet.by_row.items() if _is_taken_over(key, rows, holders)]
    if len(moved) >= _MOVED_ROWS:
        yield Suspicion(Likeness.ROWS_MOVED, sheet.sheet, tuple(moved), len(sheet.by_row))


def _is_taken_over(
    key: Key, changes: list[Change], holders: Mapping[tuple[str, Any], set[Key]]
) -> bool:
    """Tell whether all that a row received stood together in one other row before."""
    received = [change for change in changes if change.after is not None]
    overwritten = sum(change.before is not None for change in changes)
    if len(received) < _MOVED_CELLS or overwritten < _OVERWRITTEN:
        return False
    sources = [holders.get((change.column, change.after), set()) for change in received]
    return bool(set.intersection(*sources) - {key})


def _columns_moved(sheet: _Sheet) -> Iterator[Suspicion]:
    """Values that stand one column further left or right than before, in several rows."""
    names = [column.name for column in editable(sheet.sheet)]
    to_the_right = dict(pairwise(names))
    for source in (to_the_right, {right: left for left, right in to_the_right.items()}):
        shifted = [rows[0] for rows in sheet.by_row.values() if _is_shifted(rows, source)]
        if len(shifted) >= _SHIFTED_ROWS:
            yield Suspicion(Likeness.COLUMNS_MOVED, sheet.sheet, tuple(shifted), len(sheet.by_row))


def _is_shifted(changes: list[Change], source: Mapping[str, str]) -> bool:
    """Tell whether a row's new values are those that its neighbouring columns gave up."""
    given_up = {change.column: change.before for change in changes if change.before is not None}
    received = [change for change in changes if change.after is not None]
    taken = [c for c in received if given_up.get(source.get(c.column, "")) == c.after]
    return len(taken) >= _MOVED_CELLS and len(taken) * 2 > len(received)


def _much_overwritten(sheet: _Sheet) -> Iterator[Suspicion]:
    """Reports of nearly every row written over, where a new quarter only adds to them."""
    names = {*TARGETS, *ACTUALS, "target", "realisasi"}
    reported = [key for key, row in sheet.before.items() if names & row.keys()]
    over = [
        next(change for change in changes if change.column in names and change.before is not None)
        for changes in sheet.by_row.values()
        if any(change.column in names and change.before is not None for change in changes)
    ]
    if len(reported) >= _REPORTED_ROWS and len(over) >= _NEARLY_ALL * len(reported):
        yield Suspicion(Likeness.MUCH_OVERWRITTEN, sheet.sheet, tuple(over), len(reported))


def _per_quarter(sheet: _Sheet) -> Iterator[Suspicion]:
    """Quarters that add up to a whole: each reported by itself, not since the year began."""
    if sheet.sheet is not Sheet.ACTIVITY_PROGRESS:
        return
    found = []
    for key, changes in sheet.by_row.items():
        row = sheet.after.get(key, {})
        for names in (TARGETS, ACTUALS):
            touched = [change for change in changes if change.column in names]
            if touched and unlikely_values.is_per_quarter(row, names):
                found.append(touched[-1])
    if found:
        yield Suspicion(Likeness.PER_QUARTER, sheet.sheet, tuple(found))


def _date_serial(sheet: _Sheet) -> Iterator[Suspicion]:
    """A figure that is the number of a day: Excel had made a date of 4.2."""
    for change in _numbers(sheet, Kind.MEASURE):
        if unlikely_values.is_date_serial(change.after, _peers(sheet, change)):
            yield Suspicion(Likeness.DATE_SERIAL, sheet.sheet, (change,))


def _other_unit(sheet: _Sheet) -> Iterator[Suspicion]:
    """Amounts a thousand or a million times smaller or larger than what stood there."""
    found = [
        change
        for change in _numbers(sheet, Kind.RUPIAH)
        if unlikely_values.is_other_unit(change.column, change.before, change.after)
    ]
    if found:
        yield Suspicion(Likeness.OTHER_UNIT, sheet.sheet, tuple(found))


def _same_amount(sheet: _Sheet) -> Iterator[Suspicion]:
    """One amount written into many rows: filled down by mistake."""
    for column in _names(sheet.sheet, Kind.RUPIAH):
        written = [c for c in _numbers(sheet, Kind.RUPIAH) if c.column == column and c.after]
        counts = Counter(change.after for change in written)
        for amount, count in counts.most_common(1):
            if count >= _SAME_AMOUNTS and count * 2 >= len(written):
                same = tuple(change for change in written if change.after == amount)
                yield Suspicion(Likeness.SAME_AMOUNT, sheet.sheet, same, len(written))


def _names(sheet: Sheet, kind: Kind) -> list[str]:
    return [column.name for column in editable(sheet) if column.kind is kind]


def _numbers(sheet: _Sheet, kind: Kind) -> list[Change]:
    """Return the changes that wrote a number into a column of a kind."""
    names = _names(sheet.sheet, kind)
    return [c for c in sheet.changes if c.column in names and isinstance(c.after, int | float)]


def _peers(sheet: _Sheet, change: Change) -> list[float]:
    """Return the other figures of an indicator, of any year, before and after."""
    names = _names(sheet.sheet, Kind.MEASURE)
    cells = [
        row[name]
        for rows in (sheet.before, sheet.after)
        for key, row in rows.items()
        for name in names
        if key[0] == change.key and name in row
        if rows is sheet.before or (*key, name) != (change.key, change.year, change.column)
    ]
    return [cell for cell in cells if isinstance(cell, int | float)]
