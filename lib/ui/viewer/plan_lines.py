"""Every plan's line, summed up once per version and kept for everybody: versions never change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lib.service import all_plans
from lib.service.all_plans import PlanLine
from lib.store.records import PlanRecord
from lib.ui.viewer.viewer import Viewer

KEPT = 2000
"""Lines, a few kilobytes each."""
AT_ONCE = 20
"""Plans that one run reads anew, so that nobody waits for hundreds; the next run goes on."""

_Key = tuple[str, int]


def lines(viewer: Viewer, plans: Sequence[PlanRecord], today: date) -> dict[str, PlanLine]:
    """Return the lines of plans by id, as of a day; `Denied` to a stranger.

    At most `AT_ONCE` that nobody asked for yet are read now. Where plans are missing, the next
    run reads on.
    """
    kept = _kept()
    missing = [plan for plan in all_plans.offered(viewer.actor, plans) if not _holds(plan, today)]
    for plan in missing[:AT_ONCE]:
        kept[plan.id, plan.head] = all_plans.line(viewer.library, viewer.actor, plan, today)
    _forget_the_oldest(kept)
    return {plan.id: kept[plan.id, plan.head] for plan in plans if _holds(plan, today)}


def _holds(plan: PlanRecord, today: date) -> bool:
    found = _kept().get((plan.id, plan.head))
    return found is not None and (found.overview is None or found.overview.holds_on(today))


def _forget_the_oldest(kept: dict[_Key, PlanLine]) -> None:
    for key in list(kept)[: max(0, len(kept) - KEPT)]:
        kept.pop(key, None)


@st.cache_resource(show_spinner=False)
def _kept() -> dict[_Key, PlanLine]:
    return {}
