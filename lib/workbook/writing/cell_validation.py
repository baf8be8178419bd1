"""What Excel lets a person type into a column, and what it offers."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.schema import Column, Kind, Sheet
from lib.plan.text import indonesian
from lib.workbook.writing.plan_sheets import AGENCY_COLUMN

UNITS = (
    *("%", "orang", "unit", "aplikasi", "dokumen", "laporan", "kali", "hari"),
    *(schema.YES_NO, schema.STEP),
)
"""Suggestions for SATUAN; any other unit may be typed."""
_FIRST_DATE, _LAST_DATE = "36526", "73415"
"""Excel's numbers of the first day of 2000 and the last of 2100."""


def validation(column: Column, plan: Plan) -> DataValidation | None:
    """Return what Excel lets a person type into a column; None where anything goes."""
    match column.kind:
        case Kind.PERCENT:
            advice = "Ketik persen dari 0 sampai 100, misalnya 75 atau 75%."
            return _strict("decimal", advice, "between", "0", "1")
        case Kind.RUPIAH:
            advice = "Ketik jumlah rupiah berupa angka saja, misalnya 12500000."
            return _strict("decimal", advice, "greaterThanOrEqual", "0")
        case Kind.DATE:
            advice = "Ketik tanggal lengkap, misalnya 25/11/2026."
            return _strict("date", advice, "between", _FIRST_DATE, _LAST_DATE)
    if column.choices:
        words = indonesian.listing(column.choices, "atau")
        advice = f"Pilih {words}, atau kosongkan."
        return _strict("list", advice, None, _inline(column.choices))
    if column.limit:
        advice = f"Paling banyak {indonesian.number(column.limit)} huruf."
        return _strict("textLength", advice, "lessThanOrEqual", str(column.limit))
    return _suggestion(column, plan)


def _suggestion(column: Column, plan: Plan) -> DataValidation | None:
    """Return a list that may be left; its words are names that the plan has."""
    if column.name == "satuan":
        return DataValidation(type="list", formula1=_inline(UNITS), allow_blank=True)
    agencies = plan.known_agencies if column.kind is Kind.AGENCY else ()
    if agencies:
        letter = get_column_letter(AGENCY_COLUMN)
        names = f"'{Sheet.GUIDE}'!${letter}$1:${letter}${len(agencies)}"
        return DataValidation(type="list", formula1=names, allow_blank=True)
    if column.kind is Kind.ACTIVITY and len(plan.program):
        letter = get_column_letter(len(plan.years) + len(plan.extras) + 5)
        first, last = schema.PROGRAM_FIRST_ROW, schema.PROGRAM_FIRST_ROW + len(plan.program) - 1
        codes = f"'{Sheet.PROGRAM}'!${letter}${first}:${letter}${last}"
        return DataValidation(type="list", formula1=codes, allow_blank=True)
    return None


def _strict(
    kind: str, advice: str, operator: str | None, formula1: str, formula2: str | None = None
) -> DataValidation:
    return DataValidation(
        type=kind,  # type: ignore[arg-type]
        operator=operator,  # type: ignore[arg-type]
        formula1=formula1,
        formula2=formula2,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Isian belum sesuai",
        error=advice,
    )


def _inline(words: tuple[str, ...]) -> str:
    return f'"{",".join(words)}"'
