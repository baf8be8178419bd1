"""Lays a native chart out: stacked bars over a plot that is pinned, lines over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from lib.briefing.native.bar_series import Series
from lib.briefing.native.painting import NAMES, colour, paint
from lib.charts.palette import BRIGHT


def chart_data() -> Any:
    """Return an empty table of categories and series; the library has no types for it."""
    maker: Any = CategoryChartData
    return maker()


def bar_data(categories: Sequence[str], series: Sequence[Series]) -> Any:
    """Return the table that stands behind bars."""
    data = chart_data()
    data.categories = categories
    for one in series:
        data.add_series(one.name, one.values)
    return data


def plain(chart: Any, size: float) -> None:
    """Take title and legend away, and letter all words in points."""
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(size)
    chart.font.color.rgb = colour(BRIGHT.ink)


def stack(chart: Any, series: Sequence[Series], scale: float, gap: int, size: float) -> None:
    """Stack bars from zero to `scale`, first category on top, without axes.

    `gap` is in percent of a bar's height. The plot fills its box, so that each row takes an
    equal share of the height.
    """
    chart.plots[0].gap_width = gap
    chart.plots[0].overlap = 100
    chart.category_axis.reverse_order = True
    chart.category_axis.visible = False
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = 0, scale
    axis.has_major_gridlines = False
    axis.visible = False
    fill_plot(chart, 0, 0, 1, 1)
    for element, one in zip(chart._chartSpace.iter(qn("c:ser")), series, strict=True):
        paint(element, one, size)


def name_rows(chart: Any, left: float) -> None:
    """Write the categories beside the bars, in the share `left` of the chart's width."""
    axis = chart.category_axis
    axis.visible = True
    axis.format.line.color.rgb = colour(BRIGHT.edge)
    axis.has_major_gridlines = False
    fill_plot(chart, left, 0, 1 - left, 1)


def fill_plot(chart: Any, x: float, y: float, w: float, h: float) -> None:
    """Pin the inner plot to shares of the chart's box, the same in every program."""
    sides = "".join(
        f'<c:{key} val="{value}"/>' for key, value in (("x", x), ("y", y), ("w", w), ("h", h))
    )
    layout = parse_xml(
        f'<c:layout {NAMES}><c:manualLayout><c:layoutTarget val="inner"/>'
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'
    )
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, layout)
