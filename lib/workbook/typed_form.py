"""The other way in: a form filled in on the screen is read and judged as a workbook's row is.

Each field is its cell: read by the same parser, held to the same rules, and a finding names the
cell of the downloaded workbook in which the same mistake would stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan import schema
from lib.plan.change.difference import Change, apply_changes
from lib.plan.ledger import cells_of
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import (
    COLUMNS,
    REGISTER_FIRST_ROW,
    REGISTERS,
)
from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import Kind, Sheet
from lib.workbook.intake import Reading, settled
from lib.workbook.reading import checks, register_rows
from lib.xlsx.number_format import GENERAL


@dataclass(frozen=True, slots=True)
class FormSheet:
    """Where a row's cells stand in a download."""

    sheet: Sheet

    @property
    def title(self) -> str:
        return self.sheet.value

    def has(self, name: str | int) -> bool:
        """Tell whether a download has such a column: it has all of them."""
        return name in self.places

    def address(self, row: int, name: str | int) -> str:
        return f"{self.places[name]}{row}"

    @property
    def places(self) -> dict[str | int, str]:
        columns = enumerate(COLUMNS[self.sheet])
        return {column.name: schema.letter(place) for place, column in columns}


def examine(form: FilledForm, base: Plan, number: str = "") -> Reading:
    """Read a filled-in form against the plan it began with; refused fields are blank in the plan.

    The plan is None where that plan has no such row. A new row of a register gets `number`.
    """
    table, found = FormSheet(form.sheet), list[Finding]()
    named = []
    if form.is_new:
        form = replace(form, key=number, year=0)
        row: int | None = REGISTER_FIRST_ROW + len(base.registers[form.sheet])
        named = [Change(number, None, REGISTERS[form.sheet].key, None, number, form.sheet)]
    else:
        row = checks.label(base, form.sheet, form.key, form.year)
    if row is None:
        no = {"no": form.key, "year": form.year, "nearest": ""}
        return Reading(None, (catalogue.KEY_UNKNOWN.at(table.title, None, **no),))
    plan = apply_changes(base, [*named, *_read(form, base, table, row, found)])
    found += checks.of_row(plan, table, base, form.key, form.year)
    places = {(form.sheet, name): letter for name, letter in table.places.items()}
    return Reading(plan, settled(found, {form.sheet: table}), places)


def _read(
    form: FilledForm, base: Plan, table: FormSheet, row: int, found: list[Finding]
) -> list[Change]:
    """Read the typed fields in the order of the sheet; figures by the SATUAN read before them."""
    typed, read = dict(form.typed), cells_of(base, form.sheet, form.key, form.year) or {}
    changes = []
    for column in COLUMNS[form.sheet]:
        if column.name not in typed:
            continue
        unit = read.get("satuan") if column.kind is Kind.MEASURE else None
        words = typed[column.name]
        read_cell = register_rows.parser(column, base.program)
        parsed = read_cell(words, GENERAL, unit if isinstance(unit, str) else None)
        if parsed.entry is not None:
            address = table.address(row, column.name)
            found.append(parsed.entry.at(table.title, address, **parsed.values))
        read[column.name] = parsed.value
        year = form.year or None
        changes.append(Change(form.key, year, column.name, None, parsed.value, form.sheet))
    return changes
