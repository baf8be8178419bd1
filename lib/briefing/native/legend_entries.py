"""Legends in words with signs, the same beside the tables and charts of deck and report."""

from __future__ import annotations

from collections.abc import Iterable

from lib.charts.palette import BRIGHT, Swatch
from lib.plan.figures.status import Light, Status
from lib.voice.words.signs import NOT_COMPUTED, light_entry, status_entry

Entry = tuple[Swatch, str]


def statuses(found: Iterable[Status]) -> list[Entry]:
    """Return the entries of the statuses that occur, in their own order."""
    present = set(found)
    return [(BRIGHT.status[status], status_entry(status)) for status in Status if status in present]


def lights(found: Iterable[str]) -> list[Entry]:
    """Return the entries of the lights that occur, in their own order."""
    present = set(found)
    return [
        (BRIGHT.light[light], light_entry(light, NOT_COMPUTED))
        for light in Light
        if light.value in present
    ]


def sign(swatch: Swatch) -> str:
    """Return the sign that looks like a swatch."""
    if swatch.hatched:
        return "▨" if swatch.outlined else "▩"
    return "□" if swatch.outlined else "■"


def ink(swatch: Swatch) -> str:
    """Return the colour of a swatch's sign."""
    return BRIGHT.plan if swatch.outlined else swatch.fill
