"""Targets that are revised: what was stated falls, or moves once its quarter has begun."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lib.plan import schema
from lib.plan.change.difference import Change, ChangeKind
from lib.plan.schema import TARGETS, Sheet

_QUARTERS = dict(zip(TARGETS, schema.QUARTERS, strict=True))


def revisions(changes: Iterable[Change], day: date) -> tuple[Change, ...]:
    """Return the changes that revise a stated TARGET of a kegiatan, as of a day."""
    return tuple(change for change in changes if _revises(change, day))


def _revises(change: Change, day: date) -> bool:
    quarter = _QUARTERS.get(change.column)
    if change.sheet is not Sheet.ACTIVITY_PROGRESS or quarter is None or change.year is None:
        return False
    if change.before is None or change.kind is ChangeKind.REMOVED:
        return False
    falls = change.after is None or change.after < change.before
    return falls or day >= date(change.year, quarter * 3 - 2, 1)
