"""Verifications and the values they were given for: a mark stands over what was checked alone.

A mark is what the three columns of verification say of one kegiatan and year. It is bound to the
REALISASI up to its quarter and to BUKTI DUKUNG: whoever changes one of them, in whatever way,
lets the mark lapse in the same version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lib.plan.change.difference import Change, Place, apply_changes
from lib.plan.kept import kept_beside
from lib.plan.ledger import ledgers, progress_index
from lib.plan.plan import Plan
from lib.plan.schema import ACTUALS, QUARTERS, ROMAN, VERIFICATION, Sheet

SHEET = Sheet.ACTIVITY_PROGRESS
EVIDENCE = "bukti_dukung"
_UNTIL = {f"TW {roman}": quarter for quarter, roman in zip(QUARTERS, ROMAN, strict=True)}

Row = tuple[str, int]
"""Key and year."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a verifier said of a row, and the cells it was said of; None is blank."""

    until: str | None
    result: str | None
    note: str | None
    values: tuple[tuple[str, Any], ...]
    """Column and value of each cell that was checked."""

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.values)


def quarter_of(until: object) -> int:
    """Return the quarter that DIVERIFIKASI SAMPAI names; 0 for none."""
    return _UNTIL.get(until, 0) if isinstance(until, str) else 0


@kept_beside
def marks(plan: Plan) -> Mapping[Row, Mark]:
    """Find the marks of a plan by row."""
    ledger = ledgers(plan)[SHEET]
    marked = ledger[ledger[list(VERIFICATION)].notna().any(axis=1)]
    return {
        (key, int(year)): _mark(row)
        for (key, year), row in zip(marked.index, marked.to_dict("records"), strict=True)
    }


def _mark(row: Mapping[Any, Any]) -> Mark:
    until, result, note = (_plain(row[name]) for name in VERIFICATION)
    return Mark(until, result, note, _values(row, until))


def _values(row: Mapping[Any, Any], until: object) -> tuple[tuple[str, Any], ...]:
    names = (*ACTUALS[: quarter_of(until) or len(ACTUALS)], EVIDENCE)
    return tuple((name, _plain(row[name])) for name in names)


def _plain(cell: Any) -> Any:
    return None if cell != cell else cell


def without_lapsed(plan: Plan, base: Plan, current: Plan, mine: Plan) -> Plan:
    """Return `plan`, made of two sides' changes since `base`, without the marks that lapsed.

    A mark stands where either side gave it for the very values that stand now: `current` all of
    its marks, `mine` those that it wrote itself.
    """
    given = {row: mark for row, mark in marks(mine).items() if _said(mark) != _said_in(base, row)}
    lapsed = [
        row
        for row, mark in marks(plan).items()
        if mark != marks(current).get(row) and mark != given.get(row)
    ]
    return _cleared(plan, lapsed) if lapsed else plan


def _said(mark: Mark | None) -> tuple[Any, ...] | None:
    return (mark.until, mark.result, mark.note) if mark else None


def _said_in(plan: Plan, row: Row) -> tuple[Any, ...] | None:
    return _said(marks(plan).get(row))


def back_to(older: Plan, current: Plan, kept: Iterable[Row]) -> Plan:
    """Return what going back to `older` stores: the rows `kept` with the marks of `current`.

    Those marks lapse, too, where the values that come back are others than were checked.
    """
    plan = _cleared(older, kept)
    said = [
        Change(*row, name, None, value, SHEET)
        for row in kept
        for name, value in zip(VERIFICATION, _said_in(current, row) or (), strict=False)
    ]
    plan = apply_changes(plan, said) if said else plan
    return without_lapsed(plan, current, current, plan)


def unmarked(plan: Plan) -> Plan:
    """Return a plan without any mark."""
    return _cleared(plan, marks(plan)) if marks(plan) else plan


def _cleared(plan: Plan, rows: Iterable[Row]) -> Plan:
    rows = list(rows)
    if not rows:
        return plan
    frame = plan.activity_progress
    index = progress_index(frame)
    blank = {name: frame[name].mask(index.isin(rows)) for name in VERIFICATION}
    return plan.with_progress(activity_progress=frame.assign(**blank))


def following(changes: Iterable[Change], plan: Plan) -> frozenset[Place]:
    """Return the cells of verification that changes to `plan` empty: their marks lapse."""
    touched = {change.place for change in changes}
    return frozenset(
        (SHEET, key, year, name)
        for (key, year), mark in marks(plan).items()
        if any((SHEET, key, year, column) in touched for column in mark.columns)
        for name in VERIFICATION
    )


def lapsed(changes: Iterable[Change], plan: Plan) -> tuple[tuple[Row, Mark, tuple[str, ...]], ...]:
    """List the marks of `plan` that changes let lapse, each with the columns that did it."""
    touched = {change.place for change in changes}
    found = (
        (row, mark, tuple(name for name in mark.columns if (SHEET, *row, name) in touched))
        for row, mark in marks(plan).items()
    )
    return tuple(each for each in found if each[2])


def outdated(base: Plan, mine: Plan, plan: Plan) -> tuple[Row, ...]:
    """List the rows whose marks `mine` wrote and `plan` does not hold: their values moved on."""
    given = {row: mark for row, mark in marks(mine).items() if _said(mark) != _said_in(base, row)}
    return tuple(row for row, mark in given.items() if _said(mark) != _said_in(plan, row))
