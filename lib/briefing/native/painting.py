"""The look of a chart's series in Office's own markup: fills, hatching, points, labels."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from lib.briefing.native.bar_series import CLEAR, Bar, Series
from lib.charts.palette import BRIGHT, Swatch

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def colour(code: str) -> RGBColor:
    """Read a palette colour such as `#16232E`."""
    maker: Any = RGBColor
    made: RGBColor = maker.from_string(code.lstrip("#"))
    return made


def solid(code: str) -> str:
    """Write a solid fill."""
    return f'<a:solidFill><a:srgbClr val="{code.lstrip("#")}"/></a:solidFill>'


def hatch(swatch: Swatch) -> str:
    """Write a swatch's fill, hatched where it is."""
    if not swatch.hatched:
        return solid(swatch.fill)
    stroke = BRIGHT.edge if swatch.outlined else BRIGHT.plan
    ink, ground = (code.lstrip("#") for code in (stroke, swatch.fill))
    return (
        f'<a:pattFill prst="ltUpDiag"><a:fgClr><a:srgbClr val="{ink}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{ground}"/></a:bgClr></a:pattFill>'
    )


def paint(element: Any, one: Series, size: float) -> None:
    """Replace a series' look: its fill, the points that differ, and the labels in points."""
    for tag in ("c:spPr", "c:dPt", "c:dLbls"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_shape(bar.swatch)}</c:dPt>"
        for at, bar in sorted(one.bars.items())
        if bar.swatch != one.look.swatch
    )
    labels = "".join(_label(at, bar, size) for at, bar in sorted(one.bars.items()))
    rest = _content(one.look, size) if one.look.form else _HIDDEN
    whole = parse_xml(
        f"<c:ser {NAMES}>{_shape(one.look.swatch)}{points}<c:dLbls>{labels}{rest}</c:dLbls></c:ser>"
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


def _label(at: int, bar: Bar, size: float) -> str:
    index = f'<c:idx val="{at}"/>'
    if not bar.form:
        return f'<c:dLbl>{index}<c:delete val="1"/></c:dLbl>'
    return f"<c:dLbl>{index}{_content(bar, size)}</c:dLbl>"


def _content(bar: Bar, size: float) -> str:
    """Write a label's number format, type and place."""
    shown = _HIDDEN.replace('showVal val="0"', 'showVal val="1"')
    form = escape(bar.form, {'"': "&quot;"})
    letters = f'sz="{round(size * 100)}"'
    return (
        f'<c:numFmt formatCode="{form}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/>'
        f'</a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr '
        f'{letters} b="0">{solid(bar.swatch.text)}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="id-ID" {letters}/></a:p></c:txPr>'
        f'<c:dLblPos val="{"inBase" if bar.based else "ctr"}"/>{shown}'
    )


def _shape(swatch: Swatch) -> str:
    if swatch.fill == CLEAR.fill:
        return "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    edge = solid(BRIGHT.edge) if swatch.outlined else "<a:noFill/>"
    return f'<c:spPr>{hatch(swatch)}<a:ln w="9525">{edge}</a:ln></c:spPr>'
