"""Unggah: download, fill in, upload, see, apply."""

import streamlit as st

from lib.ui.change import proposal_steps
from lib.ui.screens import upload_view
from lib.ui.viewer import loading, session
from lib.ui.words import change_words as text
from lib.ui.words.text import UPLOAD

library, actor = loading.library(), session.actor()
snapshot = loading.newest()
st.title(UPLOAD, anchor=False)
st.caption(text.upload_intro(snapshot))

get, give = st.columns(2, gap="small", border=True)
with get:
    upload_view.download(library, actor, snapshot)
with give:
    file = upload_view.uploader(actor)

flow = upload_view.flow(library, actor, file)
if flow is None:
    st.stop()
if flow.applied:
    upload_view.applied(library, actor, flow)
    st.stop()
upload_view.verdict(flow)
if flow.proposal.accepted and not flow.proposal.unchanged:
    proposal_steps.settle(library, actor, flow)
    proposal_steps.preview(flow.proposal)
    proposal_steps.decide(library, actor, flow, text.APPLY)
