"""Table A: its printed rows, and what follows from them; `plan` names the columns."""

from __future__ import annotations

import re
from collections.abc import Hashable
from enum import StrEnum

import numpy as np
import pandas as pd

from lib.plan import levels, schema

_NOT_PLANNED = ("-", "–", "—")
"""Signs under a year that mean what a blank does."""

_GROUP_CODE = re.compile(r"KP\b", re.IGNORECASE)

_BESIDE = ["tingkat", "kode", "nama_singkat", "kp", "kelompok"]

_MARK, _EXTRA = "waktu_", "lain:"

Cells = dict[Hashable, pd.Series]
"""Columns of table A by name."""


class Level(StrEnum):
    """What a row of table A is: a heading of some depth, or what is carried out."""

    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    ACTIVITY = levels.ACTIVITY


def is_planned(printed: str) -> bool:
    """Tell whether what is printed under a year means that it is planned there."""
    return printed not in _NOT_PLANNED


def is_more_than_a_mark(printed: str) -> bool:
    """Tell whether what is printed under a year says more than that it is planned there."""
    return is_planned(printed) and sum(map(str.isalnum, printed)) > 1


def mark_name(year: int) -> str:
    """Name the column that holds what table A prints under a year."""
    return f"{_MARK}{year}"


def extra_name(header: str) -> str:
    """Name the column of a decreed extra column of table A."""
    return f"{_EXTRA}{header}"


def extra_header(name: str) -> str:
    """Return the header of a decreed extra column by its name."""
    return name.removeprefix(_EXTRA)


def extras_of(program: pd.DataFrame) -> list[str]:
    """List the names of table A's decreed extra columns."""
    return [str(name) for name in program.columns if is_extra(name)]


def is_extra(name: object) -> bool:
    """Tell whether a column of table A is a decreed extra one."""
    return isinstance(name, str) and name.startswith(_EXTRA)


def plan_years(program: pd.DataFrame) -> tuple[int, ...]:
    """List the years that table A has a column for."""
    names: list[object] = list(program.columns)
    return tuple(sorted(name for name in names if isinstance(name, int)))


def program_frame(rows: pd.DataFrame) -> pd.DataFrame:
    """Add to table A's rows what follows from them; see the module for the columns.

    `rows` has `no`, `uraian`, `pihak_terlibat`, and per year either a bool or what is printed;
    it may have extras, and `tingkat`, `kode`, `nama_singkat` where they are stated. Without them
    a row with an agency or a planned year is a kegiatan, and `levels` reads the rest.
    """
    years, extras = plan_years(rows), extras_of(rows)
    cells = _with_marks(rows, years)
    stated = {name: _stated(rows, name) for name in ("tingkat", "kode", "nama_singkat")}
    numbers = [no if isinstance(no, str) else None for no in rows["no"].tolist()]
    level = _level(cells, years, numbers, stated["tingkat"])
    made = levels.codes(numbers, level.tolist(), stated["kode"].tolist())
    code = pd.Series(made, rows.index, dtype="str")
    kp, name = levels.headings(code, rows["uraian"], level)
    beside = (level, code, stated["nama_singkat"], kp, name)
    marks = [mark_name(year) for year in years]
    printed = ["no", "uraian", *years, "pihak_terlibat", *extras, *marks]
    whole: Cells = {column: cells[column] for column in printed}
    whole.update(zip(_BESIDE, beside, strict=True))
    return pd.DataFrame(whole, rows.index)


def _stated(rows: pd.DataFrame, name: str) -> pd.Series:
    return rows[name].astype("str") if name in rows else pd.Series(pd.NA, rows.index, dtype="str")


def _level(
    cells: Cells, years: tuple[int, ...], numbers: list[str | None], stated: pd.Series
) -> pd.Series:
    """Return TINGKAT as stated, and where it is not, as the numbering tells it."""
    is_stated = stated.isin(list(Level))
    if is_stated.all():
        return stated
    is_group = cells["no"].fillna("").str.match(_GROUP_CODE)
    planned = np.logical_or.reduce([cells[year] for year in years]) if years else False
    carried_out = (cells["pihak_terlibat"].notna() | planned) & ~is_group
    read = levels.levels(numbers, carried_out.tolist())
    return stated.where(is_stated, pd.Series(read, stated.index, dtype="str"))


def _with_marks(rows: pd.DataFrame, years: tuple[int, ...]) -> Cells:
    """Keep what each year's cells print beside whether they plan anything."""
    columns: Cells = {name: rows[name] for name in rows}
    for year in years:
        cells = rows[year]
        if cells.dtype == bool and mark_name(year) in rows:
            continue
        if cells.dtype == bool:
            marks = pd.Series(schema.MARK, rows.index, dtype="str").where(cells)
        else:
            marks = cells.astype("str")
        planned = [isinstance(mark, str) and is_planned(mark) for mark in marks.tolist()]
        columns[mark_name(year)] = marks
        columns[year] = pd.Series(planned, rows.index, dtype=bool)
    return columns
