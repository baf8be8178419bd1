"""Text boxes: paragraphs of runs with explicit size and colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Inches, Pt

from lib.briefing.deck.theme import SMALL, Box
from lib.briefing.native.painting import colour
from lib.charts.palette import BRIGHT

INSET = 0.1
"""Inches left and right of the words in a panel."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; those of a workbook have gone through `celltext`."""

    text: str
    size: float = SMALL
    bold: bool = False
    colour: str = BRIGHT.ink


Paragraph = Sequence[Run]


def panel(slide: Slide, box: Box, fill: str, name: str) -> Any:
    """Add a painted rectangle without line or shadow, and return its text frame."""
    shape: Any = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
    shape.name = name
    # The library's own style brings a shadow and white letters along.
    shape._element.remove(shape._element.find(qn("p:style")))
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(fill)
    shape.line.fill.background()
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_top = frame.margin_bottom = Inches(0.02)
    frame.margin_left = frame.margin_right = Inches(INSET)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    return frame


def write(
    frame: Any,
    paragraphs: Sequence[Paragraph],
    right: bool = False,
    after: float = 0,
) -> None:
    """Fill a text frame; `after` is the space below each paragraph, in points."""
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(after)
        paragraph.space_before = Pt(0)
        if right:
            paragraph.alignment = PP_ALIGN.RIGHT
        for run in runs:
            _add(paragraph, run)


def _add(paragraph: Any, run: Run) -> None:
    words = paragraph.add_run()
    words.text = run.text
    words.font.language_id = MSO_LANGUAGE_ID.INDONESIAN
    words.font.size = Pt(run.size)
    words.font.bold = run.bold
    words.font.color.rgb = colour(run.colour)


def textbox(
    slide: Slide,
    box: Box,
    paragraphs: Sequence[Paragraph],
    name: str,
    right: bool = False,
    after: float = 0,
    middle: bool = False,
) -> None:
    """Add a text box without inner margins."""
    shape: Any = slide.shapes.add_textbox(*box.emu)
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    write(frame, paragraphs, right, after)
