"""Roll-ups: the counts and means of a set of kegiatan-years or indicator-years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from lib.plan.figures.status import FULL, IndicatorStatus, Light, Status
from lib.plan.position import Position
from lib.plan.schema import RESULT

S = TypeVar("S", Status, IndicatorStatus)


@dataclass(frozen=True, slots=True)
class Rollup:
    """Sums over kegiatan-years, Ditunda left out and counted apart.

    Percentages from 0 to 100, None where there is nothing to divide by.
    """

    planned: int
    postponed: int
    counts: dict[Status, int]
    reported: int
    mean_all: float | None
    """Mean realisasi with "belum ada data" as 0; None where nothing at all is reported."""
    mean_reported: float | None
    """Mean realisasi of the reported rows."""
    mean_target: float | None
    target_assumed: bool
    """Whether any row's target at the position is the assumed one."""
    mean_capaian: float | None
    """Mean capaian of the rows that have one, each capped at 100."""
    filled: int
    due: int
    evidenced: int
    verified: int
    """Finished rows that a verifier found right; a count, never a score."""
    checked: int
    """Rows of which a verifier said anything; where none, nothing is said of it."""
    budget_rows: int
    budget: float
    spent: float
    silent_budget: float
    """Pagu of the rows that state no realisasi anggaran."""

    @property
    def states_budget(self) -> bool:
        """Whether any row states a pagu."""
        return bool(self.budget_rows or self.silent_budget)

    @property
    def done(self) -> int:
        return self.counts[Status.DONE]

    @property
    def compliance(self) -> float | None:
        """Kepatuhan pelaporan: filled REALISASI cells of the quarters due."""
        return _ratio(self.filled, self.due)

    @property
    def evidence(self) -> float | None:
        """Berbukti: Selesai with at least one link, of Selesai."""
        return _ratio(self.evidenced, self.done)

    @property
    def absorption(self) -> float | None:
        """Serapan anggaran: realisasi of pagu, over the rows that state both."""
        return _ratio(self.spent, self.budget)


@dataclass(frozen=True, slots=True)
class IndicatorRollup:
    """How many indicators there are, of each status, and on average."""

    total: int
    counts: dict[IndicatorStatus, int]
    mean_capaian: float | None
    """Mean capaian of those that have one, each capped at 100."""
    stepped: int
    """How many are told in steps, which have none."""

    @property
    def achieved(self) -> int:
        return self.counts[IndicatorStatus.ACHIEVED]


def _ratio(part: float, whole: float) -> float | None:
    return part / whole * 100 if whole else None


def _mean(values: pd.Series) -> float | None:
    return float(values.mean()) if values.notna().any() else None


def select(
    table: pd.DataFrame,
    year: int | None = None,
    group: str | None = None,
    agency: str | None = None,
) -> pd.DataFrame:
    """Keep the rows of one year, one kelompok program (by code) and one agency; None keeps all.

    Agencies are looked for in `pihak` (tuples of names).
    """
    if year is not None:
        table = table[table["tahun"] == year]
    if group is not None:
        table = table[table["kp"] == group]
    if agency is not None:
        # As a bool series: pandas would read an empty list as "no columns".
        table = table[table["pihak"].map(lambda names: agency in names).astype(bool)]
    return table


def in_scope(table: pd.DataFrame, position: Position) -> pd.DataFrame:
    """Keep the rows planned up to the position's year, which is what roll-ups are over."""
    return table[table["tahun"] <= position.year]


def measured_years(indicators: pd.DataFrame, position: Position) -> tuple[int, ...]:
    """Return the years up to the position's in which an indicator has a light, oldest first."""
    lit = indicators[indicators["lampu"] != Light.GREY]
    return tuple(sorted(int(year) for year in in_scope(lit, position)["tahun"].unique()))


def rollup(table: pd.DataFrame) -> Rollup:
    """Sum up rows of `status.activity_status`, already limited to those in scope."""
    rows = table[table["status"] != Status.POSTPONED]
    both = rows[["pagu_anggaran", "realisasi_anggaran"]].dropna()
    silent = rows.loc[rows["realisasi_anggaran"].isna(), "pagu_anggaran"]
    finished = rows[rows["status"] == Status.DONE]
    return Rollup(
        planned=len(rows),
        postponed=len(table) - len(rows),
        counts=_counts(table["status"], Status),
        reported=int(rows["realisasi"].notna().sum()),
        mean_all=_mean(rows["realisasi"].fillna(0)) if rows["realisasi"].notna().any() else None,
        mean_reported=_mean(rows["realisasi"]),
        mean_target=_mean(rows["target"]),
        target_assumed=bool(rows["asumsi"].any()),
        mean_capaian=_mean(rows["capaian"].clip(upper=FULL)),
        filled=int(rows["terisi"].sum()),
        due=int(rows["berakhir"].sum()),
        evidenced=int(finished["berbukti"].sum()),
        verified=int(finished["diverifikasi"].sum()),
        checked=int(rows[RESULT].notna().sum()),
        budget_rows=len(both),
        budget=float(both["pagu_anggaran"].sum()),
        spent=float(both["realisasi_anggaran"].sum()),
        silent_budget=float(silent.sum()),
    )


def indicator_rollup(table: pd.DataFrame) -> IndicatorRollup:
    """Sum up rows of `indicator_state.indicator_status`, usually those of one year."""
    return IndicatorRollup(
        total=len(table),
        counts=_counts(table["status"], IndicatorStatus),
        mean_capaian=_mean(table["capaian"].clip(upper=FULL)),
        stepped=int(table["bertahap"].sum()),
    )


def yearly(indicators: pd.DataFrame, years: Iterable[int]) -> dict[int, IndicatorRollup]:
    """Sum up the rows of each of these years."""
    return {year: indicator_rollup(select(indicators, year=year)) for year in years}


def _counts(words: pd.Series, kinds: Iterable[S]) -> dict[S, int]:
    found = words.value_counts()
    return {kind: int(found.get(kind.value, 0)) for kind in kinds}


def by_agency(table: pd.DataFrame, agencies: Iterable[str]) -> dict[str, Rollup]:
    """Roll up per agency; a row of several agencies counts for each of them."""
    return {agency: rollup(select(table, agency=agency)) for agency in agencies}
