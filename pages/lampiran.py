"""Lampiran: tables A and B as printed, the oddities, and what differs from the decree."""

import streamlit as st

from lib.ui.escape import markdown
from lib.ui.screens import printed_tables
from lib.ui.viewer import loading
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

# Pixels of the table in a meeting; the rest of it scrolls inside.
MEETING_HEIGHT = 610

screen = open_screen(text.ANNEX)
plan = screen.plan
st.subheader(text.TABLE_A, anchor=False)
with st.container(height=MEETING_HEIGHT if screen.look.meeting else "content"):
    activities, brief = screen.all_activities(), screen.look.compact
    table = printed_tables.program_table(plan, activities, brief)
    st.table(table, hide_index=True, alt=text.TABLE_A)
    if brief:
        st.caption(printed_tables.marks(activities))
if not screen.look.meeting:
    st.subheader(text.TABLE_B, anchor=False)
    st.table(printed_tables.indicator_table(plan), hide_index=True, alt=text.TABLE_B)
    st.subheader(text.ODDITIES, anchor=False)
    st.markdown("  \n".join(markdown(note) for note in printed_tables.oddities(plan)))
    st.subheader(text.DEPARTURES, anchor=False)
    departures = printed_tables.departures(plan, loading.snapshot(1).plan)
    st.markdown("\n".join(f"- {markdown(line)}" for line in departures) or text.NO_DEPARTURES)
