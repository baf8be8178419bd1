"""A slide's native chart as a picture: stacked bars, and lines over time."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn

from lib.briefing.deck.picture import chart_values, word_lines
from lib.briefing.deck.picture.canvas import SvgCanvas
from lib.briefing.deck.picture.chart_values import ChartSeries, PointLabel
from lib.briefing.deck.picture.inks import NONE, Inks
from lib.briefing.deck.picture.number_label import label
from lib.briefing.deck.picture.word_lines import Piece

_POINT = 12700
_INSET = 3.0
"""Points between a bar's base and the words that stand there."""
Area = tuple[float, float, float, float]


def draw(canvas: SvgCanvas, box: Area, chart: Any, inks: Inks) -> bool:
    """Draw a chart into x, y, width, height; tells whether its kind is known here."""
    space = chart._chartSpace
    if space.find(f".//{qn('c:barChart')}") is not None:
        _bars(canvas, _plot(space, box), space, inks)
        return True
    if space.find(f".//{qn('c:lineChart')}") is not None:
        _lines(canvas, _plot(space, box), space, inks)
        return True
    return False


def _plot(space: Any, box: Area) -> Area:
    """Return where the inner plot is pinned; the whole box where it is not."""
    layout = space.find(f".//{qn('c:plotArea')}/{qn('c:layout')}/{qn('c:manualLayout')}")
    if layout is None:
        return box
    left, top, wide, high = (float(layout.find(qn(f"c:{key}")).get("val")) for key in "xywh")
    x, y, w, h = box
    return x + left * w, y + top * h, wide * w, high * h


def _bars(canvas: SvgCanvas, plot: Area, space: Any, inks: Inks) -> None:
    """Stack each row's bars from the left, first row on top; what leaves the plot is cut."""
    x, y, w, h = plot
    pitch = h / max(chart_values.count(space), 1)
    gap = chart_values.number_of(space, "c:barChart", "c:gapWidth") or 0
    thick = pitch / (1 + gap / 100)
    scale = chart_values.number_of(space, "c:valAx", "c:scaling", "c:max") or 1
    window = canvas.window(*plot)
    reached: dict[int, float] = {}
    marks: list[tuple[float, float, Piece, str]] = []
    for one in chart_values.series(space):
        for at, value in one.values.items():
            start = reached.get(at, 0.0)
            reached[at] = start + value
            top = y + at * pitch + (pitch - thick) / 2
            left, length = x + start * w / scale, value * w / scale
            _bar(canvas, window, (left, top, length, thick), one.shape(at), inks)
            seen = one.label(at)
            words = label(seen.form, value) if seen else ""
            if seen and words:
                middle = left + (_INSET if seen.based else min(length, x + w - left) / 2)
                piece = _piece(words, seen, inks)
                marks.append((middle, top + thick / 2, piece, "l" if seen.based else "ctr"))
    for mark in marks:
        word_lines.centred(canvas, *mark)


def _bar(canvas: SvgCanvas, window: Any, box: Area, shape: Any, inks: Inks) -> None:
    x, y, w, h = box
    fill = inks.fill(shape, canvas) or NONE
    edge = inks.fill(shape.find(qn("a:ln")), canvas) or NONE
    if w > 0 and (fill, edge) != (NONE, NONE):
        stroke = None if edge == NONE else edge
        canvas.add(
            "rect",
            within=window,
            x=x,
            y=y,
            width=w,
            height=h,
            fill=fill,
            stroke=stroke,
            stroke_width=0.75 if stroke else None,
        )


def _piece(words: str, seen: PointLabel, inks: Inks) -> Piece:
    return Piece(words, seen.size, False, inks.colour(seen.colour) or "#000000")


def _lines(canvas: SvgCanvas, plot: Area, space: Any, inks: Inks) -> None:
    """Draw the axes and their words, then each series from value to value."""
    x, y, w, h = plot
    step = w / max(chart_values.count(space), 1)
    scale = chart_values.number_of(space, "c:valAx", "c:scaling", "c:max") or 1
    _value_axis(canvas, plot, space, scale, inks)
    _category_axis(canvas, plot, space, inks)
    for one in chart_values.series(space):
        points = {
            at: (x + (at + 0.5) * step, y + h - value * h / scale)
            for at, value in one.values.items()
        }
        _line(canvas, points, one, inks)


def _line(
    canvas: SvgCanvas, points: dict[int, tuple[float, float]], one: ChartSeries, inks: Inks
) -> None:
    look = one.node.find(f"{qn('c:spPr')}/{qn('a:ln')}")
    colour = inks.fill(look, canvas)
    dashed = look.find(qn("a:prstDash")) is not None
    width = int(look.get("w", _POINT)) / _POINT
    dashes = f"{4 * width:g} {3 * width:g}" if dashed else None
    # A quarter without a value leaves a gap.
    joined = ((points[at], points[at + 1]) for at in points if at + 1 in points)
    for (x1, y1), (x2, y2) in joined:
        canvas.add(
            "line",
            x1=x1,
            y1=y1,
            x2=x2,
            y2=y2,
            stroke=colour,
            stroke_width=width,
            stroke_linecap=None if dashed else "round",
            stroke_dasharray=dashes,
        )
    for cx, cy in points.values():
        canvas.add("circle", cx=cx, cy=cy, r=3.5, fill=colour)


def _value_axis(canvas: SvgCanvas, plot: Area, space: Any, scale: float, inks: Inks) -> None:
    x, y, w, h = plot
    axis = space.find(f".//{qn('c:valAx')}")
    unit = chart_values.number_of(space, "c:valAx", "c:majorUnit") or scale
    grid = axis.find(f"{qn('c:majorGridlines')}/{qn('c:spPr')}/{qn('a:ln')}")
    form = axis.find(qn("c:numFmt")).get("formatCode")
    for number in range(round(scale / unit) + 1):
        height = y + h - number * unit * h / scale
        stroke = inks.fill(grid, canvas)
        canvas.add("line", x1=x, y1=height, x2=x + w, y2=height, stroke=stroke, stroke_width=0.75)
        words = _lettered(label(form, number * unit), space, inks)
        word_lines.centred(canvas, x - 6, height, words, "r")


def _category_axis(canvas: SvgCanvas, plot: Area, space: Any, inks: Inks) -> None:
    """Write the categories below the plot, those above them over as many as they head."""
    x, y, w, h = plot
    total = chart_values.count(space)
    step = w / max(total, 1)
    edge = space.find(f".//{qn('c:catAx')}/{qn('c:spPr')}/{qn('a:ln')}")
    stroke = inks.fill(edge, canvas)
    canvas.add("line", x1=x, y1=y + h, x2=x + w, y2=y + h, stroke=stroke, stroke_width=0.75)
    for depth, level in enumerate(chart_values.levels(space)):
        starts = sorted(level)
        for start, end in zip(starts, [*starts[1:], total], strict=True):
            piece = _lettered(level[start], space, inks)
            row = y + h + piece.size * (1 + depth * 1.4)
            word_lines.centred(canvas, x + (start + end) / 2 * step, row, piece)
            if depth:
                left = x + start * step
                foot = row + piece.size * 0.7
                canvas.add(
                    "line", x1=left, y1=y + h, x2=left, y2=foot, stroke=stroke, stroke_width=0.75
                )


def _lettered(words: str, space: Any, inks: Inks) -> Piece:
    """Letter words as the whole chart is."""
    look = space.find(f"{qn('c:txPr')}//{qn('a:defRPr')}")
    colour = inks.colour(look.find(qn("a:solidFill")))
    return Piece(words, int(look.get("sz")) / 100, False, colour or "#000000")
