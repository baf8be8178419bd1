"""Standings and their finished charts: made once for everybody who looks at the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from lib.charts.chart import Chart, Look
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.registers.directives import open_directives
from lib.plan.reporting import calendar
from lib.plan.standing import EVERYTHING, Narrowing, Standing
from lib.service.actor import Actor
from lib.service.library import Snapshot
from lib.ui.chart_element import ChartDrawing
from lib.ui.viewer import filters

STANDINGS_KEPT = 64
DRAWINGS_KEPT = 256
"""A page has one or two, of which each is 20 to 60 kB for a plan of 17 kegiatan-years."""

Key = tuple[object, ...]


def key_of(
    actor: Actor,
    snapshot: Snapshot,
    position: Position,
    narrowing: Narrowing,
    previous: Snapshot | None,
) -> Key:
    """Return all that tells one standing from another."""
    return (
        _name(snapshot),
        actor.role.value,
        position.code,
        (narrowing.year, narrowing.group, narrowing.agency),
        previous and _name(previous),
        due_until(snapshot.plan, position),
        today_for(snapshot.plan),
    )


def standing(
    actor: Actor,
    snapshot: Snapshot,
    position: Position,
    narrowing: Narrowing,
    previous: Snapshot | None,
) -> Standing:
    """Return where a version stands as far as a reader looks, beside another one if any."""
    key = key_of(actor, snapshot, position, narrowing, previous)
    compared = previous.plan if previous else None
    plan = snapshot.plan
    whole = Standing(
        plan, position, narrowing, compared, due_until(plan, position), today_for(plan)
    )
    return _standing(key, whole)


def of_change(before: Plan, after: Plan, position: Position) -> Standing:
    """Return where a plan would stand after a change that is not stored yet."""
    due, today = due_until(after, position), today_for(after)
    return Standing(after, position, EVERYTHING, before, due, today)


def due_until(plan: Plan, position: Position) -> Position | None:
    """Return the last quarter that was due by today; None where a position's all were."""
    return calendar.due_until(plan, position, filters.today())


def today_for(plan: Plan) -> date | None:
    """Return the day by which open instructions are overdue; None where a plan has none open."""
    return filters.today() if open_directives(plan) else None


def drawing(key: Key, kind: str, look: Look, make: Callable[[], Chart]) -> ChartDrawing:
    """Return a standing's chart of a kind in a look; `make` is called where nobody saw it yet."""
    return _drawing((*key, kind, look), make)


def _name(snapshot: Snapshot) -> tuple[str, int, str]:
    return snapshot.plan_id, snapshot.number, snapshot.code


@st.cache_resource(max_entries=STANDINGS_KEPT, show_spinner=False)
def _standing(key: Key, _made: Standing) -> Standing:  # noqa: ARG001
    """Return the standing that was made first; what it computed is kept with it."""
    return _made


@st.cache_resource(max_entries=DRAWINGS_KEPT, show_spinner=False)
def _drawing(key: Key, _make: Callable[[], Chart]) -> ChartDrawing:  # noqa: ARG001
    return ChartDrawing.of(_make())
