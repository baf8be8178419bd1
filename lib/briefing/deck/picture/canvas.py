"""An SVG picture being drawn, in points."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

_SVG = "http://www.w3.org/2000/svg"
_STEP = 4.0
"""Points between the lines of a hatching."""


class SvgCanvas:
    """Elements in the order they are painted; fills with a pattern stand at the head."""

    def __init__(self, width: float, height: float, face: str) -> None:
        size = {"width": _short(width), "height": _short(height)}
        view = f"0 0 {_short(width)} {_short(height)}"
        given = {"xmlns": _SVG, "viewBox": view, "font-family": face}
        self._root = ElementTree.Element("svg", given | size)
        self._defs = ElementTree.SubElement(self._root, "defs")
        # Browsers would make one blank of several.
        self.add("style", "text,tspan{white-space:pre}", within=self._defs)
        self._hatches: dict[tuple[str, str], str] = {}

    def add(self, tag: str, text: str = "", within: Any = None, **given: object) -> Any:
        """Add an element; `_` in an attribute's name stands for `-`, None leaves it out."""
        made = ElementTree.SubElement(self._root if within is None else within, tag)
        for name, value in given.items():
            if value is not None:
                written = _short(value) if isinstance(value, int | float) else str(value)
                made.set(name.replace("_", "-"), written)
        if text:
            made.text = text
        return made

    def hatched(self, ink: str, ground: str) -> str:
        """Return a fill of thin rising lines on a ground."""
        key = (ink, ground)
        if key not in self._hatches:
            name = f"arsir{len(self._hatches)}"
            self._hatches[key] = f"url(#{name})"
            tile = self.add(
                "pattern",
                within=self._defs,
                id=name,
                width=_STEP,
                height=_STEP,
                patternUnits="userSpaceOnUse",
                patternTransform="rotate(45)",
            )
            self.add("rect", within=tile, width=_STEP, height=_STEP, fill=ground)
            self.add("rect", within=tile, width=0.8, height=_STEP, fill=ink)
        return self._hatches[key]

    def window(self, x: float, y: float, w: float, h: float) -> Any:
        """Return a group that shows what lies inside a box, and nothing beyond it."""
        name = f"jendela{len(self._defs)}"
        frame = self.add("clipPath", within=self._defs, id=name)
        self.add("rect", within=frame, x=x, y=y, width=w, height=h)
        return self.add("g", clip_path=f"url(#{name})")

    def markup(self) -> str:
        return ElementTree.tostring(self._root, encoding="unicode")


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
