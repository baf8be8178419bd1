"""How many indicators reach their targets."""

from __future__ import annotations

from lib.plan.rollup import IndicatorRollup
from lib.plan.status import IndicatorStatus
from lib.voice.counting import joined, share, with_rest

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
