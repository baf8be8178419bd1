"""Colours and fills as a file states them: by code, by the theme's names, or hatched."""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from lib.briefing.deck.picture.canvas import SvgCanvas

NONE = "none"
_FULL = 100_000


class Inks:
    """The colours of one slide's theme, and its typeface."""

    def __init__(self, master: Any) -> None:
        [part] = [r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme")]
        self._theme = parse_xml(part.blob)
        self._names = dict(master._element.find(qn("p:clrMap")).attrib)

    @property
    def face(self) -> str:
        """The typeface of the theme's texts, and what stands in for it."""
        found = self._theme.find(f".//{qn('a:minorFont')}/{qn('a:latin')}")
        own = "" if found is None else found.get("typeface", "")
        faces = dict.fromkeys([own, "Arial", "Liberation Sans", "Helvetica"])
        return ", ".join([*(f"'{face}'" for face in faces if face), "sans-serif"])

    def colour(self, holder: Any) -> str | None:
        """Return the colour that stands in an element such as `a:solidFill`, if any."""
        for child in [] if holder is None else holder:
            if child.tag == qn("a:srgbClr"):
                return _toned(f"#{child.get('val')}", child)
            if child.tag == qn("a:sysClr"):
                return _toned(f"#{child.get('lastClr', '000000')}", child)
            if child.tag == qn("a:schemeClr"):
                return _toned(self._named(child.get("val")), child)
        return None

    def _named(self, name: str) -> str:
        known = self._names.get(name, name)
        return self.colour(self._theme.find(f".//{qn(f'a:{known}')}")) or "#000000"

    def fill(self, holder: Any, canvas: SvgCanvas) -> str | None:
        """Return the fill of an element such as `p:spPr`; None where it states none."""
        if holder is None:
            return None
        if holder.find(qn("a:noFill")) is not None:
            return NONE
        pattern = holder.find(qn("a:pattFill"))
        if pattern is not None:
            ink = self.colour(pattern.find(qn("a:fgClr")))
            ground = self.colour(pattern.find(qn("a:bgClr")))
            return canvas.hatched(ink or "#000000", ground or "#FFFFFF")
        return self.colour(holder.find(qn("a:solidFill")))


def _toned(code: str, node: Any) -> str:
    """Lighten or darken a colour as its element asks."""
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    for child in node:
        share = int(child.get("val", _FULL)) / _FULL
        if child.tag in (qn("a:lumMod"), qn("a:shade")):
            parts = [part * share for part in parts]
        elif child.tag == qn("a:lumOff"):
            parts = [part + share for part in parts]
        elif child.tag == qn("a:tint"):
            parts = [1 - (1 - part) * share for part in parts]
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in parts)
