"""All plans beside each other: what each one's newest version says, read from its record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from lib.plan.plan_overview import PlanOverview, overview
from lib.service.actor import Actor, Right, require
from lib.service.library import Damaged, Library
from lib.store.records import PlanRecord


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan's newest version in one line; without an overview it cannot be read."""

    overview: PlanOverview | None
    last: datetime | None
    """When a figure was reported last; None where no version after the first did."""


def offered(actor: Actor, plans: Iterable[PlanRecord]) -> tuple[PlanRecord, ...]:
    """Return the plans that stand in lists: those put away are left out."""
    require(actor, Right.VIEW)
    return tuple(plan for plan in plans if not plan.is_put_away)


def line(library: Library, actor: Actor, plan: PlanRecord, day: date) -> PlanLine:
    """Sum up a plan's newest version as of a day."""
    times = library.report_times(actor, plan.id, plan.head)
    try:
        found = overview(library.snapshot(actor, plan.id, plan.head).plan, day)
    except Damaged:
        return PlanLine(None, times.last)
    return PlanLine(found, times.last)
