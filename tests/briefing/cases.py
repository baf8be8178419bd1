"""Briefings that the tests of this room share: the sample, the empty plan, a large one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from lib.briefing.source import Briefing
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.schema import ACTUALS
from tests.factory import big_plan, decree_plan, sample_plan

LABEL = "data versi 12, 3 Oktober 2024 09.14 WIB"
NAMES = ("sample", "empty", "big")


BEFORE = "data versi 9, 4 Juli 2024 08.30 WIB"


def briefing(plan: Plan, position: Position) -> Briefing:
    return Briefing(plan, position, LABEL, "a1b2c3d4")


@cache
def case(name: str) -> Briefing:
    """One of `NAMES`."""
    return {
        "sample": lambda: briefing(sample_plan(), Position(2024, 3)),
        "empty": lambda: briefing(decree_plan(), Position(2024, 4)),
        "big": lambda: briefing(reported_big_plan(), Position(2026, 2)),
    }[name]()


def reported_big_plan() -> Plan:
    """The plan of 60 kegiatan with every third row done, every third under way, the rest silent."""
    plan = big_plan()
    progress = plan.activity_progress.copy()
    for place, label in enumerate(progress.index):
        if place % 3 < 2:
            top = (100.0, 60.0)[place % 3]
            progress.loc[label, list(ACTUALS)] = [top * quarter / 4 for quarter in range(1, 5)]
    return plan.with_progress(activity_progress=progress)


def compared(name: str) -> Briefing:
    """A case beside the plan as it was when nothing was reported yet."""
    made = case(name)
    if not made.plan.is_reported:
        return made
    plan = made.plan
    before = Plan.blank(plan.document, plan.program, plan.indicators, plan.stamp.plan_id or "")
    return replace(made, previous=before, previous_label=BEFORE)
