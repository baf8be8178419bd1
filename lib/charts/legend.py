"""The legend, as words with signs: it stays flush left and wraps at any width.

Plotly's own legend wraps at the axis instead of the picture and cannot be set in pixels.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import plotly.graph_objects as go

from lib.charts import lettering
from lib.charts.palette import Palette

_GAP = "\u2002 "
_LINES = {"dash": "╌╌", "dot": "┄┄"}


class Legend(NamedTuple):
    """A legend as text for Plotly, and its height in pixels."""

    text: str
    height: int


def block(figure: go.Figure, colours: Palette, size: int, pixels: int) -> Legend | None:
    """Describe the named traces of a figure; None where there are none."""
    entries = [(_sign(trace, colours), trace.name) for trace in figure.data if _listed(trace)]
    if not entries:
        return None
    rows: list[list[str]] = [[]]
    used = 0.0
    for sign, name in entries:
        taken = lettering.width(f"■ {name}{_GAP}", size)
        if rows[-1] and used + taken > pixels:
            rows.append([])
            used = 0
        rows[-1].append(f"{sign} {lettering.safe(name)}")
        used += taken
    text = "<br>".join(_GAP.join(row) for row in rows)
    return Legend(text, len(rows) * lettering.line(size) + 4)


def _listed(trace: Any) -> bool:
    return bool(trace.name) and trace.showlegend is not False


def _sign(trace: Any, colours: Palette) -> str:
    """Draw a trace's sign in its colour: filled, hatched or outlined square, line or tick."""
    if trace.type == "bar":
        fill = trace.marker.color
        outlined = bool(trace.marker.line.width)
        if trace.marker.pattern.shape:
            return _paint("▨", colours.edge if outlined else fill)
        if outlined and fill == colours.card:
            return _paint("□", colours.edge)
        return _paint("■", colours.edge if outlined else fill)
    if "lines" in trace.mode:
        return _paint(_LINES.get(trace.line.dash, "━"), trace.line.color)
    return _paint("┃", trace.marker.line.color)


def _paint(sign: str, colour: str) -> str:
    return f'<span style="color:{colour}">{sign}</span>'
