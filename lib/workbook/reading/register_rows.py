"""The rows of a register, as its sheet states them."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pandas as pd

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.levels import number_code
from lib.plan.registers.register_sheet import COLUMNS, register_frame
from lib.plan.schema import Column, Kind
from lib.plan.table_a import Level
from lib.plan.text.names import short_name
from lib.workbook.reading import cells
from lib.workbook.reading.cell_words import Parsed, fold, shown
from lib.workbook.reading.column_values import Parser, values
from lib.workbook.reading.sheet_tables import Table


def rows(table: Table, program: pd.DataFrame, found: list[Finding]) -> pd.DataFrame:
    """Read a register's rows; labels are Excel rows.

    The KODE of a kegiatan is taken whatever its case and spaces, and so is its name where no other
    is called so; `program` is table A.
    """
    labels = list(table.data_rows)
    read = {
        column.name: values(table, column.name, labels, parser(column, program), found)
        for column in COLUMNS[table.sheet]
    }
    names = list(read)
    records = [dict(zip(names, row, strict=True)) for row in zip(*read.values(), strict=True)]
    return register_frame(table.sheet, records, pd.Index(labels, dtype="int64"))


def parser(column: Column, program: pd.DataFrame) -> Parser:
    """Return what reads a register's cells of a column."""
    if column.kind is not Kind.ACTIVITY:
        return partial(cells.parse, column)
    codes = {number_code(code): code for code in program["kode"]}
    named = _by_name(program)

    def of_activity(raw: object, number_format: str, unit: str | None) -> Parsed:
        parsed = cells.parse(column, raw, number_format, unit)
        words = str(parsed.value)
        known = codes.get(number_code(words)) or named.get(fold(words))
        if parsed.value is None or known in (None, parsed.value):
            return parsed
        tidied = {"seen": shown(raw), "value": known}
        return Parsed(known, catalogue.CHOICE_TIDIED, tidied)

    return of_activity


def _by_name(program: pd.DataFrame) -> dict[str, str]:
    """Return the KODE of each kegiatan by its folded names, those that two have left out."""
    rows = program[program["tingkat"] == Level.ACTIVITY].to_dict("records")
    names = [
        (name, row["kode"])
        for row in rows
        for name in {fold(row["uraian"]), fold(short_name(row["nama_singkat"], row["uraian"]))}
    ]
    count = Counter(name for name, _ in names)
    return {name: code for name, code in names if name and count[name] == 1}
