"""Places and sizes on a slide, and the template that gives the deck its look."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches, Length

from lib.briefing.templates import Unfit, chosen

SLIDE = (12192000 / 914400, 7.5)
"""Inches of a 16:9 slide, as every program counts it."""
MARGIN = 0.6
SMALL = 12
"""The smallest type anywhere, in points."""
LEADING = 1.18
"""Height of a line in parts of the letter size."""
TITLE_SIZES = (26, 24, 22, 20)


class Box(NamedTuple):
    """A place on a slide, in inches."""

    x: float
    y: float
    w: float
    h: float

    @property
    def emu(self) -> tuple[Length, Length, Length, Length]:
        return Inches(self.x), Inches(self.y), Inches(self.w), Inches(self.h)

    @property
    def points(self) -> float:
        """Width for text, in points."""
        return self.w * 72


WIDTH = SLIDE[0] - 2 * MARGIN
KICKER = Box(MARGIN, 0.3, 7.6, 0.3)
BADGE = Box(SLIDE[0] - MARGIN - 4.2, 0.28, 4.2, 0.32)
HEAD = Box(MARGIN, 0.62, WIDTH, 0.94)
BODY = Box(MARGIN, 1.6, WIDTH, 5.26)
FOOT = Box(MARGIN, 6.98, 11.3, 0.3)
NUMBER = Box(MARGIN + 11.4, 6.98, WIDTH - 11.4, 0.3)
COVER_TITLE = Box(MARGIN, 2.1, WIDTH, 2.0)
COVER_TEXT = Box(MARGIN, 4.3, WIDTH, 1.7)


TEMPLATE = Path(__file__).with_name("rapat.pptx")
SIZE = (12192000, 6858000)
"""Width and height of a slide in EMU."""
_HEADS = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_COVER = (PP_PLACEHOLDER.SUBTITLE,)
_CONTENT = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_NAMES = {
    PP_PLACEHOLDER.SUBTITLE: "subjudul",
    PP_PLACEHOLDER.FOOTER: "kaki halaman",
    PP_PLACEHOLDER.SLIDE_NUMBER: "nomor salindia",
}


def stage(data: Path | None = None) -> Deck:
    """Open the template, the one in a data folder before the shipped one.

    Its first layout is the cover, its second the content. Raises `Unfit` where it is no 16:9
    presentation, lacks a placeholder, or leaves the drawings no room.
    """
    path = chosen(TEMPLATE, data)
    try:
        deck = Presentation(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as cause:
        raise Unfit(path.name, "berkasnya bukan presentasi PowerPoint (.pptx).") from cause
    if (deck.slide_width, deck.slide_height) != SIZE:
        raise Unfit(path.name, "ukuran salindianya harus 16:9, 33,867 cm x 19,05 cm.")
    if len(deck.slides):
        raise Unfit(path.name, "salindianya harus kosong; simpan tata letaknya saja.")
    if len(deck.slide_layouts) < 2:
        raise Unfit(path.name, "perlu dua tata letak: sampul, lalu isi.")
    _must_have(path.name, deck.slide_layouts[0], "pertama (sampul)", _COVER)
    _must_have(path.name, deck.slide_layouts[1], "kedua (isi)", _CONTENT)
    _must_leave_room(path.name, deck.slide_layouts[1])
    return deck


def head(slide_or_layout: Any) -> Box:
    """Return where the title of a slide or layout stands."""
    [shape] = [each for each in slide_or_layout.placeholders if _kind(each) in _HEADS]
    return Box(*(Emu(side).inches for side in (shape.left, shape.top, shape.width, shape.height)))


def _kind(shape: Any) -> PP_PLACEHOLDER:
    kind: PP_PLACEHOLDER = shape.placeholder_format.type
    return kind


def _must_have(
    name: str, layout: SlideLayout, which: str, wanted: tuple[PP_PLACEHOLDER, ...]
) -> None:
    shapes: Any = layout.placeholders
    there = [_kind(shape) for shape in shapes]
    missing = [_NAMES[kind] for kind in wanted if kind not in there]
    if not any(kind in _HEADS for kind in there):
        missing.insert(0, "judul")
    if missing:
        raise Unfit(name, f"tata letak {which} tidak memiliki {', '.join(missing)}.")


def _must_leave_room(name: str, layout: SlideLayout) -> None:
    """The drawings take the middle of a slide: the title ends above it."""
    title = head(layout)
    if title.y + title.h > BODY.y + 0.01:
        centimetres = f"{BODY.y * 2.54:.1f}".replace(".", ",")
        raise Unfit(name, f"judul tata letak kedua harus berakhir {centimetres} cm dari tepi atas.")
