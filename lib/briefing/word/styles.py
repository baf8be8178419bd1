"""The Word report's styles, its paper and what the file says of itself."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from lib.briefing.word.fields import element, shading
from lib.charts.palette import BRIGHT

FACE = "Arial"
LANGUAGE = "id-ID"
_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2)
TO_FILL, TABLE, TABLE_HEAD = "Isian", "Isi Tabel", "Kepala Tabel"
_FLAG = "FFF3C4"
"""Ground of what a person must still write."""


def describe(document: Any, title: str, author: str) -> None:
    """Write the file's properties; the template's own dates and names go."""
    core = document.core_properties
    core.title, core.author, core.language = title[:255], author[:255], LANGUAGE
    core.comments = core.keywords = core.last_modified_by = ""
    for name in ("dcterms:created", "dcterms:modified"):
        for stale in core._element.findall(qn(name)):
            core._element.remove(stale)


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
        TABLE: (8, False, 2),
        TABLE_HEAD: (8, True, 2),
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


def turn(section: Any, wide: bool) -> None:
    """Lay a section's paper upright, or lying where it is wide."""
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = reversed(_A4) if wide else _A4
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", _MARGIN)
