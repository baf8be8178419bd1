"""Step 1: a decree's file, a pasted table, or the national frame, and the sketches that wait."""

from __future__ import annotations

import streamlit as st

from lib.service import sketches
from lib.service.sketches import Sketch, StoredSketch
from lib.ui import file_input
from lib.ui.screens.new_plan import frame_form, sketch_state
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import new_plan_words as text

LONGEST = 1_000_000
"""Letters that are taken from the clipboard; the longest table seen has a tenth of it."""


def draw(viewer: Viewer, sketch: Sketch | None) -> None:
    """Draw the ways in, and take what comes through one of them."""
    st.caption(text.INTRO)
    _others(viewer, sketch)
    file, paste = st.columns(2, gap="small", border=True)
    with file:
        put_in = _file()
    with paste:
        pasted = _pasted()
    framed = frame_form.draw(viewer)
    if framed is not None:
        _take(framed)
    if pasted or put_in:
        _begin(viewer, *(pasted or put_in or (b"", "")))


def _others(viewer: Viewer, sketch: Sketch | None) -> None:
    """Say which sketch is at hand, and offer those that are not."""
    if sketch is not None:
        with st.container(border=True, key="at_work"):
            st.markdown(text.at_work(sketch))
            st.button(
                text.go_on(2),
                type="primary",
                on_click=sketch_state.go,
                args=(sketch_state.COLUMNS,),
            )
    for one in sketches.waiting(viewer.library, viewer.actor):
        if sketch is None or one.sha256 != sketch.sha256:
            _offered(viewer, one)


def _offered(viewer: Viewer, one: StoredSketch) -> None:
    id = sketches.short(one.sha256)
    with st.container(border=True, key=f"sketch_{id}"):
        st.markdown(text.waiting(one))
        with st.container(horizontal=True):
            go_on = st.button(text.GO_ON, key=f"go_on_{id}", type="primary")
            give_up = st.button(text.GIVE_UP, key=f"give_up_{id}")
    if go_on:
        sketch_state.resume(viewer, id)
    elif give_up:
        sketches.forget(viewer.library, viewer.actor, one.sha256)
    if go_on or give_up:
        st.rerun()


def _file() -> tuple[bytes, str] | None:
    st.markdown(f"**{text.FILE_STEP}**")
    st.caption(text.FILE_HELP)
    file = file_input.draw(text.FILE, f"decree_{sketch_state.box_round()}")
    return (file.getvalue(), file.name) if file is not None else None


def _pasted() -> tuple[bytes, str] | None:
    st.markdown(f"**{text.PASTE_STEP}**")
    st.caption(text.PASTE_HELP)
    with st.form(f"paste_{sketch_state.box_round()}", border=False):
        table = st.text_area(text.PASTE, max_chars=LONGEST, height=140, key="pasted_table")
        if st.form_submit_button(text.READ_PASTED) and table and table.strip():
            return table.encode(), text.PASTED_NAME
    return None


def _begin(viewer: Viewer, content: bytes, name: str) -> None:
    """Read what came; what gives no plan is said here, and leaves nothing behind."""
    with st.spinner(text.READING):
        made = sketches.begin(viewer.library, viewer.actor, content, name)
    _take(made)


def _take(made: Sketch) -> None:
    if made.conversion.draft is None:
        for finding in made.conversion.findings:
            st.error(text.refused(made.name, finding), icon=":material/error:")
        return
    sketch_state.take(made)
    st.rerun()
