"""Rows, cells and ranges of one part, as its XML goes by."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NoReturn

from lib.findings import catalogue
from lib.findings.finding import Entry
from lib.plan.indonesian import number
from lib.plan.schema import letter
from lib.xlsx import limits
from lib.xlsx.facts import SheetFacts
from lib.xlsx.limits import refuse

Attributes = dict[str, str]

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ROW = re.compile(r"[1-9][0-9]{0,6}")


@dataclass(slots=True)
class Tally:
    """What was counted so far, all parts together."""

    elements: int = 0
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(limits.COUNTS, 0))
    footprint: int = 0
    merged_cells: int = 0
    linked_cells: int = 0
    ranges: int = 0
    formula_characters: int = 0
    text_lengths: list[int] = field(default_factory=list)
    text_uses: Counter[str] = field(default_factory=Counter)


class CellReader:
    """Rows, cells and ranges of one part."""

    def __init__(self, part: str, sheet: str | None, tally: Tally) -> None:
        self.part = part
        self.sheet = sheet
        self.tally = tally
        self.row = self.column = 0
        self.far_row = self.far_column = 0
        self.data_row = self.data_column = 0
        self.in_rows = self.in_cell = False
        self.kind = ""
        self.formula = self.has_value = False
        self.value = ""
        self.shared = ""
        self.masters: dict[str, int] = {}
        self.string_length = 0
        self.with_value: set[str] = set()
        self.without_value: set[str] = set()
        self.errors: dict[str, str] = {}
        self.merged: list[str] = []
        self.hidden: set[int] = set()

    def start_row(self, attributes: Attributes) -> None:
        written = attributes.get("r")
        self.column = 0
        self.in_rows = True
        row = self.row + 1 if written is None else self._row_number(written)
        if row <= self.row:
            self._broken(f"baris {row} ada dua kali atau tidak urut")
        self.row = row
        if attributes.get("hidden") in ("1", "true") and self.row <= limits.DATA_ROWS:
            self.hidden.add(self.row)

    def start_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        row, column = (self.row, self.column + 1) if reference is None else self._address(reference)
        if self.in_rows and (row != self.row or column <= self.column):
            # Readers go by order; Excel calls such a file damaged too.
            self._broken(f"sel {letter(column - 1)}{row} ada dua kali atau tidak urut")
        self.row, self.column = row, column
        if self.row > self.far_row:
            self.far_row = self.row
        if self.column > self.far_column:
            self.far_column = self.column
        self.in_cell = True
        self.kind = attributes.get("t", "n")
        self.formula = self.has_value = False
        self.value = ""

    def end_cell(self, _text: str) -> None:
        if not self.in_cell:
            return
        self.in_cell = False
        if self.formula:
            self._note_formula()
        if self.kind == "e" and self.value:
            self.errors[self._reference()] = self.value
        if self.kind == "s" and self.value:
            self.tally.text_uses[self.value.strip()] += 1
        if self.formula or self.value:
            self._note_data()

    def _note_formula(self) -> None:
        saved = self.value or (self.has_value and self.kind == "str")
        (self.with_value if saved else self.without_value).add(self._reference())

    def _note_data(self) -> None:
        if self.row > limits.DATA_ROWS or self.column > limits.DATA_COLUMNS:
            self._refuse_place(catalogue.SHEET_FAR, self._reference())
        self.data_row = max(self.data_row, self.row)
        self.data_column = max(self.data_column, self.column)

    def start_formula(self, attributes: Attributes) -> None:
        self.formula = self.in_cell
        self.shared = attributes.get("si", "") if attributes.get("t") == "shared" else ""
        if self.in_cell and "ref" in attributes:
            self._area("rumus", attributes["ref"])

    def end_formula(self, text: str) -> None:
        length = len(text) or self.masters.get(self.shared, 0)
        if self.shared and text:
            self.masters[self.shared] = length
        self.tally.formula_characters += length
        if self.tally.formula_characters > limits.FORMULA_CHARACTERS:
            self._refuse_sum("huruf semua rumus", limits.FORMULA_CHARACTERS)

    def end_value(self, text: str) -> None:
        self.has_value = True
        self.value = text

    def end_text(self, text: str) -> None:
        self.string_length += len(text)
        if self.in_cell:
            self.value = self.value or text

    def start_string(self, _attributes: Attributes) -> None:
        self.string_length = 0

    def end_string(self, _text: str) -> None:
        self.tally.text_lengths.append(self.string_length)

    def merge(self, attributes: Attributes) -> None:
        area = attributes.get("ref", "")
        self.tally.merged_cells += self._area("sel gabungan", area)
        if self.tally.merged_cells > limits.RANGE_CELLS:
            self._refuse_place(catalogue.SHEET_RANGE, area, "sel gabungan")
        self.merged.append(area)

    def link(self, attributes: Attributes) -> None:
        area = attributes.get("ref", "")
        self.tally.linked_cells += self._area("tautan", area)
        if self.tally.linked_cells > limits.RANGE_CELLS:
            self._refuse_place(catalogue.SHEET_RANGE, area, "tautan")

    def comment(self, attributes: Attributes) -> None:
        if "ref" in attributes and self._area("komentar", attributes["ref"]) > 1:
            self._refuse_place(catalogue.SHEET_RANGE, attributes["ref"], "komentar")

    def finish(self) -> SheetFacts:
        """Close the part: check how far its cells stretch and make its facts."""
        self.tally.footprint += self.far_row * self.far_column
        if self.tally.footprint > limits.FOOTPRINT:
            place = f"{letter(self.far_column - 1)}{self.far_row}"
            self._refuse_place(catalogue.SHEET_FOOTPRINT, place)
        return SheetFacts(
            last_row=self.data_row,
            last_column=self.data_column,
            formulas_with_value=frozenset(self.with_value),
            formulas_without_value=frozenset(self.without_value),
            errors=MappingProxyType(self.errors),
            merged=tuple(self.merged),
            hidden_rows=frozenset(self.hidden),
        )

    def _row_number(self, written: str) -> int:
        if _ROW.fullmatch(written) is None:
            self._broken(f"nomor baris {written[:20]!r} tidak dikenal")
        return int(written)

    def _reference(self) -> str:
        return f"{letter(self.column - 1)}{self.row}"

    def _area(self, what: str, area: str) -> int:
        """Count a range's cells; `Refused` where it reaches beyond the limits."""
        first, _, last = area.partition(":")
        top, left = self._address(first)
        bottom, right = self._address(last or first)
        if bottom > limits.DATA_ROWS or right > limits.DATA_COLUMNS:
            self._refuse_place(catalogue.SHEET_RANGE, area, what)
        return (abs(bottom - top) + 1) * (abs(right - left) + 1)

    def _address(self, reference: str) -> tuple[int, int]:
        match = _CELL.fullmatch(reference)
        if match is None:
            self._broken(f"alamat sel {reference[:20]!r} tidak dikenal")
        column = 0
        for sign in match[1]:
            column = column * 26 + ord(sign) - ord("A") + 1
        row = int(match[2])
        if row > limits.EXCEL_ROWS or column > limits.EXCEL_COLUMNS:
            self._refuse_place(catalogue.SHEET_FAR, reference)
        return row, column

    def _refuse_place(self, entry: Entry, place: str, what: str = "") -> NoReturn:
        cell = place if _CELL.fullmatch(place) else None
        bounds = {
            "rows": number(limits.DATA_ROWS),
            "column": letter(limits.DATA_COLUMNS - 1),
            "limit": number(limits.FOOTPRINT if not what else limits.RANGE_CELLS),
        }
        refuse(entry, self.sheet, cell, cell_seen=place, area=place, what=what, **bounds)

    def _broken(self, reason: str) -> NoReturn:
        refuse(catalogue.XML_BROKEN, self.sheet, part=self.part, reason=reason)

    def _refuse_sum(self, what: str, limit: int) -> NoReturn:
        refuse(catalogue.TOO_LONG_TOGETHER, self.sheet, what=what, limit=number(limit))
