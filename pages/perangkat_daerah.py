"""Perangkat Daerah: the breakdown per agency; one agency picked is its rapor."""

import streamlit as st

from lib.charts import agency_bullets, agency_status
from lib.plan.rollup import by_agency, rollup
from lib.plan.summary import budget_sentence, evidence_sentence
from lib.ui import components
from lib.ui.escape import markdown
from lib.ui.screens import rapor
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.AGENCIES)
plan, position, look = screen.plan, screen.position, screen.look
due = screen.activities_due()
if due.empty:
    components.no_rows()
    st.stop()

chosen = screen.filters.agency
rollups = by_agency(due, [chosen] if chosen else plan.agencies)
rollups = {name: sums for name, sums in rollups.items() if sums.planned or sums.postponed}
bullets, counts = st.columns(2, gap="small")
with bullets:
    components.chart(agency_bullets(rollups, plan, position, screen.look_at(580)), look.meeting)
with counts:
    components.chart(agency_status(due, plan, position, screen.look_at(580)), look.meeting)

if not look.meeting:
    sums = rollup(due)
    for sentence in (budget_sentence(sums), evidence_sentence(sums)):
        if sentence:
            st.markdown(f":small[{markdown(sentence)}]")
    rapor.draw(due, chosen, look.compact)
