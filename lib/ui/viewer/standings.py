"""Standings and their finished charts: made once for everybody who looks at the same."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.charts.chart import Chart, Look
from lib.plan.plan import Plan
from lib.plan.position import Position
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
    due = due_until(snapshot.plan, position)
    return _standing(key, snapshot.plan, position, narrowing, compared, due)


def of_change(before: Plan, after: Plan, position: Position) -> Standing:
    """Return where a plan would stand after a change that is not stored yet."""
    return Standing(after, position, EVERYTHING, before, due_until(after, position))


def due_until(plan: Plan, position: Position) -> Position | None:
    """Return the last quarter that was due by today; None where a position's all were."""
    return calendar.due_until(plan, position, filters.today())


def drawing(key: Key, kind: str, look: Look, make: Callable[[], Chart]) -> ChartDrawing:
    """Return a standing's chart of a kind in a look; `make` is called where nobody saw it yet."""
    return _drawing((*key, kind, look), make)


def _name(snapshot: Snapshot) -> tuple[str, int, str]:
    return snapshot.plan_id, snapshot.number, snapshot.code


@st.cache_resource(max_entries=STANDINGS_KEPT, show_spinner=False)
def _standing(
    key: Key,  # noqa: ARG001
    _plan: Plan,
    _position: Position,
    _narrowing: Narrowing,
    _previous: Plan | None,
    _due_until: Position | None,
) -> Standing:
    return Standing(_plan, _position, _narrowing, _previous, _due_until)


@st.cache_resource(max_entries=DRAWINGS_KEPT, show_spinner=False)
def _drawing(key: Key, _make: Callable[[], Chart]) -> ChartDrawing:  # noqa: ARG001
    return ChartDrawing.of(_make())
