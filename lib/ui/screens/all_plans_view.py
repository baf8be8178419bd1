"""All plans in one table, and what the agencies have to do in all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

import pandas as pd
import streamlit as st

from lib.plan.plan_overview import AgencySums, PlanOverview, per_agency
from lib.plan.text.indonesian import MISSING
from lib.service import all_plans
from lib.service.all_plans import PlanLine
from lib.store.records import PlanRecord
from lib.ui.escape import markdown
from lib.ui.viewer import filters, leads, plan_lines
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import all_plans_words as text
from lib.voice import concerns
from lib.voice.freshness import ago
from lib.voice.key_figures import key_figures

ON_A_PAGE = 25
"""Plans of one page of the table."""
READ_ON_AFTER = 1.0
"""Seconds after which the rest of many plans is read on."""
_BY_ROW = """<style>
@media (max-width: 640px) {
    .st-key-KEY :is(table, tbody, tr, td) { display: block; }
    .st-key-KEY thead { display: block; position: absolute; width: 1px; height: 1px;
        overflow: hidden; clip-path: inset(50%); }
    .st-key-KEY tr { padding: 0.6rem 0; border-bottom: 1px solid rgba(128, 128, 128, 0.4); }
    .st-key-KEY tr:last-child { border-bottom: none; }
    .st-key-KEY td { display: flex; justify-content: space-between; gap: 1rem; border: none;
        padding-block: 0.15rem; text-align: right; }
    .st-key-KEY td:first-child { text-align: left; font-weight: 600; }
    .st-key-KEY td::before { opacity: 0.75; text-align: left; flex: none; max-width: 45%; }
    LABELS
}
</style>"""
"""On a phone a row's cells stand one below another, each beside its header's words."""


def draw(viewer: Viewer) -> None:
    """Draw both tables; where plans are still to be read, they come by themselves."""
    plans, today = all_plans.offered(viewer.actor, viewer.plans), filters.today()
    st.caption(text.intro(len(plans), today))
    found = plan_lines.lines(viewer, plans, today)
    _tables(viewer, plans, found)
    if len(found) < len(plans):
        st.caption(text.read_so_far(len(found), len(plans)))
        _read_on(len(found))


@st.fragment(run_every=READ_ON_AFTER)
def _read_on(before: int) -> None:
    """Run the page again while it misses plans: each run reads some."""
    if st.session_state.get("plans_read") != before:
        st.session_state["plans_read"] = before
        return  # the page was just drawn; give its reader a moment
    del st.session_state["plans_read"]
    st.rerun()


def _tables(viewer: Viewer, plans: Sequence[PlanRecord], found: Mapping[str, PlanLine]) -> None:
    with st.container(horizontal=True):
        chosen = _of_period(plans, found)
        shown = _on_page(chosen)
    names = viewer.names
    rows = [_plan_row(plan, names[plan.id], found.get(plan.id)) for plan in shown]
    _table(rows, text.PLAN_HEADERS, text.PLANS, "all_plans")
    read = [line.overview for plan in chosen if (line := found.get(plan.id)) and line.overview]
    _agencies(per_agency(read), text.summed(len(read), len(chosen)))


def _table(rows: Sequence[tuple[str, ...]], headers: tuple[str, ...], alt: str, key: str) -> None:
    """Draw a table, on a phone row by row."""
    labels = "\n".join(
        f'.st-key-{key} td:nth-child({at})::before {{ content: "{header}"; }}'
        for at, header in enumerate(headers[1:], 2)
    )
    st.html(_BY_ROW.replace("KEY", key).replace("LABELS", labels))
    with st.container(key=key):
        st.table(pd.DataFrame(rows, columns=headers), hide_index=True, alt=alt)


def _of_period(plans: Sequence[PlanRecord], found: Mapping[str, PlanLine]) -> Sequence[PlanRecord]:
    """Ask for one period where there are several, and return its plans."""
    periods = {
        plan.id: _period(line.overview)
        for plan in plans
        if (line := found.get(plan.id)) and line.overview
    }
    several = sorted(set(periods.values()), reverse=True)
    if len(several) < 2:
        return plans
    period = st.selectbox(
        text.PERIOD, several, index=None, placeholder=text.EVERY_PERIOD, key="period", width=220
    )
    return [plan for plan in plans if period is None or periods.get(plan.id) == period]


def _period(overview: PlanOverview) -> str:
    first, last = overview.years[0], overview.years[-1]
    return str(first) if first == last else f"{first}–{last}"


def _on_page(plans: Sequence[PlanRecord]) -> Sequence[PlanRecord]:
    """Ask for a page where there are several, and return its plans."""
    pages = ceil(len(plans) / ON_A_PAGE)
    if pages < 2:
        return plans
    page = st.selectbox(
        text.PAGE,
        range(1, pages + 1),
        format_func=lambda number: text.page_of(number, pages),
        key="plans_page",
        width=220,
    )
    return plans[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]


def _plan_row(plan: PlanRecord, name: str, line: PlanLine | None) -> tuple[str, ...]:
    link = leads.plan_link(plan.id, name)
    if line is None:
        return (link, *["…"] * (len(text.PLAN_HEADERS) - 1))
    if line.overview is None:
        return (f"{link}  \n:small[{text.DAMAGED}]", *[MISSING] * (len(text.PLAN_HEADERS) - 1))
    overview = line.overview
    if overview.is_sample:
        link += f"  \n:small[{text.SAMPLE}]"
    figures = [figure.value for figure in key_figures(overview.summary)]
    if not overview.is_reported:
        figures[1] = MISSING
    first = markdown(concerns.called(overview.first)) if overview.first else ""
    return (
        link,
        overview.position.label,
        *map(markdown, figures),
        _age(line),
        text.pressing(overview.pressing, first),
    )


def _age(line: PlanLine) -> str:
    if line.last is not None:
        return ago(line.last)
    reported = line.overview is not None and line.overview.is_reported
    return text.SINCE_FIRST if reported else text.NEVER


def _agencies(sums: Mapping[str, AgencySums], note: str) -> None:
    """Draw what each agency has to do over the plans chosen."""
    st.header(text.AGENCIES, anchor=False)
    rows = [
        (
            markdown(name),
            str(each.plans),
            f"{each.done} dari {each.planned}",
            str(each.late),
            f"{each.filled} dari {each.due}",
        )
        for name, each in sums.items()
    ]
    _table(rows, text.AGENCY_HEADERS, text.AGENCIES, "all_agencies")
    if note:
        st.caption(note)
