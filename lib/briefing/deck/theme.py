"""The deck's look: slide size, typeface, colours, and the two layouts it uses."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Inches, Length

from lib.charts.palette import BRIGHT
from lib.plan.status import Light, Status

FACE = "Arial"
"""On every office computer, and with a twin of the same widths in LibreOffice."""
SLIDE = (13.333, 7.5)
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

_COVER, _CONTENT = "Title Slide", "Title Only"
_PLACES = {
    PP_PLACEHOLDER.TITLE: HEAD,
    PP_PLACEHOLDER.CENTER_TITLE: COVER_TITLE,
    PP_PLACEHOLDER.SUBTITLE: COVER_TEXT,
    PP_PLACEHOLDER.BODY: BODY,
    PP_PLACEHOLDER.FOOTER: FOOT,
    PP_PLACEHOLDER.SLIDE_NUMBER: NUMBER,
}


def stage() -> Deck:
    """Return an empty 16:9 presentation with a cover layout (first) and a content layout."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = (Inches(side) for side in SLIDE)
    for layout in list(deck.slide_layouts):
        if layout.name not in (_COVER, _CONTENT):
            deck.slide_layouts.remove(layout)
    for page in (deck.slide_master, *deck.slide_layouts):
        _arrange(page)
    _letter(deck.slide_master)
    cover, content = deck.slide_layouts
    _stripe(cover, Box(0, 0, 0.22, SLIDE[1]))
    _stripe(content, Box(0, 0, SLIDE[0], 0.08))
    return deck


def _stripe(layout: SlideLayout, box: Box) -> None:
    """Paint an accent behind everything else of a layout."""
    x, y, w, h = box.emu
    element = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name="Aksen"/><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/>'
        "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
    layout.shapes._spTree.insert_element_before(element, "p:sp")


def _arrange(page: Any) -> None:
    """Put the placeholders in their places; the date has none here."""
    for shape in list(page.placeholders):
        kind = shape.placeholder_format.type
        if kind not in _PLACES:
            shape._element.getparent().remove(shape._element)
            continue
        place(shape, _PLACES[kind])
        body = shape._element.find(qn("p:txBody")).find(qn("a:bodyPr"))
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")
        for fitting in body.findall(qn("a:normAutofit")):
            body.remove(fitting)
    for shape in page.placeholders:
        aside = shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
        for style in shape._element.iter(qn("a:lvl1pPr")):
            style.set("algn", "r" if aside else "l")


def place(shape: BaseShape, box: Box) -> None:
    """Move a shape to a place."""
    shape.left, shape.top, shape.width, shape.height = box.emu


def _letter(master: SlideMaster) -> None:
    """Give the theme our typeface and palette, so that what people add looks alike."""
    style = master._element.find(".//" + qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    style.set("algn", "l")
    style.find(qn("a:defRPr")).set("sz", str(TITLE_SIZES[0] * 100))
    style.find(qn("a:defRPr")).set("b", "1")
    placeholders: Any = master.placeholders
    title = next(iter(placeholders))
    title._element.find(qn("p:txBody")).find(qn("a:bodyPr")).set("anchor", "t")
    [theme] = [
        relation.target_part
        for relation in master.part.rels.values()
        if relation.reltype.endswith("/theme")
    ]
    xml = theme.blob.decode("utf-8")
    xml = re.sub(r'(<a:m(?:aj|in)orFont><a:latin typeface=)"[^"]*"', rf'\1"{FACE}"', xml)
    for name, code in _scheme().items():
        paint = f'<a:{name}><a:srgbClr val="{code.lstrip("#")}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", paint, xml)
    theme._blob = xml.encode("utf-8")


def _scheme() -> dict[str, str]:
    status, light = BRIGHT.status, BRIGHT.light
    return {
        "dk1": BRIGHT.ink,
        "lt1": BRIGHT.card,
        "dk2": BRIGHT.accent,
        "lt2": BRIGHT.track,
        "accent1": BRIGHT.accent,
        "accent2": status[Status.DONE].fill,
        "accent3": status[Status.IN_PROGRESS].fill,
        "accent4": light[Light.YELLOW].fill,
        "accent5": status[Status.LATE].fill,
        "accent6": status[Status.NOT_STARTED].fill,
        "hlink": BRIGHT.accent,
        "folHlink": status[Status.NOT_DONE].fill,
    }
