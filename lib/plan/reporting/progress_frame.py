"""The frames of the two progress sheets: a row per kegiatan or indicator and year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from lib.plan.schema import FIRST_ROW, PROGRESS_COLUMNS, Column, Kind, Sheet
from lib.plan.table_a import Level, plan_years

Cells = Mapping[Any, Any]
"""Arrays of cells by the name of their column, all of one length."""

_TEXT = pd.Series(dtype="str").dtype
_TYPES = {
    Kind.YEAR: np.dtype("int64"),
    Kind.PERCENT: np.dtype("float64"),
    Kind.RUPIAH: np.dtype("float64"),
    Kind.MEASURE: np.dtype("object"),
}


def blank_activity_progress(program: pd.DataFrame) -> pd.DataFrame:
    """One unreported row per kegiatan and planned year, in printed order, then by year."""
    return progress_frame(activity_copies(program), Sheet.ACTIVITY_PROGRESS)


def blank_indicator_progress(indicators: pd.DataFrame, years: tuple[int, ...]) -> pd.DataFrame:
    """One unreported row per indicator and plan year, in printed order, then by year."""
    return progress_frame(indicator_copies(indicators, years), Sheet.INDICATOR_PROGRESS)


def activity_copies(program: pd.DataFrame) -> Cells:
    """What the rows of `blank_activity_progress` repeat of the plan."""
    years = list(plan_years(program))
    rows = program[program["tingkat"] == Level.ACTIVITY]
    which, when = np.nonzero(rows[years].to_numpy(dtype=bool))
    copies = {"no": "kode", "kegiatan": "uraian", "pihak_terlibat": "pihak_terlibat"}
    copied = {name: rows[source].array.take(which) for name, source in copies.items()}
    return {**copied, "tahun": np.array(years, dtype="int64")[when]}


def indicator_copies(indicators: pd.DataFrame, years: tuple[int, ...]) -> Cells:
    """What the rows of `blank_indicator_progress` repeat of the plan."""
    which = np.repeat(np.arange(len(indicators)), len(years))
    copied = {name: indicators[name].array.take(which) for name in ("no", "program", "indikator")}
    return {**copied, "tahun": np.tile(np.array(years, dtype="int64"), len(indicators))}


def progress_frame(cells: Cells, sheet: Sheet) -> pd.DataFrame:
    """Lay out a progress sheet's rows, labelled as in a fresh workbook; what is unsaid is blank."""
    index = pd.RangeIndex(FIRST_ROW, FIRST_ROW + len(cells["tahun"]))
    types = {column.name: _TYPES.get(column.kind, _TEXT) for column in PROGRESS_COLUMNS[sheet]}
    blank = {
        kind: pd.Series(np.nan, index, dtype=kind)
        for kind in {kind for name, kind in types.items() if name not in cells}
    }
    found = {
        name: pd.Series(cells[name], index, dtype=kind) if name in cells else blank[kind]
        for name, kind in types.items()
    }
    return pd.DataFrame(found, index)


def typed(frame: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    """Give each column the type its kind has in every frame (see `Kind`)."""
    wanted = {column.name: _TYPES.get(column.kind, _TEXT) for column in columns}
    found = frame.dtypes.to_dict()
    return frame.astype({name: kind for name, kind in wanted.items() if found[name] != kind})
