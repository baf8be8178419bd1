"""A deck as pictures: one SVG per slide, drawn from the shapes in the file.

Nothing is said or computed a second time: words, places, values and colours are those that
PowerPoint reads. What a regency's own template draws beyond rectangles, pictures, lines and
words is left out, and counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from lib.briefing.deck.picture.canvas import SvgCanvas
from lib.briefing.deck.picture.inks import Inks
from lib.briefing.deck.picture.shape_picture import ShapeDrawer

_POINT = 12700


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """One slide as SVG."""

    number: int
    section: str
    """What stands above its headline; "" on the cover."""
    headline: str
    svg: str
    left_out: int
    """Drawings of the template that the picture lacks."""


def pictures(content: bytes) -> tuple[SlidePicture, ...]:
    """Draw each slide of a deck."""
    deck = Presentation(BytesIO(content))
    size = (deck.slide_width or 0) / _POINT, (deck.slide_height or 0) / _POINT
    return tuple(_picture(slide, number, size) for number, slide in enumerate(deck.slides, 1))


def _picture(slide: Any, number: int, size: tuple[float, float]) -> SlidePicture:
    layout = slide.slide_layout
    master = layout.slide_master
    inks = Inks(master)
    canvas = SvgCanvas(*size, inks.face)
    _ground(canvas, (slide, layout, master), inks, size)
    draw = ShapeDrawer(canvas, inks, number)
    behind = [shape for page in (master, layout) for shape in page.shapes if not _is_place(shape)]
    missing = [shape for shape in (*behind, *slide.shapes) if not draw.shape(shape)]
    sections = [shape.text_frame.text for shape in slide.shapes if shape.name == "Bagian"]
    headline = slide.shapes.title.text if slide.shapes.title else ""
    return SlidePicture(number, "".join(sections), headline, canvas.markup(), len(missing))


def _is_place(shape: Any) -> bool:
    return bool(shape.is_placeholder)


def _ground(
    canvas: SvgCanvas, pages: tuple[Any, ...], inks: Inks, size: tuple[float, float]
) -> None:
    """Paint the background that the slide, its layout or its master states."""
    fill = None
    for page in pages:
        ground = page._element.find(f".//{qn('p:bg')}")
        if ground is not None:
            own = ground.find(qn("p:bgPr"))
            fill = (
                inks.colour(ground.find(qn("p:bgRef"))) if own is None else inks.fill(own, canvas)
            )
            break
    canvas.add("rect", width=size[0], height=size[1], fill=fill or "#FFFFFF")
