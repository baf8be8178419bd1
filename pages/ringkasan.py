"""Ringkasan: where do we stand?"""

import streamlit as st

from lib.ui import components
from lib.ui.screens import drawings, summary_view
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.SUMMARY)
components.stop_where_empty(screen.standing.activities)

summary_view.figures(screen)
board, side = st.columns([2, 1], gap="small")
with board:
    drawings.board(screen)
with side:
    summary_view.attention(screen)
    drawings.status_beside(screen)
