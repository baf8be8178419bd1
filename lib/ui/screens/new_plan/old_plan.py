"""The plan that a new one goes on with, and what becomes of each of its kegiatan."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import streamlit as st

from lib.plan.plan import Plan
from lib.plan.registers.continuation import FATES, GOING_ON, Continuation, counted
from lib.plan.registers.register_sheet import STOPPED
from lib.plan.text.names import short_names
from lib.service.new_plan import succession
from lib.service.sketches import Sketch, corrections
from lib.ui.escape import markdown, plain
from lib.ui.screens.new_plan import sketch_state
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import continuation_words as text

_EACH = 15
"""Old kegiatan on one page."""


def choose(viewer: Viewer, sketch: Sketch) -> None:
    """Draw the choice of the plan that the new one goes on with."""
    found = succession.old_plan(viewer.library, viewer.actor, sketch.answers)
    with st.expander(text.TITLE, expanded=found is not None):
        st.caption(text.HELP)
        _choose(viewer, sketch)
        if found is None and corrections.PREVIOUS in sketch.answers:
            st.warning(text.UNREADABLE, icon=":material/warning:")


def pairs(viewer: Viewer, sketch: Sketch) -> None:
    """Draw the kegiatan of the plan that was chosen, each with what becomes of it."""
    found = succession.old_plan(viewer.library, viewer.actor, sketch.answers)
    if found is not None:
        with st.container(border=True):
            _pairs(viewer, sketch, found[1])


def summary(viewer: Viewer, sketch: Sketch) -> None:
    """Say what the plan goes on with; nothing where it stands alone."""
    found = succession.old_plan(viewer.library, viewer.actor, sketch.answers)
    if found is not None and (new := sketch.conversion.plan) is not None:
        said = succession.pairs(found[1], new, sketch.draft, sketch.answers)
        st.caption(text.goes_on(viewer.names[found[0]], counted(said)))


def _choose(viewer: Viewer, sketch: Sketch) -> None:
    plans = succession.choices(viewer.library, viewer.actor)
    ids = ["", *(plan.id for plan in plans)]
    now = sketch.answers.get(corrections.PREVIOUS, "")
    chosen = st.selectbox(
        text.OLD_PLAN,
        ids,
        index=ids.index(now) if now in ids else 0,
        format_func=lambda id: viewer.names[id] if id else text.NO_OLD_PLAN,
        key=f"old_plan_{sketch.id}",
    )
    if chosen != now and now in ids:
        answers = succession.without(sketch.answers)
        answers |= {corrections.PREVIOUS: chosen} if chosen else {}
        if sketch_state.answer(viewer, sketch, answers) is not None:
            st.rerun()


def _pairs(viewer: Viewer, sketch: Sketch, old: Plan) -> None:
    new = sketch.conversion.plan
    if new is None:
        return
    said = succession.pairs(old, new, sketch.draft, sketch.answers)
    st.markdown(f"**{text.pairs(counted(said))}**")
    shown = _page(sketch, said)
    with st.form(f"pairs_{sketch.id}", border=False):
        answered = [_pair(sketch, one, new) for one in shown]
        submitted = st.form_submit_button(text.SAVE)
    if submitted:
        _take(viewer, sketch, answered)


def _page(sketch: Sketch, said: Sequence[Continuation]) -> Sequence[Continuation]:
    if len(said) <= _EACH:
        return said
    starts = list(range(0, len(said), _EACH))
    start = st.selectbox(
        text.PAGE,
        starts,
        format_func=lambda at: text.page(at + 1, min(at + _EACH, len(said)), len(said)),
        key=f"pairs_page_{sketch.id}",
    )
    return said[start : start + _EACH]


def _pair(sketch: Sketch, one: Continuation, new: Plan) -> Continuation:
    """Draw one old kegiatan with its fields, and return what they say."""
    names = {"": text.NO_NEW, **short_names(new)}
    fates, codes = ["", *FATES], list(names)
    key = f"{sketch.id}_{one.code}_{crc32(repr(codes).encode())}"
    st.markdown(f"**{markdown(one.code)}** {markdown(one.text)}")
    first, second, third = st.columns([2, 3, 3], gap="small")
    fate = first.selectbox(
        text.of(text.FATE, one.code),
        fates,
        fates.index(one.fate),
        format_func=text.told,
        key=f"fate_{key}",
    )
    goes_on = second.selectbox(
        text.of(text.NEW, one.code),
        codes,
        codes.index(one.new) if one.new in names else 0,
        format_func=lambda code: plain(f"{code} {names[code]}".strip()),
        key=f"new_{key}",
    )
    reason = third.text_input(
        text.of(text.REASON, one.code), one.reason, max_chars=2000, key=f"why_{key}"
    )
    return Continuation(one.code, one.text, fate, goes_on, (reason or "").strip())


def _take(viewer: Viewer, sketch: Sketch, said: Sequence[Continuation]) -> None:
    """Keep what was said of a page's kegiatan, or say what is missing."""
    missing = {
        text.no_new: [one.code for one in said if one.fate in GOING_ON and not one.new],
        text.no_reason: [one.code for one in said if one.fate == STOPPED and not one.reason],
        text.no_fate: [one.code for one in said if one.new and one.fate not in GOING_ON],
    }
    wrong = [words(codes) for words, codes in missing.items() if codes]
    if wrong:
        st.error("  \n".join(map(markdown, wrong)), icon=":material/error:")
        return
    answers = {**sketch.answers, **succession.answers_of(said, sketch.draft)}
    if sketch_state.answer(viewer, sketch, answers) is not None:
        st.toast(text.SAVED, icon=":material/check:")
        st.rerun()
