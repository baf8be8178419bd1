"""What the page Unggah alone draws: download, uploader, verdict, and the way back."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lib.service.actor import Actor, Right, can, owners_of
from lib.service.library import Library, Snapshot
from lib.ui import proposal_flow, proposal_view, text
from lib.ui.escape import markdown
from lib.ui.proposal_flow import Flow


def download(library: Library, actor: Actor, snapshot: Snapshot) -> None:
    """Draw the first step: the workbook of the newest version."""
    st.markdown(f"**1. {text.DOWNLOAD}**")
    st.caption(text.DOWNLOAD_HELP)
    st.download_button(
        text.DOWNLOAD,
        lambda: library.download(actor, snapshot.plan_id, snapshot.number),
        file_name=text.file_name(snapshot),
        mime=text.XLSX,
        icon=":material/download:",
        on_click="ignore",
    )


def uploader(actor: Actor) -> UploadedFile | None:
    """Draw the second step, and return the file that was put in."""
    st.markdown(f"**2. {text.UPLOAD_STEP}**")
    if not can(actor, Right.CHANGE):
        st.info(
            text.MAY_NOT_UPLOAD if actor.name else text.SIGN_IN_TO_UPLOAD, icon=":material/lock:"
        )
        return None
    st.caption(text.UPLOAD_HELP)
    return st.file_uploader(text.UPLOADER, type=["xlsx"], key=proposal_flow.uploader_key())


def flow(library: Library, actor: Actor, file: UploadedFile | None) -> Flow | None:
    """Return the flow of the file put in, or the one just applied; any other is dropped."""
    if file is not None:
        content, name = file.getvalue(), file.name
        return proposal_flow.start(file.file_id, lambda: library.check(actor, content, name))
    left = proposal_flow.at_hand()
    if left is not None and not left.applied:
        proposal_flow.drop()
        return None
    return left


def verdict(flow: Flow) -> None:
    """Say in one sentence how the check ended, then list what was found."""
    proposal = flow.proposal
    st.subheader(f"{text.FINDINGS}: {markdown(proposal.name)}", anchor=False)
    if not proposal.accepted:
        st.error(text.refused(proposal), icon=":material/error:")
    elif proposal.unchanged:
        st.info(text.NO_CHANGES, icon=":material/info:")
    else:
        st.success(text.readable(proposal), icon=":material/check_circle:")
    if proposal.findings:
        proposal_view.findings(proposal.findings)
    if proposal.marked:
        st.download_button(
            text.MARKED_COPY,
            proposal.marked,
            file_name=text.marked_name(proposal.name),
            mime=text.XLSX,
            icon=":material/edit_note:",
            on_click="ignore",
        )
    if proposal.denied and proposal.current is not None:
        owners = {owner for c in proposal.denied for owner in owners_of(c, proposal.current)}
        st.warning(text.denied(len(proposal.denied), sorted(owners)), icon=":material/lock:")
        st.dataframe(proposal_view.change_table(proposal.denied), hide_index=True)


def applied(library: Library, actor: Actor, flow: Flow) -> None:
    """Say what the upload became, with the way back right beside."""
    st.success(text.applied(flow.applied), icon=":material/check_circle:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link("../../pages/summary.py", label=text.SEE_SUMMARY, icon=":material/monitoring:")
        may_undo = can(actor, Right.ROLL_BACK) and proposal_flow.can_undo(library, flow)
        if may_undo and st.button(text.UNDO, icon=":material/undo:", key="undo"):
            proposal_flow.undo(library, actor, flow)
            st.rerun()
