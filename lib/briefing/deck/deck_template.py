"""Makes the shipped template of the deck: its size, typeface, colours and two layouts.

Run `python -m lib.briefing.deck.deck_template` after a change here or of the palette.
"""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu

from lib.briefing.deck.theme import (
    BODY,
    COVER_TEXT,
    COVER_TITLE,
    FOOT,
    HEAD,
    NUMBER,
    SIZE,
    SLIDE,
    TEMPLATE,
    TITLE_SIZES,
    Box,
)
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import Light, Status

FACE = "Arial"
"""On every office computer, and with a twin of the same widths in LibreOffice."""
_COVER, _CONTENT = "Title Slide", "Title Only"
_PLACES = {
    PP_PLACEHOLDER.TITLE: HEAD,
    PP_PLACEHOLDER.CENTER_TITLE: COVER_TITLE,
    PP_PLACEHOLDER.SUBTITLE: COVER_TEXT,
    PP_PLACEHOLDER.BODY: BODY,
    PP_PLACEHOLDER.FOOTER: FOOT,
    PP_PLACEHOLDER.SLIDE_NUMBER: NUMBER,
}


def template() -> Deck:
    """Return an empty 16:9 presentation with a cover layout (first) and a content layout."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = map(Emu, SIZE)
    for layout in list(deck.slide_layouts):
        if layout.name not in (_COVER, _CONTENT):
            deck.slide_layouts.remove(layout)
    for page in (deck.slide_master, *deck.slide_layouts):
        _arrange(page)
    _letter(deck.slide_master)
    made_by = deck.core_properties
    made_by.author = made_by.last_modified_by = made_by.title = ""
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


if __name__ == "__main__":
    template().save(str(TEMPLATE))
