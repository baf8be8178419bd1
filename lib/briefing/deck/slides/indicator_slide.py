"""Indikator: capaian of each indicator in one year, as bars beside its target and realisasi."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from pptx.slide import Slide

from lib.briefing import written_tables
from lib.briefing.celltext import line
from lib.briefing.deck.drawing import figure_table, native_charts, slide_legend
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.native_charts import Bar, Series
from lib.briefing.deck.drawing.native_table import TableCell
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.slides.breakdown_slides import AREA
from lib.briefing.deck.theme import Box
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import FULL, Light
from lib.plan.text.indonesian import MISSING, percent
from lib.voice.words import measures
from lib.voice.words.signs import NOT_COMPUTED, SCALE, SOURCE, light_entry

_LONGEST = 125.0
"""A capaian beyond it leaves the plot; its label, at the base of the bar, still tells it."""
_UNKNOWN = f"{NOT_COMPUTED} (panjang batang bukan nilai)"
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
    spans = figure_table.pages(len(table))
    for page, span in enumerate(spans, 1):
        shown = table.iloc[span]
        slide = stage.slide("Indikator", headline, _notes(shown), page, len(spans))
        _draw(
            slide, shown, f"Capaian {len(shown)} indikator {standing.indicator_year}. {headline}."
        )
        lights = [light for light in Light if light.value in set(shown["lampu"])]
        entries = [(BRIGHT.light[light], light_entry(light, NOT_COMPUTED)) for light in lights]
        slide_legend.draw(slide, entries, f"{SOURCE} {SCALE}")


def _notes(table: pd.DataFrame) -> list[str]:
    return [
        f"{row['no']}: "
        + (f"capaian {percent(row['capaian'])}" if row["capaian"] == row["capaian"] else
           f"{row['status']}. {row['alasan']}")
        for row in table.to_dict("records")
    ]  # fmt: skip


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
    known = [row["capaian"] for row in records if row["capaian"] == row["capaian"]]
    most = min(max([FULL, *known]), _LONGEST)
    names = [line(f"{row['no']} {row['indikator']}") for row in records]
    series = _series(records, box, most)
    native_charts.stacked(slide, box, names, series, most, 40, "Grafik capaian", alt)


def _series(records: Sequence[Any], box: Box, most: float) -> list[Series]:
    values: list[float | None] = []
    rests: list[float | None] = []
    unknown: list[float | None] = []
    filled: dict[int, Bar] = {}
    tracks: dict[int, Bar] = {}
    blanks: dict[int, Bar] = {}
    grey = BRIGHT.light[Light.GREY]
    for at, row in enumerate(records):
        value = row["capaian"]
        known = value == value
        values.append(value if known else None)
        rests.append(max(FULL - value, 0) if known else None)
        unknown.append(None if known else FULL)
        filled[at], tracks[at] = _bar(row, box.w / most) if known else (Bar(grey), Bar(grey))
        blanks[at] = Bar(grey, native_charts.literal(_reason(row, box.w * FULL / most)))
    return [
        Series("Capaian", values, Bar(BRIGHT.light[Light.GREEN]), filled),
        Series("Sampai 100%", rests, Bar(native_charts.TRACK), tracks),
        Series(_UNKNOWN, unknown, Bar(grey), blanks),
    ]


def _bar(row: Any, unit: float) -> tuple[Bar, Bar]:
    """Paint a capaian and what lacks to 100; `unit` is the inches of one percent."""
    value = row["capaian"]
    swatch = BRIGHT.light[Light(row["lampu"])]
    words = f"{swatch.mark} {percent(value)}"
    if native_charts.fits(words, value * unit):
        form = native_charts.percents(value, swatch.mark)
        return Bar(swatch, form, based=value > _LONGEST), Bar(native_charts.TRACK)
    return Bar(swatch), Bar(native_charts.TRACK, native_charts.literal(words))


def _reason(row: Any, inches: float) -> str:
    words = f"{MISSING} {row['status']}"
    return words if native_charts.fits(words, inches) else MISSING
