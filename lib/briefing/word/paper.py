"""A Word document: styles, fields, tables whose header repeats, places where a person writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from lib.briefing.celltext import lines
from lib.briefing.word import letterhead, styles, word_charts
from lib.briefing.word.fields import contents, element, shading
from lib.briefing.word.word_charts import WordChart
from lib.briefing.written_tables import Cell, WrittenTable
from lib.charts.palette import BRIGHT

_UNBROKEN = 400
"""Rows with longer texts, in characters, may break over two pages."""
_TOGETHER = 8
"""Tables of as many rows stay on one page."""


class Paper:
    """A Word document being written, from top to bottom; every text is made fit for XML."""

    def __init__(
        self,
        title: str,
        author: str,
        header: str,
        footer: str,
        data: Path | None = None,
        items: Mapping[str, str] | None = None,
    ) -> None:
        self._document = styles.opened(data)
        self._contents: Paragraph | None = None
        self._charts = 0
        styles.describe(self._document, lines(title), lines(author))
        styles.turn(self._document.sections[0], wide=False)
        first = self._document.sections[0]
        letterhead.fill(first, items or {})
        letterhead.write(first, lines(header), lines(footer))

    def title(self, text: str, *below: str) -> None:
        self._document.add_paragraph(lines(text), style="Title")
        for each in below:
            self._document.add_paragraph(lines(each), style="Subtitle")

    def heading(self, text: str, level: int = 1) -> None:
        self._document.add_heading(lines(text), level)

    def say(self, text: str) -> None:
        """Write a paragraph; nothing for an empty text."""
        if text:
            self._document.add_paragraph(lines(text))

    def points(self, texts: Iterable[str]) -> None:
        for text in texts:
            self._document.add_paragraph(lines(text), style="List Bullet")

    def to_fill(self, what: str) -> None:
        """Mark a place where a person must write."""
        self._document.add_paragraph(f"[Diisi: {lines(what)}]", style=styles.TO_FILL)

    def contents(self) -> None:
        """Keep a place for the table of contents, filled in when the document is finished."""
        self._contents = self._document.add_paragraph()

    def page(self, wide: bool = False) -> None:
        """Go on upon a new page, lying where a table is wide."""
        above = self._document.paragraphs[-1:]
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        if above and _is_space(above[0]):
            _end_section(above[0], self._document.paragraphs[-1])
        section.different_first_page_header_footer = False
        styles.turn(section, wide)

    def table(self, table: WrittenTable) -> None:
        """Write a table whose header repeats on every page, right under the words before it."""
        self._bind_words()
        grid = self._document.add_table(len(table.rows) + 1, len(table.headers), "Table Grid")
        grid.autofit = False
        for column, width in zip(grid.columns, self._widths(table), strict=True):
            column.width = width
        rows: Sequence[Sequence[Cell]] = (table.headers, *table.rows)
        for index, (tr, row) in enumerate(zip(grid._tbl.tr_lst, rows, strict=True)):
            strong = index == 0 or index - 1 in table.strong
            together = len(table.rows) <= _TOGETHER and index < len(table.rows)
            for tc, cell in zip(tr.tc_lst, row, strict=True):
                _fill(_Cell(tc, grid), cell, strong, together)
            _bind(tr, index == 0, row)
        self._document.add_paragraph(style=styles.TABLE)

    def _widths(self, table: WrittenTable) -> list[Length]:
        whole = sum(table.widths)
        return [Length(int(self.room * share / whole)) for share in table.widths]

    @property
    def room(self) -> Length:
        """The width that the present page leaves between its margins."""
        section = self._document.sections[-1]
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        return Length((section.page_width or 0) - margins)

    def chart(
        self, made: WordChart, height: Length, key: Iterable[tuple[str, str, str]], caption: str
    ) -> None:
        """Show a native chart over the page's width, with its key and its numbered caption.

        `key` is of signs with their colours and words.
        """
        self._charts += 1
        self._bind_words()
        place, signs, below = (self._document.add_paragraph(style=styles.TABLE) for _ in range(3))
        place.paragraph_format.keep_with_next = signs.paragraph_format.keep_with_next = True
        alt = f"{caption}. Klik kanan lalu Edit Data untuk menyunting angkanya."
        word_charts.put(place, made, (self.room, height), self._charts, alt)
        for sign, colour, words in key:
            if sign:
                run = signs.add_run(f"{sign}\u00a0")
                run.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
            signs.add_run(f"{lines(words)}   ")
        below.add_run(f"Gambar {self._charts}. {lines(caption)}.").bold = True
        self._document.add_paragraph(style=styles.TABLE)

    def _bind_words(self) -> None:
        """Keep the words before a table or chart on its page."""
        for paragraph in self._document.paragraphs[-2:]:
            paragraph.paragraph_format.keep_with_next = True

    def signature(self, rows: Iterable[str]) -> None:
        """Leave an empty block for a signature in the right half of the page."""
        for text in rows:
            paragraph = self._document.add_paragraph(text)
            paragraph.paragraph_format.left_indent = Cm(9)
            paragraph.paragraph_format.keep_with_next = True

    def finished(self) -> bytes:
        """Return the document as a .docx file."""
        if self._contents is not None:
            contents(self._contents, self._document)
        buffer = BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()


def _is_space(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is the space below a table, and ends no section yet."""
    style, told = paragraph.style, paragraph._p.pPr
    is_below = style is not None and style.name == styles.TABLE and not paragraph.text
    return is_below and (told is None or told.sectPr is None)


def _end_section(space: Paragraph, ending: Paragraph) -> None:
    """Let the space below a table end its section instead of an empty line of its own.

    Such a line takes a blank page where the table fills the one before; so the space is as
    low as can be.
    """
    described: Any = ending._p.get_or_add_pPr()
    space._p.set_sectPr(described.sectPr)
    ending._p.getparent().remove(ending._p)
    kept = space.paragraph_format
    kept.line_spacing, kept.space_before, kept.space_after = Pt(1), Pt(0), Pt(0)


def _fill(cell: _Cell, content: Cell, strong: bool, together: bool) -> None:
    [paragraph] = cell.paragraphs
    paragraph.style = styles.TABLE_HEAD if strong else styles.TABLE
    if together:
        paragraph.paragraph_format.keep_with_next = True
    if strong:
        cell._tc.get_or_add_tcPr().append(shading(BRIGHT.track.lstrip("#")))
    if isinstance(content, str):
        paragraph.add_run(lines(content))
        return
    for index, address in enumerate(content):
        if index:
            paragraph.add_run().add_break()
        _link(paragraph, address)


def _link(paragraph: Paragraph, address: str) -> None:
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = element("w:hyperlink")
    link.set(qn("r:id"), target)
    run = paragraph.add_run(address)
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(BRIGHT.accent.lstrip("#"))
    link.append(run._r)
    paragraph._p.append(link)


def _bind(tr: Any, is_header: bool, row: Sequence[Cell]) -> None:
    """Repeat a header row on every page, and keep short rows on one."""
    rules = tr.get_or_add_trPr()
    if all(len(cell) <= _UNBROKEN for cell in row if isinstance(cell, str)):
        rules.append(element("w:cantSplit"))
    if is_header:
        rules.append(element("w:tblHeader"))
