"""The chart on a page: a figure of `lib.charts`, drawn by an element of our own.

Streamlit's element compiles its copy of plotly.js anew at each visit, and has no button that
copies the picture; it stays as the way out where ours should fail after an update.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from lib import settings
from lib.charts.chart import Chart
from lib.plan.text.mentions import parted
from lib.ui.viewer import leads
from lib.ui.words import text
from lib.web import chart_files

TYPEFACE = "14px 'Plus Jakarta Sans'"
_WORDS = {
    "copy": text.COPY_PICTURE,
    "copied": text.PICTURE_COPIED,
    "saved": text.PICTURE_SAVED_INSTEAD,
    "failed": text.PICTURE_NOT_COPIED,
    "missing": text.CHART_NOT_DRAWN,
}


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """A finished chart as browsers get it: the figure is JSON text, no longer a Plotly object."""

    name: str
    figure: str
    config: dict[str, Any]
    headline: str
    alt: str
    table: pd.DataFrame
    height: int
    width: int
    """Pixels the figure was laid out for."""

    @classmethod
    def of(cls, chart: Chart) -> ChartDrawing:
        """Write a chart's figure out."""
        return cls(
            chart.name,
            chart.figure.to_json(),
            chart.config,
            chart.headline,
            chart.alt,
            chart.table,
            chart.height,
            chart.width,
        )


def draw(drawing: ChartDrawing, in_meeting: bool = False) -> None:
    """Draw a chart at the width of its place, with buttons that save and copy it.

    In a meeting it has no buttons, and grows with the room that the window leaves it.
    """
    config = drawing.config | {"displayModeBar": not in_meeting}
    if settings.STREAMLIT_CHARTS.is_on:
        _draw_by_streamlit(drawing, config, in_meeting)
        return
    chart_files.mount(
        key=f"chart_{drawing.name}",
        data={
            "figure": drawing.figure,
            "config": config,
            "height": drawing.height,
            "width": drawing.width,
            "fills": in_meeting,
            "alt": drawing.alt,
            "script": chart_files.LIBRARY.address,
            "typeface": TYPEFACE,
            "words": _WORDS,
        },
        height="content" if in_meeting else drawing.height,
    )


def _draw_by_streamlit(drawing: ChartDrawing, config: dict[str, Any], in_meeting: bool) -> None:
    figure = json.loads(drawing.figure)
    st.plotly_chart(
        figure,
        theme=None,
        height=drawing.height,
        config=config,
        alt=drawing.alt,
        key=f"chart_{drawing.name}",
    )
    if not in_meeting and (ways := _ways(figure)):
        st.markdown(f":small[{ways}]")  # a caption would pale its links


def _ways(figure: dict[str, Any]) -> str:
    """Write the links to the cards that a figure's bars are about, in markdown."""
    marks = (lead for trace in figure["data"] for lead in trace.get("meta") or () if lead)
    about = (parted(lead) for lead in dict.fromkeys(marks))
    return " · ".join(leads.link(name, key, key) for name, key in about if name in leads.PATHS)
