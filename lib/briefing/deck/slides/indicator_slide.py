"""Indikator: capaian of each indicator in one year, as bars beside its target and realisasi."""

from __future__ import annotations

from typing import Any

import pandas as pd
from pptx.slide import Slide

from lib.briefing import written_tables
from lib.briefing.deck.drawing import figure_table, native_charts, slide_legend
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.native_table import TableCell
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.slides.breakdown_slides import AREA
from lib.briefing.native import capaian_bars, legend_entries
from lib.briefing.native.row_pages import pages
from lib.charts.rows import records
from lib.plan.text.indonesian import percent
from lib.voice.words import measures
from lib.voice.words.signs import indicator_notes

_COLUMNS = (
    Heading("Indikator", 4.0),
    Heading("Realisasi", 1.65),
    Heading("Target", 1.65),
    Heading("Predikat", 1.45),
)


def add(stage: Stage) -> None:
    """Add the slides of the year's indicators."""
    standing = stage.standing
    table = standing.indicators
    headline = measures.headline(standing.measures, standing.indicator_year)
    if table.empty:
        return
    spans = pages(len(table))
    for page, span in enumerate(spans, 1):
        shown = table.iloc[span]
        slide = stage.slide("Indikator", headline, _notes(shown), page, len(spans))
        _draw(
            slide, shown, f"Capaian {len(shown)} indikator {standing.indicator_year}. {headline}."
        )
        lights = legend_entries.lights(shown.loc[~shown["bertahap"], "lampu"])
        slide_legend.draw(slide, lights, indicator_notes(bool(shown["bertahap"].any())))


def _notes(table: pd.DataFrame) -> list[str]:
    return [f"{row.no}: {_note(row)}" for row in records(table)]


def _note(row: Any) -> str:
    if row.bertahap:
        return measures.steps(row.realisasi, row.target)
    if row.capaian == row.capaian:
        return f"capaian {percent(row.capaian)}"
    return f"{row.status}. {row.alasan}"


def _draw(slide: Slide, table: pd.DataFrame, alt: str) -> None:
    written = written_tables.indicators(table)
    at = [written.headers.index(column.title) for column in _COLUMNS]
    number = written.headers.index("No")
    rows = [
        [
            TableCell(str(row[at[0]]), lead=str(row[number])),
            *(TableCell(str(row[i])) for i in at[1:]),
        ]
        for row in written.rows
    ]
    box = figure_table.draw(slide, AREA, _COLUMNS, rows, "Capaian terhadap target", "Rincian", alt)
    records = table.to_dict("records")
    most, names = capaian_bars.most(records), capaian_bars.names(records)
    series = capaian_bars.capaian(records, native_charts.ruler(box, most))
    native_charts.stacked(slide, box, names, series, most, 40, "Grafik capaian", alt)
