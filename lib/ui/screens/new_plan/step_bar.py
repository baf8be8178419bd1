"""The five steps above the page, each a way back to it."""

from __future__ import annotations

import streamlit as st

from lib.service.sketches import Sketch
from lib.ui.screens.new_plan import sketch_state
from lib.ui.words import new_plan_words as text


def draw(sketch: Sketch | None) -> int:
    """Draw the steps, and return the one to show."""
    now, last = sketch_state.step(sketch), sketch_state.reachable(sketch)
    with st.container(horizontal=True, gap="xsmall", key="steps"):
        for number in range(1, len(text.STEPS) + 1):
            st.button(
                text.step(number, number < now),
                key=f"step_{number}",
                type="primary" if number == now else "secondary",
                disabled=number > last,
                on_click=sketch_state.go,
                args=(number,),
            )
    return now
