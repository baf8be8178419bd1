"""What every slide has: section, headline, CONTOH mark, footer, number and speaker notes."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from lib.briefing.celltext import line
from lib.briefing.deck import theme
from lib.briefing.deck.drawing.text_boxes import INSET, Run, panel, textbox, write
from lib.briefing.deck.theme import BADGE, FOOT, KICKER, LEADING, SMALL, TITLE_SIZES
from lib.briefing.source import Briefing
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import Light
from lib.plan.standing import Standing
from lib.typeface import fitting

MORE = "(lanjutan)"
"""Marks what goes on from the slide before."""


@dataclass(frozen=True)
class Stage:
    """The presentation being made, and what it is made from."""

    deck: Deck
    briefing: Briefing

    @property
    def standing(self) -> Standing:
        """What the slides are about."""
        return self.briefing.standing

    def slide(
        self, section: str, headline: str, notes: Iterable[str], page: int = 1, pages: int = 1
    ) -> Slide:
        """Add a content slide; `notes` are the numbers behind its headline.

        From the second page of a section on its headline says that it is continued.
        """
        slide: Slide = self.deck.slides.add_slide(self.deck.slide_layouts[1])
        set_headline(slide, f"{headline} {MORE}" if page > 1 else headline)
        place = f" · {page} dari {pages}" if pages > 1 else ""
        kicker = Run(f"{section}{place}", SMALL, True, BRIGHT.accent)
        textbox(slide, KICKER, [[kicker]], "Bagian", middle=True)
        self.dress(slide, notes)
        return slide

    def dress(self, slide: Slide, notes: Iterable[str]) -> None:
        """Add CONTOH mark, footer, number and notes."""
        _badge(slide, self.briefing.mark)
        _footer(slide, self.briefing.source)
        lines = [line(note) for note in notes]
        text = "\n".join([*lines, line(self.briefing.source)])
        notes_frame: Any = slide.notes_slide.notes_text_frame
        notes_frame.text = text


def set_headline(slide: Slide, text: str, sizes: Iterable[int] = TITLE_SIZES) -> None:
    """Write the title, in the largest size in which it fits; the last size cuts it."""
    words, box = line(text), theme.head(slide)
    for size in sizes:
        most = int(box.h * 72 / (size * LEADING))
        if len(fitting.lines(words, box.points, size, bold=True)) <= most:
            break
    else:
        words = fitting.fit(words, box.points, size, most, bold=True)
    title: Any = slide.shapes.title
    write(title.text_frame, [[Run(words, size, True)]])


def _badge(slide: Slide, mark: str) -> None:
    """Say that the figures are made up, where they are."""
    if not mark:
        return
    swatch = BRIGHT.light[Light.YELLOW]
    words = fitting.fit(line(mark), BADGE.points - 2 * INSET * 72, SMALL, bold=True)
    frame = panel(slide, BADGE, swatch.fill, "Tanda contoh")
    write(frame, [[Run(words, SMALL, True, swatch.text)]])
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _footer(slide: Slide, source: str) -> None:
    """Fill the layout's footer and slide number, which a new slide lacks."""
    layout: Any = slide.slide_layout
    for shape in layout.placeholders:
        kind = shape._element.find(".//" + qn("p:ph")).get("type")
        if kind not in ("ftr", "sldNum"):
            continue
        element = deepcopy(shape._element)
        element.find(".//" + qn("p:cNvPr")).set("id", str(slide.shapes._next_shape_id))
        slide.shapes._spTree.append(element)
        body = element.find(qn("p:txBody"))
        for style in body.iter(qn("a:rPr"), qn("a:endParaRPr")):
            style.set("sz", str(SMALL * 100))
            style.set("lang", "id-ID")
        for paragraph in body.iter(qn("a:p")):
            paragraph.get_or_add_pPr().set("algn", "l" if kind == "ftr" else "r")
        if kind == "ftr":
            footer = next(s for s in slide.placeholders if s._element is element)
            write(footer.text_frame, [[Run(_fitting(source), SMALL, False, BRIGHT.muted)]])


def _fitting(source: str) -> str:
    """Leave the government out where the line is too long; the cover names it."""
    source = line(source)
    if fitting.width(source, SMALL) > FOOT.points and " · " in source:
        source = source.partition(" · ")[2]
    return fitting.fit(source, FOOT.points, SMALL)
