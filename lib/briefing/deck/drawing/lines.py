"""The cumulative curve as a native line chart, and the years over the timeline's bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide
from pptx.util import Pt

from lib.briefing.deck.drawing import native_charts, native_table
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.drawing.text_boxes import Run, colour, textbox
from lib.briefing.deck.theme import BODY, SMALL, Box
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import FULL
from lib.plan.position import Position, quarter_label
from lib.plan.schema import ROMAN
from lib.plan.text.indonesian import percent
from lib.typeface import fitting
from lib.voice.trend import MEAN
from lib.voice.words.signs import ASSUMED, assumption

_CURVE = Box(BODY.x, BODY.y + 0.35, BODY.w, 4.4)
_KEY = Box(BODY.x, BODY.y, BODY.w, 0.3)
_NOTE = Box(BODY.x, 6.43, BODY.w, 0.44)
_MEANS = f"Rata-rata kumulatif seluruh kegiatan-tahun. {MEAN}"


def add(stage: Stage, section: str, headline: str) -> None:
    """Add the slide with the curve: mean target and realisasi at the end of each quarter."""
    curve = stage.standing.curve
    slide = stage.slide(section, headline, _notes(curve))
    assumed = bool(curve["asumsi"].any())
    target = f"Target{assumption(assumed)}"
    key = [
        *(Run("━ ", SMALL, True, BRIGHT.accent), Run("Realisasi   ", SMALL)),
        *(Run("╌ ", SMALL, True, BRIGHT.plan), Run(target, SMALL)),
        Run("   Persen, kumulatif", SMALL, False, BRIGHT.muted),
    ]
    textbox(slide, _KEY, [key], "Keterangan garis")
    _draw(slide, curve, target, f"Kurva realisasi kumulatif terhadap target. {headline}.")
    note = f"{_MEANS} {ASSUMED}" if assumed else _MEANS
    textbox(slide, _NOTE, [[Run(note, SMALL, False, BRIGHT.muted)]], "Catatan")


def _notes(curve: pd.DataFrame) -> list[str]:
    return [
        f"{quarter_label(point['triwulan'])} {point['tahun']}: target {percent(point['target'])}"
        f"{assumption(point['asumsi'])}, realisasi {percent(point['realisasi'])}"
        for point in curve.to_dict("records")
    ]


def _draw(slide: Slide, curve: pd.DataFrame, target: str, alt: str) -> None:
    data = native_charts.chart_data()
    for year, points in curve.groupby("tahun"):
        parent = data.add_category(str(year))
        for quarter in points["triwulan"]:
            parent.add_sub_category(ROMAN[quarter - 1])
    data.add_series("Realisasi", _values(curve["realisasi"]))
    data.add_series(target, _values(curve["target"]))
    chart = native_charts.add(slide, XL_CHART_TYPE.LINE_MARKERS, _CURVE, data, "Grafik kurva", alt)
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, FULL, 25
    axis.major_gridlines.format.line.color.rgb = colour(BRIGHT.grid)
    axis.format.line.fill.background()
    axis.tick_labels.number_format = '0"%"'
    axis.tick_labels.number_format_is_linked = False
    chart.category_axis.format.line.color.rgb = colour(BRIGHT.edge)
    looks = ((BRIGHT.accent, 3.5, None), (BRIGHT.plan, 2.0, MSO_LINE.DASH))
    for series, look in zip(chart.plots[0].series, looks, strict=True):
        _stroke(series, *look)


def _values(column: pd.Series) -> list[float | None]:
    return [None if value != value else round(float(value), 2) for value in column]


def _stroke(series: Any, code: str, width: float, dash: Any) -> None:
    series.smooth = False
    series.format.line.color.rgb = colour(code)
    series.format.line.width = Pt(width)
    series.format.line.dash_style = dash
    series.marker.style = XL_MARKER_STYLE.CIRCLE
    series.marker.size = 7
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(code)
    series.marker.format.line.color.rgb = colour(code)


def year_headings(
    slide: Slide, years: Sequence[int], position: Position, box: Box, space: float
) -> None:
    """Write each year over its part of the bars, and which quarter of it the position is."""
    scale = len(years) * (FULL + space) - space
    for number, year in enumerate(years):
        left = box.x + box.w * number * (FULL + space) / scale
        words = [Run(f"{year}  ", SMALL, True)]
        if year == position.year:
            here = _here(position, box.w * FULL / scale)
            words.append(Run(here, SMALL, False, BRIGHT.accent))
        high = native_table.height(1)
        place = Box(left, box.y - high, box.w * FULL / scale, high)
        textbox(slide, place, [words], f"Tahun {year}")


def _here(position: Position, inches: float) -> str:
    """Name the position's quarter, as fully as its year has room for."""
    quarter = quarter_label(position.quarter)
    words = f"posisi {quarter}"
    taken = fitting.width(f"{position.year}  ", SMALL, True) + fitting.width(words, SMALL)
    return words if taken <= inches * 72 else quarter
