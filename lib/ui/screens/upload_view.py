"""What the page Unggah alone draws: what is owed, download, uploader, verdict, and the way back."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from lib.plan.reporting.calendar import OwedReport, owed_reports, working_days
from lib.plan.reporting.filled_form import FilledForm
from lib.plan.text.mentions import ACTIVITY
from lib.service import drafts
from lib.service.actor import Right, Role, agency_in, keepers
from lib.service.drafts import StoredDraft, Waiting
from lib.service.library import Damaged
from lib.store.records import Origin
from lib.ui import file_input
from lib.ui.change import left_file, open_form, proposal_flow, proposal_view
from lib.ui.change.proposal_flow import Flow
from lib.ui.escape import markdown
from lib.ui.viewer import filters, leads, navigation, redirect, session
from lib.ui.viewer.viewer import PLAN, Viewer
from lib.ui.words import change_words as text
from lib.ui.words import form_words, new_plan_words, to_do_words
from lib.ui.words.text import SIGN_IN, more
from lib.voice import plan_words
from lib.voice.changes import Sides, units_in
from lib.web.streamlit_parts import UploadedFile

OWED_SHOWN = 6
"""Rows of the list on top; more would push the page's own work off the screen."""


def to_report(viewer: Viewer) -> None:
    """List what an operator's agency owes, each leading to its form; nothing for others.

    Nobody owes anything to a plan that is put away.
    """
    plan = viewer.newest.plan
    agency = agency_in(plan, viewer.actor)
    if viewer.actor.role is not Role.OPERATOR or not agency or viewer.plan.is_put_away:
        return
    today = filters.today()
    reports = owed_reports(plan, today, agency)
    if not reports:
        st.caption(to_do_words.NOTHING_OWED)
        return
    days = working_days(plan)
    lines = [_owed(report, today, days is not None) for report in reports[:OWED_SHOWN]]
    if rest := len(reports) - len(lines):
        lines.append(f"- {more(rest)}")
    with st.container(border=True, key="to_report"):
        st.markdown("\n".join([f"**{to_do_words.TO_REPORT}**", "", *lines]))
        st.caption(to_do_words.rule(days))


def _owed(report: OwedReport, today: date, is_stated: bool) -> str:
    card = leads.link(ACTIVITY, report.no, report.name, form_year=report.first.position.year)
    return to_do_words.item(report, card, today, is_stated)


def download(viewer: Viewer) -> None:
    """Draw the first step: the workbook of the newest version."""
    snapshot = viewer.newest
    st.markdown(f"**1. {text.DOWNLOAD}**")
    st.caption(text.DOWNLOAD_HELP)
    st.download_button(
        text.DOWNLOAD,
        lambda: viewer.library.download(viewer.actor, viewer.plan_id, snapshot.number),
        file_name=text.file_name(snapshot),
        mime=text.XLSX,
        icon=":material/download:",
        on_click="ignore",
    )


def uploader(viewer: Viewer) -> UploadedFile | None:
    """Draw the second step, and return the file that was put in."""
    st.markdown(f"**2. {text.UPLOAD_STEP}**")
    if not viewer.can(Right.CHANGE):
        _locked(viewer)
        return None
    st.caption(text.UPLOAD_HELP)
    if viewer.can(Right.ADD_PLAN):
        st.page_link(
            navigation.NEW_PLAN_PAGE, label=new_plan_words.LEAD, icon=":material/library_add:"
        )
    key = proposal_flow.uploader_key()
    return file_input.draw(text.UPLOADER, key, partial(_changed, viewer, key))


def _changed(viewer: Viewer, key: str) -> None:
    """Give a file up that was taken out by hand; one that a page left behind stays.

    A press from before the file was applied still brings the box along that it emptied.
    """
    if key == proposal_flow.uploader_key() and st.session_state.get(key) is None:
        proposal_flow.give_up(viewer)


def _locked(viewer: Viewer) -> None:
    """Say why there is no uploader, with the way in for whoever is not signed in."""
    if viewer.actor.name:
        st.info(text.MAY_NOT_UPLOAD, icon=":material/lock:")
        return
    kept = left_file.keep_here()
    if kept is not None:
        st.warning(text.kept_for_you(markdown(kept)), icon=":material/lock_clock:")
    elif session.lapsed() is not None:
        st.warning(text.SESSION_OVER, icon=":material/lock_clock:")
    else:
        st.info(text.SIGN_IN_TO_UPLOAD, icon=":material/lock:")
    if st.button(SIGN_IN, icon=":material/login:", type="primary"):
        redirect.leave("/masuk?ke=/unggah")


def flow(viewer: Viewer, file: UploadedFile | None) -> Flow | None:
    """Return the flow of the file put in, or the one at hand: not yet or just applied.

    Who may not change anything, or no longer, has none.
    """
    if not viewer.can(Right.CHANGE):
        return None
    left = proposal_flow.at_hand()
    if file is not None:
        return _checked(viewer, file.file_id, file.name, file.getvalue())
    if left is None or not left.is_upload:
        return None  # what Riwayat, Rencana baru or a card looks at
    left = proposal_flow.gone_back(viewer, left)
    if left.applied and not proposal_flow.is_newest(viewer, left):
        proposal_flow.give_up(viewer)
        return None
    return left


def _checked(viewer: Viewer, source: str, name: str, content: bytes) -> Flow | None:
    """Check the file put in; onto a damaged version nothing can be checked, which is said."""
    try:
        return proposal_flow.check(viewer, source, content, name)
    except Damaged as damage:
        st.error(str(damage), icon=":material/broken_image:")
        return None


def waiting(viewer: Viewer) -> None:
    """Offer the files whose screen ended before they were applied, and say what became of them."""
    if not viewer.can(Right.CHANGE):
        return
    for each in drafts.waiting(viewer.library, viewer.actor):
        with st.container(border=True, key=f"draft_{each.draft.sha256[:8]}"):
            if each.stored:
                _told(viewer, each)
            elif each.form:
                _form_offered(viewer, each.draft, each.form)
            else:
                _offered(viewer, each.draft)


def _told(viewer: Viewer, each: Waiting) -> None:
    st.success(text.stored_after_all(each), icon=":material/check_circle:")
    if st.button(text.UNDERSTOOD, key=f"told_{each.draft.sha256}"):
        drafts.forget(viewer.library, viewer.actor, each.draft.sha256)
        st.rerun()


def _offered(viewer: Viewer, draft: StoredDraft) -> None:
    st.warning(text.not_applied_yet(draft), icon=":material/draft:")
    with st.container(horizontal=True):
        go_on = st.button(text.GO_ON, key=f"go_on_{draft.sha256}", type="primary")
        give_up = st.button(text.GIVE_UP, key=f"give_up_{draft.sha256}")
    if give_up:
        drafts.forget(viewer.library, viewer.actor, draft.sha256)
    elif go_on:
        _resume(viewer, draft)
    if give_up or go_on:
        st.rerun()


def _form_offered(viewer: Viewer, draft: StoredDraft, form: FilledForm) -> None:
    """Lead to the card on which a form goes on."""
    said = form_words.form_not_applied(draft, markdown(form_words.row_of(form)))
    st.warning(said, icon=":material/draft:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"[{text.GO_ON}](<{open_form.address(form)}>)", width="content")
        if st.button(text.GIVE_UP, key=f"give_up_{draft.sha256}"):
            drafts.forget(viewer.library, viewer.actor, draft.sha256)
            open_form.close(form.row)
            st.rerun()


def _resume(viewer: Viewer, draft: StoredDraft) -> None:
    try:
        proposal_flow.resume(viewer, draft)
    except Damaged as damage:
        st.error(str(damage), icon=":material/broken_image:")
        st.stop()
    except KeyError:
        return  # applied or given up on another screen; the list is read anew


def verdict(viewer: Viewer, flow: Flow) -> None:
    """Say in one sentence how the check ended, then list what was found."""
    proposal = flow.proposal
    st.header(f"{text.FINDINGS}: {markdown(proposal.name)}", anchor=False)
    if not proposal.accepted:
        st.error(text.refused(proposal), icon=":material/error:")
    elif proposal.unchanged:
        st.info(text.NO_CHANGES, icon=":material/info:")
    else:
        st.success(text.readable(proposal), icon=":material/check_circle:")
    if proposal.current is not None and proposal.plan_id != viewer.plan_id:
        said = text.for_another_plan(markdown(viewer.names[proposal.plan_id]))
        st.info(said, icon=":material/swap_horiz:")
    if proposal.marked:
        _marked_copy(proposal.marked, proposal.name)
    if proposal.findings:
        proposal_view.findings(proposal.findings)
    if proposal.denied and proposal.current is not None:
        whose = {name for each in proposal.denied for name in keepers(each, proposal.current)}
        st.warning(text.denied(len(proposal.denied), sorted(whose)), icon=":material/lock:")
        sides = Sides.of(proposal.denied, units_in(proposal.current))
        st.dataframe(proposal_view.change_table(proposal.denied, sides), hide_index=True)


def _marked_copy(content: bytes, name: str) -> None:
    """Hand out the person's own file with the findings marked in it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            text.MARKED_COPY,
            content,
            file_name=text.marked_name(name),
            mime=text.XLSX,
            icon=":material/edit_note:",
            on_click="ignore",
        )
        st.caption(text.MARKED_HELP)


def applied(viewer: Viewer, flow: Flow) -> None:
    """Say what the upload became, with the way back right beside."""
    is_new = flow.proposal.kind is Origin.BASELINE
    st.success(
        text.PLAN_ADDED if is_new else text.applied(flow.applied), icon=":material/check_circle:"
    )
    if is_new:
        st.caption(plan_words.NOT_YET_DEFAULT)
    proposal_flow.say_once(viewer, flow)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(
            navigation.SUMMARY_PAGE,
            label=text.SEE_SUMMARY,
            icon=":material/monitoring:",
            query_params={PLAN: flow.proposal.plan_id},
        )
        may_undo = viewer.can(Right.CHANGE) and proposal_flow.can_undo(viewer, flow)
        if may_undo and st.button(text.UNDO, icon=":material/undo:", key="undo"):
            proposal_flow.undo(viewer, flow)
            st.rerun()
