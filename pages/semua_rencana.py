"""Semua rencana: every plan in one table, and the agencies' sums over all of them."""

import streamlit as st

from lib.ui.screens import all_plans_view
from lib.ui.viewer import leads, viewer
from lib.ui.words import text

here = viewer.current()
st.title(text.ALL_PLANS, anchor=False)
leads.listen()
all_plans_view.draw(here)
