"""Copies of an older scheme: what it did not have counts as untouched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import REGISTERS
from lib.plan.schema import Sheet
from lib.plan.table_a import extras_of, program_frame
from lib.workbook.reading.sheet_tables import Table


def completed(plan: Plan, base: Plan, tables: Mapping[Sheet, Table]) -> Plan:
    """Return a plan as read, with what its copy has no place for as it stands in `base`."""
    for sheet in REGISTERS.keys() - tables.keys():
        plan = plan.with_rows(sheet, base.registers[sheet])
    if "kode" in tables[Sheet.PROGRAM].columns:
        return plan
    return replace(plan, program=_with_details(plan.program, base.program))


def _with_details(rows: pd.DataFrame, base: pd.DataFrame) -> pd.DataFrame:
    """Give the rows that `base` has by their code its levels, short names and extras."""
    names = ["tingkat", "nama_singkat", *extras_of(base)]
    known = base.drop_duplicates("kode").set_index("kode")
    details = known.reindex(rows["kode"])[names].set_axis(rows.index)
    details["tingkat"] = details["tingkat"].fillna(rows["tingkat"])
    whole = rows.drop(columns=["tingkat", "nama_singkat", "kp", "kelompok"])
    return program_frame(pd.concat([whole, details], axis=1))
