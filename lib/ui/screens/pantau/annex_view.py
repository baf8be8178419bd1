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
# Streamlit's tables have no option for a cell's width, nor for cells that stand as one. In a
# meeting the rest of table A scrolls inside the screen.
_LIKE_THE_PRINT = """<style>
:is(.st-key-table_a, .st-key-table_b, .st-key-annex_in_meeting)
td [data-testid="stMarkdownContainer"] { max-width: none; }
:is(.st-key-table_a, .st-key-annex_in_meeting) thead tr:first-child:not(:last-child) th {
    border-bottom: none;
}
.st-key-annex_in_meeting { max-height: calc(100vh - 9rem); overflow-y: auto; }
@media (min-width: 641px) {
    :is(.st-key-table_a, .st-key-annex_in_meeting)
    :is(td, th):nth-child(-n + LAST_YEAR):not(:nth-child(2)) p { white-space: nowrap; }
}
</style>"""


def program(screen: Screen) -> None:
    """Draw table A, each X with its status whatever the filters; in a meeting it scrolls."""
    st.header(text.TABLE_A, anchor=False)
    activities, brief = screen.standing.all_activities, screen.look.compact
    st.html(_LIKE_THE_PRINT.replace("LAST_YEAR", str(2 + len(screen.plan.years))))
    with st.container(key="annex_in_meeting" if screen.look.meeting else "table_a"):
        table = printed_tables.program_table(screen.plan, activities, brief)
        shown = table if brief else printed_tables.under_when(table)
        st.table(shown, hide_index=True, alt=text.TABLE_A)
        if brief:
            st.caption(printed_tables.marks(activities))


def indicators(screen: Screen) -> None:
    """Draw table B; nothing where the decree has no indicators."""
    if screen.plan.indicators.empty:
        return
    st.header(text.TABLE_B, anchor=False)
    with st.container(key="table_b"):
        st.table(printed_tables.indicator_table(screen.plan), hide_index=True, alt=text.TABLE_B)


def oddities(screen: Screen) -> None:
    """List what is odd about the document; nothing where nothing is."""
    if notes := printed_tables.oddities(screen.plan):
        st.header(text.ODDITIES, anchor=False)
        st.markdown("  \n".join(map(markdown, notes)))


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
