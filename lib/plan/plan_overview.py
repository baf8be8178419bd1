"""A whole plan in one line: where it stands, beside other plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lib.plan.figures.attention import Pressing
from lib.plan.figures.rollup import Rollup
from lib.plan.figures.status import Status
from lib.plan.figures.summary import Summary
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.registers.directives import open_directives
from lib.plan.reporting import calendar
from lib.plan.standing import EVERYTHING, Standing


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """A version of a plan at the position its readers see without choosing one."""

    years: tuple[int, ...]
    days: int
    """Working days after a quarter's end by which reports are due."""
    position: Position
    due: Position
    """The last quarter whose report was due."""
    day: date | None
    """The day by which instructions are overdue; None where none is open."""
    is_sample: bool
    is_reported: bool
    summary: Summary
    pressing: int
    """Length of the attention list."""
    first: Pressing | None
    """Its first item."""
    agencies: Mapping[str, Rollup]

    def holds_on(self, day: date) -> bool:
        """Tell whether the plan's figures are the same on another day."""
        return (
            self.day in (None, day)
            and self.position == Position.default(self.years, day)
            and self.due == calendar.last_due_after(self.days, day)
        )


@dataclass(frozen=True, slots=True)
class AgencySums:
    """What an agency has to do in several plans, in kegiatan-years and in quarters reported."""

    plans: int = 0
    planned: int = 0
    done: int = 0
    late: int = 0
    filled: int = 0
    due: int = 0


def overview(plan: Plan, day: date) -> PlanOverview:
    """Sum a plan up as its Ringkasan shows it on a day."""
    position = Position.default(plan.years, day)
    today = day if open_directives(plan) else None
    due = calendar.due_until(plan, position, day)
    standing = Standing(plan, position, EVERYTHING, None, due, today)
    days = calendar.working_days(plan) or 0
    return PlanOverview(
        plan.years,
        days,
        position,
        calendar.last_due_after(days, day),
        today,
        plan.is_sample,
        plan.is_reported,
        standing.summary,
        len(standing.attention) if plan.is_reported else 0,
        standing.attention[0] if plan.is_reported and standing.attention else None,
        {part.code: part.sums for part in standing.busy_agencies},
    )


def per_agency(plans: Iterable[PlanOverview]) -> dict[str, AgencySums]:
    """Add agencies up over plans, by name: who carries most first, then by name."""
    found: dict[str, AgencySums] = {}
    for plan in plans:
        for name, sums in plan.agencies.items():
            found[name] = _added(found.get(name, AgencySums()), sums)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1].planned, pair[0])))


def _added(before: AgencySums, sums: Rollup) -> AgencySums:
    return AgencySums(
        before.plans + 1,
        before.planned + sums.planned,
        before.done + sums.done,
        before.late + sums.counts[Status.LATE],
        before.filled + sums.filled,
        before.due + sums.due,
    )
