"""What a kegiatan goes on with, and what goes on with it: the ways between two plans' cards."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from lib.plan.plan import Plan
from lib.plan.registers.continuation import GOING_ON, continuations, of_old, previous_of
from lib.plan.text.names import short_names
from lib.ui.viewer import leads
from lib.ui.viewer.screen import Screen
from lib.ui.words import continuation_words as text


def draw(screen: Screen, code: str) -> None:
    """Draw what is known of a kegiatan's kin in plans that the reader is offered."""
    said = [*_before(screen, code), *_after(screen, code)]
    if said:
        st.markdown("  \n".join(f":small[{line}]" for line in said))


def _before(screen: Screen, code: str) -> Iterator[str]:
    """Say which kegiatan of the plan before this one goes on with."""
    id = previous_of(screen.plan)
    old = screen.viewer.other(id)
    if old is None:
        return
    for one in continuations(screen.plan):
        if one.new == code and one.fate in GOING_ON:
            name = _name(old, one.code) or one.text
            yield text.from_old(one, leads.into(id, one.code, f"{one.code} {name}"), old.period)


def _after(screen: Screen, code: str) -> Iterator[str]:
    """Say what becomes of this kegiatan in the plans after it."""
    for id, plan in screen.viewer.after.items():
        [one] = [one for one in of_old(screen.plan, plan) if one.code == code]
        words = f"{one.new} {_name(plan, one.new)}".strip()
        yield text.to_new(one, leads.into(id, one.new, words), plan.period)


def _name(plan: Plan, code: str) -> str:
    return short_names(plan).get(code, "")
