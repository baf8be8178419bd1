"""Indicators over the years: capaian against target, one column per year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.charts import lettering, step_blocks
from lib.charts.bars import Bars, Notes
from lib.charts.chart import PLAIN, Chart, Look
from lib.charts.indicators import as_printed, hover, in_what, rows_of, side, twin
from lib.charts.layout import PAD, Canvas, Words, axis, canvas, chart
from lib.charts.lettering import sizes
from lib.charts.palette import Swatch
from lib.charts.rows import Rows, in_sight, records
from lib.charts.step_blocks import StepBlocks
from lib.plan.figures.rollup import select, yearly
from lib.plan.figures.status import FULL, GREEN_ABOVE, YELLOW_FROM, Light
from lib.plan.plan import Plan
from lib.plan.text.indonesian import percent
from lib.plan.text.mentions import INDICATOR, lead
from lib.voice.words import measures
from lib.voice.words.counting import some_of
from lib.voice.words.signs import LIGHT_MARKS, NOT_COMPUTED, NOT_DUE, indicator_notes, light_entry

WIDTH = 1250
_TOP = 20
"""Pixels above the rows for the years and the thresholds."""
_GAP = 8.0
"""Between two years, in percent of a year's column."""
_SIDE = 0.27
"""Most of the width that the numbers beside the bars take."""
_MARGIN = 24
"""Pixels around the numbers beside the bars."""
_WIDE = 190
"""Pixels of a column in which the thresholds' numbers stand apart."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each year's 0 to 100 % stand on the horizontal axis."""

    years: tuple[int, ...]
    paper: Canvas

    def start(self, year: int) -> float:
        return self.years.index(year) * (FULL + _GAP)

    @property
    def end(self) -> float:
        return self.start(self.years[-1]) + FULL

    @property
    def pixels(self) -> float:
        """Width of one column."""
        return self.paper.inner * FULL / self.end


def indicator_years(table: pd.DataFrame, plan: Plan, year: int, look: Look = PLAIN) -> Chart:
    """Draw the capaian of each indicator in each year, grouped by program as printed.

    `table` is `indicator_state.indicator_status`, filtered; `year` is the one that the position
    looks at, whose numbers stand beside the bars. Later years without a report are not due.
    """
    rows_of_years = as_printed(table, plan)
    years = tuple(sorted(int(each) for each in table["tahun"].unique()))
    paper = canvas(look, WIDTH, 0.32, _room_for_numbers(select(table, year=year), look))
    shown = in_sight(rows_of_years, look)
    rows = rows_of(shown.drop_duplicates("no"), paper, _TOP)
    columns = _Columns(years, paper)
    figure = go.Figure()
    _draw(figure, shown, rows, columns, year)
    _head(figure, columns, rows)
    beside = f"; angka {year} di sebelah kanan" * (paper.right > PAD + _MARGIN)
    words = Words(
        measures.over_years(yearly(table, [each for each in years if each <= year] or [year])),
        f"Capaian indikator per tahun: realisasi terhadap target, {in_what(rows_of_years)}{beside}"
        + some_of(len(rows.by_key), table["no"].nunique(), "indikator"),
        indicator_notes(bool(rows_of_years["bertahap"].any())),
    )
    return chart(
        figure,
        paper,
        words,
        rows.height,
        shows=f"Capaian {len(rows.by_key)} indikator tahun {years[0]} sampai {years[-1]}",
        table=twin(rows_of_years),
        name=f"indikator-{years[0]}-{years[-1]}",
    )


def _room_for_numbers(table: pd.DataFrame, look: Look) -> int:
    """Count the pixels that the longest numbers of a year take, within reason."""
    if look.compact:
        return 0
    size = sizes(look).base
    longest = max((lettering.width(_numbers(row), size) for row in records(table)), default=0)
    return round(min(longest + _MARGIN, _SIDE * (look.width or WIDTH)))


def _draw(figure: go.Figure, table: pd.DataFrame, rows: Rows, columns: _Columns, year: int) -> None:
    """Draw a bar per indicator and year by its light, and the numbers of one year beside them."""
    paper, kind = columns.paper, sizes(columns.paper.look)
    found, blocks = {light: Bars() for light in Light}, StepBlocks()
    track, ahead, inside, beside = Bars(), Bars(), Notes(), Notes()
    for row in records(table):
        place, card, start = rows.by_key[row.no], lead(INDICATOR, row.no), columns.start(row.tahun)
        if row.bertahap:
            blocks.add(row, place, start, hover(row), card)
            text, _ = _fitting(step_blocks.sayings(row), FULL, columns, kind.small)
            inside.add(start, step_blocks.words_at(place), text, paper.colours.ink)
            continue
        known, light = row.capaian == row.capaian, Light(row.lampu)
        length = min(row.capaian, FULL) if known else FULL
        bars = ahead if row.tahun > year and not known else found[light]
        if known:
            track.add(start, FULL, place.centre, place.bar, "", hover(row), card)
        bars.add(start, length, place.centre, place.bar, "", hover(row), card)
        text, after = _fitting(_sayings(row), length, columns, kind.small)
        colour = paper.colours.ink if after or bars is ahead else paper.colours.light[light].text
        inside.add(start + length * after, place.centre, "" if bars is ahead else text, colour)
        if row.tahun == year:
            numbers = lettering.fit(_numbers(row), paper.right - 20, kind.base)
            beside.add(columns.end, place.centre, lettering.safe(numbers), paper.colours.ink)
    _traces(figure, paper, found, track, ahead)
    blocks.draw(figure, paper)
    figure.add_trace(inside.trace(kind.small))
    if not paper.look.compact:
        figure.add_trace(beside.trace(kind.base))


def _traces(
    figure: go.Figure, paper: Canvas, found: dict[Light, Bars], track: Bars, ahead: Bars
) -> None:
    colours = paper.colours
    drawn = [
        (track, Swatch(colours.track, colours.ink, ""), ""),
        *((found[each], colours.light[each], light_entry(each, NOT_COMPUTED)) for each in Light),
        (ahead, Swatch(colours.card, colours.ink, "", outlined=True), NOT_DUE),
    ]
    for bars, swatch, name in drawn:
        if bars.start:
            figure.add_trace(bars.trace(paper, swatch, name))


def _sayings(row: Any) -> Sequence[str]:
    """Say one indicator-year, longest first; the last is its mark."""
    mark = LIGHT_MARKS[Light(row.lampu)]
    if row.capaian != row.capaian:
        return (f"{mark} {row.status}", mark)
    brief = f"{percent(row.capaian)} {mark}"
    return (f"{brief} {row.predikat}", brief, percent(row.capaian, 0), mark)


def _fitting(texts: Sequence[str], length: float, columns: _Columns, size: int) -> tuple[str, bool]:
    """Choose the longest text that fits into a bar, else beside it within its column."""
    unit = columns.pixels / FULL
    for text in texts:
        taken = lettering.width(text, size) + 10
        if taken <= length * unit:
            return text, False
        if taken <= (FULL - length) * unit:
            return text, True
    return "", False


def _numbers(row: Any) -> str:
    """Write direction and numbers beside the bars; predikat stands in them."""
    return side(row).removeprefix(f"{row.predikat} · ")


def _head(figure: go.Figure, columns: _Columns, rows: Rows) -> None:
    """Write the years over their columns, and draw the thresholds behind the bars."""
    paper, kind = columns.paper, sizes(columns.paper.look)
    muted = {"size": kind.small, "color": paper.colours.muted}
    bottom = _TOP + 1 if paper.look.compact else rows.height
    for year in columns.years:
        start = columns.start(year)
        figure.add_annotation(
            x=start, y=_TOP - 4, text=f"<b>{year}</b>", showarrow=False, xanchor="left",
            yanchor="bottom", borderpad=0,
            font={"size": kind.base, "color": paper.colours.ink},
        )  # fmt: skip
        for value in (YELLOW_FROM, GREEN_ABOVE, FULL):
            figure.add_shape(
                type="line", x0=start + value, x1=start + value, y0=_TOP - 4, y1=bottom,
                layer="between",
                line={"color": paper.colours.edge, "width": 1, "dash": "dot"},
            )  # fmt: skip
            if value == YELLOW_FROM or (value == GREEN_ABOVE and columns.pixels > _WIDE):
                figure.add_annotation(
                    x=start + value, y=_TOP - 5, text=percent(value), showarrow=False,
                    yanchor="bottom", font=muted, borderpad=0,
                )  # fmt: skip
    figure.update_layout(xaxis=axis(0, columns.end), yaxis=rows.axis(paper))
