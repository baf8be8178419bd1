"""A Word document's paragraphs as they print: symbol signs, notes, numbers, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from lib.decree.foreign_table import SOFT
from lib.decree.source import glyphs
from lib.decree.source.word_numbers import Numbering

_INSIDE = {
    qn(f"w:{name}")
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple",
                 "customXml", "dir", "bdo")
}  # fmt: skip
"""Elements whose content counts as if it stood in their place."""
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_OFF = ("0", "false", "off", "none")


@dataclass
class TextReader:
    """What paragraphs need of the rest of the document."""

    numbering: Numbering
    notes: Mapping[str, str] = field(default_factory=dict)
    """Texts of footnotes and endnotes, by kind and id."""

    def paragraph(self, element: Any) -> str:
        """Return a paragraph as it prints, its automatic number before it."""
        text = _tidy("".join(self._pieces(element)))
        if not text and _mark_is_deleted(element):
            return ""
        label = self.numbering.label(element)
        if label == "•" and not text:
            return ""
        return " ".join(part for part in (label, text) if part)

    def _pieces(self, element: Any) -> Iterator[str]:
        for child in element:
            if child.tag == qn("w:r"):
                yield from self._run(child)
            elif child.tag in _INSIDE:
                yield from self._pieces(child)
            elif isinstance(child.tag, str) and child.tag.endswith("}oMath"):
                yield "".join(child.itertext())

    def _run(self, run: Any) -> Iterator[str]:
        properties = run.find(qn("w:rPr"))
        font = ""
        if properties is not None:
            if is_on(properties.find(qn("w:vanish"))):
                return
            fonts = properties.find(qn("w:rFonts"))
            font = "" if fonts is None else fonts.get(qn("w:ascii"), "")
        for child in run:
            yield self._sign(child, font)

    def _sign(self, child: Any, font: str) -> str:
        match child.tag:
            case tag if tag == qn("w:t"):
                return glyphs.shown(child.text or "", font)
            case tag if tag == qn("w:sym"):
                sign = chr(int(child.get(qn("w:char"), "0"), 16))
                return glyphs.shown(sign, child.get(qn("w:font"), ""))
            case tag if tag in (qn("w:br"), qn("w:cr")):
                return SOFT
            case tag if tag in (qn("w:tab"), qn("w:ptab")):
                return " "
            case tag if tag == qn("w:noBreakHyphen"):
                return "-"
            case tag if tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
                kind = tag.rpartition("}")[2].removesuffix("Reference")
                note = self.notes.get(kind + child.get(qn("w:id"), ""), "")
                return f" (catatan kaki: {note})" if note else ""
            case _:
                return self._box(child)

    def _box(self, child: Any) -> str:
        """Return the text of text boxes; Word writes each twice, for old programs too."""
        if child.tag == qn("w:t") or not isinstance(child.tag, str):
            return ""
        choice = child.find(_CHOICE)
        boxes = (child if choice is None else choice).iter(qn("w:txbxContent"))
        return " ".join(self.block(box) for box in boxes)

    def block(self, element: Any) -> str:
        """Return the text of all paragraphs and tables in an element, one line each."""
        lines = []
        for child in blocks(element):
            if child.tag == qn("w:p"):
                lines.append(self.paragraph(child))
            else:
                texts = (" ".join(map(self.block, cells(row))) for row in rows(child))
                lines += [" ".join(row.split()) for row in texts]
        return "\n".join(line for line in lines if line)


def blocks(element: Any) -> Iterator[Any]:
    """Yield paragraphs and tables in order, through whatever wraps them."""
    for child in element:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in _INSIDE:
            yield from blocks(child)


def rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == qn("w:tr"):
            if child.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                yield child
        elif child.tag in _INSIDE:
            yield from rows(child)


def cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in _INSIDE:
            yield from cells(child)


def is_on(element: Any | None) -> bool:
    return element is not None and element.get(qn("w:val"), "1").lower() not in _OFF


def _mark_is_deleted(paragraph: Any) -> bool:
    path = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
    return paragraph.find(path) is not None


def _tidy(text: str) -> str:
    text = re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", text).replace("\u00a0", " ")
    text = re.sub(r"[^\S\v]+", " ", text)
    return re.sub(rf" ?{SOFT}(?:[ {SOFT}])*", SOFT, text).strip()
