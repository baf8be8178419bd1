"""Which sketch is at hand and at which step: this module alone owns their place in the session.

Both stand in the address, too, so that a reload comes back to the same step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from lib.plan import schema
from lib.service import sketches
from lib.service.actor import Right, require
from lib.service.sketches import Assumption, QuestionKind, Sketch, Unreadable
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import new_plan_words as text

SKETCH, STEP = "naskah", "langkah"
"""Address parameters."""
_SKETCH, _STEP, _ROUND = "sketch", "sketch_step", "sketch_round"
SOURCE, COLUMNS, MEANINGS, ROWS, ADDING = range(1, 6)


def at_hand(viewer: Viewer) -> Sketch | None:
    """Return the sketch at hand, after a reload the one the address names; `Denied` to others."""
    require(viewer.actor, Right.ADD_PLAN)
    held: Sketch | None = st.session_state.get(_SKETCH)
    named = st.query_params.get(SKETCH, "")
    if named and (held is None or held.id != named):
        try:
            held = _resumed(viewer, named)
        except KeyError:
            pass  # added or given up meanwhile
        else:
            st.session_state[_STEP] = _number(st.query_params.get(STEP, ""))
    _write(held)
    return held


def _resumed(viewer: Viewer, id: str) -> Sketch:
    with st.spinner(text.READING):
        found = sketches.resume(viewer.library, viewer.actor, id)
    st.session_state[_SKETCH] = found
    return found


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) == 1 else ADDING


def step(sketch: Sketch | None) -> int:
    """Return the step to show: the one chosen, as far as the questions before it are answered."""
    chosen: int = st.session_state.get(_STEP, SOURCE)
    return max(SOURCE, min(chosen, reachable(sketch)))


def reachable(sketch: Sketch | None) -> int:
    """Return the last step that may be opened."""
    if sketch is None:
        return SOURCE
    kinds = {one.kind for one in sketch.conversion.questions}
    if kinds & {QuestionKind.TABLE, QuestionKind.COLUMN}:
        return COLUMNS
    if kinds:
        return MEANINGS
    return ADDING if sketch.draft.document.get(schema.ABOUT) else ROWS


def address() -> dict[str, str]:
    """Return what the address says of a sketch and its step, for the way back to them."""
    return {name: st.query_params[name] for name in (SKETCH, STEP) if name in st.query_params}


def go(number: int) -> None:
    """Open a step at the next run."""
    st.session_state[_STEP] = number
    _write(st.session_state.get(_SKETCH))


def take(sketch: Sketch, number: int = COLUMNS) -> None:
    """Have a sketch at hand; the boxes it came through are emptied."""
    st.session_state[_SKETCH] = sketch
    st.session_state[_ROUND] = box_round() + 1
    go(number)


def resume(viewer: Viewer, id: str) -> None:
    """Take up a sketch that waited, where its questions begin; one that is gone is let be."""
    try:
        _resumed(viewer, id)
    except KeyError:
        return
    go(ADDING)


def box_round() -> int:
    """Count the files taken, for the keys of the boxes."""
    return int(st.session_state.get(_ROUND, 0))


def drop() -> None:
    """Have no sketch at hand any more; what the store keeps of it stays."""
    st.session_state.pop(_SKETCH, None)
    go(SOURCE)


def answer(viewer: Viewer, sketch: Sketch, answers: Mapping[str, str]) -> Sketch | None:
    """Put other answers in the place of a sketch's; None, with the reason said, where none can."""
    try:
        with st.spinner(text.READING):
            made = sketches.answered(viewer.library, viewer.actor, sketch, answers)
    except Unreadable as problem:
        st.error(text.no_plan_left(str(problem)), icon=":material/error:")
        return None
    st.session_state[_SKETCH] = made
    return made


def with_choices(
    sketch: Sketch, asked: Iterable[Assumption], chosen: Mapping[str, str]
) -> dict[str, str]:
    """Return the answers with what was chosen; a sure reading that is agreed to needs none."""
    answers = dict(sketch.answers)
    for one in asked:
        if one.sure and chosen[one.id] == one.proposed:
            answers.pop(one.id, None)
        else:
            answers[one.id] = str(chosen[one.id])
    return answers


def _write(sketch: Sketch | None) -> None:
    """Have the address say what is at hand."""
    wanted = {} if sketch is None else {SKETCH: sketch.id, STEP: str(step(sketch))}
    for name in (SKETCH, STEP):
        if name in wanted and st.query_params.get(name) != wanted[name]:
            st.query_params[name] = wanted[name]
        elif name not in wanted and name in st.query_params:
            del st.query_params[name]
