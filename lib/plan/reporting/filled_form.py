"""A form filled in on the screen: one row's fields as a person typed them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lib.plan.ledger import cells_of, editable
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import REGISTERS, is_of_plan
from lib.plan.schema import Column, Kind, Sheet
from lib.plan.text.indonesian import number

ENDING = ".json"
"""Of what is kept of a form; a workbook's name ends otherwise."""
_DIGITS = 10
_NOT_IN_NAMES = re.compile(r"[^\w.]+")
NEW_ROW = -1
"""Stands for the year of a register's row that is not there yet; its key says what it is about."""
_FIELDS = ("plan_id", "base", "sheet", "key", "year", "typed")

Row = tuple[str, Sheet, str, int]
"""What a form is about: plan, sheet, key, year."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What was typed about one row, and the version that the person had before the eyes."""

    plan_id: str
    base: int
    sheet: Sheet
    key: str
    year: int
    typed: tuple[tuple[str, str], ...]
    """Column and words of each field that no longer says what the base says."""

    @property
    def row(self) -> Row:
        return self.plan_id, self.sheet, self.key, self.year

    @property
    def name(self) -> str:
        """What the form is called where an upload is called by its file."""
        parts = (self.key, self.year) if self.year > 0 else (self.sheet, self.key)
        row = _NOT_IN_NAMES.sub("-", " ".join(map(str, parts))).strip("-")
        return f"Formulir {row}{ENDING}"

    def packed(self) -> bytes:
        """Return the form as it is kept beside what it became."""
        fields = {name: getattr(self, name) for name in _FIELDS}
        return json.dumps(fields, ensure_ascii=False).encode()

    @classmethod
    def unpacked(cls, content: bytes) -> FilledForm | None:
        """Read what `packed` made; None for anything else, such as a workbook."""
        try:
            fields = json.loads(content)
            sheet = Sheet(fields["sheet"])
            form = cls(
                str(fields["plan_id"]),
                int(fields["base"]),
                sheet,
                str(fields["key"]),
                int(fields["year"]),
                tuple((str(name), str(words)) for name, words in fields["typed"]),
            )
        except (ValueError, TypeError, KeyError):
            return None
        return form if form.is_possible else None

    @property
    def is_new(self) -> bool:
        """Whether it is about a row that is not there yet."""
        return self.year == NEW_ROW

    @property
    def is_possible(self) -> bool:
        """Whether it is about a sheet of reports, and only about what is filled in there."""
        if is_of_plan(self.sheet):
            return False
        if self.year <= 0 and self.sheet not in REGISTERS:
            return False
        return {name for name, _ in self.typed} <= {c.name for c in fields_of(self.sheet)}


def shown(plan: Plan, sheet: Sheet, key: str, year: int) -> dict[str, str] | None:
    """Return the words with which a row's fields begin, by column; None where there is no row."""
    if year == NEW_ROW:
        return {column.name: "" for column in fields_of(sheet)}
    cells = cells_of(plan, sheet, key, year)
    if cells is None:
        return None
    return {column.name: words_of(column, cells[column.name]) for column in fields_of(sheet)}


def fields_of(sheet: Sheet) -> tuple[Column, ...]:
    """Return the columns that a form may fill in; what names a register's row is none of them."""
    key = REGISTERS[sheet].key if sheet in REGISTERS else None
    return tuple(column for column in editable(sheet) if column.name != key)


def typed(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """List the fields that no longer say what they said at first."""
    return tuple((name, words) for name, words in now.items() if words != before.get(name, ""))


def words_of(column: Column, cell: Any) -> str:
    """Write a cell as its field shows it: blank for nothing, and with one reading only."""
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, str):
        return cell
    digits = number(cell, _DIGITS)
    match column.kind:
        case Kind.PERCENT:
            return f"{digits}%"
        case Kind.RUPIAH:
            return f"Rp{digits}"
        case _:
            return digits.replace(".", "")
