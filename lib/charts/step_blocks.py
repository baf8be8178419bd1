"""Steps of a rubric in a figure: a strip of blocks, one a step, and words above it.

A bar would say a percentage; there is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go

from lib.charts.bars import Bars
from lib.charts.layout import Canvas
from lib.charts.palette import Swatch
from lib.charts.rows import Row
from lib.plan.figures.status import FULL, Light
from lib.plan.schema import LAST_STEP
from lib.voice.words.measures import step_sayings
from lib.voice.words.signs import LIGHT_MARKS

_GAP = 1.5
"""Between two blocks, in percent of a bar's width."""
_STRIP, _WORDS = 0.36, 0.2
"""Thickness of the strip, and how far above the middle the words stand, as shares of a bar's."""


@dataclass(frozen=True, slots=True)
class StepBlocks:
    """Blocks while they are being collected: reached by light, wanted, and beyond what is."""

    reached: dict[Light, Bars] = field(default_factory=lambda: {light: Bars() for light in Light})
    wanted: Bars = field(default_factory=Bars)
    beyond: Bars = field(default_factory=Bars)

    def add(self, row: Any, place: Row, start: float, hover: str, lead: str) -> None:
        """Add a row of `indicator_state.indicator_status`, from `start` to 100 further."""
        thick = place.bar * _STRIP
        middle = place.centre + (place.bar - thick) / 2
        size = FULL / LAST_STEP
        for step in range(LAST_STEP):
            bars = self._of(step + 1, row)
            length = size - _GAP * (step + 1 < LAST_STEP)
            bars.add(start + step * size, length, middle, thick, "", hover, lead)

    def _of(self, step: int, row: Any) -> Bars:
        if step <= row.realisasi:
            return self.reached[Light(row.lampu)]
        return self.wanted if step <= row.target else self.beyond

    def draw(self, figure: go.Figure, paper: Canvas) -> None:
        """Draw the blocks; the legend's thresholds are not theirs."""
        colours = paper.colours
        drawn = [
            *((bars, colours.light[light]) for light, bars in self.reached.items()),
            (self.wanted, Swatch(colours.card, colours.ink, "", outlined=True)),
            (self.beyond, Swatch(colours.track, colours.ink, "")),
        ]
        for bars, swatch in drawn:
            if bars.start:
                figure.add_trace(bars.trace(paper, swatch, ""))


def words_at(place: Row) -> float:
    """Return the middle line of the words above a strip."""
    return place.centre - place.bar * _WORDS


def sayings(row: Any) -> tuple[str, ...]:
    """Say the step reached of the one wanted with its mark, longest first; the last is the mark."""
    mark = LIGHT_MARKS[Light(row.lampu)]
    return *(f"{said} {mark}" for said in step_sayings(row.realisasi, row.target)), mark
