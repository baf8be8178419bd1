"""The form that starts a plan from the national frame: years, then kegiatan and agencies."""

from __future__ import annotations

import streamlit as st

from lib.service.new_plan import frames
from lib.service.new_plan.frames import BadFrame, Filling
from lib.service.sketches import Sketch
from lib.ui.viewer import filters
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import new_plan_words as text

_EARLIEST, _LATEST = 2000, 2099
_TERM = 4
"""Years that follow the first one where nobody says otherwise."""


def draw(viewer: Viewer) -> Sketch | None:
    """Draw the form, folded in; return the sketch that it was sent off as."""
    with st.expander(text.FRAME_STEP, icon=":material/account_tree:"):
        st.caption(text.frame_help(len(frames.groups()), frames.indicator_count()))
        with st.form("frame", border=False):
            first, last = _years()
            known = [agency.name for agency in viewer.library.agencies(viewer.actor).agencies]
            groups = frames.groups().items()
            fillings = {code: _filling(known, code, name) for code, name in groups}
            if st.form_submit_button(text.BEGIN_FRAME, type="primary"):
                return _begin(viewer, first, last, fillings)
    return None


def _years() -> tuple[int, int]:
    year = filters.today().year
    left, right = st.columns(2)
    first = left.number_input(text.FIRST_YEAR, _EARLIEST, _LATEST, year, key="frame_first")
    last = right.number_input(text.LAST_YEAR, _EARLIEST, _LATEST, year + _TERM, key="frame_last")
    return int(first), int(last)


def _filling(known: list[str], code: str, name: str) -> Filling:
    st.markdown(f"**{code} {name}**")
    left, right = st.columns([3, 2])
    lines = left.text_area(
        text.frame_activities(code), key=f"frame_do_{code}", height=90, max_chars=20_000
    )
    agencies = right.multiselect(
        text.frame_agencies(code),
        known,
        accept_new_options=True,
        placeholder=text.CHOOSE,
        key=f"frame_who_{code}",
    )
    activities = tuple(line.strip() for line in (lines or "").splitlines() if line.strip())
    return Filling(activities, tuple(map(str, agencies)))


def _begin(viewer: Viewer, first: int, last: int, fillings: dict[str, Filling]) -> Sketch | None:
    try:
        with st.spinner(text.READING):
            return frames.begin(viewer.library, viewer.actor, first, last, fillings)
    except BadFrame as problem:
        st.error(str(problem), icon=":material/error:")
        return None
