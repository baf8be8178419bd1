"""Step 2: which table, and what each of its columns is for."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.service.sketches import Assumption, ForeignColumn, QuestionKind, Sketch
from lib.ui.escape import markdown
from lib.ui.screens.new_plan import read_table, sketch_state
from lib.ui.viewer import screen
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import new_plan_words as text

_WIDTHS = (3, 4, 3)


def draw(viewer: Viewer, sketch: Sketch) -> None:
    """Draw the columns with their proposed roles, and take what is chosen."""
    st.markdown(f"**{text.read(sketch)}**")
    read_table.account(sketch.draft.account)
    _table(viewer, sketch)
    asked = [one for one in sketch.draft.readings if one.kind is QuestionKind.COLUMN]
    with st.form(f"columns_{sketch.id}"):
        st.markdown(f"**{text.COLUMNS}** :small[:gray[{text.COLUMNS_HELP}]]")
        chosen = _roles(sketch, sketch.draft.columns, asked)
        submitted = st.form_submit_button(text.go_on(3), type="primary")
    if submitted:
        answers = sketch_state.with_choices(sketch, asked, chosen)
        if sketch_state.answer(viewer, sketch, answers) is not None:
            sketch_state.go(sketch_state.MEANINGS)
            st.rerun()


def _table(viewer: Viewer, sketch: Sketch) -> None:
    """Ask which table is the plan's, where a file holds several likely ones."""
    for one in (one for one in sketch.draft.readings if one.kind is QuestionKind.TABLE):
        st.info(one.words, icon=":material/table_view:")
        now = sketch.answers.get(one.id, one.proposed)
        index = one.choices.index(now) if now in one.choices else 0
        key = f"table_{sketch.id}"
        chosen = st.radio(text.TABLE, one.choices, index=index, key=key)
        if chosen and sketch.answers.get(one.id) != chosen:
            answers = {**sketch.answers, one.id: chosen}
            if sketch_state.answer(viewer, sketch, answers) is not None and chosen != now:
                st.rerun()


def _roles(
    sketch: Sketch, columns: Sequence[ForeignColumn], asked: Sequence[Assumption]
) -> dict[str, str]:
    chosen = {}
    if not screen.on_phone():  # there the three stand below one another
        for cell, words in zip(st.columns(_WIDTHS), text.COLUMN_HEADERS, strict=True):
            cell.markdown(f":small[:gray[{words}]]")
    for column, one in zip(columns, asked, strict=True):
        name, samples, role = st.columns(_WIDTHS, vertical_alignment="center")
        name.markdown(text.column(column.places, column.label))
        shown = " · ".join(sample[:60] for sample in column.samples) or text.NO_SAMPLES
        samples.markdown(f":small[{markdown(shown)}]")
        with role.container(horizontal=True, vertical_alignment="center"):
            chosen[one.id] = _role(sketch, column, one)
    return chosen


def _role(sketch: Sketch, column: ForeignColumn, one: Assumption) -> str:
    choice = st.selectbox(
        column.label,
        one.choices,
        index=one.choices.index(str(column.role)),
        key=f"role_{sketch.id}_{one.id}",
        label_visibility="collapsed",
        help=column.why or None,
    )
    if not one.sure:
        st.markdown(f":red-badge[{text.UNSURE}]", width="content")
    return str(choice)
