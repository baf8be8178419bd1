"""What the page Ringkasan alone draws: the five figures, and what leadership should look at."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial
from typing import Any

import streamlit as st

from lib.ui import components
from lib.ui.escape import markdown
from lib.ui.screens import directive_forms
from lib.ui.viewer.screen import Screen
from lib.voice import activities
from lib.voice.key_figures import figures_of, key_figures

SHOWN = 5
"""Items of the list; what is left out is counted."""


def places(screen: Screen) -> tuple[AbstractContextManager[Any], AbstractContextManager[Any]]:
    """Return the place of the board and the one beside it, which on a phone comes first."""
    if screen.look.compact:
        side, board = st.columns(2, gap="small")
    else:
        board, side = st.columns([3, 2], gap="small")
    return board, side


def figures(screen: Screen) -> None:
    """Draw the five figures, beside those of the version compared with if there is one."""
    standing = screen.standing
    if screen.look.compact:
        finding = activities.headline(standing.activities, screen.position)
        st.markdown(f"**{markdown(finding)}**")
    compared = screen.previous is not None and screen.plan.is_reported
    before = key_figures(standing.effect.before) if compared else []
    components.key_figures(figures_of(standing), before, screen.look.compact)


def attention(screen: Screen) -> None:
    """Draw what leadership should look at; how to report first, where nothing is reported."""
    if not screen.plan.is_reported:
        components.first_report()
    elif screen.look.meeting:
        codes = [item.no for item in screen.standing.delayed]
        note = partial(directive_forms.note, screen, codes)
        components.attention_of_a_meeting(screen.standing.attention, note)
    else:
        components.attention(screen.standing.attention, SHOWN)
