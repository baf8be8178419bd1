"""What all figures share: title, subtitle, legend, source line, margins, hover and axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.charts import legend, lettering
from lib.charts.chart import Chart, Look
from lib.charts.lettering import line, sizes
from lib.charts.palette import Palette, palette
from lib.voice.words.signs import MADE_UP

PAD = 10
"""Pixels between the picture's edge and its content."""
_LABEL_GAP = 16
"""Pixels between a label and its bar."""
_BUTTONS = 52
"""Room for the camera and the copy button beside the title."""
COMPACT_WIDTH = 304
"""What a page leaves a chart on a phone of 360 pixels."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is written around the drawing."""

    headline: str
    subtitle: str
    note: str = ""
    """Thresholds, assumptions and their sources; stands above the footer."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The paper a figure is drawn on; all numbers are pixels."""

    look: Look
    width: int
    left: int = PAD
    """Room for row labels, the edge included."""
    right: int = PAD

    @property
    def colours(self) -> Palette:
        return palette(self.look.dark)

    @property
    def inner(self) -> int:
        """Width of the drawing."""
        return self.width - self.left - self.right

    @property
    def label_width(self) -> int:
        """Room for a row's label: beside its bar, on a phone above it."""
        return self.inner if self.look.compact else self.left - PAD - _LABEL_GAP

    @property
    def text_width(self) -> int:
        return self.width - 2 * PAD


def canvas(look: Look, usual: int, left: float = 0, right: int = 0) -> Canvas:
    """Choose the paper: `usual` pixels wide with `left` as its share for labels.

    On a phone labels stand above their rows, so that only the edge is left free.
    """
    width = look.width or (COMPACT_WIDTH if look.compact else usual)
    if look.compact:
        return Canvas(look, width)
    return Canvas(look, width, PAD + round(left * width), PAD + right)


def chart(
    figure: go.Figure,
    paper: Canvas,
    words: Words,
    drawing: int,
    *,
    shows: str,
    table: pd.DataFrame,
    name: str,
) -> Chart:
    """Dress a figure whose drawing is so many pixels high, and hand it out with what goes with it.

    `shows` begins the text for those who cannot see it, the headline ends it.
    """
    height = _finish(figure, paper, words, drawing)
    alt = f"{shows}. {words.headline}."
    return Chart(figure, words.headline, alt, table, name.lower(), height, paper.width)


def _finish(figure: go.Figure, paper: Canvas, words: Words, drawing: int) -> int:
    """Write title, legend and notes around a drawing, and return the whole height."""
    top, bottom = _heads(paper, words), _feet(paper, words)
    if keys := legend.block(figure, paper.colours, sizes(paper.look).small, paper.text_width):
        top.append(_Block(keys.text, sizes(paper.look).small, keys.height, paper.colours.ink))
    above = PAD + sum(part.height for part in top) + 8
    below = PAD + sum(part.height for part in bottom)
    height = above + drawing + below
    figure.update_layout(
        **_style(paper),
        showlegend=False,
        height=height,
        margin={
            "l": paper.left,
            "r": paper.right,
            "t": above,
            "b": below,
            "pad": 0,
            "autoexpand": False,
        },
    )
    _write(figure, paper, top, 1, above - PAD)
    _write(figure, paper, bottom, 0, -8)
    return height


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    size: int
    height: int
    colour: str


def _block(text: str, size: int, colour: str, room: float, bold: bool = False) -> _Block:
    parts = [lettering.safe(part) for part in lettering.lines(text, room, size, bold)]
    joined = "<br>".join(parts)
    height = len(parts) * line(size) + (4 if parts else 0)
    return _Block(f"<b>{joined}</b>" if bold else joined, size, height, colour)


def _heads(paper: Canvas, words: Words) -> list[_Block]:
    kind, colours = sizes(paper.look), paper.colours
    subtitle = f"{MADE_UP} · {words.subtitle}" if paper.look.sample else words.subtitle
    # The notice is in bold capitals, which take more room.
    room = paper.text_width * 0.9 if paper.look.sample else paper.text_width
    below = _block(subtitle, kind.base, colours.muted, room)
    if paper.look.sample:
        marked = below.text.replace(MADE_UP, f"<b>{MADE_UP}</b>", 1)
        below = _Block(marked, below.size, below.height, colours.ink)
    title = _block(words.headline, kind.title, colours.ink, _beside_buttons(paper), bold=True)
    return [title, below]


def _beside_buttons(paper: Canvas) -> int:
    """Return the pixels that the title has, beside the buttons if the figure gets some."""
    return paper.text_width - _BUTTONS * paper.look.buttons


def _feet(paper: Canvas, words: Words) -> list[_Block]:
    small, colours = sizes(paper.look).small, paper.colours
    texts = [words.note, paper.look.footer]
    return [_block(text, small, colours.muted, paper.text_width) for text in texts if text]


def _write(figure: go.Figure, paper: Canvas, blocks: Sequence[_Block], y: int, shift: int) -> None:
    """Write blocks one under another, `shift` pixels above the drawing's top or bottom edge."""
    for block in blocks:
        figure.add_annotation(
            text=block.text,
            font={"size": block.size, "color": block.colour},
            x=0,
            xref="paper",
            xanchor="left",
            xshift=PAD - paper.left,
            y=y,
            yref="paper",
            yanchor="top",
            yshift=shift,
            align="left",
            showarrow=False,
            borderpad=0,
        )
        shift -= block.height


def _style(paper: Canvas) -> dict[str, Any]:
    colours, kind = paper.colours, sizes(paper.look)
    return {
        "template": "none",
        "font": {"family": lettering.FAMILY, "size": kind.base, "color": colours.ink},
        "separators": ",.",
        "paper_bgcolor": colours.card,
        "plot_bgcolor": colours.card,
        "barmode": "overlay",
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left",
            "bgcolor": colours.card,
            "bordercolor": colours.edge,
            "font": {"family": lettering.FAMILY, "size": kind.base, "color": colours.ink},
        },
        "modebar": {
            "bgcolor": "rgba(0,0,0,0)",
            "color": colours.muted,
            "activecolor": colours.accent,
        },
    }


def axis(low: float, high: float, **more: Any) -> dict[str, Any]:
    """Return a bare axis over exactly this range, which nobody can zoom or drag."""
    return {
        "range": [low, high],
        "fixedrange": True,
        "showgrid": False,
        "showline": False,
        "zeroline": False,
        "showticklabels": False,
        "ticks": "",
        "automargin": False,
        **more,
    }
