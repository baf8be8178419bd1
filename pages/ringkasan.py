"""Ringkasan: where do we stand?"""

import streamlit as st

from lib.ui import components
from lib.ui.screens.pantau import drawings, summary_view
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.SUMMARY)
components.stop_where_empty(screen.standing.activities)

with st.container(gap="xsmall"):
    summary_view.figures(screen)
    board, side = summary_view.places(screen)
    with side:
        summary_view.attention(screen)
    with board:
        drawings.board(screen)
    with side:
        drawings.status_beside(screen)
