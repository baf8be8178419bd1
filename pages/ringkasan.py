"""Ringkasan: where do we stand?"""

import streamlit as st

from lib.charts import agency_status, quarter_board
from lib.plan.attention import attention
from lib.plan.status import quarter_table
from lib.plan.summary import key_figures, plan_figures
from lib.ui import components
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.SUMMARY)
plan, position, look = screen.plan, screen.position, screen.look
activities = screen.activities()
if activities.empty:
    components.no_rows()
    st.stop()

if plan.is_reported:
    compared = screen.since
    before = [old for old, _ in compared.figures] if compared else []
    figures = key_figures(activities, screen.indicators(), position)
    components.key_figures(figures, before, look.compact)
else:
    components.key_figures(plan_figures(plan), compact=look.compact)

quarters = quarter_table(plan, position)
quarters = quarters[quarters.index.isin(activities.index)]
board, side = st.columns([2, 1], gap="small")
with board:
    drawn = quarter_board(quarters, plan, position, screen.look_at(790), screen.filters.year)
    components.chart(drawn, look.meeting)
with side:
    due = screen.activities_due()
    if plan.is_reported:
        components.attention(attention(due), limit=10 if look.meeting else 5)
    else:
        components.first_report()
    if not look.meeting:
        components.chart(agency_status(due, plan, position, screen.look_at(370)))
