"""What Word computes by itself, page numbers and the table of contents, and raw elements."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def contents(place: Paragraph, document: Any) -> None:
    """Fill in the table of contents: a field that Word renews, holding the headings till then."""
    wanted = ("Heading 1", "Heading 2")
    headings = [each for each in document.paragraphs if each.style.name in wanted]
    last = place
    for number, heading in enumerate(headings):
        entry = place.insert_paragraph_before(style=f"toc {heading.style.name[-1]}")
        if number == 0:
            _begin(entry, 'TOC \\o "1-2" \\h \\z \\u')
        link = element("w:hyperlink", anchor=_bookmark(heading, number))
        link.append(entry.add_run(heading.text)._r)
        entry._p.append(link)
        last = entry
    _mark(last, "end")


def _bookmark(heading: Paragraph, number: int) -> str:
    name = f"_Toc{number:04}"
    start = element("w:bookmarkStart", id=str(number), name=name)
    heading._p.insert(1 if heading._p.pPr is not None else 0, start)
    heading._p.append(element("w:bookmarkEnd", id=str(number)))
    return name


def field(paragraph: Paragraph, code: str) -> None:
    """Write a field that Word computes, such as `PAGE`."""
    _begin(paragraph, code)
    paragraph.add_run("1")
    _mark(paragraph, "end")


def _begin(paragraph: Paragraph, code: str) -> None:
    _mark(paragraph, "begin")
    instruction = element("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    _mark(paragraph, "separate")


def _mark(paragraph: Paragraph, kind: str) -> None:
    mark = element("w:fldChar", fldCharType=kind)
    if kind == "begin":
        mark.set(qn("w:dirty"), "true")
    paragraph.add_run()._r.append(mark)


def shading(fill: str) -> Any:
    """Return the ground of a paragraph or a cell, in hexadecimal."""
    return element("w:shd", val="clear", color="auto", fill=fill)


def element(tag: str, **attributes: str) -> Any:
    """Return an element such as `w:tblHeader`, its attributes in the same namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
