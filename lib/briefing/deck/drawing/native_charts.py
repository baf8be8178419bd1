"""Native charts on a slide: bars whose rows stand beside a table's, and others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide

from lib.briefing.celltext import line
from lib.briefing.deck.theme import SMALL, Box
from lib.briefing.native import chart_look
from lib.briefing.native.bar_series import Ruler, Series


def ruler(box: Box, scale: float) -> Ruler:
    """Return how long bars are that fill a box up to `scale`."""
    return Ruler(box.w / scale, SMALL)


def stacked(
    slide: Slide,
    box: Box,
    categories: Sequence[str],
    series: Sequence[Series],
    scale: float,
    gap: int,
    name: str,
    alt: str,
) -> None:
    """Add stacked bars, first category on top; `gap` in percent of a bar's height.

    The plot fills the box, so that each row takes an equal share of its height.
    """
    data = chart_look.bar_data(categories, series)
    chart = add(slide, XL_CHART_TYPE.BAR_STACKED, box, data, name, alt)
    chart_look.stack(chart, series, scale, gap, SMALL)


def add(slide: Slide, kind: XL_CHART_TYPE, box: Box, data: Any, name: str, alt: str) -> Any:
    """Add a native chart without title and legend, and return it."""
    shapes: Any = slide.shapes
    frame = shapes.add_chart(kind, *box.emu, data)
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", line(alt))
    chart_look.plain(frame.chart, SMALL)
    return frame.chart
