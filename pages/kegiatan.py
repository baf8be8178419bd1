"""The card of one kegiatan (`?kode=II.1.a`): every figure with who reported it, and why."""

import streamlit as st

from lib.ui.screens import activity_card, card_parts
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.ACTIVITY)
card = activity_card.find(screen)

activity_card.heading(card)
figures, words = st.columns([2, 1], gap="small")
with figures:
    activity_card.years(card)
with words:
    activity_card.words(card)
card_parts.history(card.history)
