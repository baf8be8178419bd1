"""The cumulative curve: mean realisasi and target at the end of each quarter, as lines."""

from __future__ import annotations

from typing import Any

import pandas as pd
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from lib.briefing.native.chart_look import chart_data
from lib.briefing.native.painting import colour
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import FULL
from lib.plan.schema import ROMAN
from lib.voice.words.signs import FIRST_STATED, assumption

ACTUAL = "Realisasi"
Look = tuple[str, float, Any]
"""Colour, width in points and dash of a line."""
_GHOST: Look = (BRIGHT.edge, 1.5, MSO_LINE.ROUND_DOT)


def target(curve: pd.DataFrame) -> str:
    """Name the line of the targets, saying where they are assumed."""
    return f"Target{assumption(bool(curve['asumsi'].any()))}"


def is_revised(curve: pd.DataFrame) -> bool:
    """Tell whether the targets once were another line."""
    return bool(curve["semula"].notna().any())


def key(curve: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Return sign, colour and name of each line."""
    lines = [("━", BRIGHT.accent, ACTUAL), ("╌", BRIGHT.plan, target(curve))]
    return [*lines, ("┄", BRIGHT.edge, FIRST_STATED)] if is_revised(curve) else lines


def data(curve: pd.DataFrame) -> Any:
    """Return the table behind the lines, from `curve.cumulative`."""
    made = chart_data()
    for year, points in curve.groupby("tahun"):
        parent = made.add_category(str(year))
        for quarter in points["triwulan"]:
            parent.add_sub_category(ROMAN[quarter - 1])
    made.add_series(ACTUAL, _values(curve["realisasi"]))
    made.add_series(target(curve), _values(curve["target"]))
    if is_revised(curve):
        made.add_series(FIRST_STATED, _values(curve["semula"]))
    return made


def _values(column: pd.Series) -> list[float | None]:
    return [None if value != value else round(float(value), 2) for value in column]


def draw(chart: Any) -> None:
    """Give axes and lines their look."""
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, FULL, 25
    axis.major_gridlines.format.line.color.rgb = colour(BRIGHT.grid)
    axis.format.line.fill.background()
    axis.tick_labels.number_format = '0"%"'
    axis.tick_labels.number_format_is_linked = False
    chart.category_axis.format.line.color.rgb = colour(BRIGHT.edge)
    looks: tuple[Look, ...] = (
        (BRIGHT.accent, 3.5, None),
        (BRIGHT.plan, 2.0, MSO_LINE.DASH),
        _GHOST,  # drawn where there is such a line
    )
    for series, look in zip(chart.plots[0].series, looks, strict=False):
        _stroke(series, *look)
        _dot(series, look)


def _stroke(series: Any, code: str, width: float, dash: Any) -> None:
    series.smooth = False
    series.format.line.color.rgb = colour(code)
    series.format.line.width = Pt(width)
    series.format.line.dash_style = dash


def _dot(series: Any, look: Look) -> None:
    """Put a dot on each quarter; the ghost has none, it would cover the targets' own."""
    if look is _GHOST:
        series.marker.style = XL_MARKER_STYLE.NONE
        return
    code, *_ = look
    series.marker.style = XL_MARKER_STYLE.CIRCLE
    series.marker.size = 7
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(code)
    series.marker.format.line.color.rgb = colour(code)
