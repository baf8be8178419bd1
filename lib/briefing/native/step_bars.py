"""Indicators in steps beside the bars of capaian: four blocks, as long together as 100%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lib.briefing.native.bar_series import TRACK, Bar, Ruler, Series, literal
from lib.charts.palette import BRIGHT, Swatch
from lib.plan.figures.status import FULL, Light
from lib.plan.schema import LAST_STEP, STEP
from lib.voice.words.measures import step_sayings

_BLOCK = FULL / LAST_STEP
_WANTED = Swatch(BRIGHT.card, BRIGHT.ink, "", outlined=True)


def steps(records: Sequence[Any], ruler: Ruler) -> list[Series]:
    """Return one series a step of the rows that are in steps; none where no row is."""
    rows = {at: row for at, row in enumerate(records) if row["bertahap"]}
    if not rows:
        return []
    values = [_BLOCK if at in rows else None for at in range(len(records))]
    return [
        Series(
            f"{STEP} {step} (panjang batang bukan nilai)",
            values,
            Bar(TRACK),
            {at: _block(row, step, ruler) for at, row in rows.items()},
        )
        for step in range(1, LAST_STEP + 1)
    ]


def _block(row: Any, step: int, ruler: Ruler) -> Bar:
    """Paint one step: reached, wanted or beyond, with the words where they have most room."""
    swatch = _swatch(row, step)
    place, room = _place(int(row["realisasi"]))
    if step != place:
        return Bar(swatch)
    mark = BRIGHT.light[Light(row["lampu"])].mark
    said = step_sayings(row["realisasi"], row["target"])
    told = (*(f"{mark} {words}" for words in said), said[-1], mark)
    return Bar(swatch, literal(next((t for t in told if ruler.fits(t, room * _BLOCK)), mark)))


def _swatch(row: Any, step: int) -> Swatch:
    if step <= row["realisasi"]:
        return replace(BRIGHT.light[Light(row["lampu"])], outlined=True)
    return _WANTED if step <= row["target"] else replace(TRACK, outlined=True)


def _place(reached: int) -> tuple[int, int]:
    """Return the block about whose middle words have most room on one ground, and how many blocks.

    On those reached from the third on, else on those that are not.
    """
    place = 2 if reached >= LAST_STEP - 1 else 3
    before = place - 1 if place <= reached else place - 1 - reached
    after = reached - place if place <= reached else LAST_STEP - place
    return place, 1 + 2 * min(before, after)
