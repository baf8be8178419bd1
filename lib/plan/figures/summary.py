"""The sums behind the five figures: the same for page, deck, preview and message."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lib.plan.figures import rollup
from lib.plan.figures.rollup import IndicatorRollup, Rollup
from lib.plan.position import Position


@dataclass(frozen=True, slots=True)
class Summary:
    """The sums over kegiatan-years up to a position, and over one year's indicators."""

    sums: Rollup
    measures: IndicatorRollup
    indicator_year: int


def summarise(activities: pd.DataFrame, indicators: pd.DataFrame, position: Position) -> Summary:
    """Sum up a plan at a position.

    `activities` and `indicators` are `status.activity_status` and
    `indicator_state.indicator_status`, filtered as the reader wishes; what lies after the
    position's year is left out here.
    """
    year = indicator_year(indicators, position)
    return Summary(
        rollup.rollup(rollup.in_scope(activities, position)),
        rollup.indicator_rollup(indicators[indicators["tahun"] == year]),
        year,
    )


def indicator_year(indicators: pd.DataFrame, position: Position) -> int:
    """Return the latest year up to the position that has indicators, else the position's."""
    years = indicators["tahun"][indicators["tahun"] <= position.year]
    return int(years.max()) if len(years) else position.year
