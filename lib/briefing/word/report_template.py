"""Makes the shipped template of the report: its paper and its styles.

Run `python -m lib.briefing.word.report_template` after a change here or of the palette.
"""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from lib.briefing.word.fields import element, shading
from lib.briefing.word.letterhead import edge
from lib.briefing.word.styles import LANGUAGE, TABLE, TABLE_HEAD, TEMPLATE, TO_FILL
from lib.charts.palette import BRIGHT
from lib.plan import schema

FACE = "Arial"
_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2)
_AGENCY = "[Diisi: nama dan alamat perangkat daerah yang menyusun laporan]"
_FLAG = "FFF3C4"
"""Ground of what a person must still write."""


def template() -> Any:
    """Return an empty A4 document with every style the report uses."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", _MARGIN)
    dress(document)
    _head(document, section)
    made_by = document.core_properties
    made_by.author = made_by.last_modified_by = made_by.comments = ""
    return document


def _head(document: Any, section: Any) -> None:
    """Put a letterhead on the first page: whose report it is, and who writes it."""
    section.different_first_page_header_footer = True
    head = section.first_page_header
    government = head.paragraphs[0]
    words = government.add_run(f"{{{schema.GOVERNMENT}}}")
    words.font.size, words.font.bold, words.font.all_caps = Pt(15), True, True
    agency = head.add_paragraph(_AGENCY, style=document.styles[TO_FILL])
    for paragraph in (government, agency):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    edge(agency)


def dress(document: Any) -> None:
    """Set every style the report uses."""
    found = document.styles
    base = WD_STYLE_TYPE.PARAGRAPH
    for name in (TABLE, TABLE_HEAD, TO_FILL, "toc 1", "toc 2"):
        found.add_style(name, base).base_style = found["Normal"]
    look = {
        "Normal": (11, False, 6),
        "Title": (22, True, 8),
        "Subtitle": (12, False, 4),
        "Heading 1": (16, True, 8),
        "Heading 2": (13, True, 6),
        "Heading 3": (13, True, 6),
        TABLE: (9, False, 2),
        TABLE_HEAD: (9, True, 2),
        TO_FILL: (11, False, 6),
        "toc 1": (11, False, 2),
        "toc 2": (11, False, 2),
    }
    for name, (size, bold, after) in look.items():
        _style(found[name], size, bold, after)
    found[TABLE_HEAD].paragraph_format.keep_with_next = True
    found["toc 2"].paragraph_format.left_indent = Cm(0.8)
    found[TO_FILL].element.get_or_add_pPr().append(shading(_FLAG))


def _style(style: Any, size: int, bold: bool, after: int) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(BRIGHT.ink.lstrip("#"))
    style.paragraph_format.space_after = Pt(after)
    marks = style.element.get_or_add_rPr()
    fonts = marks.get_or_add_rFonts()
    fonts.attrib.clear()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FACE)
    for stale in (*marks.findall(qn("w:lang")), *marks.findall(qn("w:spacing"))):
        marks.remove(stale)
    marks.append(element("w:lang", val=LANGUAGE))


if __name__ == "__main__":
    template().save(TEMPLATE)
