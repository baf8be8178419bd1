"""Stacked bars as they are described before any program draws them.

Labels are number formats, not texts, so that they follow what somebody types under Edit Data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lib.charts.palette import BRIGHT, Swatch
from lib.typeface import fitting

_INDONESIAN = "[$-421]"
"""Makes a number format write a comma for decimals."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How one point is painted and labelled; `form` is a number format, "" for no label."""

    swatch: Swatch
    form: str = ""
    based: bool = False
    """Whether the label stands at the bar's base, for a bar longer than the plot."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series of stacked bars; `bars` gives points a look of their own."""

    name: str
    values: Sequence[float | None]
    look: Bar
    bars: dict[int, Bar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruler:
    """How long a bar of one unit is, in inches, and how large its label, in points."""

    unit: float
    size: float

    def fits(self, text: str, value: float) -> bool:
        """Tell whether a label fits into a bar of this value."""
        return fitting.width(text, self.size) + 3 <= value * self.unit * 72


CLEAR = Swatch("", BRIGHT.ink, "")
"""A bar nobody sees, which keeps a distance."""
TRACK = Swatch(BRIGHT.track, BRIGHT.ink, "")
"""The part of a bar that is not reached."""
COUNT = "0;;"
"""Shows a count, and nothing for zero."""


def literal(text: str) -> str:
    """Return a number format that always shows this text."""
    return '"' + text.replace('"', "''") + '"' if text else ""


def percents(value: float, mark: str = "") -> str:
    """Return the number format of a percentage, as many decimals as `value` needs."""
    form = "0" if round(value, 1) == round(value) else "0.0"
    lead = literal(f"{mark} ") if mark else ""
    return f'{_INDONESIAN}{lead}{form}"%"'
