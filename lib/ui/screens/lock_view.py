"""Up to which quarter figures are locked, and the button by which an admin locks them."""

from __future__ import annotations

from functools import partial
from typing import NoReturn

import streamlit as st

from lib.plan.change.lock import Lock, locked_until
from lib.plan.position import Position, positions
from lib.plan.schema import LOCKED, Sheet
from lib.service import changing
from lib.service.actor import Right
from lib.service.change.locking import propose_lock
from lib.service.changing import NotReady
from lib.service.library import NothingSound
from lib.service.proposal import Proposal
from lib.ui.viewer import filters
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import lock_words as text

_SAID = "lock_said"


def draw(viewer: Viewer) -> None:
    """Say what is locked, and offer an admin to lock up to a quarter that has ended.

    Nothing where no version can be read: which ones are damaged is said below.
    """
    try:
        lock = _lock(viewer)
    except NothingSound:
        return
    _say_what_was_stored(viewer)
    if lock is not None:
        st.caption(text.is_locked(lock))
    if not viewer.can(Right.CORRECT) or viewer.plan.is_put_away:
        return
    if lock is None and not viewer.newest.plan.is_reported:
        return  # nothing to lock yet
    with st.expander(text.LOCK, icon=":material/lock:"):
        _form(viewer, lock.until if lock else None)


def _say_what_was_stored(viewer: Viewer) -> None:
    """Say so until a newer version comes: a second press must not wipe it out."""
    plan_id, number, words = st.session_state.get(_SAID, ("", 0, ""))
    if (plan_id, number) == (viewer.plan_id, viewer.head):
        st.success(words, icon=":material/lock:")


def _lock(viewer: Viewer) -> Lock | None:
    until = locked_until(viewer.newest.plan)
    if until is None:
        return None
    entries = viewer.history(Sheet.DOCUMENT, LOCKED, viewer.head)
    made = entries[0].version if entries else None
    return Lock(until, made.time, made.author) if made else Lock(until)


def _form(viewer: Viewer, now: Position | None) -> None:
    ended = Position.last_ended(filters.today())
    offered = [one for one in positions(viewer.newest.plan.years) if one <= ended or one == now]
    options = ["", *(one.code for one in offered)]
    st.caption(text.LOCK_HELP)
    with st.form("lock", border=False):
        chosen = st.selectbox(
            text.UNTIL,
            options,
            index=options.index(now.code) if now else len(options) - 1,
            format_func=text.choice,
        )
        note = st.text_input(text.NOTE, placeholder=text.NOTE_HELP, max_chars=200)
        pressed = st.form_submit_button(text.LOCK, type="primary", icon=":material/lock:")
    if pressed:
        _apply(viewer, Position.parse(chosen), note)


def _apply(viewer: Viewer, until: Position | None, note: str) -> None:
    make = partial(propose_lock, viewer.library, viewer.actor, viewer.plan_id, until)
    proposal = make()
    if proposal.unchanged and (number := _just_stored(viewer)):
        _say(viewer, until, number)  # the same press twice, or one whose run was cut short
    try:
        done = changing.apply_where_others_write(
            viewer.library, viewer.actor, proposal, make, note, proposal.questions
        )
    except NotReady as why:
        st.error(str(why), icon=":material/error:")
        return
    if isinstance(done, Proposal):
        st.warning(text.MOVED, icon=":material/sync_problem:")
        return
    _say(viewer, until, done)


def _just_stored(viewer: Viewer) -> int:
    """Return the newest version where it is this person's lock, else 0."""
    entries = viewer.history(Sheet.DOCUMENT, LOCKED, viewer.head)
    newest = entries[0].version if entries else None
    mine = newest and (newest.number, newest.author) == (viewer.head, viewer.actor.name)
    return viewer.head if mine else 0


def _say(viewer: Viewer, until: Position | None, number: int) -> NoReturn:
    viewer.see_newest()
    st.session_state[_SAID] = (viewer.plan_id, number, text.stored(until, number))
    st.rerun()
