"""Indikator: target against realisasi of each indicator."""

import streamlit as st

from lib.charts import indicator_bars
from lib.plan.summary import indicator_year
from lib.ui import components
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.INDICATORS)
indicators = screen.indicators()
if indicators.empty:
    components.no_rows()
    st.stop()

year = screen.filters.year or indicator_year(indicators, screen.position)
components.chart(
    indicator_bars(indicators, screen.plan, year, screen.look_at(1210)), screen.look.meeting
)
