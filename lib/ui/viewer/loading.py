"""Loading plans and versions for the screens, cached by what never changes."""

from __future__ import annotations

import streamlit as st

from lib.service.library import Library, Snapshot
from lib.ui.viewer import session
from lib.ui.viewer.services import library as library
from lib.ui.words import text

PLAN = "rencana"
"""Address parameter and key of the plan picker."""
_SEEN = "seen_head"
SNAPSHOTS_KEPT = 32


def plan_id() -> str:
    """Return the plan the reader chose, or the newest one."""
    ids = [record.id for record in library().plans(session.actor())]
    chosen = st.session_state.get(PLAN) or st.query_params.get(PLAN)
    return chosen if chosen in ids else ids[-1]


def choose_plan() -> None:
    """Draw the plan picker, where there is more than one plan to pick from."""
    ids = [record.id for record in library().plans(session.actor())]
    if len(ids) > 1:
        st.selectbox(
            text.PLAN,
            ids,
            index=len(ids) - 1,
            key=PLAN,
            bind="query-params",
            label_visibility="collapsed",
            width=360,
        )


def snapshot(number: int) -> Snapshot:
    """Return a version of the chosen plan; KeyError where there is none."""
    return _snapshot(library(), plan_id(), number)


def newest() -> Snapshot:
    """Return the newest version of the chosen plan."""
    return snapshot(library().head(plan_id()))


def seen() -> int:
    """Return the number of the version this reader looks at while choosing none.

    It is the newest one at the first look and moves on only when the reader asks for it, so
    that nobody's screen changes in the middle of a sentence.
    """
    heads: dict[str, int] = st.session_state.setdefault(_SEEN, {})
    return heads.setdefault(plan_id(), library().head(plan_id()))


def see_newest() -> None:
    """Move on to the newest version."""
    st.session_state.setdefault(_SEEN, {}).pop(plan_id(), None)


@st.cache_resource(max_entries=SNAPSHOTS_KEPT, show_spinner=False)
def _snapshot(_library: Library, plan_id: str, number: int) -> Snapshot:
    return _library.snapshot(session.actor(), plan_id, number)
