"""Native charts: stacked bars whose rows stand beside a table's, and lines over time.

Labels are number formats, not texts, so that they follow what somebody types under Edit Data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from lib.briefing.celltext import line
from lib.briefing.deck.drawing.native_table import hatch, solid
from lib.briefing.deck.drawing.text_boxes import colour
from lib.briefing.deck.theme import SMALL, Box
from lib.charts.palette import BRIGHT, Swatch
from lib.typeface import fitting

_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_INDONESIAN = "[$-421]"
"""Makes a number format write a comma for decimals."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How one point is painted and labelled; `form` is a number format, "" for no label."""

    swatch: Swatch
    form: str = ""
    based: bool = False
    """Whether the label stands at the bar's base, for a bar longer than the plot."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series of stacked bars; `bars` gives points a look of their own."""

    name: str
    values: Sequence[float | None]
    look: Bar
    bars: dict[int, Bar] = field(default_factory=dict)


def literal(text: str) -> str:
    """Return a number format that always shows this text."""
    return '"' + text.replace('"', "''") + '"' if text else ""


def percents(value: float, mark: str = "") -> str:
    """Return the number format of a percentage, as many decimals as `value` needs."""
    form = "0" if round(value, 1) == round(value) else "0.0"
    lead = literal(f"{mark} ") if mark else ""
    return f'{_INDONESIAN}{lead}{form}"%"'


COUNT = "0;;"
"""Shows a count, and nothing for zero."""


def stacked(
    slide: Slide,
    box: Box,
    categories: Sequence[str],
    series: Sequence[Series],
    scale: float,
    gap: int,
    name: str,
    alt: str,
) -> None:
    """Add stacked bars, first category on top; `gap` in percent of a bar's height.

    The plot fills the box, so that each row takes an equal share of its height.
    """
    data = chart_data()
    data.categories = categories
    for one in series:
        data.add_series(one.name, one.values)
    chart = add(slide, XL_CHART_TYPE.BAR_STACKED, box, data, name, alt)
    chart.plots[0].gap_width = gap
    chart.plots[0].overlap = 100
    chart.category_axis.reverse_order = True
    chart.category_axis.visible = False
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = 0, scale
    axis.has_major_gridlines = False
    axis.visible = False
    fill_plot(chart, 0, 0, 1, 1)
    for element, one in zip(chart._chartSpace.iter(qn("c:ser")), series, strict=True):
        _paint(element, one)


def chart_data() -> Any:
    """Return an empty table of categories and series; the library has no types for it."""
    maker: Any = CategoryChartData
    return maker()


def add(slide: Slide, kind: XL_CHART_TYPE, box: Box, data: Any, name: str, alt: str) -> Any:
    """Add a native chart without title and legend, and return it."""
    shapes: Any = slide.shapes
    frame = shapes.add_chart(kind, *box.emu, data)
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", line(alt))
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(SMALL)
    chart.font.color.rgb = colour(BRIGHT.ink)
    return chart


def fill_plot(chart: Any, x: float, y: float, w: float, h: float) -> None:
    """Pin the inner plot to shares of the chart's box, the same in every program."""
    sides = "".join(
        f'<c:{key} val="{value}"/>' for key, value in (("x", x), ("y", y), ("w", w), ("h", h))
    )
    layout = parse_xml(
        f'<c:layout {_NAMES}><c:manualLayout><c:layoutTarget val="inner"/>'
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'
    )
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, layout)


def _paint(element: Any, one: Series) -> None:
    """Replace a series' look: its fill, the points that differ, and the labels."""
    for tag in ("c:spPr", "c:dPt", "c:dLbls"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_shape(bar.swatch)}</c:dPt>"
        for at, bar in sorted(one.bars.items())
        if bar.swatch != one.look.swatch
    )
    labels = "".join(_label(at, bar) for at, bar in sorted(one.bars.items()))
    rest = _content(one.look) if one.look.form else _HIDDEN
    whole = parse_xml(
        f"<c:ser {_NAMES}>{_shape(one.look.swatch)}{points}"
        f"<c:dLbls>{labels}{rest}</c:dLbls></c:ser>"
    )
    shape, *others = list(whole)
    element.find(qn("c:tx")).addnext(shape)
    category = element.find(qn("c:cat"))
    for other in others:
        category.addprevious(other)


_HIDDEN = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _label(at: int, bar: Bar) -> str:
    index = f'<c:idx val="{at}"/>'
    if not bar.form:
        return f'<c:dLbl>{index}<c:delete val="1"/></c:dLbl>'
    return f"<c:dLbl>{index}{_content(bar)}</c:dLbl>"


def _content(bar: Bar) -> str:
    """Write a label's number format, type and place."""
    shown = _HIDDEN.replace('showVal val="0"', 'showVal val="1"')
    form = escape(bar.form, {'"': "&quot;"})
    return (
        f'<c:numFmt formatCode="{form}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/>'
        f'</a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr '
        f'sz="{SMALL * 100}" b="0">{solid(bar.swatch.text)}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="id-ID" sz="{SMALL * 100}"/></a:p></c:txPr>'
        f'<c:dLblPos val="{"inBase" if bar.based else "ctr"}"/>{shown}'
    )


def _shape(swatch: Swatch) -> str:
    if swatch.fill == CLEAR.fill:
        return "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    edge = solid(BRIGHT.edge) if swatch.outlined else "<a:noFill/>"
    return f'<c:spPr>{hatch(swatch)}<a:ln w="9525">{edge}</a:ln></c:spPr>'


CLEAR = Swatch("", BRIGHT.ink, "")
"""A bar nobody sees, which keeps a distance."""
TRACK = Swatch(BRIGHT.track, BRIGHT.ink, "")
"""The part of a bar that is not reached."""


def fits(text: str, inches: float) -> bool:
    """Tell whether a label fits into a bar of this length."""
    return fitting.width(text, SMALL) + 3 <= inches * 72
