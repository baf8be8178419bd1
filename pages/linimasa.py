"""Linimasa: the timeline by year, and the cumulative curve."""

import streamlit as st

from lib.charts import s_curve, timeline
from lib.ui import components
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.TIMELINE)
activities = screen.activities()
if activities.empty:
    components.no_rows()
    st.stop()

components.chart(
    timeline(activities, screen.plan, screen.position, screen.look_at(1210), screen.filters.year),
    screen.look.meeting,
)
if not screen.look.meeting:
    components.chart(s_curve(screen.plan, screen.position, screen.look_at(1210), activities))
