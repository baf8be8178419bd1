"""Unggah: download, fill in, upload, see, apply."""

import streamlit as st

from lib.ui.change import proposal_steps
from lib.ui.screens import checking_lists, directive_forms, upload_view
from lib.ui.viewer import leads, viewer
from lib.ui.viewer.ages import age
from lib.ui.words import change_words as text
from lib.ui.words.text import UPLOAD

here = viewer.current()
st.title(UPLOAD, anchor=False)
leads.listen()
st.caption(text.upload_intro(here.newest, age(here, here.newest)))
upload_view.to_report(here)
directive_forms.to_answer(here)
checking_lists.to_mend(here)
checking_lists.to_check(here)

get, give = st.columns(2, gap="small", border=True)
with get:
    upload_view.download(here)
with give:
    file = upload_view.uploader(here)

flow = upload_view.flow(here, file)
if flow is None:
    upload_view.waiting(here)
    st.stop()
if flow.applied:
    upload_view.applied(here, flow)
    st.stop()
upload_view.verdict(here, flow)
if flow.proposal.accepted and not flow.proposal.unchanged:
    proposal_steps.settle(here, flow)
    proposal_steps.preview(flow.proposal)
    proposal_steps.decide(here, flow, text.APPLY)
