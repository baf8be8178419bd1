"""The sheets that hold the plan: Petunjuk, Dokumen, A. Program, B. Indikator."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.schema import Sheet
from lib.plan.table_a import Level, extra_name, mark_name
from lib.plan.text import indonesian
from lib.workbook.reading.sheet_tables import DOCUMENT_HEADERS
from lib.workbook.writing import appearance, guide
from lib.workbook.writing.appearance import (
    advise,
    entitle,
    fit,
    protect,
    put,
    set_up_print,
    set_widths,
)

PROGRAM_TITLE = "A. PROGRAM RENCANA AKSI"
INDICATOR_TITLE = "B. INDIKATOR RENCANA AKSI"

AGENCY_COLUMN = 4
"""Hidden column of Petunjuk that feeds the drop-downs with the plan's agencies."""
_GUIDE_WIDTHS = (4, 18, 126)
_DOCUMENT_WIDTHS = (22, 110)
_NO_WIDTH, _NAME_WIDTH, _YEAR_WIDTH, _AGENCY_WIDTH = 9, 84, 9, 28
_INDICATOR_WIDTHS = (7, 42, 92)
_EXTRA_WIDTH = 24
_DETAIL_WIDTHS = (11, 16, 32)
_CENTRE = Alignment(horizontal="center", vertical="top")
_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
_LEVEL_STYLES = {
    Level.FIRST: appearance.GROUP,
    Level.SECOND: appearance.PROGRAM,
    Level.THIRD: appearance.PROGRAM,
}


def version_line(plan: Plan) -> str:
    """Say in a footer which plan and version the copy was made from."""
    version = plan.stamp.version
    words = (
        "Versi data belum ada" if version is None else f"Versi data {indonesian.number(version)}"
    )
    return " · ".join(part for part in (words, plan.document.get(schema.NATURE)) if part)


def heading(plan: Plan, words: str) -> str:
    """Return a sheet's title, which says so where the figures are made up."""
    return f"{words} · {plan.document[schema.NATURE]}" if plan.is_sample else words


def add_guide(workbook: Workbook, plan: Plan) -> None:
    """Add Petunjuk, with CONTOH on top where the figures are made up."""
    sheet = workbook.create_sheet(Sheet.GUIDE)
    set_widths(sheet, _GUIDE_WIDTHS)
    row = 1
    if plan.is_sample:
        put(sheet, row, 2, plan.document[schema.NATURE], appearance.SAMPLE)
        sheet.row_dimensions[row].height = 42
        row += 1
    entitle(sheet, row, 2, guide.HEADING)
    put(sheet, row + 1, 2, plan.title or plan.government, appearance.NOTE)
    for index, (topic, words) in enumerate(guide.STEPS, 1):
        step = row + 2 + index
        put(sheet, step, 1, index, appearance.GUIDE)
        put(sheet, step, 2, topic, appearance.GUIDE_TOPIC)
        put(sheet, step, 3, words, appearance.GUIDE).alignment = _LEFT
        fit(sheet, step, [(words, _GUIDE_WIDTHS[2])])
    for index, agency in enumerate(plan.known_agencies, 1):
        put(sheet, index, AGENCY_COLUMN, agency, appearance.NOTE)
    sheet.column_dimensions[schema.letter(AGENCY_COLUMN - 1)].hidden = True
    set_up_print(sheet, None, version_line(plan))
    protect(sheet)


def add_document(workbook: Workbook, plan: Plan) -> None:
    """Add Dokumen: the document's items in their order, then the stamp."""
    sheet = workbook.create_sheet(Sheet.DOCUMENT)
    set_widths(sheet, _DOCUMENT_WIDTHS)
    for column, word in enumerate(DOCUMENT_HEADERS.values(), 1):
        put(sheet, 1, column, word, appearance.HEADER)
    stamp = plan.stamp
    marks = (stamp.scheme, stamp.plan_id, stamp.version, stamp.downloaded)
    items = [*plan.document.items(), *zip(schema.STAMP, marks, strict=True)]
    for row, (item, content) in enumerate(items, 2):
        put(sheet, row, 1, item, appearance.PROGRAM)
        put(sheet, row, 2, content, appearance.COPY).alignment = _LEFT
        fit(sheet, row, [(item, _DOCUMENT_WIDTHS[0]), (content, _DOCUMENT_WIDTHS[1])])
    sheet.freeze_panes = "A2"
    set_up_print(sheet, "1:1", version_line(plan))
    protect(sheet)


def add_program(workbook: Workbook, plan: Plan) -> None:
    """Add table A as printed, with one column per plan year; behind it levels and keys."""
    sheet = workbook.create_sheet(Sheet.PROGRAM)
    years, printed = plan.years, len(plan.years) + 3 + len(plan.extras)
    extras = (_EXTRA_WIDTH for _ in plan.extras)
    widths = (_NO_WIDTH, _NAME_WIDTH, *(_YEAR_WIDTH for _ in years), _AGENCY_WIDTH, *extras)
    set_widths(sheet, (*widths, *_DETAIL_WIDTHS))
    entitle(sheet, 1, 1, heading(plan, PROGRAM_TITLE))
    _program_header(sheet, years)
    _side_headers(sheet, plan, len(years) + 4)
    for row, record in enumerate(plan.program.to_dict("records"), schema.PROGRAM_FIRST_ROW):
        _program_row(sheet, row, record, years)
        _side_cells(sheet, row, record, plan, len(years) + 4)
    _number_columns(sheet, schema.PROGRAM_FIRST_ROW - 1, printed)
    last = schema.PROGRAM_FIRST_ROW + len(plan.program) - 1
    sheet.print_area = f"A1:{schema.letter(printed - 1)}{max(last, schema.PROGRAM_FIRST_ROW)}"
    sheet.freeze_panes = f"A{schema.PROGRAM_FIRST_ROW}"
    set_up_print(sheet, f"1:{schema.PROGRAM_FIRST_ROW - 1}", version_line(plan))
    protect(sheet)


def _program_header(sheet: Worksheet, years: tuple[int, ...]) -> None:
    number, name, time, agency = schema.PROGRAM_HEADERS
    last = len(years) + 3
    for column, word in ((1, number), (2, name), (3, time), (last, agency)):
        put(sheet, 2, column, word, appearance.HEADER)
    for column in range(1, last + 1):
        put(sheet, 3, column, None, appearance.HEADER)
        sheet.cell(2, column).style = appearance.HEADER
    for column, year in enumerate(years, 3):
        put(sheet, 3, column, year, appearance.HEADER)
    for column in (1, 2, last):
        sheet.merge_cells(start_row=2, end_row=3, start_column=column, end_column=column)
    if len(years) > 1:
        sheet.merge_cells(start_row=2, end_row=2, start_column=3, end_column=last - 1)


def _side_headers(sheet: Worksheet, plan: Plan, first: int) -> None:
    """Head the decreed extra columns, and behind them what is ours: TINGKAT, KODE, NAMA SINGKAT."""
    heads = [*plan.extras, *(column.header for column in schema.DETAIL_COLUMNS)]
    for column, header in enumerate(heads, first):
        put(sheet, 2, column, header, appearance.HEADER)
        put(sheet, 3, column, None, appearance.HEADER)
        sheet.merge_cells(start_row=2, end_row=3, start_column=column, end_column=column)
    for column, detail in enumerate(schema.DETAIL_COLUMNS, first + len(plan.extras)):
        advise(sheet, 2, column, detail.header, detail.help)


def _side_cells(sheet: Worksheet, row: int, record: dict[Any, Any], plan: Plan, first: int) -> None:
    names = [extra_name(header) for header in plan.extras]
    names += [column.name for column in schema.DETAIL_COLUMNS]
    for column, name in enumerate(names, first):
        words = record[name] if isinstance(record[name], str) else None
        put(sheet, row, column, words, appearance.COPY).alignment = _LEFT


def _program_row(
    sheet: Worksheet, row: int, record: dict[Any, Any], years: tuple[int, ...]
) -> None:
    style = _LEVEL_STYLES.get(record["tingkat"], appearance.COPY)
    put(sheet, row, 1, record["no"], style)
    put(sheet, row, 2, record["uraian"], style)
    for column, year in enumerate(years, 3):
        printed = record[mark_name(year)]
        mark = printed if isinstance(printed, str) else None
        put(sheet, row, column, mark, style).alignment = _CENTRE
    put(sheet, row, len(years) + 3, record["pihak_terlibat"], style)
    fit(sheet, row, [(record["uraian"], _NAME_WIDTH), (record["pihak_terlibat"], _AGENCY_WIDTH)])


def add_indicator(workbook: Workbook, plan: Plan) -> None:
    """Add table B as printed, NO and PROGRAM merged down over each program's indicators."""
    sheet = workbook.create_sheet(Sheet.INDICATOR)
    set_widths(sheet, _INDICATOR_WIDTHS)
    entitle(sheet, 1, 1, heading(plan, INDICATOR_TITLE))
    for column, word in enumerate(schema.INDICATOR_HEADERS, 1):
        put(sheet, 2, column, word, appearance.HEADER)
    _number_columns(sheet, schema.INDICATOR_FIRST_ROW - 1, len(schema.INDICATOR_HEADERS))
    row = schema.INDICATOR_FIRST_ROW
    records = plan.indicators.to_dict("records")
    for _, program in groupby(records, key=lambda record: (record["nomor"], record["program"])):
        row = _indicator_rows(sheet, row, list(program))
    sheet.freeze_panes = f"A{schema.INDICATOR_FIRST_ROW}"
    set_up_print(sheet, f"1:{schema.INDICATOR_FIRST_ROW - 1}", version_line(plan))
    protect(sheet)


def _indicator_rows(sheet: Worksheet, first: int, records: list[dict[Any, Any]]) -> int:
    """Write one program's indicators from row `first`; return the row after them."""
    for row, record in enumerate(records, first):
        head = record if row == first else {}
        put(sheet, row, 1, head.get("nomor"), appearance.COPY_CENTRE)
        put(sheet, row, 2, head.get("program"), appearance.COPY)
        put(sheet, row, 3, record["indikator"], appearance.COPY)
        alone = record["program"] if len(records) == 1 else None
        fit(
            sheet, row, [(alone, _INDICATOR_WIDTHS[1]), (record["indikator"], _INDICATOR_WIDTHS[2])]
        )
    after = first + len(records)
    if len(records) > 1:
        for column in (1, 2):
            sheet.merge_cells(
                start_row=first, end_row=after - 1, start_column=column, end_column=column
            )
    return after


def _number_columns(sheet: Worksheet, row: int, count: int) -> None:
    for column in range(1, count + 1):
        put(sheet, row, column, column, appearance.NUMBERING)
