"""The cumulative curve as a native line chart, and the years over the timeline's bars."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide

from lib.briefing.deck.drawing import native_charts, native_table
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.drawing.text_boxes import Run, textbox
from lib.briefing.deck.theme import BODY, SMALL, Box
from lib.briefing.native import chart_look, curve_lines
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import FULL
from lib.plan.position import Position, quarter_label
from lib.plan.text.indonesian import percent
from lib.typeface import fitting
from lib.voice.trend import MEAN
from lib.voice.words.signs import ASSUMED, assumption, first_target

_CURVE = Box(BODY.x, BODY.y + 0.35, BODY.w, 4.4)
_PLOT = (0.045, 0.03, 0.945, 0.83)
"""Shares of the curve's box that axes and their words leave."""
_KEY = Box(BODY.x, BODY.y, BODY.w, 0.3)
_NOTE = Box(BODY.x, 6.43, BODY.w, 0.44)
MEANS = f"Rata-rata kumulatif seluruh kegiatan-tahun. {MEAN}"


def add(stage: Stage, section: str, headline: str) -> None:
    """Add the slide with the curve: mean target and realisasi at the end of each quarter."""
    curve = stage.standing.curve
    slide = stage.slide(section, headline, _notes(curve))
    assumed = bool(curve["asumsi"].any())
    lines = curve_lines.key(curve)
    key = [
        run
        for sign, colour, name in lines
        for run in (Run(f"{sign} ", SMALL, True, colour), Run(f"{name}   ", SMALL))
    ]
    key.append(Run("Persen, kumulatif", SMALL, False, BRIGHT.muted))
    textbox(slide, _KEY, [key], "Keterangan garis")
    _draw(slide, curve, f"Kurva realisasi kumulatif terhadap target. {headline}.")
    note = f"{MEANS} {ASSUMED}" if assumed else MEANS
    textbox(slide, _NOTE, [[Run(note, SMALL, False, BRIGHT.muted)]], "Catatan")


def _notes(curve: pd.DataFrame) -> list[str]:
    return [
        f"{quarter_label(point['triwulan'])} {point['tahun']}: target {percent(point['target'])}"
        f"{assumption(point['asumsi'])}{first_target(point['semula'], point['target'])}, "
        f"realisasi {percent(point['realisasi'])}"
        for point in curve.to_dict("records")
    ]


def _draw(slide: Slide, curve: pd.DataFrame, alt: str) -> None:
    data = curve_lines.data(curve)
    kind = XL_CHART_TYPE.LINE_MARKERS
    chart = native_charts.add(slide, kind, _CURVE, data, "Grafik kurva", alt)
    curve_lines.draw(chart)
    chart_look.fill_plot(chart, *_PLOT)


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
