"""A plan as the store keeps it: its keyed cells, with the number of their scheme, as packed JSON.

`{"scheme": 1, "sheets": {sheet: {"key": [...], "year": [...], "cells": {column: [...]}}}}`, one
entry per row of the sheet's ledger (see `ledger`), null for a blank cell. Rows of tables A and B
stand in printed order, and only then does order say anything. What is blank throughout, rows of
years and columns alike, and a register without rows, is left out: so what comes later changes no
code, and what a record lacks reads as untouched. The stamp is no part of it.

The hash of the JSON names the data; how it is compressed does not count.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Any

import numpy as np
import pandas as pd

from lib.plan.ledger import (
    CONTENT,
    INDICATOR_CELLS,
    PLACE,
    PLANNED,
    PROGRAM_CELLS,
    YEAR,
    LedgerRows,
    editable,
    ledgers,
    plan_of,
)
from lib.plan.plan import Plan, Stamp, indicator_frame
from lib.plan.registers.register_sheet import COLUMNS, REGISTERS
from lib.plan.schema import Sheet
from lib.plan.table_a import is_extra, program_frame
from lib.plan.upgrades import with_levels_and_register

Tree = dict[str, Any]

SCHEME = 2
"""The shape of what is written now."""
UPGRADES: Mapping[int, Callable[[Tree], Tree]] = {1: with_levels_and_register}
"""By the scheme it starts from, what makes a record one of the next scheme."""
LEVEL = 6
_NO_ROWS: Tree = {"key": [], "year": [], "cells": {}}


class RecordError(Exception):
    """The record cannot be read; the message says why, as the end of a sentence."""


def packed(plan: Plan) -> bytes:
    """Return a plan as a record; plans that say the same give the same hash."""
    sheets = {
        sheet.value: _rows(ledger)
        for sheet, ledger in ledgers(plan).items()
        if sheet not in REGISTERS or len(ledger)
    }
    tree = {"scheme": SCHEME, "sheets": sheets}
    text = json.dumps(tree, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return zlib.compress(text.encode("ascii"), LEVEL)


def digest(record: bytes) -> str:
    """Return the hash of what a record says, in hexadecimal; raises `RecordError`."""
    return sha256(_unzipped(record)).hexdigest()


def unpacked(record: bytes, plan_id: str) -> Plan:
    """Return the plan of a record, stamped with its id alone; rows labelled as in a fresh workbook.

    Raises `RecordError`.
    """
    tree = _tree(_unzipped(record))
    try:
        tree = _upgraded(tree)
        frames = {sheet: _ledger(_rows_of(tree, sheet), sheet) for sheet in _columns()}
        orders = {sheet: _order(frames[sheet]) for sheet in (Sheet.PROGRAM, Sheet.INDICATOR)}
        return plan_of(frames, orders, replace(_nothing(), stamp=Stamp(plan_id)))
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(f"isinya tidak berbentuk rencana ({error!r})") from error


def _rows(ledger: pd.DataFrame) -> Tree:
    cells = ledger.drop(columns=PLACE, errors="ignore").dropna(axis=1, how="all")
    in_years = cells.index.get_level_values("year") != 0
    reported = cells[in_years].dropna(how="all").sort_index()
    cells = pd.concat([cells[~in_years], reported])
    extras = [name for name in map(str, cells) if is_extra(name)]
    return {
        **({"extras": extras} if extras else {}),  # printed order, which JSON's keys do not keep
        "key": cells.index.get_level_values("key").tolist(),
        "year": cells.index.get_level_values("year").tolist(),
        "cells": {str(name): [_plain(cell) for cell in cells[name]] for name in cells},
    }


def _plain(cell: Any) -> Any:
    """Return a cell as JSON holds it, every number as a float, so that 12 and 12.0 are one."""
    if isinstance(cell, str):
        return cell
    return None if pd.isna(cell) else float(cell) + 0.0  # -0.0 becomes 0.0


def _unzipped(record: bytes) -> bytes:
    try:
        return zlib.decompress(record)
    except zlib.error as error:
        raise RecordError("tidak dapat dibuka kembali dari bentuk mampatnya") from error


def _tree(text: bytes) -> Tree:
    try:
        tree = json.loads(text)
    except ValueError as error:
        raise RecordError("isinya bukan JSON") from error
    if not isinstance(tree, dict) or not isinstance(tree.get("scheme"), int):
        raise RecordError("isinya tidak menyebut skema")
    return tree


def _upgraded(tree: Tree) -> Tree:
    while tree["scheme"] in UPGRADES:
        tree = UPGRADES[tree["scheme"]](tree)
    if tree["scheme"] != SCHEME:
        raise RecordError(
            f"skemanya {tree['scheme']}, sedangkan aplikasi ini mengenal sampai {SCHEME}; "
            "perbarui aplikasi"
        )
    return tree


def _columns() -> dict[Sheet, list[str]]:
    """Return the columns of every sheet's ledger, by the schema of today."""
    return {
        Sheet.DOCUMENT: [CONTENT],
        Sheet.PROGRAM: [*PROGRAM_CELLS, PLANNED, YEAR],
        Sheet.INDICATOR: list(INDICATOR_CELLS),
        **{sheet: [column.name for column in editable(sheet)] for sheet in COLUMNS},
    }


def _rows_of(tree: Tree, sheet: Sheet) -> Tree:
    """Return a sheet's rows; a register without any stands in no record."""
    sheets: dict[str, Tree] = tree["sheets"]
    return sheets.get(sheet.value, _NO_ROWS) if sheet in REGISTERS else sheets[sheet.value]


def _ledger(rows: Tree, sheet: Sheet) -> LedgerRows:
    names = _columns()[sheet]
    if sheet is Sheet.PROGRAM:
        names += rows.get("extras", [])
    if unknown := rows["cells"].keys() - set(names):
        raise RecordError(
            f"lembar {sheet} memuat kolom yang tidak dikenal: {', '.join(sorted(unknown))}"
        )
    places = list(zip(rows["key"], rows["year"], strict=True))
    cells = {name: _cells(rows["cells"].get(name), len(places)) for name in names}
    return LedgerRows(places, cells)


def _cells(column: list[Any] | None, rows: int) -> list[Any]:
    """Return a column with NaN for blank; one that is left out is blank throughout."""
    if column is None:
        return [np.nan] * rows
    if len(column) != rows:
        raise ValueError(f"{len(column)} sel untuk {rows} baris")
    return [np.nan if cell is None else cell for cell in column]


def _order(ledger: LedgerRows) -> list[str]:
    """Return a table's keys in printed order."""
    return [key for key, year in ledger.places if year == 0]


@cache
def _nothing() -> Plan:
    """Return a plan of nothing, to be written into."""
    program = program_frame(pd.DataFrame(columns=list(PROGRAM_CELLS), dtype="str"))
    indicators = indicator_frame(pd.DataFrame(columns=list(INDICATOR_CELLS), dtype="str"))
    return Plan.blank({}, program, indicators, "")
