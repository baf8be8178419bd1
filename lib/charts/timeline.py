"""The timeline: planned years as bars, realisasi as fill."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.charts import lettering
from lib.charts.activity_years import hover, twin
from lib.charts.bars import HEADER, Bars, Calendar, Notes, add_statuses
from lib.charts.chart import PLAIN, Chart, Look
from lib.charts.layout import Canvas, Words, axis, canvas, chart
from lib.charts.lettering import sizes
from lib.charts.palette import Swatch
from lib.charts.rows import Rows, in_sight, labels, records, stack
from lib.plan.figures.status import FULL, Status
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.schema import ACTUALS, QUARTERS
from lib.plan.text.indonesian import percent
from lib.plan.text.mentions import ACTIVITY, lead
from lib.voice import activities
from lib.voice.words.counting import some_of
from lib.voice.words.sayings import sayings
from lib.voice.words.signs import ASSUMED, NOT_DUE

WIDTH = 1250
_WHOLE = (Status.NOT_DONE, Status.POSTPONED, Status.SCHEDULED, Status.NO_DATA)
"""Statuses that have no fill to speak of: the whole bar is painted."""
_PLANNED = "Direncanakan"


def timeline(
    table: pd.DataFrame,
    plan: Plan,
    position: Position,
    look: Look = PLAIN,
    year: int | None = None,
) -> Chart:
    """Draw planned years with realisasi as their fill, grouped by kelompok program.

    `table` is `status.activity_status`, filtered; `year` shows that year's four quarters.
    """
    years = plan.years if year is None else (year,)
    every = table[table["tahun"].isin(years)]
    shown = in_sight(every, look)
    paper = canvas(look, WIDTH, 0.34, 0 if year is None or look.compact else 300)
    rows = _rows(shown, plan, paper)
    calendar = Calendar(years)
    figure = go.Figure()
    if year is None:
        _draw_years(figure, shown, rows, calendar, paper)
        what = "rencana dan realisasi per tahun"
    else:
        _draw_quarters(figure, shown, rows, calendar, paper)
        what = f"realisasi kumulatif {year} per triwulan"
    figure.add_trace(calendar.heading(paper))
    calendar.mark(figure, paper, position, rows.height)
    _axes(figure, rows, calendar, paper)
    what += f", posisi {position.label}"
    what += some_of(len(rows.by_key), every["no"].nunique(), "kegiatan")
    assumed = ASSUMED if shown["asumsi"].any() else ""
    return chart(
        figure,
        paper,
        Words(activities.headline(every, position), f"Linimasa kegiatan: {what}", assumed),
        rows.height,
        shows=f"Linimasa {len(rows.by_key)} kegiatan per kelompok program",
        table=twin(shown),
        name=f"linimasa-{year or plan.period}-{position.code}".replace("–", "-"),
    )


def _rows(table: pd.DataFrame, plan: Plan, paper: Canvas) -> Rows:
    size = sizes(paper.look).base
    groups: list[tuple[str | None, list[tuple[object, str]]]] = []
    under_none = table[table["kp"].isna()]
    if len(under_none):
        groups.append((None, _labels(under_none, paper)))
    for code, name in plan.groups.items():
        members = table[table["kp"] == code]
        if len(members):
            head = lettering.heading(f"{code} · {name}", paper.label_width, size)
            groups.append((head, _labels(members, paper)))
    return stack(groups, paper, HEADER)


def _labels(table: pd.DataFrame, paper: Canvas) -> list[tuple[object, str]]:
    members = table.drop_duplicates("no")
    return labels(zip(members["no"], members["kegiatan"], strict=True), paper)


def _draw_years(
    figure: go.Figure, table: pd.DataFrame, rows: Rows, calendar: Calendar, paper: Canvas
) -> None:
    """Draw one bar per planned year, its fill in the status's colour, its words where they fit."""
    planned, notes = Bars(), Notes()
    found = {status: Bars() for status in Status}
    unit = paper.inner / calendar.end
    for row in records(table):
        place, status = rows.by_key[row.no], Status(row.status)
        start, card = calendar.start(row.tahun), lead(ACTIVITY, row.no)
        fill = 4.0 if status in _WHOLE else 4 * min(row.realisasi, FULL) / FULL
        if status not in _WHOLE:
            planned.add(start, 4, place.centre, place.bar, "", hover(row), card)
        found[status].add(start, fill, place.centre, place.bar, "", hover(row), card)
        size = sizes(paper.look).small
        text, beside = _fitting(sayings(row), fill * unit, (4 - fill) * unit, size)
        colour = paper.colours.ink if beside else paper.colours.status[status].text
        notes.add(start + fill * beside, place.centre, text, colour)
    if planned.start:
        track = Swatch(paper.colours.track, paper.colours.ink, "")
        figure.add_trace(planned.trace(paper, track, _PLANNED))
    add_statuses(figure, found, paper)
    figure.add_trace(notes.trace(sizes(paper.look).small))


def _fitting(texts: list[str], inside: float, beside: float, size: int) -> tuple[str, bool]:
    """Choose the longest text that fits into the fill, else beside it; nothing where none does."""
    for text in texts:
        taken = lettering.width(text, size) + 12
        if taken <= inside:
            return text, False
        if taken <= beside:
            return text, True
    return "", False


def _draw_quarters(
    figure: go.Figure, table: pd.DataFrame, rows: Rows, calendar: Calendar, paper: Canvas
) -> None:
    """Draw one cell per quarter with its own value, and the status in words at the right."""
    found = {status: Bars() for status in Status}
    ahead = Bars()
    for row in records(table):
        place = rows.by_key[row.no]
        for quarter, name in zip(QUARTERS, ACTUALS, strict=True):
            kind, text = _cell(row, quarter, getattr(row, name))
            bars = ahead if kind is None else found[kind]
            start = calendar.start(row.tahun, quarter) + 0.02
            card = lead(ACTIVITY, row.no)
            bars.add(start, 0.96, place.centre, place.bar, text, hover(row), card)
    add_statuses(figure, found, paper)
    if ahead.start:
        blank = Swatch(paper.colours.card, paper.colours.ink, "", outlined=True)
        figure.add_trace(ahead.trace(paper, blank, NOT_DUE))
    if not paper.look.compact:
        figure.add_trace(_column(table, rows, calendar, paper))


def _cell(row: Any, quarter: int, value: float) -> tuple[Status | None, str]:
    """Say how a quarter is painted and what it says; None for one that is not due yet."""
    status = Status(row.status)
    due = quarter <= row.berakhir
    if due and value == value:
        return status, percent(value)
    if status in (Status.POSTPONED, Status.NOT_DONE):
        return status, ""
    return (Status.NO_DATA, "–") if due else (None, "")


def _column(table: pd.DataFrame, rows: Rows, calendar: Calendar, paper: Canvas) -> go.Scatter:
    """Write each status beside its quarters."""
    size = sizes(paper.look).base
    notes = Notes()
    for row in records(table):
        text, _ = _fitting(sayings(row), 0, paper.right - 6, size)
        notes.add(calendar.end, rows.by_key[row.no].centre, text, paper.colours.ink)
    return notes.trace(size)


def _axes(figure: go.Figure, rows: Rows, calendar: Calendar, paper: Canvas) -> None:
    """Let quarter lines run behind the bars, so that they cross no words; a phone has none."""
    figure.update_layout(xaxis=axis(0, calendar.end + 0.02), yaxis=rows.axis(paper))
    if paper.look.compact:
        return
    edges = [calendar.start(year) + step for year in calendar.years for step in range(5)]
    figure.add_shape(
        type="path",
        path=" ".join(f"M {x:g},{HEADER - 4} L {x:g},{rows.height}" for x in edges),
        layer="below",
        line={"color": paper.colours.grid, "width": 1},
    )
