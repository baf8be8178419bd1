"""The S-curve: cumulative plan against realisasi."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lib.charts import lettering
from lib.charts.chart import PLAIN, Chart, Look
from lib.charts.layout import PAD, Canvas, Words, axis, canvas, chart
from lib.charts.lettering import sizes
from lib.charts.rows import records
from lib.plan.figures.curve import cumulative
from lib.plan.plan import Plan
from lib.plan.position import Position, quarter_label
from lib.plan.schema import ROMAN
from lib.plan.text.indonesian import MISSING, percent
from lib.voice import trend
from lib.voice.words import counting
from lib.voice.words.signs import ASSUMED, FIRST_STATED, assumption, first_target

WIDTH = 1250
_SCALE = 34
"""Room for the percentages left of the curve."""
_FLOOR, _SPAN = -19, 140
"""Where the vertical axis begins and how much it shows, in percent."""


def s_curve(
    plan: Plan, position: Position, look: Look = PLAIN, table: pd.DataFrame | None = None
) -> Chart:
    """Draw mean cumulative target and realisasi over the plan's quarters.

    `table`, if given, is `status.activity_status` filtered: its rows alone count, and only
    the years it has are drawn.
    """
    rows = plan.activity_progress if table is None else table
    years = plan.years if table is None else tuple(sorted(rows["tahun"].unique()))
    curve = cumulative(rows, years, position, plan.first_targets)
    paper = replace(canvas(look, WIDTH), left=PAD + _SCALE, right=PAD + 10)
    words = _words(curve, position, bool(len(rows)))
    figure = go.Figure()
    if len(rows):
        _draw(figure, curve, paper)
        _mark(figure, curve, paper, position)
    _axes(figure, curve, paper)
    return chart(
        figure,
        paper,
        words,
        _height(look),
        shows="Kurva S realisasi kumulatif terhadap rencana",
        table=_twin(curve),
        name=f"kurva-s-{position.code}",
    )


def _words(curve: pd.DataFrame, position: Position, planned: bool) -> Words:
    subtitle = f"Rata-rata kumulatif seluruh kegiatan-tahun, posisi {position.label}"
    now = curve[(curve["tahun"] == position.year) & (curve["triwulan"] == position.quarter)]
    if not planned or curve.empty:
        return Words(counting.NOTHING, subtitle)
    point = (now if len(now) else curve).iloc[-1]
    headline = trend.headline(point["target"], point["realisasi"], bool(point["asumsi"]), position)
    if position.year < curve["tahun"].min():
        headline = f"Target kumulatif mulai berjalan pada TW I {curve['tahun'].min()}"
    notes = [trend.MEAN] if curve["realisasi"].notna().any() else []
    if curve["asumsi"].any():
        notes.append(ASSUMED)
    return Words(headline, subtitle, " ".join(notes))


def _hover(curve: pd.DataFrame, column: str, word: str) -> list[str]:
    return [
        f"{quarter_label(row.triwulan)} {row.tahun}<br>{word} {percent(getattr(row, column))}"
        + (_beside_target(row) if column == "target" else "")
        for row in records(curve)
    ]


def _beside_target(row: Any) -> str:
    """Say behind a target that it is assumed, and what it was at first."""
    return assumption(row.asumsi) + first_target(row.semula, row.target)


def _draw(figure: go.Figure, curve: pd.DataFrame, paper: Canvas) -> None:
    """Draw the lines, the plan dashed so that it differs without colour; its ghost is dotted."""
    x = list(range(1, len(curve) + 1))
    assumed = assumption(bool(curve["asumsi"].any()))
    colours = paper.colours
    for column, word, line in (
        ("semula", FIRST_STATED, {"color": colours.edge, "width": 2, "dash": "dot"}),
        ("target", f"Target{assumed}", {"color": colours.plan, "width": 2, "dash": "dash"}),
        ("realisasi", "Realisasi", {"color": colours.accent, "width": 3.5}),
    ):
        seen = curve[column].notna().to_numpy()
        if not seen.any():
            continue
        figure.add_scatter(
            x=[at for at, there in zip(x, seen, strict=True) if there],
            y=curve.loc[seen, column],
            mode="lines" if column == "semula" else "lines+markers",
            name=word,
            line=line,
            marker={"size": 7 if column == "realisasi" else 5},
            customdata=_hover(curve[seen], column, word),
            hovertemplate="%{customdata}<extra></extra>",
            cliponaxis=False,
        )


def _mark(figure: go.Figure, curve: pd.DataFrame, paper: Canvas, position: Position) -> None:
    """Draw the position and write both values beside it."""
    here = (curve["tahun"] == position.year) & (curve["triwulan"] == position.quarter)
    if not here.any():
        return
    x = int(here.to_numpy().argmax()) + 1
    point = curve[here].iloc[0]
    colours, kind = paper.colours, sizes(paper.look)
    figure.add_shape(
        type="line", x0=x, x1=x, y0=0, y1=113, layer="between",
        line={"color": colours.accent, "width": 2},
    )  # fmt: skip
    figure.add_annotation(
        x=x, y=117, text="posisi ▾", xanchor="right", xshift=6, yanchor="middle",
        showarrow=False, font={"size": kind.small, "color": colours.accent},
    )  # fmt: skip
    above = not point["realisasi"] >= point["target"]
    goal = f"target {percent(point['target'])}{assumption(point['asumsi'])}"
    labels = [("target", goal, colours.muted, above), ("realisasi", "", colours.accent, not above)]
    for column, text, colour, upper in labels:
        if point[column] == point[column]:
            said = text or percent(point[column])
            figure.add_annotation(
                x=x, y=point[column], text=f"<b>{said}</b>",
                xanchor="right", xshift=-8, yanchor="bottom" if upper else "top",
                yshift=6 if upper else -_drop(curve, column, x, paper, said),
                showarrow=False, bgcolor=colours.card, borderpad=1,
                font={"size": kind.base, "color": colour},
            )  # fmt: skip


def _height(look: Look) -> int:
    return 250 if look.compact else 330


def _drop(curve: pd.DataFrame, column: str, x: int, paper: Canvas, words: str) -> float:
    """Return the pixels below a point at which words left of it clear the line rising to it."""
    size, line = sizes(paper.look).base, curve[column].dropna()
    taken = (lettering.width(words, size, bold=True) + 12) / paper.inner * (len(curve) - 0.2)
    here, left = np.interp([x, x - taken], line.index + 1, line) / _SPAN * _height(paper.look)
    return max(10.0, float(min(here - left + 4, here - 2 * size)))  # above the quarters' names


def _axes(figure: go.Figure, curve: pd.DataFrame, paper: Canvas) -> None:
    """Set percentages at the left, quarters and years below."""
    kind, colours = sizes(paper.look), paper.colours
    firsts = curve[curve["triwulan"] == 1]
    figure.add_scatter(
        x=[*range(1, len(curve) + 1), *(firsts.index + 2.5)],
        y=[-6] * len(curve) + [-14] * len(firsts),
        text=[
            *(ROMAN[quarter - 1] for quarter in curve["triwulan"]),
            *(f"<b>{year}</b>" for year in firsts["tahun"]),
        ],
        mode="text",
        textfont={"size": kind.small, "color": colours.muted},
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
    )
    ticks = [0, 25, 50, 75, 100]
    figure.update_layout(
        xaxis=axis(0.6, max(len(curve), 1) + 0.4),
        yaxis=axis(
            _FLOOR, _FLOOR + _SPAN, showticklabels=True, showgrid=True, gridcolor=colours.grid,
            tickvals=ticks, ticktext=[f"{tick}%" for tick in ticks],
            tickfont={"size": kind.small, "color": colours.muted},
        ),
    )  # fmt: skip


def _twin(curve: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "POSISI": [f"{quarter_label(r.triwulan)} {r.tahun}" for r in records(curve)],
            "TARGET RATA-RATA": [percent(r.target) + _beside_target(r) for r in records(curve)],
            "REALISASI RATA-RATA": [
                percent(value) if value == value else MISSING for value in curve["realisasi"]
            ],
        }
    )
