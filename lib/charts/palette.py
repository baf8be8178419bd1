"""The colours of every figure, for light and dark theme.

Text on each fill passes WCAG AA, and every pair of fills stays apart in normal and
colour-blind sight; tests/charts/test_palette.py computes both. Where two fills come close,
hatching or an outline tells them apart, and every status carries its mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lib.plan.figures.status import Light, Status
from lib.voice.words.signs import LIGHT_MARKS, STATUS_MARKS


@dataclass(frozen=True, slots=True)
class Swatch:
    """How one state is painted."""

    fill: str
    text: str
    """Colour of what is written on the fill."""
    mark: str
    """The sign that says the same as the colour."""
    hatched: bool = False
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of one theme."""

    card: str
    """What the figure stands on; equals the theme's backgroundColor."""
    ink: str
    muted: str
    """Secondary words; 4.5:1 on the card and on `track`."""
    grid: str
    edge: str
    """Outlines and hatching."""
    track: str
    """The empty part of a bar."""
    accent: str
    """Realisasi where no status is meant, and the position."""
    accent_text: str
    soft: str
    """A second quantity beside realisasi."""
    plan: str
    """The planned line."""
    status: Mapping[Status, Swatch]
    light: Mapping[Light, Swatch]


def _status(
    fills: tuple[str, ...], on_strong: str, on_middle: str, on_faint: str
) -> dict[Status, Swatch]:
    """Pair fills with text colours and marks, in the order of `Status`."""
    done, process, late, not_started, not_done, postponed, scheduled, no_data = fills
    mark = STATUS_MARKS
    return {
        Status.DONE: Swatch(done, on_strong, mark[Status.DONE]),
        Status.IN_PROGRESS: Swatch(process, on_middle, mark[Status.IN_PROGRESS]),
        Status.LATE: Swatch(late, on_strong, mark[Status.LATE]),
        Status.NOT_STARTED: Swatch(not_started, on_middle, mark[Status.NOT_STARTED]),
        Status.NOT_DONE: Swatch(not_done, "#FFFFFF", mark[Status.NOT_DONE]),
        Status.POSTPONED: Swatch(postponed, on_middle, mark[Status.POSTPONED], hatched=True),
        Status.SCHEDULED: Swatch(scheduled, on_faint, mark[Status.SCHEDULED], outlined=True),
        Status.NO_DATA: Swatch(
            no_data, on_faint, mark[Status.NO_DATA], hatched=True, outlined=True
        ),
    }


def _lights(yellow: str, grey: str, status: Mapping[Status, Swatch]) -> dict[Light, Swatch]:
    done, late, process = (status[s] for s in (Status.DONE, Status.LATE, Status.IN_PROGRESS))
    mark = LIGHT_MARKS
    return {
        Light.GREEN: Swatch(done.fill, done.text, mark[Light.GREEN]),
        Light.YELLOW: Swatch(yellow, process.text, mark[Light.YELLOW]),
        Light.RED: Swatch(late.fill, late.text, mark[Light.RED]),
        Light.GREY: replace(status[Status.NO_DATA], fill=grey),
    }


def _light_theme() -> Palette:
    ink = "#16232E"
    fills = (
        *("#1B7F5C", "#6AA5DE", "#B93A24", "#A7B1B9"),
        *("#4A3A47", "#D3A6DC", "#FFFFFF", "#E9EEF2"),
    )
    status = _status(fills, on_strong="#FFFFFF", on_middle=ink, on_faint=ink)
    return Palette(
        card="#FFFFFF",
        ink=ink,
        muted="#56636E",
        grid="#DCE3E9",
        edge="#A3B0BB",
        track="#EEF2F5",
        accent="#0F5C8C",
        accent_text="#FFFFFF",
        soft="#A9C9E2",
        plan="#7A8894",
        status=status,
        light=_lights("#F0C24B", "#EEF2F5", status),
    )


def _dark_theme() -> Palette:
    ink, card, night = "#E6EDF2", "#151C23", "#0E151B"
    fills = (
        *("#3FC08F", "#4F86D4", "#DE5F46", "#8A8C98"),
        *("#A03878", "#D9B0E2", card, "#33404C"),
    )
    status = _status(fills, on_strong=night, on_middle=night, on_faint=ink)
    return Palette(
        card=card,
        ink=ink,
        muted="#A3B0BB",
        grid="#2B3640",
        edge="#64727F",
        track="#222C35",
        accent="#5FB0E5",
        accent_text=night,
        soft="#2F5F85",
        plan="#93A1AE",
        status=status,
        light=_lights("#F0C24B", "#33404C", status),
    )


BRIGHT = _light_theme()
DARK = _dark_theme()


def palette(dark: bool) -> Palette:
    """Return the colours of the dark or the light theme."""
    return DARK if dark else BRIGHT
