"""On top of Unggah: what waits for a verifier, and what verifiers ask an agency to mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lib.plan.reporting import checking
from lib.plan.reporting.checking import Checking
from lib.plan.text.mentions import ACTIVITY
from lib.service.actor import Role, agency_in, is_verifier
from lib.ui.escape import markdown
from lib.ui.viewer import leads
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import to_do_words
from lib.ui.words.text import more

SHOWN = 6


def to_mend(viewer: Viewer) -> None:
    """List what verifiers ask an operator's agency to mend, each leading to its form."""
    plan, agency = viewer.newest.plan, agency_in(viewer.newest.plan, viewer.actor)
    if viewer.actor.role is not Role.OPERATOR or not agency or viewer.plan.is_put_away:
        return
    found = checking.to_mend(plan, agency)
    if found:
        _list("to_mend", to_do_words.TO_MEND, found, to_do_words.to_mend)


def to_check(viewer: Viewer) -> None:
    """List what waits for a verifier, each leading to its form; nothing for others."""
    plan, agency = viewer.newest.plan, agency_in(viewer.newest.plan, viewer.actor)
    if not agency or not is_verifier(viewer.actor, plan) or viewer.plan.is_put_away:
        return
    found = checking.to_check(plan, agency)
    if not found:
        st.caption(to_do_words.NOTHING_TO_CHECK)
        return
    _list("to_check", to_do_words.TO_CHECK, found, to_do_words.to_check)


def _list(
    key: str, heading: str, found: Sequence[Checking], say: Callable[[Checking], str]
) -> None:
    lines = [
        f"- {leads.link(ACTIVITY, one.no, one.name, form_year=one.year)} {markdown(say(one))}"
        for one in found[:SHOWN]
    ]
    if rest := len(found) - len(lines):
        lines.append(f"- {more(rest)}")
    with st.container(border=True, key=key):
        st.markdown("\n".join([f"**{heading}**", "", *lines]))
