"""A plan as ledgers: per sheet, the cells that differences and merges speak about.

A ledger is a frame of objects with one row per (`key`, `year`) and one column per kind of cell;
NaN is a blank cell. `year` is 0 for rows that stand outside the years. What follows from other
cells (locked copies, levels, groups, letters of indicators) is left out, and made anew on the
way back. Beside the sheets' own columns a ledger may hold:

`PLACE`: the key of the row above, for tables A and B, where printed order has meaning.
`PLANNED`: what stands under a year, such as X.
`YEAR`: one row with a blank key per year column of table A.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Any

import numpy as np
import pandas as pd

from lib.plan import schema
from lib.plan.kept import kept_beside
from lib.plan.plan import (
    Plan,
    blank_activity_progress,
    blank_indicator_progress,
    indicator_frame,
    typed,
)
from lib.plan.registers.register_sheet import COLUMNS, REGISTERS, register_frame
from lib.plan.schema import PROGRESS_COLUMNS, Column, Sheet
from lib.plan.table_a import extras_of, mark_name, plan_years, program_frame

CONTENT = "isi"
PLACE = "letak"
PLANNED = "waktu"
YEAR = "tahun"
TOP = ""
"""What `PLACE` says of a table's first row."""

PROGRAM_CELLS = ("no", "uraian", "pihak_terlibat", "tingkat", "nama_singkat")
"""Of table A, beside the extras that a plan has; `kode` is the key."""
INDICATOR_CELLS = ("nomor", "program", "indikator")

Ledgers = Mapping[Sheet, pd.DataFrame]


@kept_beside
def ledgers(plan: Plan) -> Ledgers:
    """Lay a plan out as one ledger per sheet; the stamp is no part of it."""
    return {
        Sheet.DOCUMENT: _document_ledger(plan.document),
        Sheet.PROGRAM: _program_ledger(plan.program),
        Sheet.INDICATOR: _table_ledger(plan.indicators, INDICATOR_CELLS),
        Sheet.ACTIVITY_PROGRESS: _progress_ledger(plan, Sheet.ACTIVITY_PROGRESS),
        Sheet.INDICATOR_PROGRESS: _progress_ledger(plan, Sheet.INDICATOR_PROGRESS),
        **{sheet: _register_ledger(plan.registers[sheet], sheet) for sheet in REGISTERS},
    }


def cells_of(plan: Plan, sheet: Sheet, key: str, year: int) -> dict[str, Any] | None:
    """Return a row's cells by column, NaN for blank; None where the plan has no such row."""
    ledger = ledgers(plan)[sheet]
    if (key, year) not in ledger.index:
        return None
    [row] = ledger.loc[[(key, year)]].to_dict("records")
    return {str(name): cell for name, cell in row.items()}


def editable(sheet: Sheet) -> tuple[Column, ...]:
    """Return the columns of a described sheet that are filled in, not copies of the plan."""
    return tuple(column for column in COLUMNS[sheet] if not column.locked)


def _unique(numbers: Iterable[object], years: Iterable[int]) -> list[str]:
    """Turn printed numbers into keys: a repeated one gets ` (2)`, a blank one `(1)`, and so on."""
    seen: Counter[tuple[str, int]] = Counter()
    names = []
    for number, year in zip(numbers, years, strict=False):
        name = number if isinstance(number, str) else ""
        seen[name, year] += 1
        count = seen[name, year]
        names.append(name if name and count == 1 else f"{name} ({count})".strip())
    return names


def keys(frame: pd.DataFrame) -> list[str]:
    """Name every row of table A (by KODE) or B, in printed order."""
    return _unique(frame["kode" if "kode" in frame else "no"].tolist(), repeat(0))


def _index(names: Iterable[object], years: Iterable[int] | int) -> pd.MultiIndex:
    names = list(names)
    years = [years] * len(names) if isinstance(years, int) else list(years)
    return pd.MultiIndex.from_arrays([names, years], names=["key", "year"])


def _document_ledger(document: Mapping[str, str]) -> pd.DataFrame:
    items = {item: text for item, text in document.items() if item not in schema.STAMP}
    return pd.DataFrame({CONTENT: list(items.values())}, _index(items, 0), dtype=object)


def register_keys(rows: pd.DataFrame, sheet: Sheet) -> list[str]:
    """Name every row of a register."""
    return _unique(rows[REGISTERS[sheet].key].tolist(), repeat(0))


def _register_ledger(rows: pd.DataFrame, sheet: Sheet) -> pd.DataFrame:
    return rows.astype(object).set_axis(_index(register_keys(rows, sheet), 0))


def _table_ledger(frame: pd.DataFrame, cells: tuple[str, ...]) -> pd.DataFrame:
    names = keys(frame)
    ledger = frame[list(cells)].astype(object).set_axis(_index(names, 0))
    return ledger.assign(**{PLACE: pd.Series([TOP, *names][: len(names)], ledger.index, object)})


def _program_ledger(program: pd.DataFrame) -> pd.DataFrame:
    rows = _table_ledger(program, (*PROGRAM_CELLS, *extras_of(program)))
    years = list(plan_years(program))
    index = _index(np.repeat(keys(program), len(years)), years * len(program))
    marks = program[[mark_name(year) for year in years]].to_numpy(dtype=object).ravel()
    header = pd.DataFrame({YEAR: years}, _index([TOP] * len(years), years), dtype=object)
    return pd.concat([rows, pd.DataFrame({PLANNED: marks}, index), header])


def _progress_ledger(plan: Plan, sheet: Sheet) -> pd.DataFrame:
    activity = sheet is Sheet.ACTIVITY_PROGRESS
    frame = plan.activity_progress if activity else plan.indicator_progress
    cells = [column.name for column in editable(sheet)]
    return frame[cells].astype(object).set_axis(progress_index(frame))


def progress_index(frame: pd.DataFrame) -> pd.MultiIndex:
    """Return the (`key`, `year`) of every row of a progress frame."""
    years = frame["tahun"].tolist()
    return _index(_unique(frame["no"].tolist(), years), years)


@dataclass(frozen=True, slots=True)
class _Table:
    """Table A or B made anew: its rows, the keys they came under and the keys they have now."""

    frame: pd.DataFrame
    renamed: dict[str, str]


def plan_of(ledgers: Ledgers, orders: Mapping[Sheet, list[str]], plan: Plan) -> Plan:
    """Make a plan from ledgers; rows in canonical order, with a fresh workbook's row labels.

    `orders` lists the keys of tables A and B in printed order. The stamp is that of `plan`, and
    so is a document item that belongs to the stamp.
    """
    program = _program_table(ledgers[Sheet.PROGRAM], orders[Sheet.PROGRAM])
    indicators = _indicator_table(ledgers[Sheet.INDICATOR], orders[Sheet.INDICATOR])
    content = ledgers[Sheet.DOCUMENT][CONTENT].dropna()
    items = dict(zip(content.index.get_level_values("key"), content, strict=True))
    stamp = {item: text for item, text in plan.document.items() if item in schema.STAMP}
    return replace(
        plan,
        document={**items, **stamp},
        program=program.frame,
        indicators=indicators.frame,
        registers={sheet: _register_rows(ledgers[sheet], sheet) for sheet in REGISTERS},
        activity_progress=_filled(
            blank_activity_progress(program.frame),
            ledgers[Sheet.ACTIVITY_PROGRESS],
            program.renamed,
            Sheet.ACTIVITY_PROGRESS,
        ),
        indicator_progress=_filled(
            blank_indicator_progress(indicators.frame, plan_years(program.frame)),
            ledgers[Sheet.INDICATOR_PROGRESS],
            indicators.renamed,
            Sheet.INDICATOR_PROGRESS,
        ),
    )


def _rows(
    ledger: pd.DataFrame, order: list[str], cells: tuple[str, ...], first_row: int
) -> pd.DataFrame:
    labels = pd.RangeIndex(first_row, first_row + len(order))
    found = _at(ledger.reindex(columns=list(cells)), [(key, 0) for key in order])
    return pd.DataFrame(found, labels, list(cells), dtype="str")


def _at(ledger: pd.DataFrame, places: Iterable[tuple[str | None, int]]) -> np.ndarray:
    """Return the ledger's cells at these keys and years, one row each; NaN where it has none."""
    row_of: dict[tuple[str | None, int], int] = {
        place: row for row, place in enumerate(zip(*_levels(ledger), strict=True))
    }
    nothing = np.full((1, ledger.shape[1]), np.nan, dtype=object)
    cells = np.vstack([ledger.to_numpy(dtype=object), nothing])
    return cells[[row_of.get(place, -1) for place in places]]  # -1: the row of nothing


def _register_rows(ledger: pd.DataFrame, sheet: Sheet) -> pd.DataFrame:
    """Return a register's rows; one without its key is gone."""
    return register_frame(sheet, ledger.dropna(subset=REGISTERS[sheet].key).to_dict("records"))


def _program_table(ledger: pd.DataFrame, order: list[str]) -> _Table:
    extras = [name for name in extras_of(ledger) if ledger[name].notna().any()]
    rows = _rows(ledger, order, (*PROGRAM_CELLS, *extras), schema.PROGRAM_FIRST_ROW)
    years = sorted(int(year) for year in ledger[YEAR].dropna())
    places = [(key, year) for key in order for year in years]
    marks = _at(ledger[[PLANNED]], places).reshape(len(order), len(years))
    for place, year in enumerate(years):
        rows.insert(2 + place, year, pd.Series(marks[:, place], rows.index, dtype="str"))
    return _Table(program_frame(rows.assign(kode=order)), dict(zip(order, order, strict=True)))


def _indicator_table(ledger: pd.DataFrame, order: list[str]) -> _Table:
    rows = _rows(ledger, order, INDICATOR_CELLS, schema.INDICATOR_FIRST_ROW)
    frame = indicator_frame(rows)
    return _Table(frame, dict(zip(order, keys(frame), strict=True)))


def _filled(
    blank: pd.DataFrame, ledger: pd.DataFrame, renamed: dict[str, str], sheet: Sheet
) -> pd.DataFrame:
    """Write a ledger's reports into the rows that the tables plan."""
    keys_then = {now: then for then, now in renamed.items()}
    years = blank["tahun"].tolist()
    places = zip(map(keys_then.get, _unique(blank["no"].tolist(), years)), years, strict=True)
    cells = _at(ledger, places)
    filled = blank.assign(**{str(name): cells[:, at] for at, name in enumerate(ledger.columns)})
    return typed(filled, PROGRESS_COLUMNS[sheet])


def _levels(ledger: pd.DataFrame) -> tuple[list[str], list[int]]:
    """Return the keys and the years of a ledger's rows."""
    key, year = (ledger.index.get_level_values(level).tolist() for level in ("key", "year"))
    return key, year
