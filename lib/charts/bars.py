"""Bars painted by a swatch, words beside them, and the calendar they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from lib.charts.layout import Canvas
from lib.charts.lettering import sizes
from lib.charts.palette import Swatch
from lib.plan.figures.status import Status
from lib.plan.position import Position
from lib.plan.schema import QUARTERS, ROMAN
from lib.voice.words.signs import status_entry

HEADER = 48
"""Pixels above the rows for years, quarters and the position's name."""


@dataclass(slots=True)
class Bars:
    """Bars of one kind while they are being collected."""

    start: list[float] = field(default_factory=list)
    length: list[float] = field(default_factory=list)
    middle: list[float] = field(default_factory=list)
    thick: list[float] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    hover: list[str] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)
    """Where a click on the bar leads (`lib.plan.text.mentions`)."""

    def add(
        self,
        start: float,
        length: float,
        middle: float,
        thick: float,
        text: str = "",
        hover: str = "",
        lead: str = "",
    ) -> None:
        """Add one bar: where it begins and how long it is, its middle line, its centred text."""
        self.start.append(start)
        self.length.append(length)
        self.middle.append(middle)
        self.thick.append(thick)
        self.text.append(text)
        self.hover.append(hover)
        self.lead.append(lead)

    def trace(self, paper: Canvas, swatch: Swatch, name: str) -> go.Bar:
        """Draw them as one horizontal trace; without a name it stays out of the legend."""
        return go.Bar(
            orientation="h",
            name=name,
            showlegend=bool(name),
            base=self.start,
            x=self.length,
            y=self.middle,
            width=self.thick,
            text=self.text,
            textposition="inside",
            insidetextanchor="middle",
            insidetextfont={"size": sizes(paper.look).small, "color": swatch.text},
            textangle=0,
            constraintext="none",
            cliponaxis=False,
            marker=marker(swatch, paper.colours.edge),
            customdata=self.hover,
            hovertemplate="%{customdata}<extra></extra>",
            hoverinfo=None if any(self.hover) else "skip",
            meta=self.lead if any(self.lead) else None,
        )


def add_statuses(figure: go.Figure, found: Mapping[Status, Bars], paper: Canvas) -> None:
    """Draw the bars of each status that has any, in the order of the statuses."""
    for status, bars in found.items():
        if bars.start:
            swatch = paper.colours.status[status]
            figure.add_trace(bars.trace(paper, swatch, status_entry(status)))


@dataclass(slots=True)
class Notes:
    """Words set flush left at points, while they are being collected.

    Text inside a bar would be placed by its measured width, and slip out of the bar in a
    saved picture, which is drawn with another typeface.
    """

    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    colour: list[str] = field(default_factory=list)

    def add(self, x: float, y: float, text: str, colour: str) -> None:
        if text:
            self.x.append(x)
            self.y.append(y)
            self.text.append(f"\u2002{text}")
            self.colour.append(colour)

    def trace(self, size: int) -> go.Scatter:
        """Draw them as one trace; points must lie within the axes."""
        return go.Scatter(
            x=self.x,
            y=self.y,
            text=self.text,
            mode="text",
            textposition="middle right",
            textfont={"size": size, "color": self.colour},
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
        )


def marker(swatch: Swatch, edge: str) -> dict[str, Any]:
    """Return the marker of a swatch: its fill, its outline, its hatching."""
    paint: dict[str, Any] = {
        "color": swatch.fill,
        "line": {"color": edge, "width": 1 if swatch.outlined else 0},
    }
    if swatch.hatched:
        paint["pattern"] = {
            "shape": "/",
            "bgcolor": swatch.fill,
            "fgcolor": edge,
            "fgopacity": 0.75,
            "size": 7,
            "solidity": 0.16,
        }
    return paint


@dataclass(frozen=True, slots=True)
class Calendar:
    """Where years and quarters stand on the horizontal axis: a quarter is 1 wide."""

    years: tuple[int, ...]
    gap: float = 0.3

    def start(self, year: int, quarter: int = 1) -> float:
        """Left edge of a quarter."""
        return self.years.index(year) * (4 + self.gap) + quarter - 1

    @property
    def end(self) -> float:
        return self.start(self.years[-1]) + 4

    def heading(self, paper: Canvas, top: int = 0) -> go.Scatter:
        """Write years and quarters over their columns."""
        kind = sizes(paper.look)
        years = [(self.start(year) + 2, top + 8, f"<b>{year}</b>") for year in self.years]
        quarters = [
            (self.start(year, quarter) + 0.5, top + 24, _roman(quarter))
            for year in self.years
            for quarter in QUARTERS
        ]
        x, y, text = zip(*years, *quarters, strict=True)
        return go.Scatter(
            x=x,
            y=y,
            text=text,
            mode="text",
            textfont={"size": kind.base, "color": paper.colours.muted},
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
        )

    def mark(self, figure: go.Figure, paper: Canvas, position: Position, bottom: float) -> None:
        """Draw the position's line behind the bars, named above them, where it is in sight.

        On a phone only its name stands there: the line would cross the labels.
        """
        if position.year not in self.years:
            return
        x = self.start(position.year, position.quarter) + 1
        colour = paper.colours.accent
        end = HEADER if paper.look.compact else bottom
        figure.add_shape(
            type="line", x0=x, x1=x, y0=HEADER - 4, y1=end, layer="between",
            line={"color": colour, "width": 2},
        )  # fmt: skip
        figure.add_annotation(
            x=x, y=HEADER - 9, text="posisi ▾", showarrow=False,
            xanchor="right" if x > 1 else "center", xshift=5, yanchor="middle",
            font={"size": sizes(paper.look).small, "color": colour}, borderpad=0,
        )  # fmt: skip


def _roman(quarter: int) -> str:
    return ("TW " if quarter == 1 else "") + ROMAN[quarter - 1]
