"""The card of one indicator (`?no=1.a`): all its years, how it is measured, its history."""

import streamlit as st

from lib.ui.screens import card_parts, indicator_card
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.INDICATOR)
card = indicator_card.find(screen)

indicator_card.heading(card)
figures, words = st.columns([2, 1], gap="small")
with figures:
    indicator_card.years(card)
with words:
    indicator_card.words(card)
card_parts.history(card.history)
