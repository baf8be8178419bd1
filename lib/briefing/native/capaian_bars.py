"""Capaian of indicators: how far each came towards its target, and which cannot be computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lib.briefing.celltext import line
from lib.briefing.native import step_bars
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


def names_by_year(records: Sequence[Any]) -> list[str]:
    """Name the rows of several years; the first of an indicator's years says what it is."""
    said, above = [], None
    for row in records:
        place = f"{row['no']} · {row['tahun']}"
        said.append(place if row["no"] == above else line(f"{place} · {row['indikator']}"))
        above = row["no"]
    return said


def most(records: Sequence[Any]) -> float:
    """Return where the plot ends: at the longest capaian, between 100 and `LONGEST`."""
    known = [float(row["capaian"]) for row in records if row["capaian"] == row["capaian"]]
    return min(max([FULL, *known]), LONGEST)


def capaian(records: Sequence[Any], ruler: Ruler) -> list[Series]:
    """Return the series of rows of `indicator_state.indicator_status`, steps in their own."""
    grey = BRIGHT.light[Light.GREY]
    values = [None if _is_blank(row) else float(row["capaian"]) for row in records]
    rests = [None if value is None else max(FULL - value, 0) for value in values]
    unknown = [FULL if _is_blank(row) and not row["bertahap"] else None for row in records]
    bars = {at: _bar(row, ruler) for at, row in enumerate(records) if not _is_blank(row)}
    blanks = {at: Bar(grey, literal(_reason(row, ruler))) for at, row in enumerate(records)}
    return [
        Series("Capaian", values, Bar(BRIGHT.light[Light.GREEN]), _side(bars, 0)),
        Series("Sampai 100%", rests, Bar(TRACK), _side(bars, 1)),
        Series(_UNKNOWN, unknown, Bar(grey), blanks),
        *step_bars.steps(records, ruler),
    ]


def _is_blank(row: Any) -> bool:
    return bool(row["capaian"] != row["capaian"])


def _side(bars: dict[int, tuple[Bar, Bar]], side: int) -> dict[int, Bar]:
    return {at: pair[side] for at, pair in bars.items()}


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
