"""Which version a reader looks at, which one it is compared with, and word of newer ones."""

from __future__ import annotations

import streamlit as st

from lib.service.actor import Right
from lib.service.library import Damaged, Snapshot
from lib.ui.viewer import navigation
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import text
from lib.web.streamlit_parts import on_every_page

VERSION, AGAINST = "versi", "banding"
"""Address parameters, and so keys of the widgets."""
LOOK_EVERY = 10
"""Seconds between looks for a newer version."""


def choose(viewer: Viewer, visible: bool = True) -> tuple[Snapshot, Snapshot | None]:
    """Draw the version picker (or only read the address) and return what to show and compare."""
    numbers = [str(number) for number in range(viewer.head, 0, -1)]
    chosen = _number(viewer, VERSION, numbers) or viewer.seen
    against = _number(viewer, AGAINST, numbers)
    if visible and viewer.head > 1:
        with st.popover(text.version_button(chosen, against), icon=":material/history:"):
            _picker(text.VERSION, VERSION, numbers, text.newest_version(viewer.head))
            _picker(text.COMPARE, AGAINST, numbers, text.NO_COMPARISON)
    if against == chosen:
        against = None
    return viewer.sound(chosen), _compared(viewer, against)


def _compared(viewer: Viewer, number: int | None) -> Snapshot | None:
    try:
        return viewer.snapshot(number) if number else None
    except Damaged:
        return None


def say_what_is_damaged(viewer: Viewer, shown: Snapshot, previous: Snapshot | None) -> None:
    """Say which version cannot be shown and which one stands in, with the way back beside."""
    numbers = [str(number) for number in range(viewer.head, 0, -1)]
    wanted = _number(viewer, VERSION, numbers) or viewer.seen
    against = _number(viewer, AGAINST, numbers)
    if shown.number != wanted:
        st.warning(text.damaged(wanted, shown.number), icon=":material/broken_image:")
        if viewer.can(Right.ROLL_BACK):
            st.page_link(navigation.HISTORY_PAGE, label=text.TO_HISTORY, icon=":material/history:")
    if against and against != wanted and previous is None:
        st.warning(text.not_comparable(against), icon=":material/broken_image:")


def _number(viewer: Viewer, name: str, numbers: list[str]) -> int | None:
    """Return the version an address parameter names, by its number or by its printed code."""
    value = st.session_state.get(name) or st.query_params.get(name) or ""
    if value in numbers:
        return int(value)
    found = viewer.library.find(viewer.actor, viewer.plan_id, value)
    if found is not None:
        st.session_state[name] = str(found)
    return found


def _picker(label: str, name: str, numbers: list[str], placeholder: str) -> None:
    with on_every_page():
        st.selectbox(
            label, numbers, index=None, key=name, bind="query-params", placeholder=placeholder
        )


@st.fragment(run_every=LOOK_EVERY)
def offer_newer(viewer: Viewer) -> None:
    """Offer a version that came after the one on screen; the screen stays as it is till then."""
    if st.query_params.get(VERSION):
        return
    head = viewer.newest_head()
    if head > viewer.seen and st.button(
        text.newer(head), icon=":material/update:", key="newer", type="tertiary"
    ):
        viewer.see_newest()
        st.rerun()
