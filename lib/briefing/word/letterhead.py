"""The head and the foot of the report's pages: the template's letterhead, mark, source, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lib.briefing.celltext import line
from lib.briefing.word.fields import field

_SMALL = Pt(7.5)


def fill(section: Any, items: Mapping[str, str]) -> None:
    """Write what the document says in place of its items' names, such as `{Pemerintah Daerah}`.

    A paragraph in which a name stands keeps the look of its first words.
    """
    for part in (section.first_page_header, section.header):
        for paragraph in part.paragraphs:
            text = paragraph.text
            for item, words in items.items():
                text = text.replace(f"{{{item}}}", line(words))
            if text != paragraph.text:
                first, *others = paragraph.runs
                first.text = text
                for run in others:
                    run.text = ""


def write(section: Any, header: str, footer: str) -> None:
    """Write what stands at the head and the foot of every page.

    Where the template's first page has a head of its own, that one is left as it is.
    """
    feet = [section.footer]
    if section.different_first_page_header_footer:
        feet.append(section.first_page_footer)
    _place(_free(section.header), header)
    for part in feet:
        foot = _free(part)
        foot.add_run(f"{footer} · halaman ")
        field(foot, "PAGE")
        foot.add_run(" dari ")
        field(foot, "NUMPAGES")
        _place(foot)


def _place(paragraph: Paragraph, text: str = "") -> None:
    if text:
        paragraph.add_run(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for run in paragraph.runs:
        run.font.size = _SMALL


def _free(part: Any) -> Paragraph:
    """Return an empty paragraph below what the template has at the head or foot, if anything."""
    last: Paragraph = part.paragraphs[-1]
    # A template's letterhead may be a picture, which has no text.
    return (
        part.add_paragraph() if last.text or len(last._p.xpath(".//w:drawing|.//w:pict")) else last
    )


def edge(paragraph: Paragraph) -> None:
    """Rule a double line below a letterhead."""
    rules = paragraph._p.get_or_add_pPr()
    border = rules.makeelement(qn("w:pBdr"), {})
    below = border.makeelement(
        qn("w:bottom"),
        {qn("w:val"): "double", qn("w:sz"): "6", qn("w:space"): "6", qn("w:color"): "auto"},
    )
    border.append(below)
    rules.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
