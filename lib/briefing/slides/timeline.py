"""Linimasa: the cumulative curve, then planned years as bars with realisasi as their fill."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from pptx.slide import Slide

from lib.briefing import headlines as own
from lib.briefing.celltext import line
from lib.briefing.facts import Facts
from lib.briefing.slides import bars, ledger, legend, lines
from lib.briefing.slides.bars import Bar, Series
from lib.briefing.slides.board import name
from lib.briefing.slides.breakdown import AREA
from lib.briefing.slides.frame import Stage
from lib.briefing.slides.ledger import Column
from lib.briefing.slides.table import Cell
from lib.charts import headlines
from lib.charts.bars import ASSUMED
from lib.charts.palette import LIGHT, Swatch
from lib.plan.indonesian import percent
from lib.plan.status import FULL, Status

SECTION = "Linimasa"
_SPACE = 6.0
"""Empty part between two years, in percent of a year."""
_WHOLE = (Status.NO_DATA, Status.SCHEDULED, Status.POSTPONED, Status.NOT_DONE)
"""Painted over the whole year: what is missing of them is not still to come."""
_NAME = 4.6


def add(stage: Stage) -> None:
    """Add the curve and the bars, twelve kegiatan on each slide."""
    facts = stage.facts
    lines.add(stage, SECTION, own.curve(facts))
    table = facts.activities
    numbers = list(dict.fromkeys(table["no"]))
    spans = ledger.pages(len(numbers))
    for page, span in enumerate(spans, 1):
        shown = table[table["no"].isin(numbers[span])]
        headline = own.years(shown, facts)
        if len(spans) > 1:
            headline = f"{_span(shown)}: {headline[0].lower()}{headline[1:]}"
        notes = [headlines.activities(shown, facts.position), *_notes(shown)]
        slide = stage.slide(f"{SECTION} per kegiatan", headline, notes, page, len(spans))
        _draw(slide, facts, shown, f"Linimasa {len(numbers[span])} kegiatan. {headline}.")
        note = ASSUMED if shown["asumsi"].any() else ""
        legend.draw(slide, legend.statuses(map(Status, shown["status"])), note)


def _span(table: pd.DataFrame) -> str:
    """Name the kelompok program of a slide, such as `KP I–KP III`."""
    codes = list(dict.fromkeys(table["kp"].dropna()))
    if not codes:
        return SECTION
    return line(codes[0] if len(codes) == 1 else f"{codes[0]}–{codes[-1]}")


def _notes(table: pd.DataFrame) -> list[str]:
    return [
        f"{row['no']} ({row['tahun']}): {row['status']}, realisasi {percent(row['realisasi'])}"
        for row in table.to_dict("records")
    ]


def _draw(slide: Slide, facts: Facts, table: pd.DataFrame, alt: str) -> None:
    names = table.drop_duplicates("no")
    pairs = [
        (line(no), name(text)) for no, text in zip(names["no"], names["kegiatan"], strict=True)
    ]
    rows = [[Cell(text, lead=no)] for no, text in pairs]
    box = ledger.draw(slide, AREA, [Column("Kegiatan", _NAME)], rows, "", "Kegiatan", alt)
    years = facts.briefing.plan.years
    scale = len(years) * (FULL + _SPACE) - _SPACE
    series: list[Series] = []
    for year in years:
        if series:
            blank = [_SPACE] * len(pairs)
            series.append(Series(f"Jarak sebelum {year}", blank, Bar(bars.CLEAR)))
        rows_of_year = table[table["tahun"] == year].set_index("no").to_dict("index")
        points = [rows_of_year.get(no) for no in names["no"]]
        series += _year(year, points, box.w * FULL / scale)
    _headings(slide, facts, box)
    categories = [f"{no} {text}" for no, text in pairs]
    bars.stacked(slide, box, categories, series, scale, 30, "Grafik linimasa", alt)


def _headings(slide: Slide, facts: Facts, box: Any) -> None:
    lines.year_headings(slide, facts.briefing.plan.years, facts.position, box, _SPACE)


def _year(year: int, points: Sequence[Any], length: float) -> list[Series]:
    """Return a year's two series; `length` is the inches of a whole year."""
    filled: dict[int, Bar] = {}
    rest: dict[int, Bar] = {}
    actual: list[float | None] = []
    missing: list[float] = []
    for at, row in enumerate(points):
        value = row["realisasi"] if row else float("nan")
        known = value == value
        actual.append(min(value, FULL) if known else None)
        missing.append(FULL - (min(value, FULL) if known else 0))
        filled[at], rest[at] = _bars(row, value if known else 0.0, length)
    return [
        Series(f"Realisasi {year}", actual, Bar(LIGHT.status[Status.DONE]), filled),
        Series(f"Sampai 100% {year}", missing, Bar(bars.TRACK), rest),
    ]


def _bars(row: Any, value: float, length: float) -> tuple[Bar, Bar]:
    """Paint a row's fill and rest; its words stand on whichever has the room."""
    if row is None:
        return Bar(bars.CLEAR), Bar(bars.CLEAR)
    status = Status(row["status"])
    swatch = LIGHT.status[status]
    ground = swatch if status in _WHOLE else bars.TRACK
    if status in _WHOLE:
        return _whole(status, swatch, value, length)
    words = f"{swatch.mark} {percent(value)}"
    if bars.fits(words, length * value / FULL):
        return Bar(swatch, bars.percents(value, swatch.mark)), Bar(ground)
    fitting = words if bars.fits(words, length * (FULL - value) / FULL) else swatch.mark
    return Bar(swatch), Bar(ground, bars.literal(fitting))


def _whole(status: Status, swatch: Swatch, value: float, length: float) -> tuple[Bar, Bar]:
    room = length * max(value, FULL - value) / FULL
    words = f"{swatch.mark} {status}"
    form = bars.literal(words if bars.fits(words, room) else swatch.mark)
    on_fill = value > FULL - value
    return Bar(swatch, form if on_fill else ""), Bar(swatch, "" if on_fill else form)
