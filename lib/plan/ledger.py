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
from itertools import compress, repeat
from typing import Any

import numpy as np
import pandas as pd

from lib.plan import schema
from lib.plan.kept import kept_beside
from lib.plan.plan import Plan, indicator_frame
from lib.plan.registers.register_sheet import COLUMNS, REGISTERS, register_columns
from lib.plan.reporting.progress_frame import (
    Cells,
    activity_copies,
    indicator_copies,
    progress_frame,
)
from lib.plan.schema import Column, Sheet
from lib.plan.table_a import extras_of, is_extra, mark_name, plan_years, program_frame

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


def progress_keys(frame: pd.DataFrame) -> list[tuple[str, int]]:
    """List the same without an index, which takes long to make."""
    years = frame["tahun"].tolist()
    return list(zip(_unique(frame["no"].tolist(), years), years, strict=True))


@dataclass(frozen=True, slots=True)
class LedgerRows:
    """The rows of a ledger as lists: cells by column, NaN for blank; what has no column is blank.

    For whoever reads all of them; to make a frame and its index takes longer than that.
    """

    places: list[tuple[str, int]]
    """Key and year of each row."""
    cells: Mapping[str, list[Any]]

    @classmethod
    def of(cls, ledger: pd.DataFrame) -> LedgerRows:
        return cls(
            ledger.index.tolist(), {str(name): ledger[name].tolist() for name in ledger.columns}
        )

    def filled(self, name: str) -> list[tuple[str, Any]]:
        """List the keys and cells of a column's rows, blank ones left out."""
        keyed = zip(self.places, self.cells.get(name, ()), strict=False)
        return [(key, cell) for (key, _), cell in keyed if cell == cell]

    def at(self, places: Iterable[tuple[str | None, int]], names: Iterable[str]) -> Cells:
        """Return the cells of some columns at these keys and years; NaN where no row is."""
        row_of: dict[tuple[str | None, int], int] = {
            place: row for row, place in enumerate(self.places)
        }
        which = [row_of.get(place, -1) for place in places]  # -1: the blank at a column's end
        blank = [np.nan] * len(row_of)
        columns = {name: self.cells.get(name, blank) for name in names}
        return {
            name: np.array([*cells, np.nan], dtype=object)[which] for name, cells in columns.items()
        }


@dataclass(frozen=True, slots=True)
class _Table:
    """Table A or B made anew: its rows, the keys they came under and the keys they have now."""

    frame: pd.DataFrame
    renamed: dict[str, str]


def plan_of(
    ledgers: Mapping[Sheet, LedgerRows], orders: Mapping[Sheet, list[str]], plan: Plan
) -> Plan:
    """Make a plan from ledgers; rows in canonical order, with a fresh workbook's row labels.

    `orders` lists the keys of tables A and B in printed order. The stamp is that of `plan`, and
    so is a document item that belongs to the stamp.
    """
    program = _program_table(ledgers[Sheet.PROGRAM], orders[Sheet.PROGRAM])
    indicators = _indicator_table(ledgers[Sheet.INDICATOR], orders[Sheet.INDICATOR])
    stamp = {item: text for item, text in plan.document.items() if item in schema.STAMP}
    return replace(
        plan,
        document={**dict(ledgers[Sheet.DOCUMENT].filled(CONTENT)), **stamp},
        program=program.frame,
        indicators=indicators.frame,
        registers={sheet: _register_rows(ledgers[sheet], sheet) for sheet in REGISTERS},
        activity_progress=_filled(
            activity_copies(program.frame),
            ledgers[Sheet.ACTIVITY_PROGRESS],
            program.renamed,
            Sheet.ACTIVITY_PROGRESS,
        ),
        indicator_progress=_filled(
            indicator_copies(indicators.frame, plan_years(program.frame)),
            ledgers[Sheet.INDICATOR_PROGRESS],
            indicators.renamed,
            Sheet.INDICATOR_PROGRESS,
        ),
    )


def _register_rows(rows: LedgerRows, sheet: Sheet) -> pd.DataFrame:
    """Return a register's rows; one without its key is gone."""
    keyed = [cell == cell for cell in rows.cells[REGISTERS[sheet].key]]
    return register_columns(
        sheet, {name: list(compress(cells, keyed)) for name, cells in rows.cells.items()}
    )


def _texts(cells: Cells, first_row: int, rows: int) -> pd.DataFrame:
    labels = pd.RangeIndex(first_row, first_row + rows)
    return pd.DataFrame(
        {name: pd.array(column, dtype="str") for name, column in cells.items()}, labels
    )


def _program_table(rows: LedgerRows, order: list[str]) -> _Table:
    extras = [name for name in rows.cells if is_extra(name) and rows.filled(name)]
    years = sorted(int(year) for _, year in rows.filled(YEAR))
    marks = {year: rows.at([(key, year) for key in order], [PLANNED])[PLANNED] for year in years}
    printed = rows.at([(key, 0) for key in order], [*PROGRAM_CELLS, *extras])
    texts = _texts({**printed, **marks, "kode": order}, schema.PROGRAM_FIRST_ROW, len(order))
    return _Table(program_frame(texts), dict(zip(order, order, strict=True)))


def _indicator_table(rows: LedgerRows, order: list[str]) -> _Table:
    printed = rows.at([(key, 0) for key in order], INDICATOR_CELLS)
    frame = indicator_frame(_texts(printed, schema.INDICATOR_FIRST_ROW, len(order)))
    return _Table(frame, dict(zip(order, keys(frame), strict=True)))


def _filled(copied: Cells, rows: LedgerRows, renamed: dict[str, str], sheet: Sheet) -> pd.DataFrame:
    """Write a ledger's reports into the rows that the tables plan."""
    keys_then = {now: then for then, now in renamed.items()}
    years = copied["tahun"].tolist()
    places = zip(map(keys_then.get, _unique(copied["no"].tolist(), years)), years, strict=True)
    reported = rows.at(places, [column.name for column in editable(sheet)])
    return progress_frame({**copied, **reported}, sheet)
