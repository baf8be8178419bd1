"""The sheets of registers, each as its description says."""

from __future__ import annotations

from datetime import date

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import (
    REGISTER_FIRST_ROW,
    REGISTER_HEADER_ROW,
    REGISTERS,
    RegisterSheet,
)
from lib.plan.schema import Column, Kind, Sheet
from lib.workbook.writing import appearance
from lib.workbook.writing.appearance import (
    advise,
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

_WIDTHS = {
    "nama": 28,
    "nama_lengkap": 60,
    "alias": 36,
    "peran": 14,
    "kode_lama": 13,
    "kegiatan_lama": 60,
    "no": 7,
    "rapat": 30,
    "arahan": 52,
    "penanggung_jawab": 24,
    "bukti_dukung": 36,
}
_KIND_WIDTHS = {Kind.DATE: 14, Kind.ACTIVITY: 13, Kind.CHOICE: 13}
_TEXT_WIDTH, _AROUND = 40, 4
_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)


def add_registers(workbook: Workbook, plan: Plan, of_plan: bool) -> None:
    """Add the registers that belong to the plan itself, or those beside its reports."""
    for sheet, register in REGISTERS.items():
        if register.of_plan is of_plan and _is_called_for(plan, sheet, register):
            _add(workbook, plan, sheet, register)


def _is_called_for(plan: Plan, name: Sheet, register: RegisterSheet) -> bool:
    has_rows = not plan.registers[name].empty
    return not register.item or has_rows or bool(plan.document.get(register.item))


def _add(workbook: Workbook, plan: Plan, name: Sheet, register: RegisterSheet) -> None:
    sheet, rows = workbook.create_sheet(name), plan.registers[name]
    set_widths(sheet, [_width(column) for column in register.columns])
    entitle(sheet, 1, 1, heading(plan, name.upper()))
    last = REGISTER_FIRST_ROW + len(rows) + register.room - 1
    header = appearance.INPUT_HEADER if register.room else appearance.HEADER
    for place, column in enumerate(register.columns, 1):
        put(sheet, REGISTER_HEADER_ROW, place, column.header, header)
        advise(sheet, REGISTER_HEADER_ROW, place, column.header, column.help)
        cells = [*rows[column.name].tolist(), *[None] * register.room]
        _fill(sheet, place, column, cells, bool(register.room))
        _validate(sheet, place, column, plan, last if register.room else 0)
    for row, record in enumerate(rows.to_dict("records"), REGISTER_FIRST_ROW):
        fit(sheet, row, [(record[column.name], _width(column)) for column in register.columns])
    sheet.freeze_panes = f"A{REGISTER_FIRST_ROW}"
    if register.room:
        letter = schema.letter(len(register.columns) - 1)
        sheet.auto_filter.ref = f"A{REGISTER_HEADER_ROW}:{letter}{last}"
        used = max(REGISTER_HEADER_ROW, REGISTER_FIRST_ROW + len(rows) - 1)
        sheet.print_area = f"A1:{letter}{used}"
    set_up_print(sheet, f"1:{REGISTER_HEADER_ROW}", version_line(plan))
    protect(sheet)


def _width(column: Column) -> float:
    of_kind = max(_KIND_WIDTHS.get(column.kind, _TEXT_WIDTH), len(column.header) + _AROUND)
    return _WIDTHS.get(column.name) or of_kind


def _fill(sheet: Worksheet, place: int, column: Column, cells: list[object], is_open: bool) -> None:
    open_style = appearance.DATE_INPUT if column.kind is Kind.DATE else appearance.TEXT_INPUT
    style = open_style if is_open else appearance.COPY
    for row, value in enumerate(cells, REGISTER_FIRST_ROW):
        is_day = column.kind is Kind.DATE and isinstance(value, str)
        cell = put(sheet, row, place, date.fromisoformat(str(value)) if is_day else value, style)
        if not is_open:
            cell.alignment = _LEFT
        if column.kind is Kind.LINKS:
            link(cell, value)


def _validate(sheet: Worksheet, place: int, column: Column, plan: Plan, last: int) -> None:
    rule = validation(column, plan) if last else None
    if rule is not None:
        letter = get_column_letter(place)
        rule.add(f"{letter}{REGISTER_FIRST_ROW}:{letter}{last}")
        sheet.add_data_validation(rule)
