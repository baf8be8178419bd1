"""Riwayat: who changed what when; see any version, compare two, go back to one."""

import streamlit as st

from lib.service.actor import Right, can
from lib.ui.screens import history_view
from lib.ui.viewer import loading, session
from lib.ui.words import change_words as text
from lib.ui.words.text import HISTORY

library, actor = loading.library(), session.actor()
plan_id = loading.plan_id()
st.title(HISTORY, anchor=False)
versions = library.log(actor, plan_id)
st.caption(text.history_intro(len(versions)))
history_view.table(versions)
chosen = history_view.pick(versions)
newest = versions[0].number
history_view.details(library, actor, chosen, newest)
if chosen.number != newest and can(actor, Right.ROLL_BACK):
    st.divider()
    history_view.roll_back(library, actor, chosen)
