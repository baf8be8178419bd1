"""Step 3: what distinct contents mean, each asked once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from lib.service import sketches
from lib.service.sketches import Assumption, Sketch
from lib.ui.screens.new_plan import read_table, sketch_state
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import agency_words
from lib.ui.words import new_plan_words as text

_WIDTHS = (4, 5)
_MORE = "sketch_asks_more"


def draw(viewer: Viewer, sketch: Sketch) -> None:
    """Draw the questions beside the table as read so far, and take the answers."""
    left, right = st.columns([5, 6], gap="small")
    with left, st.container(border=True):
        read_table.draw(sketch)
    with right, st.form(f"meanings_{sketch.id}"):
        if st.session_state.pop(_MORE, False):
            st.warning(text.MORE_ASKED, icon=":material/help:")
        asked = [one for one in sketch.draft.readings if one.kind in text.ASKED]
        chosen = _asked(sketch, asked)
        submitted = st.form_submit_button(text.go_on(4), type="primary")
        problems = _problems(asked, chosen) if submitted else []
        for words in problems:
            st.error(words, icon=":material/error:")
    if submitted and not problems:
        _take(viewer, sketch, asked, chosen)


def _asked(sketch: Sketch, asked: Sequence[Assumption]) -> dict[str, str]:
    """Draw what is unsure kind by kind, what is sure behind one press."""
    chosen: dict[str, str] = {}
    unsure = [one for one in asked if not one.sure]
    sure = [one for one in asked if one.sure]
    for kind, heading in text.ASKED.items():
        some = [one for one in unsure if one.kind is kind]
        if some:
            st.markdown(f"**{heading}**")
            chosen |= {one.id: _choice(sketch, one) for one in some}
    if not unsure:
        st.success(text.NOTHING_ASKED, icon=":material/check_circle:")
    if new := sketches.new_ones(sketch.draft, sketch.answers):
        st.info(agency_words.new_agencies(new), icon=":material/domain_add:")
    if sure:
        with st.expander(text.sure(len(sure))):
            chosen |= {one.id: _choice(sketch, one) for one in sure}
    return chosen


def _choice(sketch: Sketch, one: Assumption) -> str:
    """Draw one distinct content with its count and the ways to take it."""
    now = sketch.answers.get(one.id, one.proposed)
    options = [choice for choice in dict.fromkeys((now, *one.choices)) if choice]
    seen, how = st.columns(_WIDTHS, vertical_alignment="center")
    badge, is_free = _badge(sketch, one), sketches.takes_other_words(one)
    seen.markdown(f"{text.seen(one.seen, one.count)} {badge}", help=one.words or None)
    choice = how.selectbox(
        one.words or one.seen,
        options,
        index=options.index(now) if now in options else None,
        placeholder=text.CHOOSE if is_free else text.CHOOSE_ONE,
        format_func=agency_words.SAID.get(one.kind, str),
        accept_new_options=is_free,
        key=f"answer_{sketch.id}_{one.id}",
        label_visibility="collapsed",
    )
    return str(choice or "")


def _badge(sketch: Sketch, one: Assumption) -> str:
    if one.id in sketch.answers:
        return f":blue-badge[{text.CHOSEN}]"
    return f":green-badge[{text.SURE}]" if one.sure else f":red-badge[{text.UNSURE}]"


def _problems(asked: Iterable[Assumption], chosen: dict[str, str]) -> list[str]:
    found = [sketches.problem(one, chosen[one.id]) for one in asked if not _is_as_read(one, chosen)]
    return [words for words in found if words]


def _is_as_read(one: Assumption, chosen: dict[str, str]) -> bool:
    return one.sure and chosen[one.id] == one.proposed


def _take(
    viewer: Viewer, sketch: Sketch, asked: Sequence[Assumption], chosen: dict[str, str]
) -> None:
    """Keep the answers; go on, unless they lead to further questions."""
    answers = sketch_state.with_choices(sketch, asked, chosen)
    made = sketch_state.answer(viewer, sketch, answers)
    if made is None:
        return
    st.session_state[_MORE] = bool(made.conversion.questions)
    sketch_state.go(sketch_state.MEANINGS if made.conversion.questions else sketch_state.ROWS)
    st.rerun()
