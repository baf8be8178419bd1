"""What a change of data does to the screens: figures and rows, before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from lib.plan import status
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.schema import KEY
from lib.plan.summary import KeyFigure, key_figures

ROW = ["kegiatan", "pihak_terlibat", "realisasi", "capaian", "lampu", "status"]


@dataclass(frozen=True)
class Effect:
    """Two versions at one position.

    `figures` pairs the five figures before and after. `rows` has one row per kegiatan-year whose
    realisasi, capaian, light or status differs: `no`, `tahun`, `kegiatan`, `pihak_terlibat`, and
    `realisasi`, `capaian`, `lampu`, `status` each with the suffixes `_lama` and `_baru` (NaN on
    the side where the row does not exist).
    """

    figures: tuple[tuple[KeyFigure, KeyFigure], ...]
    rows: pd.DataFrame


def effect(
    before: Plan,
    after: Plan,
    position: Position,
    narrow: Callable[[pd.DataFrame], pd.DataFrame] = lambda table: table,
) -> Effect:
    """Compare two versions of a plan as the screens show them at a position.

    `narrow` keeps the rows a reader's filters leave.
    """
    old, new = (narrow(status.activity_status(plan, position)) for plan in (before, after))
    figures = zip(
        key_figures(old, narrow(status.indicator_status(before)), position),
        key_figures(new, narrow(status.indicator_status(after)), position),
        strict=True,
    )
    return Effect(tuple(figures), _touched(old, new))


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
