"""The two sheets that staff fill in: Progres Kegiatan and Progres Indikator."""

from __future__ import annotations

import pandas as pd
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.schema import FIRST_ROW, HEADER_ROW, PROGRESS_COLUMNS, Column, Kind, Sheet
from lib.workbook.writing import appearance
from lib.workbook.writing.appearance import (
    entitle,
    fit,
    link,
    protect,
    put,
    set_up_print,
    set_widths,
)
from lib.workbook.writing.cell_validation import validation
from lib.workbook.writing.plan_sheets import heading, version_line

NOTE = (
    "Isilah sel putih di bawah kepala kolom hijau; sel abu-abu adalah salinan rencana dan "
    "terkunci (cara mengisi: lembar Petunjuk)."
)
_LOCKED_HELP = "Salinan rencana, terkunci."

_WIDTHS = {
    "no": 8,
    "kegiatan": 40,
    "pihak_terlibat": 16,
    "program": 26,
    "indikator": 40,
    "tahun": 8,
    "definisi_operasional": 32,
    "satuan": 17,
    "arah": 9,
    "penanggung_jawab": 19,
    "sumber_data": 24,
    "bukti_dukung": 36,
}
_KIND_WIDTHS = {Kind.PERCENT: 11, Kind.RUPIAH: 15, Kind.CHOICE: 15, Kind.MEASURE: 12}
_TEXT_WIDTH = 32

_INPUT_STYLES = {
    Kind.PERCENT: appearance.PERCENT_INPUT,
    Kind.RUPIAH: appearance.AMOUNT_INPUT,
    Kind.MEASURE: appearance.MEASURE_INPUT,
}


def add_progress(workbook: Workbook, plan: Plan, name: Sheet, frame: pd.DataFrame) -> None:
    """Add one progress sheet with the rows of its frame, in their order."""
    sheet = workbook.create_sheet(name)
    columns = PROGRESS_COLUMNS[name]
    set_widths(sheet, [_width(column) for column in columns])
    entitle(sheet, 1, 1, heading(plan, name.upper()))
    put(sheet, 2, 1, NOTE, appearance.NOTE)
    for index, column in enumerate(columns, 1):
        style = appearance.HEADER if column.locked else appearance.INPUT_HEADER
        put(sheet, HEADER_ROW, index, column.header, style)
        words = _LOCKED_HELP if column.locked else column.help
        appearance.advise(sheet, HEADER_ROW, index, column.header, words)
        _fill(sheet, index, column, frame[column.name].tolist())
        _validate(sheet, index, column, len(frame), plan)
    _fit_rows(sheet, columns, frame)
    first_free = sum(column.locked for column in columns)
    sheet.freeze_panes = f"{schema.letter(first_free)}{FIRST_ROW}"
    last = HEADER_ROW + len(frame)
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{schema.letter(len(columns) - 1)}{last}"
    set_up_print(sheet, f"1:{HEADER_ROW}", version_line(plan), appearance.A3)
    protect(sheet)


def _width(column: Column) -> float:
    return _WIDTHS.get(column.name) or _KIND_WIDTHS.get(column.kind, _TEXT_WIDTH)


def _fill(sheet: Worksheet, index: int, column: Column, values: list[object]) -> None:
    style = _INPUT_STYLES.get(column.kind, appearance.TEXT_INPUT)
    if column.locked:
        style = appearance.COPY_CENTRE if column.kind is Kind.YEAR else appearance.COPY
    for row, value in enumerate(values, FIRST_ROW):
        if column.kind is Kind.PERCENT:
            _put_percent(sheet, row, index, value)
            continue
        cell = put(sheet, row, index, value, style)
        if column.kind is Kind.LINKS:
            link(cell, value)


def _put_percent(sheet: Worksheet, row: int, index: int, value: object) -> Cell:
    """Write 75.0 as the Excel percentage 0.75."""
    style = appearance.PERCENT_INPUT
    if not isinstance(value, int | float) or value != value:
        return put(sheet, row, index, None, style)
    cell = put(sheet, row, index, value / 100, style)
    if value != round(value):
        cell.number_format = appearance.DECIMAL_PERCENT_FORMAT
    return cell


def _fit_rows(sheet: Worksheet, columns: tuple[Column, ...], frame: pd.DataFrame) -> None:
    fit(sheet, HEADER_ROW, [(column.header, _width(column) - 3) for column in columns], least=2)
    for row, record in enumerate(frame.to_dict("records"), FIRST_ROW):
        fit(sheet, row, [(record[column.name], _width(column)) for column in columns])


def _validate(sheet: Worksheet, index: int, column: Column, rows: int, plan: Plan) -> None:
    rule = None if column.locked or not rows else validation(column, plan)
    if rule is None:
        return
    letter = get_column_letter(index)
    rule.add(f"{letter}{FIRST_ROW}:{letter}{FIRST_ROW + rows - 1}")
    sheet.add_data_validation(rule)
