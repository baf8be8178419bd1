"""Kendala at hand on Linimasa: below the timeline, in a meeting beside it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

import streamlit as st

from lib.plan.standing import Obstacle
from lib.plan.text.mentions import ACTIVITY
from lib.plan.text.names import short_names
from lib.ui import components
from lib.ui.escape import markdown
from lib.ui.viewer import leads
from lib.ui.viewer.screen import Screen
from lib.ui.words import text
from lib.voice import obstacles

SHOWN = 6
"""Kendala that stand open; the others are one press away."""


def places(screen: Screen) -> tuple[AbstractContextManager[Any], AbstractContextManager[Any]]:
    """Return the place of the timeline and that of the list."""
    if screen.look.meeting and screen.standing.obstacles:
        timeline, beside = st.columns([5, 2], gap="small")
        return timeline, beside
    return st.container(), st.container()


def draw(screen: Screen) -> None:
    """Draw what hinders unfinished kegiatan, each leading to its card; nothing where none is."""
    found = screen.standing.obstacles
    if not found:
        return
    names = short_names(screen.plan)
    lines = [_line(one, names[one.no]) for one in found]
    said = markdown(obstacles.headline(screen.standing))
    if screen.look.meeting:
        components.list_in_meeting(said, lines)
        return
    st.header(text.OBSTACLES, anchor=False)
    with st.container(border=True, key="obstacles"):
        st.markdown(f"**{said}**")
        st.markdown("\n\n".join(lines[:SHOWN]))
        if rest := lines[SHOWN:]:
            with st.expander(text.more(len(rest))):
                st.markdown("\n\n".join(rest))


def _line(one: Obstacle, name: str) -> str:
    card = leads.link(ACTIVITY, one.no, f"{name} ({one.year})")
    return f"**{card}**:small[{markdown(obstacles.told(one))}]"
