"""Riwayat: who changed what when; see any version, compare two, go back to one."""

import streamlit as st

from lib.service.actor import Right
from lib.ui.screens import history_view, lock_view
from lib.ui.viewer import leads, viewer
from lib.ui.words import change_words as text
from lib.ui.words.text import HISTORY

here = viewer.current()
st.title(HISTORY, anchor=False)
leads.listen()
versions = here.library.log(here.actor, here.plan_id)
st.caption(text.history_intro(len(versions), history_view.age_said(here)))
lock_view.draw(here)
shown = history_view.of_whom(here, versions)
history_view.table(here, shown)
chosen = history_view.pick(shown)
history_view.details(here, chosen)
may_go_back = here.can(Right.ROLL_BACK) and not here.plan.is_put_away
if chosen.number != here.head and may_go_back:
    st.divider()
    history_view.roll_back(here, chosen)
