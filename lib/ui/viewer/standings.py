"""Standings for the screens: computed once for everybody who looks at the same."""

from __future__ import annotations

import streamlit as st

from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.standing import Narrowing, Standing
from lib.service.actor import Actor
from lib.service.library import Snapshot

STANDINGS_KEPT = 64

Key = tuple[object, ...]


def standing(
    actor: Actor,
    snapshot: Snapshot,
    position: Position,
    narrowing: Narrowing,
    previous: Snapshot | None,
) -> Standing:
    """Return where a version stands as far as a reader looks, beside another one if any."""
    key = (
        _name(snapshot),
        actor.role.value,
        position.code,
        (narrowing.year, narrowing.group, narrowing.agency),
        previous and _name(previous),
    )
    return _standing(key, snapshot.plan, position, narrowing, previous.plan if previous else None)


def _name(snapshot: Snapshot) -> tuple[str, int, str]:
    return snapshot.plan_id, snapshot.number, snapshot.code


@st.cache_resource(max_entries=STANDINGS_KEPT, show_spinner=False)
def _standing(
    key: Key,  # noqa: ARG001
    _plan: Plan,
    _position: Position,
    _narrowing: Narrowing,
    _previous: Plan | None,
) -> Standing:
    return Standing(_plan, _position, _narrowing, _previous)
