"""What the page Lampiran alone draws: the printed tables, and what is to be said of them."""

from __future__ import annotations

import streamlit as st

from lib.service.library import Damaged
from lib.ui.escape import markdown
from lib.ui.screens.pantau import printed_tables
from lib.ui.viewer.screen import Screen
from lib.ui.words import text

FIRST = 1
"""Number of the version that is the plan as decreed."""
_MEETING_HEIGHT = 610
"""Pixels of table A in a meeting; the rest of it scrolls inside."""


def program(screen: Screen) -> None:
    """Draw table A, each X with its status whatever the filters; in a meeting it scrolls."""
    st.header(text.TABLE_A, anchor=False)
    activities, brief = screen.standing.all_activities, screen.look.compact
    with st.container(height=_MEETING_HEIGHT if screen.look.meeting else "content"):
        table = printed_tables.program_table(screen.plan, activities, brief)
        st.table(table, hide_index=True, alt=text.TABLE_A)
        if brief:
            st.caption(printed_tables.marks(activities))


def indicators(screen: Screen) -> None:
    """Draw table B."""
    st.header(text.TABLE_B, anchor=False)
    st.table(printed_tables.indicator_table(screen.plan), hide_index=True, alt=text.TABLE_B)


def oddities(screen: Screen) -> None:
    """List what is odd about the document."""
    st.header(text.ODDITIES, anchor=False)
    st.markdown("  \n".join(markdown(note) for note in printed_tables.oddities(screen.plan)))


def departures(screen: Screen) -> None:
    """List where the plan differs from the one decreed."""
    st.header(text.DEPARTURES, anchor=False)
    try:
        decree = screen.viewer.snapshot(FIRST).plan
    except Damaged as damage:
        st.warning(str(damage), icon=":material/broken_image:")
        return
    lines = [f"- {markdown(line)}" for line in printed_tables.departures(screen.plan, decree)]
    st.markdown("\n".join(lines) or text.NO_DEPARTURES)
