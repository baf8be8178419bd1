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
        )


def draw(drawing: ChartDrawing, with_buttons: bool = True) -> None:
    """Draw a chart at the width of its place; `with_buttons` offers to save and copy it."""
    config = drawing.config | {"displayModeBar": with_buttons}
    if settings.STREAMLIT_CHARTS.is_on:
        _draw_by_streamlit(drawing, config)
        return
    chart_files.mount(
        key=f"chart_{drawing.name}",
        data={
            "figure": drawing.figure,
            "config": config,
            "height": drawing.height,
            "alt": drawing.alt,
            "script": chart_files.LIBRARY.address,
            "typeface": TYPEFACE,
            "words": _WORDS,
        },
        height=drawing.height,
    )


def _draw_by_streamlit(drawing: ChartDrawing, config: dict[str, Any]) -> None:
    st.plotly_chart(
        json.loads(drawing.figure),
        theme=None,
        height=drawing.height,
        config=config,
        alt=drawing.alt,
        key=f"chart_{drawing.name}",
    )
