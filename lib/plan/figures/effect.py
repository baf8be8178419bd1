"""What a change of data does to the screens: figures and rows, before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from lib.plan.figures import indicator_state, status
from lib.plan.figures.summary import Summary, summarise
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.schema import KEY

ROW = ["kegiatan", "pihak_terlibat", "realisasi", "capaian", "lampu", "status"]


@dataclass(frozen=True)
class Effect:
    """Two versions at one position.

    `before` and `after` are the sums behind the five figures. `rows` has one row per
    kegiatan-year whose realisasi, capaian, light or status differs: `no`, `tahun`, `kegiatan`,
    `pihak_terlibat`, and `realisasi`, `capaian`, `lampu`, `status` each with the suffixes `_lama`
    and `_baru` (NaN on the side where the row does not exist).
    """

    before: Summary
    after: Summary
    rows: pd.DataFrame


def effect(
    before: Plan,
    after: Plan,
    position: Position,
    narrow: Callable[[pd.DataFrame], pd.DataFrame] = lambda table: table,
    due: Position | None = None,
) -> Effect:
    """Compare two versions of a plan as the screens show them at a position.

    `narrow` keeps the rows a reader's filters leave; `due` as in `status.activity_status`.
    """
    plans = (before, after)
    old, new = (narrow(status.activity_status(plan, position, due)) for plan in plans)
    measured = (narrow(indicator_state.indicator_status(plan)) for plan in plans)
    pairs = zip((old, new), measured, strict=True)
    was, now = (summarise(table, measures, position) for table, measures in pairs)
    return Effect(was, now, _touched(old, new))


def _touched(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    keys = list(KEY)
    both = old[[*keys, *ROW]].merge(
        new[[*keys, *ROW]], on=keys, how="outer", suffixes=("_lama", "_baru"), sort=False
    )
    for name in ("kegiatan", "pihak_terlibat"):
        both[name] = both.pop(f"{name}_baru").fillna(both.pop(f"{name}_lama"))
    measured = [name for name in ROW if name not in ("kegiatan", "pihak_terlibat")]
    left, right = (both[[f"{name}_{side}" for name in measured]] for side in ("lama", "baru"))
    right.columns = left.columns
    same = (left == right) | (left.isna() & right.isna())
    return both[~same.all(axis=1)].reset_index(drop=True)
