"""Pieces that several pages draw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from lib.plan.figures.attention import Concern, Overdue, Pressing
from lib.plan.plan import Plan
from lib.plan.text.mentions import ACTIVITY
from lib.ui import chart_element
from lib.ui.chart_element import ChartDrawing
from lib.ui.escape import markdown
from lib.ui.viewer import leads
from lib.ui.viewer.navigation import UPLOAD_PAGE
from lib.ui.words import text
from lib.voice import activities, concerns
from lib.voice.key_figures import KeyFigure

ACTIVITY_YEAR = "Kegiatan-tahun"

_BADGES = {
    Concern.OVERDUE: "red",
    Concern.LATE: "red",
    Concern.NOT_DONE: "red",
    Concern.RED: "red",
    Concern.NO_DATA: "gray",
    Concern.POSTPONED: "violet",
    Concern.UNREPORTED: "gray",
    Concern.YELLOW: "orange",
    Concern.DECISION: "blue",
}


def chart(drawing: ChartDrawing, in_meeting: bool = False) -> None:
    """Draw a chart with its table twin one click away; in a meeting, the chart alone."""
    card = st.container(border=True, gap=None, key=f"card_{drawing.name}")
    with card:
        chart_element.draw(drawing, in_meeting)
    if not in_meeting:
        with card.popover(text.TABLE, icon=":material/table:", type="tertiary"):
            st.caption(markdown(drawing.headline))
            st.dataframe(drawing.table, width="content", hide_index=True, alt=drawing.alt)


def key_figures(
    figures: Sequence[KeyFigure], before: Sequence[KeyFigure] = (), compact: bool = False
) -> None:
    """Draw a row of figures, on a phone a list, each with what must be said beside it.

    With the figures of an earlier version, each says what it was then instead.
    """
    notes = [figure.note for figure in figures]
    if before:
        notes = [
            text.was(old.value) if old.value != new.value else text.AS_BEFORE
            for old, new in zip(before, figures, strict=True)
        ]
    if compact:
        _figures_of_a_phone(figures, notes if before else [""] * len(figures))
        return
    columns = st.columns(len(figures), gap="small")
    for column, figure, note in zip(columns, figures, notes, strict=True):
        column.metric(
            figure.label,
            figure.value,
            delta=note,
            delta_color="off",
            delta_arrow="off",
            help=text.ACTIVITY_YEAR if ACTIVITY_YEAR in figure.label else None,
            border=True,
        )


MOST_IN_MEETING = 12
_HALF_A_PHONE = 148
"""Pixels of one of two columns on the narrowest phone."""


def _figures_of_a_phone(figures: Sequence[KeyFigure], notes: Sequence[str]) -> None:
    """Draw the figures in two columns, which Streamlit's own would put one under another.

    What is said beside them waits on the wider screen, but for what they were before.
    """
    with st.container(border=True, horizontal=True, gap="xsmall", key="figures"):
        for figure, note in zip(figures, notes, strict=True):
            lines = [f"**{figure.value}**", f":small[{figure.label}]"]
            if note:
                lines.append(f":small[:gray[{note}]]")
            st.markdown("  \n".join(lines), width=_HALF_A_PHONE)


def attention(items: Sequence[Pressing], limit: int = 5) -> None:
    """Draw the list of what leadership should look at, most pressing first."""
    with st.container(border=True, key="attention"):
        st.markdown(f"**{concerns.ATTENTION}**")
        if not items:
            st.caption(concerns.NOTHING_URGENT)
        st.markdown("\n\n".join(_line(item) for item in items[:limit]))
        if len(items) > limit:
            st.caption(text.more(len(items) - limit))


def attention_of_a_meeting(items: Sequence[Pressing], beside: Callable[[], None]) -> None:
    """Draw the list for the projector: as many whole items as its card has room for.

    Only the browser knows that room, so the heading counts them all; `beside` draws beside it.
    """
    lines = [_line(item) for item in items] or [concerns.NOTHING_URGENT]
    list_in_meeting(concerns.heading(len(items)), lines, beside)


def list_in_meeting(
    heading: str, lines: Sequence[str], beside: Callable[[], None] = lambda: None
) -> None:
    """Draw a heading and as many whole lines, in markdown, as there is height beside a chart."""
    with st.container(border=True, key="list_in_meeting"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{heading}**")
            beside()
        st.markdown("\n\n".join(lines[:MOST_IN_MEETING]))


def _line(item: Pressing) -> str:
    """Write one concern: its badge, then the sentence that every product says."""
    code = item.directive.activity if isinstance(item, Overdue) else item.no
    called = concerns.called(item)
    card = leads.link(ACTIVITY, code, called) if code else markdown(called)
    words = f"**{card}**:small[{markdown(concerns.told(item))}]"
    return f":{_BADGES[item.concern]}-badge[{item.concern}] {words}"


def first_report() -> None:
    """Say that the screen shows the plan alone, and how the first report is made."""
    with st.container(border=True, key="first_report"):
        st.markdown(f"**{activities.NOTHING_REPORTED}.**")
        st.markdown(text.HOW_TO_REPORT)
        st.page_link(UPLOAD_PAGE, label=text.OPEN_UPLOAD, icon=":material/upload_file:")


def stop_where_none_decreed(plan: Plan) -> None:
    """End the page of a plan that has no indicators, which no filter would bring."""
    if plan.indicators.empty:
        st.info(text.NO_INDICATORS, icon=":material/info:")
        st.stop()


def stop_where_empty(rows: pd.DataFrame) -> None:
    """End the page where the filters leave nothing to show, and say what to do."""
    if rows.empty:
        st.info(f"**{text.NO_ROWS}** {text.NO_ROWS_ADVICE}", icon=":material/filter_alt_off:")
        st.stop()
