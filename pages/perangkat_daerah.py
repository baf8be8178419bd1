"""Perangkat Daerah: the breakdown per agency; one agency picked is its rapor."""

import streamlit as st

from lib.ui import components
from lib.ui.screens.pantau import agency_reports, drawings, rapor
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.AGENCIES)
components.stop_where_empty(screen.standing.due)

bullets, counts = st.columns(2, gap="small")
with bullets:
    drawings.bullets(screen)
with counts:
    drawings.status(screen)
if not screen.look.meeting:
    agency_reports.draw(screen)
    drawings.budget(screen)
    rapor.evidence(screen.standing.sums)
    rapor.draw(screen.standing.unfinished, screen.filters.narrowing.agency, screen.look.compact)
