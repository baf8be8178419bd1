"""Step 4: the plan as it will stand, the document's name, and corrections row by row."""

from __future__ import annotations

import streamlit as st

from lib.plan import schema
from lib.service.sketches import Sketch, corrections
from lib.ui.screens.new_plan import old_plan, read_table, row_corrections, sketch_state
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import new_plan_words as text


def draw(viewer: Viewer, sketch: Sketch) -> None:
    """Draw the rows beside what may be corrected, and the way on."""
    left, right = st.columns([7, 4], gap="small")
    with left, st.container(border=True):
        read_table.draw(sketch)
        for notice in sketch.conversion.notices:
            st.caption(text.notice(notice))
    with right:
        _document(viewer, sketch)
        row_corrections.draw(viewer, sketch)
        old_plan.choose(viewer, sketch)
        is_named = bool(sketch.draft.document.get(schema.ABOUT))
        if not is_named:
            st.warning(text.NO_SUBJECT, icon=":material/edit_note:")
        st.button(
            text.go_on(5),
            type="primary",
            disabled=not is_named,
            on_click=sketch_state.go,
            args=(sketch_state.ADDING,),
        )
    old_plan.pairs(viewer, sketch)


def _document(viewer: Viewer, sketch: Sketch) -> None:
    """Draw what the document is called, as read, to be mended."""
    document = sketch.draft.document
    is_named = bool(document.get(schema.ABOUT))
    with (
        st.expander(text.DOCUMENT, expanded=not is_named),
        st.form(f"document_{sketch.id}", border=False),
    ):
        st.caption(text.DOCUMENT_HELP)
        said = {
            item: st.text_input(item, document.get(item, ""), max_chars=400)
            for item in corrections.ITEMS
        }
        submitted = st.form_submit_button(text.SAVE_DOCUMENT)
    changed = {
        corrections.of_document(item): words.strip()
        for item, words in said.items()
        if words.strip() != document.get(item, "")
    }
    if submitted and changed and sketch_state.answer(viewer, sketch, {**sketch.answers, **changed}):
        st.rerun()
