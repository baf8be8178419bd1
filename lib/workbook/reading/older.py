"""Older copies: what sheets and columns they did not have counts as untouched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import REGISTERS
from lib.plan.reporting.progress_frame import typed
from lib.plan.schema import KEY, PROGRESS_COLUMNS, Sheet
from lib.plan.table_a import extras_of, program_frame
from lib.workbook.reading.sheet_tables import Table

ACTIVITY, INDICATOR = Sheet.ACTIVITY_PROGRESS, Sheet.INDICATOR_PROGRESS


def completed(plan: Plan, base: Plan, tables: Mapping[Sheet, Table]) -> Plan:
    """Return a plan as read, with what its copy has no place for as it stands in `base`."""
    for sheet in REGISTERS.keys() - tables.keys():
        plan = plan.with_rows(sheet, base.registers[sheet])
    plan = plan.with_progress(
        _with_younger(plan.activity_progress, base.activity_progress, tables, ACTIVITY),
        _with_younger(plan.indicator_progress, base.indicator_progress, tables, INDICATOR),
    )
    if "kode" in tables[Sheet.PROGRAM].columns:
        return plan
    return replace(plan, program=_with_details(plan.program, base.program))


def _with_younger(
    rows: pd.DataFrame, base: pd.DataFrame, tables: Mapping[Sheet, Table], sheet: Sheet
) -> pd.DataFrame:
    """Give the rows that `base` has the columns that their sheet is too old to have."""
    lacking = [
        column
        for column in PROGRESS_COLUMNS[sheet]
        if column.is_younger and column.name not in tables[sheet].columns
    ]
    if not lacking:
        return rows
    names, key = [column.name for column in lacking], list(KEY)
    known = base.drop_duplicates(key).set_index(key)[names]
    found = known.reindex(pd.MultiIndex.from_frame(rows[key])).set_axis(rows.index)
    return typed(rows.assign(**{name: found[name] for name in names}), PROGRESS_COLUMNS[sheet])


def _with_details(rows: pd.DataFrame, base: pd.DataFrame) -> pd.DataFrame:
    """Give the rows that `base` has by their code its levels, short names and extras."""
    names = ["tingkat", "nama_singkat", *extras_of(base)]
    known = base.drop_duplicates("kode").set_index("kode")
    details = known.reindex(rows["kode"])[names].set_axis(rows.index)
    details["tingkat"] = details["tingkat"].fillna(rows["tingkat"])
    whole = rows.drop(columns=["tingkat", "nama_singkat", "kp", "kelompok"])
    return program_frame(pd.concat([whole, details], axis=1))
