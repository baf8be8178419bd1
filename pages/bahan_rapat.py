"""Bahan Rapat: the deck, the report, the pictures and the messages of a coordination meeting."""

import streamlit as st

from lib.ui.screens import briefing_view
from lib.ui.viewer import filters, versions, viewer
from lib.ui.viewer.ages import age
from lib.ui.words import text

here = viewer.current()
st.title(text.BRIEFING, anchor=False)
with st.container(horizontal=True, vertical_alignment="bottom"):
    snapshot, previous = versions.choose(here)
    position = filters.choose_position(snapshot.plan)
versions.say_what_is_damaged(here, snapshot, previous)
briefing = briefing_view.briefing(here, snapshot, previous, position, age(here, snapshot))

left, right = st.columns([3, 2], gap="small")
with left:
    briefing_view.deck_card(briefing, snapshot)
with right:
    briefing_view.files_card(here, briefing, snapshot)
    briefing_view.minutes_card(briefing, snapshot)
    briefing_view.messages_card(briefing)
