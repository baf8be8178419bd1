"""The chart on a page: a figure of `lib.charts`, drawn by an element of our own.

Streamlit's element compiles its copy of plotly.js anew at each visit, and has no button that
copies the picture; it stays as the way out where ours should fail after an update.
"""

from __future__ import annotations

from typing import Any

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


def draw(chart: Chart, with_buttons: bool = True) -> None:
    """Draw a chart at the width of its place; `with_buttons` offers to save and copy it."""
    config = chart.config | {"displayModeBar": with_buttons}
    if settings.STREAMLIT_CHARTS.is_on:
        _draw_by_streamlit(chart, config)
        return
    chart_files.mount(
        key=f"chart_{chart.name}",
        data={
            "figure": chart.figure.to_json(),
            "config": config,
            "height": chart.height,
            "alt": chart.alt,
            "script": chart_files.LIBRARY.address,
            "typeface": TYPEFACE,
            "words": _WORDS,
        },
        height=chart.height,
    )


def _draw_by_streamlit(chart: Chart, config: dict[str, Any]) -> None:
    st.plotly_chart(
        chart.figure,
        theme=None,
        height=chart.height,
        config=config,
        alt=chart.alt,
        key=f"chart_{chart.name}",
    )
