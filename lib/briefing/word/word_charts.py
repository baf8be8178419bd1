"""Native charts in a Word document: a chart part with its workbook, and the drawing that shows it.

python-docx knows no charts; python-pptx writes them, and a part is the same in both files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI as WordURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Length
from docx.text.paragraph import Paragraph
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml as pptx_xml
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart

from lib.briefing.celltext import line
from lib.briefing.native import chart_look, curve_lines
from lib.briefing.native.bar_series import Ruler, Series
from lib.briefing.native.painting import NAMES

SIZE = 9.0
"""Points of a chart's words."""
_GAP = 45
_WORD_NAMES = (
    f'{NAMES} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_FRAMELESS = f"<c:spPr {NAMES}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class WordChart:
    """A finished chart and the table behind it."""

    part: Any
    data: Any


def bars(
    categories: Sequence[str], series: Sequence[Series], scale: float, left: float
) -> WordChart:
    """Make stacked bars, the categories named in the share `left` of the width."""
    made = _made(XL_CHART_TYPE.BAR_STACKED, chart_look.bar_data(categories, series))
    chart_look.stack(made.part.chart, series, scale, _GAP, SIZE)
    chart_look.name_rows(made.part.chart, left)
    return made


def curve(table: Any) -> WordChart:
    """Make the cumulative curve from `curve.cumulative`."""
    made = _made(XL_CHART_TYPE.LINE_MARKERS, curve_lines.data(table))
    curve_lines.draw(made.part.chart)
    return made


def ruler(width: Length, left: float, scale: float) -> Ruler:
    """Return how long bars are on a chart of that width."""
    return Ruler(width.inches * (1 - left) / scale, SIZE)


def _made(kind: XL_CHART_TYPE, data: Any) -> WordChart:
    loader: Any = ChartPart
    place = PackURI("/word/charts/chart.xml")
    part = loader.load(place, CONTENT_TYPE.DML_CHART, None, data.xml_bytes(kind))
    chart_look.plain(part.chart, SIZE)
    space = part.chart._chartSpace
    space.find(qn("c:txPr")).addprevious(pptx_xml(_FRAMELESS))
    return WordChart(part, data)


def put(
    paragraph: Paragraph, chart: WordChart, size: tuple[Length, Length], number: int, alt: str
) -> None:
    """Show a chart in a paragraph; `number` is its own in the document, counted from one."""
    document: Any = paragraph.part
    package = document.package
    book = Part(
        WordURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
        _WORKBOOK,
        chart.data.xlsx_blob,
        package,
    )
    place = WordURI(f"/word/charts/chart{number}.xml")
    part = Part(place, CONTENT_TYPE.DML_CHART, b"", package)
    space = chart.part.chart._chartSpace
    # Documents differ in the typeface of their theme; the chart takes that of the text.
    chart.part.chart.font.name = document.document.styles["Normal"].font.name
    space.get_or_add_externalData().rId = part.relate_to(book, RELATION.PACKAGE)
    part._blob = chart.part.blob
    key = document.relate_to(part, RELATION.CHART)
    paragraph.add_run()._r.append(_drawing(key, size, number, alt))


def _drawing(key: str, size: tuple[Length, Length], number: int, alt: str) -> Any:
    width, height = size
    drawing = parse_xml(
        f'<w:drawing {_WORD_NAMES}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="Grafik {number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{key}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    drawing[0].find(f"{{{drawing.nsmap['wp']}}}docPr").set("descr", line(alt))
    return drawing
