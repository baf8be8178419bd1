"""Step 5: the usual check, preview and apply of the plan that the sketch gives."""

from __future__ import annotations

import hashlib
import json
from functools import partial

import streamlit as st

from lib.plan.plan import Plan
from lib.service import sketches
from lib.service.sketches import Sketch
from lib.ui.change import proposal_flow, proposal_steps, proposal_view
from lib.ui.change.proposal_flow import Flow
from lib.ui.screens.new_plan import old_plan, sketch_state
from lib.ui.viewer import navigation
from lib.ui.viewer.viewer import PLAN, Viewer
from lib.ui.words import change_words
from lib.ui.words import new_plan_words as text
from lib.voice import plan_words


def draw(viewer: Viewer, sketch: Sketch) -> None:
    """Draw the proposal of the plan, until it is added."""
    make = partial(sketches.propose, viewer.library, viewer.actor, sketch)
    flow = proposal_flow.start(_source(sketch), make)
    proposal = flow.proposal
    if flow.applied:
        _added(viewer, sketch, flow)
        return
    if not proposal.accepted:
        st.error(text.MEND, icon=":material/error:")
    if proposal.findings:
        proposal_view.findings(proposal.findings)
    if not proposal.accepted:
        st.button(
            text.BACK_TO_ROWS,
            type="primary",
            on_click=sketch_state.go,
            args=(sketch_state.ROWS,),
        )
    if proposal.accepted and proposal.proposed is not None:
        plan = proposal.proposed
        st.info(text.new(plan.title, plan.period), icon=":material/library_add:")
        _figures(plan)
        old_plan.summary(viewer, sketch)
        if plan.title in {one.title for one in viewer.plans}:
            st.warning(text.same_title(plan.title), icon=":material/content_copy:")
        proposal_steps.decide(viewer, flow, text.ADD)


def _source(sketch: Sketch) -> str:
    """Name what the proposal is made from: the file with these answers."""
    answers = json.dumps(dict(sketch.answers), sort_keys=True).encode()
    return f"{sketch.sha256} {hashlib.sha256(answers).hexdigest()}"


def _figures(plan: Plan) -> None:
    """Draw how much there is of everything."""
    counts = (
        len(plan.program) - len(plan.activities),
        len(plan.activities),
        len(plan.activity_progress),
        len(plan.agencies),
        len(plan.indicators),
    )
    for column, label, count in zip(
        st.columns(len(counts), gap="small"), text.SUMMARY_COLUMNS, counts, strict=True
    ):
        column.metric(label, count, border=True)


def _added(viewer: Viewer, sketch: Sketch, flow: Flow) -> None:
    """Say that the plan is there, with the way to it; the sketch is done with."""
    sketches.forget(viewer.library, viewer.actor, sketch.sha256)
    plan = flow.proposal.proposed
    st.success(text.added(plan.title if plan else ""), icon=":material/check_circle:")
    st.caption(plan_words.NOT_YET_DEFAULT)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(
            navigation.SUMMARY_PAGE,
            label=change_words.SEE_SUMMARY,
            icon=":material/monitoring:",
            query_params={PLAN: flow.proposal.plan_id},
        )
        if st.button(text.ANOTHER, icon=":material/add:"):
            proposal_flow.drop()
            sketch_state.drop()
            st.rerun()
