"""The steps that every proposal goes through on screen: settle, preview, decide."""

from __future__ import annotations

import streamlit as st

from lib.service import changing
from lib.service.change.locking import asked_notes
from lib.service.changing import NotReady
from lib.service.proposal import Proposal, Question
from lib.store.records import StoreError
from lib.ui.change import proposal_flow, proposal_view
from lib.ui.change.proposal_flow import Flow
from lib.ui.viewer import filters, standings
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import change_words as text
from lib.ui.words import lock_words, new_plan_words
from lib.web import errors


def settle(viewer: Viewer, flow: Flow) -> None:
    """Have each clash settled cell by cell; the rest of the page waits for it."""
    if not flow.proposal.conflicts:
        return
    _moved(viewer, flow)
    st.header(text.CONFLICTS, anchor=False)
    st.caption(text.CONFLICTS_HELP)
    writers = changing.writers(viewer.library, viewer.actor, flow.proposal)
    me = viewer.actor.name
    choices = proposal_view.conflicts(flow.proposal.conflicts, writers, me, flow.proposal.current)
    ready = len(choices) == len(flow.proposal.conflicts)
    if st.button(text.SETTLE, type="primary", disabled=not ready):
        proposal_flow.settle(viewer, flow, choices)
        st.rerun()
    st.stop()


def preview(proposal: Proposal) -> None:
    """Show what would change: cells, emptied cells apart, and the screens."""
    current, proposed = proposal.current, proposal.proposed
    if current is None or proposed is None:
        st.info(text.new_plan(proposal), icon=":material/library_add:")
        return
    st.header(text.PREVIEW, anchor=False)
    proposal_view.lapsed(proposal)
    emptied = set(proposal.cleared)
    kept = [change for change in proposal.changes if change not in emptied]
    labels = [
        f"{text.CHANGES} ({len(kept)})",
        f"{text.CLEARED} ({len(emptied)})",
        text.EFFECT,
    ]
    changed, cleared, seen = st.tabs(labels, default=labels[0 if kept else 1])
    with changed:
        proposal_view.changes(kept, proposed)
    with cleared:
        proposal_view.changes(proposal.cleared, current)
    with seen:
        position = filters.default_position(proposed)
        st.caption(text.at_position(position))
        proposal_view.effects(standings.of_change(current, proposed, position).effect)


def decide(viewer: Viewer, flow: Flow, label: str) -> None:
    """Ask what must be asked, and apply on the button."""
    _moved(viewer, flow)
    yes = proposal_view.questions(flow.proposal, flow.id)
    note = _note(flow)
    ready = yes.issuperset(flow.proposal.questions)
    if st.button(
        label,
        key=f"apply_{flow.id}",
        type="primary",
        disabled=not ready,
        icon=":material/done_all:",
    ):
        _apply(viewer, flow, note, yes)
    else:
        proposal_flow.keep_note(viewer, flow, note)


def _note(flow: Flow) -> str:
    """Ask for a note, and say so where applying takes one."""
    asked = asked_notes(flow.proposal)
    for why in asked:
        st.info(why, icon=":material/gavel:")
    label = lock_words.NOTE_NEEDED if asked else text.NOTE
    usual = text.NOTE_HELP if flow.proposal.current else new_plan_words.NOTE_HELP
    hint = lock_words.NOTE_NEEDED_HELP if asked else usual
    return st.text_input(label, value=flow.note, placeholder=hint, max_chars=200)


def _apply(viewer: Viewer, flow: Flow, note: str, yes: set[Question]) -> None:
    """Apply; what keeps it from being stored is said below the button, which stays."""
    try:
        proposal_flow.apply(viewer, flow, note, yes)
    except NotReady as error:
        st.error(str(error), icon=":material/error:")
    except StoreError as error:
        number = errors.record(error)
        st.error(text.not_stored(error.trouble, number), icon=":material/database_off:")
    else:
        st.rerun()


def _moved(viewer: Viewer, flow: Flow) -> None:
    """Say who was faster, where that is why this preview is a new one."""
    if flow.moved:
        st.warning(text.head_moved(flow.moved, viewer.actor.name), icon=":material/sync_problem:")
