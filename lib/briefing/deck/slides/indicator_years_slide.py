"""Indikator over the years: capaian of each indicator, one chart per year side by side."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from pptx.slide import Slide

from lib.briefing.celltext import line
from lib.briefing.deck.drawing import figure_table, native_charts, slide_legend
from lib.briefing.deck.drawing.figure_table import GAP, Heading
from lib.briefing.deck.drawing.native_table import TableCell
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.drawing.text_boxes import Run, textbox
from lib.briefing.deck.slides.breakdown_slides import AREA
from lib.briefing.deck.theme import SMALL, Box
from lib.briefing.native import capaian_bars, legend_entries
from lib.briefing.native.row_pages import pages
from lib.charts.palette import BRIGHT
from lib.plan.figures import rollup
from lib.voice.words import measures
from lib.voice.words.signs import indicator_notes

_COLUMNS = (Heading("Indikator", 4.0),)
_MOST = 5
"""Most years on one slide: the latest ones."""


def add(stage: Stage) -> None:
    """Add the slides of the years, where more than one has a light."""
    table = stage.standing.all_indicators
    years = rollup.measured_years(table, stage.standing.position)[-_MOST:]
    if len(years) < 2:
        return
    sums = rollup.yearly(table, years)
    headline = measures.over_years(sums)
    numbers = list(dict.fromkeys(table["no"]))
    spans = pages(len(numbers))
    notes = [f"{measures.headline(sums[year], year)}." for year in years]
    for page, span in enumerate(spans, 1):
        shown = table[table["no"].isin(numbers[span]) & table["tahun"].isin(years)]
        slide = stage.slide("Indikator per tahun", headline, notes, page, len(spans))
        _draw(slide, shown, years, f"Capaian indikator {years[0]} sampai {years[-1]}. {headline}.")
        lights = legend_entries.lights(shown.loc[~shown["bertahap"], "lampu"])
        slide_legend.draw(slide, lights, indicator_notes(bool(shown["bertahap"].any())))


def _draw(slide: Slide, table: pd.DataFrame, years: Sequence[int], alt: str) -> None:
    named = table.drop_duplicates("no").to_dict("records")
    rows = [[TableCell(line(row["indikator"]), lead=line(row["no"]))] for row in named]
    whole = figure_table.draw(slide, AREA, _COLUMNS, rows, "", "Indikator", alt)
    most = capaian_bars.most(table.to_dict("records"))
    width = (whole.w + GAP) / len(years) - GAP
    for place, year in enumerate(years):
        records = rollup.select(table, year=year).to_dict("records")
        box = Box(whole.x + place * (width + GAP), whole.y, width, whole.h)
        title = Box(box.x, AREA.y, width, whole.y - AREA.y)
        textbox(slide, title, [[Run(str(year), SMALL, True, BRIGHT.muted)]], f"Tahun {year}")
        names = capaian_bars.names(records)
        series = capaian_bars.capaian(records, native_charts.ruler(box, most))
        native_charts.stacked(
            slide, box, names, series, most, 40, f"Grafik capaian {year}", f"{year}: {alt}"
        )
