"""How many indicators reach their targets."""

from __future__ import annotations

from lib.plan.figures.rollup import IndicatorRollup
from lib.plan.figures.status import IndicatorStatus
from lib.plan.schema import YES_NO
from lib.plan.text.indonesian import MISSING, number
from lib.voice.words.counting import joined, share, with_rest

NO_INDICATORS = "Tidak ada indikator pada pilihan ini"


def headline(rollup: IndicatorRollup, year: int) -> str:
    """Say how many indicators of a year reach their target, and what cannot be computed."""
    what = f"indikator {year}"
    if not rollup.total:
        return NO_INDICATORS
    count = rollup.counts
    silent = count[IndicatorStatus.NO_TARGET] + count[IndicatorStatus.NO_DATA]
    if count[IndicatorStatus.NO_TARGET] == rollup.total:
        return f"{rollup.total} {what} belum memiliki target"
    if silent == rollup.total:
        states = (IndicatorStatus.NO_TARGET, IndicatorStatus.NO_DATA)
        counted = joined((count[state], state.lower()) for state in states)
        return f"Belum ada capaian {what} yang dapat dihitung: {counted}"
    main = share(rollup.achieved, rollup.total, what, "mencapai target")
    if rollup.total == 1:
        return main
    order = (IndicatorStatus.NOT_ACHIEVED, IndicatorStatus.NO_TARGET, IndicatorStatus.NO_DATA)
    return with_rest(main, joined((count[state], state.lower()) for state in order))


def plain_measure(value: object) -> str:
    """Write a target or realisasi as its cell has it."""
    if value is None or value != value:
        return MISSING
    return number(float(value), 2) if isinstance(value, int | float) else str(value)


def measure(value: object, unit: object) -> str:
    """Write a target or realisasi with its unit."""
    text = plain_measure(value)
    if text == MISSING or not isinstance(unit, str) or unit.casefold() == YES_NO.casefold():
        return text
    return f"{text}%" if unit == "%" else f"{text} {unit}".strip()
