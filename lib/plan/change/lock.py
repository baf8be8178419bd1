"""The lock: up to which quarter figures change by correction alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lib.plan import schema
from lib.plan.change.difference import Change
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.schema import ACTUALS, TARGETS, Sheet

MEANING = ("satuan", "arah", "rubrik")
"""What gives an indicator's figures their meaning, and is locked with them."""
_QUARTERS = {
    Sheet.ACTIVITY_PROGRESS: {
        name: quarter
        for names in (TARGETS, ACTUALS)
        for quarter, name in zip(schema.QUARTERS, names, strict=True)
    },
    # A year's figure is settled when its last quarter is.
    Sheet.INDICATOR_PROGRESS: dict.fromkeys(("target", "realisasi", *MEANING), 4),
}


@dataclass(frozen=True, slots=True)
class Lock:
    """Up to where a plan is locked, since when and by whom; None where its first version says."""

    until: Position
    since: datetime | None = None
    by: str = ""


def locked_until(plan: Plan) -> Position | None:
    """Return the last locked quarter; None where nothing is locked."""
    return Position.parse(plan.document.get(schema.LOCKED))


def locks(until: Position | None, sheet: Sheet, year: int | None, column: str) -> bool:
    """Tell whether a cell lies in what is locked up to a quarter."""
    quarter = _QUARTERS.get(sheet, {}).get(column)
    if until is None or year is None or quarter is None:
        return False
    return Position(year, quarter) <= until


def has_locked(until: Position, sheet: Sheet, year: int) -> bool:
    """Tell whether any figure of a year is locked."""
    return any(locks(until, sheet, year, column) for column in _QUARTERS.get(sheet, ()))


def corrections(changes: Iterable[Change], plan: Plan) -> tuple[Change, ...]:
    """Return the changes of cells that `plan`, the current one, has locked."""
    until = locked_until(plan)
    return tuple(
        change for change in changes if locks(until, change.sheet, change.year, change.column)
    )
