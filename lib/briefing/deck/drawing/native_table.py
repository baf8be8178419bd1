"""Native tables: cells with their own fill, hatching, alignment and hairlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Inches

from lib.briefing.celltext import line
from lib.briefing.deck.theme import LEADING, SMALL, Box
from lib.briefing.native.painting import hatch, solid
from lib.charts.palette import BRIGHT, Swatch
from lib.typeface import fitting

PAD = 0.06
"""Inches left and right of a cell's text."""
RISE = 0.01
"""Inches above and below it."""
_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The table style without lines and fills."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell; `lead` is set in bold before the text, lines of which are kept."""

    text: str = ""
    lead: str = ""
    size: int = SMALL
    bold: bool = False
    colour: str = BRIGHT.ink
    swatch: Swatch | None = None
    align: str = "l"
    middle: bool = True
    span: int = 1
    """Columns it covers; those it covers are left out of the row."""
    ruled: bool = True
    """Whether a hairline runs below it."""


Row = Sequence[TableCell]


def head(text: str, align: str = "l", span: int = 1) -> TableCell:
    """Make a header cell, always of the smallest type."""
    return TableCell(text, bold=True, colour=BRIGHT.muted, align=align, span=span)


def room(inches: float) -> float:
    """Return the points of text that fit into a column."""
    return (inches - 2 * PAD) * 72


def named(lead: str, text: str, points: float, most: int = 1, size: int = SMALL) -> TableCell:
    """Make a cell of a bold code and a name, cut to so many lines."""
    if not text:
        return TableCell(lead=fitting.fit(lead, points, size, most, bold=True), size=size)
    # The code is measured as if plain, with room for its boldness and the distance behind it.
    taken = f"{lead}mm"
    words = fitting.fit(f"{taken} {text}", points, size, most)
    if not words.startswith(taken):
        return TableCell(fitting.fit(f"{lead} {text}", points, size, most), size=size)
    return TableCell(words.removeprefix(taken).strip(), lead=lead, size=size)


def height(lines: int, size: int = SMALL) -> float:
    """Return the inches a row of so many lines needs."""
    return lines * size * LEADING / 72 + 2 * RISE


def capacity(inches: float, size: int = SMALL) -> int:
    """Return how many lines a row of this height holds, at least one."""
    return max(1, int((inches - 2 * RISE) * 72 / (size * LEADING) + 1e-6))


def draw(
    slide: Slide,
    at: tuple[float, float],
    widths: Sequence[float],
    rows: Sequence[tuple[float, Row]],
    name: str,
    alt: str,
) -> Box:
    """Add a table at x, y; `rows` are heights in inches and cells. Returns where it stands."""
    box = Box(*at, sum(widths), sum(height for height, _ in rows))
    shapes: Any = slide.shapes
    frame = shapes.add_table(1, 1, *box.emu)
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", line(alt))
    old = frame._element.graphic.graphicData.tbl
    grid = "".join(f'<a:gridCol w="{Inches(width)}"/>' for width in widths)
    body = "".join(
        f'<a:tr h="{Inches(height)}">{"".join(map(_cell, row))}</a:tr>' for height, row in rows
    )
    old.getparent().replace(
        old,
        parse_xml(
            f'<a:tbl {_NAMES}><a:tblPr firstRow="1"><a:tableStyleId>{_PLAIN}</a:tableStyleId>'
            f"</a:tblPr><a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl>"
        ),
    )
    return box


def _cell(cell: TableCell) -> str:
    paragraphs = cell.text.split("\n")
    lead = _run(f"{cell.lead}  ", True, cell) if cell.lead else ""
    text = "".join(
        f'<a:p><a:pPr algn="{cell.align}"/>{lead if not number else ""}'
        f"{_run(words, cell.bold, cell)}{_end(words or lead, cell.size)}</a:p>"
        for number, words in enumerate(paragraphs)
    )
    span = f' gridSpan="{cell.span}"' if cell.span > 1 else ""
    hidden = (
        f'<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:p>{_end("", SMALL)}</a:p></a:txBody>'
        "<a:tcPr/></a:tc>"
    ) * (cell.span - 1)
    side, rise = Inches(PAD), Inches(RISE)
    anchor = "ctr" if cell.middle else "t"
    return (
        f"<a:tc{span}><a:txBody><a:bodyPr/>{text}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="{rise}" marB="{rise}" anchor="{anchor}">'
        f"{_borders(cell)}{_fill(cell.swatch)}</a:tcPr></a:tc>{hidden}"
    )


def _run(words: str, bold: bool, cell: TableCell) -> str:
    if not words:
        return ""
    return (
        f'<a:r><a:rPr lang="id-ID" sz="{cell.size * 100}" b="{int(bold)}">'
        f"{solid(cell.colour)}</a:rPr>"
        f"<a:t>{escape(words)}</a:t></a:r>"
    )


def _end(words: str, size: int) -> str:
    """Size an empty paragraph too, or it would grow to the default of 18 pt."""
    return "" if words else f'<a:endParaRPr lang="id-ID" sz="{size * 100}"/>'


def _fill(swatch: Swatch | None) -> str:
    return hatch(swatch) if swatch else "<a:noFill/>"


def _borders(cell: TableCell) -> str:
    """Part painted cells by white gaps and others by a hairline; outline what is not painted."""
    if cell.swatch is None:
        below = solid(BRIGHT.grid) if cell.ruled else "<a:noFill/>"
        return (
            '<a:lnL w="0"><a:noFill/></a:lnL><a:lnR w="0"><a:noFill/></a:lnR>'
            f'<a:lnT w="0"><a:noFill/></a:lnT><a:lnB w="9525">{below}</a:lnB>'
        )
    sides, paint = ("lnL", "lnR", "lnT", "lnB"), solid(BRIGHT.card)
    return "".join(f'<a:{side} w="28575">{paint}</a:{side}>' for side in sides)
