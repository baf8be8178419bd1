"""The state of one proposal on screen: from its check until it is applied or dropped.

This module alone owns its place in the session state, so that the steps survive reruns and the
object that was previewed is the object that is applied.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial

import streamlit as st

from lib.plan.reporting.filled_form import FilledForm, Row
from lib.service import changing, drafts, filling
from lib.service.actor import Denied
from lib.service.changing import HeadMoved, NotReady
from lib.service.drafts import StoredDraft
from lib.service.proposal import Proposal, Question
from lib.store.records import Origin, StoreError, Version
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import change_words as text
from lib.web import errors

_KEY = "proposal_flow"
_ROUND = "upload_round"

Maker = Callable[[], Proposal]


@dataclass(frozen=True)
class Flow:
    """Where a proposal stands."""

    source: str
    """What it was made from: an uploaded file's id, or the version to go back to."""
    proposal: Proposal
    make: Maker
    """Makes it anew, for when somebody else was faster."""
    applied: int | None = None
    """The version it became."""
    moved: tuple[Version, ...] = ()
    """The versions that made this preview a new one."""
    is_upload: bool = False
    """Whether it is a workbook put in on Unggah, which alone goes on with it there."""
    note: str = ""
    """What was noted before this screen took the file up again."""
    noted: str = ""
    """What of it the store keeps."""
    back: Proposal | None = None
    """The way back that was asked for and is not gone yet."""
    told: bool = False
    """Whether a screen has said what became of it."""
    id: str = field(default_factory=lambda: secrets.token_hex(4))
    """Of what is on screen: a yes or a press counts for the preview it was given to alone, not
    for one that took its place, nor for one of a session that is gone."""


def _source(row: Row) -> str:
    """Name a row's form among the sources of proposals."""
    return "|".join(("formulir", *map(str, row)))


def start(source: str, make: Maker, is_upload: bool = False) -> Flow:
    """Return the proposal of a source, made once and kept through reruns."""
    flow = at_hand()
    if flow is None or flow.source != source:
        with st.spinner(text.CHECKING):
            flow = _keep(Flow(source, make(), make, is_upload=is_upload))
    return flow


def check(viewer: Viewer, source: str, content: bytes, name: str) -> Flow:
    """Return the proposal of a file put in; it takes the place of the file before it.

    The store keeps the file for the day on which this screen ends before it is applied.
    """
    before = at_hand()
    if before is not None and before.source == source:
        return before
    make = partial(
        changing.check, viewer.library, viewer.actor, content, name, looked_at=viewer.plan_id
    )
    flow = start(source, make, is_upload=True)
    if before is not None and before.is_upload:
        _forget(viewer, before)
    with _if_the_store_lets():
        drafts.keep(viewer.library, viewer.actor, flow.proposal)
    return flow


def fill_in(viewer: Viewer, form: FilledForm, draft: StoredDraft | None = None) -> Flow:
    """Have a form checked; what the store keeps of it takes the place of its row's form before.

    It goes on with the choices and the note of the draft that it was begun from, if any.
    """
    make = partial(filling.propose, viewer.library, viewer.actor, form)
    with st.spinner(text.CHECKING):
        proposal = make()
    if draft is not None:
        proposal = drafts.chosen_before(proposal, draft)
    with _if_the_store_lets():
        drafts.keep(viewer.library, viewer.actor, proposal)
    return _keep(Flow(_source(form.row), proposal, make, note=draft.note if draft else ""))


def of_form(row: Row) -> Flow | None:
    """Return the flow at hand, if it is that of a row's form."""
    flow = at_hand()
    return flow if flow is not None and flow.source == _source(row) else None


def leave_form(row: Row) -> None:
    """Leave the flow of a row's form, if it is at hand."""
    if of_form(row) is not None:
        drop()


def resume(viewer: Viewer, draft: StoredDraft) -> Flow:
    """Take up a file that waited; KeyError where it is gone."""
    library, actor = viewer.library, viewer.actor
    with st.spinner(text.CHECKING):
        proposal = drafts.resume(library, actor, draft)
    make = partial(
        changing.check,
        library,
        actor,
        proposal.upload or b"",
        draft.name,
        looked_at=draft.plan_id,
    )
    return _keep(
        Flow(draft.sha256, proposal, make, is_upload=True, note=draft.note, noted=draft.note)
    )


def give_up(viewer: Viewer) -> None:
    """Let go of the file at hand, here and in the store."""
    flow = at_hand()
    if flow is not None:
        _forget(viewer, flow)
        drop()


def keep_note(viewer: Viewer, flow: Flow, note: str) -> None:
    """Have the store keep a note beside its file, when it changed."""
    if note != flow.noted and flow.proposal.upload is not None:
        _keep(replace(flow, noted=note))
        with _if_the_store_lets():
            drafts.keep_note(viewer.library, viewer.actor, flow.proposal.upload, note)


def say_once(viewer: Viewer, flow: Flow) -> None:
    """Note that the screen says what became of a file; from the next run on it waits no more."""
    if not flow.told:
        _keep(replace(flow, told=True))
    else:
        _forget(viewer, flow)


def at_hand() -> Flow | None:
    """Return the flow at hand, if any."""
    return st.session_state.get(_KEY)


def drop() -> None:
    """Leave the flow at hand."""
    st.session_state.pop(_KEY, None)


def settle(viewer: Viewer, flow: Flow, choices: Mapping[str, str]) -> None:
    """Keep the choices made among conflicts."""
    settled = changing.settle(flow.proposal, choices)
    _keep(replace(flow, proposal=settled))
    if settled.upload is not None:
        with _if_the_store_lets():
            drafts.keep_choices(viewer.library, viewer.actor, settled)


def apply(viewer: Viewer, flow: Flow, note: str, yes: Collection[Question]) -> None:
    """Apply the proposal; where others changed what it shows, put a new preview in its place."""
    library, actor, before = viewer.library, viewer.actor, flow.proposal
    done = changing.apply_where_others_write(library, actor, before, flow.make, note, yes)
    if isinstance(done, Proposal):
        moved = changing.versions_since(library, actor, before)
        _keep(replace(flow, proposal=done, moved=moved, id=secrets.token_hex(4)))
        return
    # A press after this one may end the run at any of these: what was stored is noted last, and
    # the next run, which presses again, gets the same number.
    viewer.see_newest()
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    _keep(replace(flow, applied=done))


def undo(viewer: Viewer, flow: Flow) -> None:
    """Begin to go back to the version before the one just applied; `gone_back` ends it.

    What will be done is kept before it is done, since a press after this one ends the run.
    """
    _forget(viewer, flow)
    with suppress(Denied):  # somebody was faster: the screen then no longer offers it
        back = changing.propose_undo(viewer.library, viewer.actor, flow.proposal.plan_id)
        _keep(replace(flow, back=back))


def gone_back(viewer: Viewer, flow: Flow) -> Flow:
    """Return a flow; one that is to be taken back is first, once however often it is asked."""
    if flow.back is None:
        return flow
    try:
        _go_back(viewer, flow, flow.back)
    except StoreError:
        _keep(replace(flow, back=None))
        raise
    except (Denied, HeadMoved, NotReady):
        pass  # somebody was faster
    return _keep(replace(flow, back=None))


def _go_back(viewer: Viewer, flow: Flow, back: Proposal) -> None:
    """Store the way back and draw the page anew."""
    note = text.undone(flow.applied or 0)
    done = changing.apply(viewer.library, viewer.actor, back, note, back.questions)
    viewer.see_newest()
    _keep(replace(flow, proposal=back, back=None, applied=done))
    st.rerun()


def is_newest(viewer: Viewer, flow: Flow) -> bool:
    """Tell whether what was applied is still the newest version."""
    return flow.applied == viewer.head_of(flow.proposal.plan_id)


def can_undo(viewer: Viewer, flow: Flow) -> bool:
    """Tell whether the version just applied is still the newest and has one before it.

    What was taken back is not offered to be brought back by the same button: who presses twice
    means once.
    """
    was_back = flow.proposal.kind is Origin.ROLLBACK
    return not was_back and is_newest(viewer, flow) and flow.applied != 1


def uploader_key() -> str:
    """Key of the uploader; another one after each applied upload, which empties it."""
    return f"upload_{st.session_state.get(_ROUND, 0)}"


def _keep(flow: Flow) -> Flow:
    st.session_state[_KEY] = flow
    return flow


def _forget(viewer: Viewer, flow: Flow) -> None:
    if flow.proposal.upload is not None:
        with _if_the_store_lets():
            drafts.forget_file(viewer.library, viewer.actor, flow.proposal.upload)


@contextmanager
def _if_the_store_lets() -> Iterator[None]:
    """A draft is for a bad day and must not make one: what fails is logged, and work goes on."""
    try:
        yield
    except Denied:
        pass
    except StoreError as error:
        errors.record(error)
