"""The rules of registers: a row has a key of its own, its needed cells, and names what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from lib.plan.breach import Breach, Rule
from lib.plan.cell_rules import broken_rule
from lib.plan.ledger import register_keys
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import CHANGED, CONTINUED, DONE, REGISTERS, STOPPED
from lib.plan.schema import Kind, Sheet

Row = Mapping[str, Any]
"""A register's row by column; None is a blank cell."""


def register_breaches(plan: Plan) -> Iterator[Breach]:
    """Yield what the registers of a plan do not keep: by register, then row, then rule."""
    for sheet in REGISTERS:
        rows = plan.registers[sheet]
        if rows.empty:
            continue
        firsts: dict[str, str] = {}
        for key, row in zip(register_keys(rows, sheet), _records(rows), strict=True):
            yield from _of_key(sheet, key, row, firsts)
            yield from _of_cells(plan, sheet, key, row)
            for rule in RULES.get(sheet, ()):
                yield from rule(key, row)


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {str(name): None if cell != cell else cell for name, cell in row.items()}
        for row in rows.to_dict("records")
    ]


def _of_key(sheet: Sheet, key: str, row: Row, firsts: dict[str, str]) -> Iterator[Breach]:
    """Every row has a key that no other has, whatever its case and spaces."""
    name = REGISTERS[sheet].key
    if row[name] is None:
        yield Breach(Rule.ROW_UNNAMED, sheet, key, None, (name,), (None,))
        return
    first = firsts.setdefault(" ".join(row[name].split()).casefold(), key)
    if first != key:
        yield Breach(Rule.ROW_DOUBLED, sheet, key, None, (name,), (row[name],), first)


def _of_cells(plan: Plan, sheet: Sheet, key: str, row: Row) -> Iterator[Breach]:
    register = REGISTERS[sheet]
    for column in register.columns:
        cell = row[column.name]
        place = (sheet, key, None, (column.name,))
        if cell is None:
            if column.name in register.needed:
                yield Breach(Rule.CELL_MISSING, *place, (None,))
        elif rule := broken_rule(column, cell):
            yield Breach(rule, *place, (cell,))
        elif column.kind is Kind.AGENCY and (unknown := plan.offices.unknown_in(cell)):
            known = tuple(agency.name for agency in plan.offices.agencies)
            yield Breach(Rule.AGENCY_UNKNOWN, *place, (unknown[0],), known=known)
        elif column.kind is Kind.ACTIVITY and cell not in (known := _activities(plan)):
            yield Breach(Rule.ACTIVITY_UNKNOWN, *place, (cell,), known=known)


def _activities(plan: Plan) -> tuple[str, ...]:
    return tuple(plan.activities["kode"])


# --- Instructions of meetings ---------------------------------------------------------------


def _due_before_given(key: str, row: Row) -> Iterator[Breach]:
    given, due = row["tanggal"], row["tenggat"]
    if given is not None and due is not None and due < given:
        names = ("tenggat", "tanggal")
        yield Breach(Rule.DUE_BEFORE_GIVEN, Sheet.DIRECTIVES, key, None, names, (due, given))


def _done_unexplained(key: str, row: Row) -> Iterator[Breach]:
    """Who calls an instruction done says what was done, and shows it where that can be shown."""
    if row["status"] != DONE:
        return
    for name, rule in (
        ("tindak_lanjut", Rule.DONE_UNEXPLAINED),
        ("bukti_dukung", Rule.DONE_UNPROVEN),
    ):
        if row[name] is None:
            yield Breach(rule, Sheet.DIRECTIVES, key, None, (name, "status"), (None, DONE))
            return


# --- What became of the plan before ---------------------------------------------------------


def _fate_untold(key: str, row: Row) -> Iterator[Breach]:
    """What goes on does so somewhere, what stopped has a reason, and what goes on is said to."""
    fate, new, sheet = row["kelanjutan"], row["kegiatan"], Sheet.CONTINUATION
    if fate in (CONTINUED, CHANGED) and new is None:
        names = ("kegiatan", "kelanjutan")
        yield Breach(Rule.CONTINUED_NOWHERE, sheet, key, None, names, (None, fate))
    elif fate == STOPPED and row["alasan"] is None:
        names = ("alasan", "kelanjutan")
        yield Breach(Rule.STOPPED_UNEXPLAINED, sheet, key, None, names, (None, fate))
    elif new is not None and fate in (None, STOPPED):
        names = ("kelanjutan", "kegiatan")
        yield Breach(Rule.FATE_UNSAID, sheet, key, None, names, (fate, new))


RULES: Mapping[Sheet, tuple[Callable[[str, Row], Iterator[Breach]], ...]] = {
    Sheet.CONTINUATION: (_fate_untold,),
    Sheet.DIRECTIVES: (_due_before_given, _done_unexplained),
}
"""Beyond what the description of a register says, by register."""
