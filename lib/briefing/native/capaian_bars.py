"""Capaian of indicators: how far each came towards its target, and which cannot be computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lib.briefing.celltext import line
from lib.briefing.native.bar_series import TRACK, Bar, Ruler, Series, literal, percents
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import FULL, Light
from lib.plan.text.indonesian import MISSING, percent
from lib.voice.words.signs import NOT_COMPUTED

LONGEST = 125.0
"""A capaian beyond it leaves the plot; its label, at the base of the bar, still tells it."""
_UNKNOWN = f"{NOT_COMPUTED} (panjang batang bukan nilai)"


def names(records: Sequence[Any]) -> list[str]:
    return [line(f"{row['no']} {row['indikator']}") for row in records]


def most(records: Sequence[Any]) -> float:
    """Return where the plot ends: at the longest capaian, between 100 and `LONGEST`."""
    known = [float(row["capaian"]) for row in records if row["capaian"] == row["capaian"]]
    return min(max([FULL, *known]), LONGEST)


def capaian(records: Sequence[Any], ruler: Ruler) -> list[Series]:
    """Return the series of rows of `status.indicator_status`."""
    values: list[float | None] = []
    rests: list[float | None] = []
    unknown: list[float | None] = []
    filled: dict[int, Bar] = {}
    tracks: dict[int, Bar] = {}
    blanks: dict[int, Bar] = {}
    grey = BRIGHT.light[Light.GREY]
    for at, row in enumerate(records):
        value = row["capaian"]
        known = value == value
        values.append(value if known else None)
        rests.append(max(FULL - value, 0) if known else None)
        unknown.append(None if known else FULL)
        filled[at], tracks[at] = _bar(row, ruler) if known else (Bar(grey), Bar(grey))
        blanks[at] = Bar(grey, literal(_reason(row, ruler)))
    return [
        Series("Capaian", values, Bar(BRIGHT.light[Light.GREEN]), filled),
        Series("Sampai 100%", rests, Bar(TRACK), tracks),
        Series(_UNKNOWN, unknown, Bar(grey), blanks),
    ]


def _bar(row: Any, ruler: Ruler) -> tuple[Bar, Bar]:
    """Paint a capaian and what lacks to 100."""
    value = row["capaian"]
    swatch = BRIGHT.light[Light(row["lampu"])]
    words = f"{swatch.mark} {percent(value)}"
    if ruler.fits(words, value):
        return Bar(swatch, percents(value, swatch.mark), based=value > LONGEST), Bar(TRACK)
    return Bar(swatch), Bar(TRACK, literal(words))


def _reason(row: Any, ruler: Ruler) -> str:
    words = f"{MISSING} {row['status']}"
    return words if ruler.fits(words, FULL) else MISSING
