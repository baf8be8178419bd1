"""Riwayat: who changed what when; see any version, compare two, go back to one."""

import streamlit as st

from lib.service.actor import Right, can
from lib.ui import history_view, loading, session, text

library, actor = loading.library(), session.actor()
plan_id = loading.plan_id()
st.title(text.HISTORY, anchor=False)
versions = library.log(actor, plan_id)
st.caption(text.history_intro(len(versions)))
chosen = history_view.pick(versions)
if chosen is None:
    st.stop()
history_view.details(library, actor, chosen)
if chosen.number != versions[0].number and can(actor, Right.ROLL_BACK):
    st.divider()
    history_view.roll_back(library, actor, chosen)
