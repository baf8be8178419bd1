"""How many indicators reach their targets, and how their figures are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lib.plan.cell_rules import is_step, is_stepped, is_yes_no
from lib.plan.figures.rollup import IndicatorRollup
from lib.plan.figures.status import IndicatorStatus
from lib.plan.schema import STEP
from lib.plan.text.indonesian import MISSING, listing, number, percent
from lib.voice.words.counting import NAMED, joined, share, with_rest

_NOT_COMPUTED = (IndicatorStatus.NO_TARGET, IndicatorStatus.NO_DATA)
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
        counted = joined((count[state], state.lower()) for state in _NOT_COMPUTED)
        return f"Belum ada capaian {what} yang dapat dihitung: {counted}"
    main = share(rollup.achieved, rollup.total, what, "mencapai target")
    if rollup.total == 1:
        return main
    order = (IndicatorStatus.NOT_ACHIEVED, IndicatorStatus.NO_TARGET, IndicatorStatus.NO_DATA)
    return with_rest(main, joined((count[state], state.lower()) for state in order))


def over_years(years: Mapping[int, IndicatorRollup]) -> str:
    """Say how many indicators reached their target in each of the last years, oldest first.

    What cannot be computed is counted for the last of them alone.
    """
    last = max(years)
    if len(years) == 1 or not any(sums.achieved for sums in years.values()):
        return headline(years[last], last)
    told = sorted(years)[-NAMED:]
    main = "Indikator mencapai target: " + listing(
        f"{years[year].achieved} dari {years[year].total} pada {year}" for year in told
    )
    count = years[last].counts
    silent = ((count[each], each.lower()) for each in _NOT_COMPUTED)
    return with_rest(main, joined(silent))


def plain_measure(value: object) -> str:
    """Write a target or realisasi as its cell has it."""
    if value is None or value != value:
        return MISSING
    return number(float(value), 2) if isinstance(value, int | float) else str(value)


def measure(value: object, unit: object) -> str:
    """Write a target or realisasi with its unit; words have none."""
    text = plain_measure(value)
    if text == MISSING or isinstance(value, str) or not isinstance(unit, str) or is_yes_no(unit):
        return text
    if is_stepped(unit):
        return f"{STEP} {text}" if is_step(value) else text
    return f"{text}%" if unit == "%" else f"{text} {unit}".strip()


def steps(actual: float, target: float) -> str:
    """Say the step reached of the step wanted, such as `Tahap 3 dari 4`."""
    return step_sayings(actual, target)[0]


def step_sayings(actual: float, target: float) -> tuple[str, ...]:
    """Say the step reached of the step wanted, longest first, for where there is little room."""
    reached, wanted = number(actual), number(target)
    if actual > target:
        brief = f"{reached}, target {wanted}"
        return (
            f"{STEP} {reached}, melampaui target {STEP.lower()} {wanted}",
            f"{STEP} {brief}",
            brief,
        )
    brief = f"{reached} dari {wanted}"
    return f"{STEP} {brief}", brief


def achieved(row: Any) -> str:
    """Say how far a row of `indicator_state.indicator_status` came; "" where nothing tells."""
    if row.bertahap:
        return steps(row.realisasi, row.target)
    if row.capaian != row.capaian:
        return ""
    return f"capaian {percent(row.capaian)}, {row.predikat}"
