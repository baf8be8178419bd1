"""A table of names and figures, with room beside it for bars on the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.slide import Slide

from lib.briefing.deck.drawing import native_table
from lib.briefing.deck.drawing.native_table import TableCell
from lib.briefing.deck.drawing.text_boxes import Run, textbox
from lib.briefing.deck.theme import SMALL, Box
from lib.charts.palette import BRIGHT
from lib.typeface import fitting

GAP = 0.15
_TALLEST = 0.85
_LARGE = 14
_ROOMY = 0.5
"""Rows at least this high, in inches, take the larger type."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's header and width in inches."""

    title: str
    width: float
    align: str = "l"


def draw(
    slide: Slide,
    area: Box,
    columns: Sequence[Heading],
    rows: Sequence[Sequence[TableCell]],
    beside: str,
    name: str,
    alt: str,
) -> Box:
    """Add the table at the left of `area` and the words `beside` over the rest of it.

    Returns the box beside the rows, of which each takes an equal share of the height. Texts
    are cut to the lines that fit.
    """
    top, head = header(columns)
    pitch = min(_TALLEST, (area.h - top) / max(len(rows), 1))
    size = _LARGE if pitch >= _ROOMY else SMALL
    body = [
        (pitch, [_fitted(*pair, size, pitch) for pair in zip(row, columns, strict=True)])
        for row in rows
    ]
    widths = [column.width for column in columns]
    placed = native_table.draw(slide, (area.x, area.y), widths, [(top, head), *body], name, alt)
    left = placed.x + placed.w + GAP
    width = area.x + area.w - left
    if beside:
        title = Box(left, area.y, width, top)
        textbox(slide, title, [[Run(beside, SMALL, True, BRIGHT.muted)]], "Judul grafik")
    return Box(left, area.y + top, width, placed.h - top)


def header(columns: Sequence[Heading]) -> tuple[float, native_table.Row]:
    """Return the header row and its height, titles broken where they must be."""
    lines = max(len(_broken(column)) for column in columns)
    row = [native_table.head("\n".join(_broken(column)), column.align) for column in columns]
    return native_table.height(lines), row


def _broken(column: Heading) -> list[str]:
    return fitting.lines(column.title, native_table.room(column.width), SMALL, bold=True)


def _fitted(cell: TableCell, column: Heading, size: int, pitch: float) -> TableCell:
    points, most = native_table.room(column.width), native_table.capacity(pitch, size)
    if cell.lead:
        return native_table.named(cell.lead, cell.text, points, most, size)
    text = fitting.fit(cell.text, points, size, most, cell.bold)
    return replace(cell, text=text, size=size)
