"""A slide's table as a picture: fills, borders, then words, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn

from lib.briefing.deck.picture import shape_words, word_lines
from lib.briefing.deck.picture.canvas import SvgCanvas
from lib.briefing.deck.picture.inks import NONE, Inks
from lib.briefing.deck.picture.word_lines import Frame

_POINT = 12700
_MARGINS = {"marL": 91440, "marT": 45720, "marR": 91440, "marB": 45720}


@dataclass(frozen=True, slots=True)
class _Cell:
    node: Any
    x: float
    y: float
    w: float
    h: float

    @property
    def look(self) -> Any:
        return self.node.find(qn("a:tcPr"))


def draw(canvas: SvgCanvas, at: tuple[float, float], table: Any, inks: Inks) -> None:
    """Draw an `a:tbl` whose corner stands at x, y in points."""
    cells = list(_cells(at, table))
    for cell in cells:
        fill = inks.fill(cell.look, canvas)
        if fill and fill != NONE:
            canvas.add("rect", x=cell.x, y=cell.y, width=cell.w, height=cell.h, fill=fill)
    for cell in cells:
        _borders(canvas, cell, inks)
    for cell in cells:
        body = cell.node.find(qn("a:txBody"))
        words = shape_words.paragraphs(body, (), inks, 0)
        word_lines.draw(canvas, _frame(cell), list(words))


def _cells(at: tuple[float, float], table: Any) -> Iterator[_Cell]:
    widths = [int(column.get("w")) / _POINT for column in table.iter(qn("a:gridCol"))]
    y = at[1]
    for row in table.findall(qn("a:tr")):
        height = int(row.get("h")) / _POINT
        x = at[0]
        for place, node in enumerate(row.findall(qn("a:tc"))):
            if node.get("hMerge") != "1":
                span = int(node.get("gridSpan", 1))
                yield _Cell(node, x, y, sum(widths[place : place + span]), height)
            x += widths[place]
        y += height


def _frame(cell: _Cell) -> Frame:
    left, top, right, bottom = (
        int(cell.look.get(name, usual)) / _POINT for name, usual in _MARGINS.items()
    )
    return Frame(
        cell.x + left,
        cell.y + top,
        cell.w - left - right,
        cell.h - top - bottom,
        cell.look.get("anchor", "t"),
    )


def _borders(canvas: SvgCanvas, cell: _Cell, inks: Inks) -> None:
    right, bottom = cell.x + cell.w, cell.y + cell.h
    sides = {
        "lnL": (cell.x, cell.y, cell.x, bottom),
        "lnR": (right, cell.y, right, bottom),
        "lnT": (cell.x, cell.y, right, cell.y),
        "lnB": (cell.x, bottom, right, bottom),
    }
    for name, (x1, y1, x2, y2) in sides.items():
        line = cell.look.find(qn(f"a:{name}"))
        stroke = inks.fill(line, canvas)
        if stroke and stroke != NONE:
            width = int(line.get("w", _POINT)) / _POINT
            canvas.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width)
