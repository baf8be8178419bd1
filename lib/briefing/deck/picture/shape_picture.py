"""A slide's shapes as parts of its picture: panels, words, pictures, lines, tables, charts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

from lib.briefing.deck.picture import chart_picture, shape_words, table_picture, word_lines
from lib.briefing.deck.picture.canvas import SvgCanvas
from lib.briefing.deck.picture.inks import NONE, Inks

_POINT = 12700
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_KNOWN = ("rect", "roundRect", "ellipse")


@dataclass(frozen=True, slots=True)
class ShapeDrawer:
    """Draws the shapes of one slide, and of what lies behind it."""

    canvas: SvgCanvas
    inks: Inks
    number: int

    def shape(self, shape: Any) -> bool:
        """Draw a shape; tells whether it could."""
        box = _box(shape)
        if getattr(shape, "has_chart", False):
            return chart_picture.draw(self.canvas, box, shape.chart, self.inks)
        if getattr(shape, "has_table", False):
            table = shape._element.graphic.graphicData.tbl
            table_picture.draw(self.canvas, box[:2], table, self.inks)
            return True
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
            self._image(shape, box)
            return True
        if shape.shape_type == MSO_SHAPE_TYPE.LINE:
            return self._line(shape, box)
        if not shape.has_text_frame:
            return False
        known = self._panel(shape, box)
        self._words(shape, box)
        return known

    def _image(self, shape: Any, box: tuple[float, ...]) -> None:
        x, y, w, h = box
        kind, data = shape.image.content_type, b64encode(shape.image.blob).decode("ascii")
        self.canvas.add(
            "image",
            x=x,
            y=y,
            width=w,
            height=h,
            preserveAspectRatio="none",
            href=f"data:{kind};base64,{data}",
        )

    def _line(self, shape: Any, box: tuple[float, ...]) -> bool:
        stroke, width = self._edge(shape._element.find(qn("p:spPr")))
        stroke = stroke or self._by_style(shape, "a:lnRef") or ""
        if stroke:
            x, y, w, h = box
            self.canvas.add(
                "line", x1=x, y1=y, x2=x + w, y2=y + h, stroke=stroke, stroke_width=width
            )
        return bool(stroke)

    def _panel(self, shape: Any, box: tuple[float, ...]) -> bool:
        """Paint what lies behind a shape's words."""
        looks = [one.find(qn("p:spPr")) for one in _elements(shape)]
        fills = (self.inks.fill(look, self.canvas) for look in looks)
        fill = next((one for one in fills if one is not None), None)
        fill = fill or self._by_style(shape, "a:fillRef") or NONE
        stroke, width = self._edge(looks[0])
        form = looks[0].find(qn("a:prstGeom"))
        kind = "rect" if form is None else form.get("prst")
        if fill == NONE and not stroke:
            return True
        if kind not in _KNOWN or looks[0].find(qn("a:custGeom")) is not None:
            return False
        x, y, w, h = box
        # An ellipse is a rectangle rounded all the way.
        by = {"ellipse": (w / 2, h / 2), "roundRect": (min(w, h) / 6,) * 2}.get(kind, (None, None))
        place = self.canvas.add("rect", x=x, y=y, width=w, height=h, rx=by[0], ry=by[1], fill=fill)
        if stroke:
            place.set("stroke", stroke)
            place.set("stroke-width", f"{width:g}")
        return True

    def _edge(self, look: Any) -> tuple[str, float]:
        line = None if look is None else look.find(qn("a:ln"))
        stroke = self.inks.fill(line, self.canvas)
        if line is None or not stroke or stroke == NONE:
            return "", 1
        return stroke, int(line.get("w", _POINT)) / _POINT

    def _by_style(self, shape: Any, kind: str) -> str | None:
        """Return the colour that a shape's style gives it, where it states none itself."""
        style = shape._element.find(f"{qn('p:style')}/{qn(kind)}")
        return None if style is None or style.get("idx") == "0" else self.inks.colour(style)

    def _words(self, shape: Any, box: tuple[float, ...]) -> None:
        bodies = [one.find(qn("p:txBody")) for one in _elements(shape)]
        there = [body for body in bodies if body is not None]
        if there:
            x, y, w, h = box
            styles = list(_styles(shape, there))
            found = shape_words.paragraphs(there[0], styles, self.inks, self.number)
            word_lines.draw(self.canvas, shape_words.frame((x, y, w, h), there), list(found))


def _box(shape: Any) -> tuple[float, float, float, float]:
    left, top, width, height = (
        (side or 0) / _POINT for side in (shape.left, shape.top, shape.width, shape.height)
    )
    return left, top, width, height


def _elements(shape: Any) -> Iterator[Any]:
    """Yield a shape's element, then those that it takes its look from."""
    yield shape._element
    if not shape.is_placeholder:
        return
    above = getattr(shape, "_base_placeholder", None)
    while above is not None:
        yield above._element
        above = getattr(above, "_base_placeholder", None)


def _styles(shape: Any, bodies: list[Any]) -> Iterator[Any]:
    """Yield what says how the first level of a shape's words looks, nearest first."""
    for body in bodies:
        style = body.find(f"{qn('a:lstStyle')}/{qn('a:lvl1pPr')}")
        if style is not None:
            yield style
    if shape.is_placeholder:
        name = "p:titleStyle" if shape.placeholder_format.type in _TITLES else "p:otherStyle"
        master = shape.part.slide_layout.slide_master
        style = master._element.find(f".//{qn(name)}/{qn('a:lvl1pPr')}")
        if style is not None:
            yield style
