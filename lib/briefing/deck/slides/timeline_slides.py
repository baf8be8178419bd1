"""Linimasa: the cumulative curve, then planned years as bars with realisasi as their fill."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from pptx.slide import Slide

from lib.briefing.celltext import line
from lib.briefing.deck.drawing import figure_table, lines, native_charts, slide_legend
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.native_table import TableCell
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.slides.board_slide import name
from lib.briefing.deck.slides.breakdown_slides import AREA
from lib.briefing.native import legend_entries
from lib.briefing.native.bar_series import CLEAR, TRACK, Bar, Ruler, Series, literal, percents
from lib.briefing.native.row_pages import pages
from lib.charts.palette import BRIGHT, Swatch
from lib.plan.figures.status import FULL, Status
from lib.plan.standing import Standing
from lib.plan.text.indonesian import percent
from lib.voice import activities, trend
from lib.voice.words.signs import ASSUMED

SECTION = "Linimasa"
_SPACE = 6.0
"""Empty part between two years, in percent of a year."""
_WHOLE = (Status.NO_DATA, Status.SCHEDULED, Status.POSTPONED, Status.NOT_DONE)
"""Painted over the whole year: what is missing of them is not still to come."""
_NAME = 4.6


def add(stage: Stage) -> None:
    """Add the curve and the bars, twelve kegiatan on each slide."""
    standing = stage.standing
    lines.add(stage, SECTION, trend.of_standing(standing))
    table = standing.activities
    numbers = list(dict.fromkeys(table["no"]))
    spans = pages(len(numbers))
    for page, span in enumerate(spans, 1):
        shown = table[table["no"].isin(numbers[span])]
        headline = activities.years(shown, standing)
        if len(spans) > 1:
            headline = f"{_span(shown)}: {headline[0].lower()}{headline[1:]}"
        notes = [activities.headline(shown, standing.position), *_notes(shown)]
        slide = stage.slide(f"{SECTION} per kegiatan", headline, notes, page, len(spans))
        _draw(slide, standing, shown, f"Linimasa {len(numbers[span])} kegiatan. {headline}.")
        note = ASSUMED if shown["asumsi"].any() else ""
        slide_legend.draw(slide, legend_entries.statuses(map(Status, shown["status"])), note)


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


def _draw(slide: Slide, standing: Standing, table: pd.DataFrame, alt: str) -> None:
    names = table.drop_duplicates("no")
    pairs = [
        (line(no), name(text)) for no, text in zip(names["no"], names["kegiatan"], strict=True)
    ]
    rows = [[TableCell(text, lead=no)] for no, text in pairs]
    box = figure_table.draw(slide, AREA, [Heading("Kegiatan", _NAME)], rows, "", "Kegiatan", alt)
    years = standing.plan.years
    scale = len(years) * (FULL + _SPACE) - _SPACE
    series: list[Series] = []
    for year in years:
        if series:
            blank = [_SPACE] * len(pairs)
            series.append(Series(f"Jarak sebelum {year}", blank, Bar(CLEAR)))
        rows_of_year = table[table["tahun"] == year].set_index("no").to_dict("index")
        points = [rows_of_year.get(no) for no in names["no"]]
        series += _year(year, points, native_charts.ruler(box, scale))
    _headings(slide, standing, box)
    categories = [f"{no} {text}" for no, text in pairs]
    native_charts.stacked(slide, box, categories, series, scale, 30, "Grafik linimasa", alt)


def _headings(slide: Slide, standing: Standing, box: Any) -> None:
    lines.year_headings(slide, standing.plan.years, standing.position, box, _SPACE)


def _year(year: int, points: Sequence[Any], ruler: Ruler) -> list[Series]:
    """Return a year's two series."""
    filled: dict[int, Bar] = {}
    rest: dict[int, Bar] = {}
    actual: list[float | None] = []
    missing: list[float] = []
    for at, row in enumerate(points):
        value = row["realisasi"] if row else float("nan")
        known = value == value
        actual.append(min(value, FULL) if known else None)
        missing.append(FULL - (min(value, FULL) if known else 0))
        filled[at], rest[at] = _bars(row, value if known else 0.0, ruler)
    return [
        Series(f"Realisasi {year}", actual, Bar(BRIGHT.status[Status.DONE]), filled),
        Series(f"Sampai 100% {year}", missing, Bar(TRACK), rest),
    ]


def _bars(row: Any, value: float, ruler: Ruler) -> tuple[Bar, Bar]:
    """Paint a row's fill and rest; its words stand on whichever has the room."""
    if row is None:
        return Bar(CLEAR), Bar(CLEAR)
    status = Status(row["status"])
    swatch = BRIGHT.status[status]
    ground = swatch if status in _WHOLE else TRACK
    if status in _WHOLE:
        return _whole(status, swatch, value, ruler)
    words = f"{swatch.mark} {percent(value)}"
    if ruler.fits(words, value):
        return Bar(swatch, percents(value, swatch.mark)), Bar(ground)
    fitting = words if ruler.fits(words, FULL - value) else swatch.mark
    return Bar(swatch), Bar(ground, literal(fitting))


def _whole(status: Status, swatch: Swatch, value: float, ruler: Ruler) -> tuple[Bar, Bar]:
    words = f"{swatch.mark} {status}"
    form = literal(words if ruler.fits(words, max(value, FULL - value)) else swatch.mark)
    on_fill = value > FULL - value
    return Bar(swatch, form if on_fill else ""), Bar(swatch, "" if on_fill else form)
