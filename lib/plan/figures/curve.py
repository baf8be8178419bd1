"""The cumulative curve (kurva S): planned progress of a plan against what was reported."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

import numpy as np
import pandas as pd

from lib.plan import schema
from lib.plan.figures.first_target import FirstTargets, with_first
from lib.plan.figures.status import quarter_targets
from lib.plan.position import Position, positions
from lib.plan.schema import ACTUALS

_COLUMNS = ("tahun", "triwulan", "target", "semula", "realisasi", "asumsi")


def cumulative(
    progress: pd.DataFrame,
    years: Sequence[int],
    position: Position,
    first: FirstTargets = MappingProxyType({}),
) -> pd.DataFrame:
    """Return mean target and realisasi of all planned kegiatan-years at the end of each quarter.

    `progress` has the columns of `plan.activity_progress`; Ditunda is left out. One row per
    quarter of `years`: `tahun`, `triwulan`; `target` in percent (a row counts 0 before its
    year, 100 after it, and the last stated one where a quarter is blank); `realisasi` in
    percent (each row's last report by then, 0 where it has none; NaN where no row has any, and
    after `position`); `asumsi`: whether any row's target there is the assumed one; `semula`: the
    mean of the targets as stated `first`, NaN everywhere where that is the same line. All means
    are NaN without rows.
    """
    rows = progress[progress["keterangan"] != schema.POSTPONED]
    targets, assumed = quarter_targets(rows)
    stated = _ladder(quarter_targets(with_first(first, rows))[0])
    planned, actual = _ladder(targets), _ladder(rows[list(ACTUALS)])
    reported = rows[list(ACTUALS)].notna().cumsum(axis=1).gt(0)
    known = _ladder(reported.astype("float64"))
    points = []
    for at in positions(years):
        ended = np.array([at.ended(int(year)) for year in rows["tahun"]], dtype="int64")
        visible = at <= position and _pick(known, ended).any()
        points.append(
            {
                "tahun": at.year,
                "triwulan": at.quarter,
                "target": _mean(_pick(planned, ended)),
                "semula": _mean(_pick(stated, ended)),
                "realisasi": _mean(_pick(actual, ended)) if visible else np.nan,
                "asumsi": bool((assumed.to_numpy() & (ended > 0) & (ended < 4)).any()),
            }
        )
    curve = pd.DataFrame(points, columns=[*_COLUMNS])
    return curve if (stated != planned).any() else curve.assign(semula=np.nan)


def _ladder(quarters: pd.DataFrame) -> np.ndarray:
    """Value of each row after 0, 1, … 4 quarters: 0 at first, the last known one later."""
    steps = quarters.ffill(axis=1).fillna(0).to_numpy(dtype="float64")
    return np.column_stack([np.zeros(len(steps)), steps])


def _pick(ladder: np.ndarray, ended: np.ndarray) -> np.ndarray:
    picked: np.ndarray = ladder[np.arange(len(ladder)), ended]
    return picked


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else float("nan")
