"""The plans on screen for who looks after them: which is everybody's, which are put away."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from lib.plan.text.indonesian import moment
from lib.service import plan_choice
from lib.service.actor import Actor
from lib.service.library import Library
from lib.service.plan_choice import ChoiceRefused
from lib.store.records import PlanRecord, PlanState
from lib.ui.escape import markdown
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import text
from lib.voice import plan_words

_Step = Callable[[Library, Actor, str], None]


def shelf(viewer: Viewer) -> None:
    """Draw the list of plans and what can be done with one; nothing where there is only one."""
    if len(viewer.plans) < 2:
        return
    with st.container(border=True, key="plans"):
        st.markdown(f"**{text.PLANS}**")
        _table(viewer)
        ids = [plan.id for plan in viewer.plans]
        chosen = st.selectbox(
            text.PLAN_TO_MOVE, ids, format_func=lambda id: viewer.names.get(id, id), key="shelf"
        )
        _moves(viewer, next(plan for plan in viewer.plans if plan.id == chosen))


def _table(viewer: Viewer) -> None:
    rows = [
        (
            markdown(viewer.names[plan.id]),
            plan.state.value,
            str(plan.head),
            moment(plan.created),
        )
        for plan in viewer.plans
    ]
    st.table(pd.DataFrame(rows, columns=text.PLAN_COLUMNS), hide_index=True, alt=text.PLANS)


def _moves(viewer: Viewer, plan: PlanRecord) -> None:
    """Say what each step would change, with its button below."""
    name = _bold(viewer, plan)
    before = plan_choice.default_of(viewer.plans)
    if plan.id == before.id:
        st.caption(plan_words.IS_DEFAULT)
        return
    default, away = st.columns(2, gap="medium")
    with default:
        st.caption(plan_words.made_default(name, _bold(viewer, before)))
        _step(viewer, plan, text.MAKE_DEFAULT, plan_choice.make_default)
    with away:
        if plan.state is PlanState.PUT_AWAY:
            st.caption(plan_words.brought_back(name))
            _step(viewer, plan, text.BRING_BACK, plan_choice.bring_back)
        else:
            st.caption(plan_words.put_away(name))
            _step(viewer, plan, text.PUT_AWAY, plan_choice.put_away)


def _bold(viewer: Viewer, plan: PlanRecord) -> str:
    return f"**{markdown(viewer.names[plan.id])}**"


def _step(viewer: Viewer, plan: PlanRecord, label: str, step: _Step) -> None:
    if not st.button(label, key=f"{step.__name__}_{plan.id}"):
        return
    try:
        step(viewer.library, viewer.actor, plan.id)
    except ChoiceRefused as refusal:
        st.error(str(refusal))
    else:
        st.rerun()
