"""Changes and values as people read them."""

from __future__ import annotations

from datetime import date
from typing import Any

from lib.plan.change.difference import Change, ChangeKind
from lib.plan.ledger import PLACE, TOP
from lib.plan.registers.register_sheet import column_of
from lib.plan.schema import Kind
from lib.plan.text.indonesian import MISSING, day, number, percent, rupiah
from lib.typeface.fitting import shorten

TEXT_SHOWN = 80
"""Longest piece of a text cell that a sentence quotes, in characters."""


def value(change: Change, cell: Any) -> str:
    """Write one of a change's two values in the manner of its column; `–` for blank."""
    if cell is None:
        return MISSING
    if change.column == PLACE:
        return "paling atas" if cell == TOP else f"di bawah {cell}"
    described = column_of(change.sheet, change.column)
    kind = described.kind if described else Kind.TEXT
    if kind is Kind.PERCENT:
        return percent(cell, 2)
    if kind is Kind.RUPIAH:
        return rupiah(cell)
    if kind is Kind.DATE:
        return day(date.fromisoformat(cell))
    if isinstance(cell, int | float):
        return number(cell, 6)
    return str(cell)


def place(change: Change) -> str:
    """Name the row a change touches, such as `II.1.a (2024)`, or the sheet where it has no key."""
    if not change.key:
        return f"{change.sheet} ({change.year})" if change.year else str(change.sheet)
    return f"{change.key} ({change.year})" if change.year else f"{change.sheet} {change.key}"


def sentence(change: Change) -> str:
    """Say what changed, such as `II.1.a (2024) REALISASI TW III: 50% menjadi 75%`."""
    return f"{place(change)} {change.header}: {happened(change)}"


def happened(change: Change) -> str:
    """Say what became of a cell, such as `50% menjadi 75%`."""
    before, after = (
        shorten(value(change, cell), TEXT_SHOWN) for cell in (change.before, change.after)
    )
    if change.kind is ChangeKind.REMOVED:
        return f"{before} hilang bersama barisnya"
    if change.kind is ChangeKind.CLEARED:
        return f"{before} dikosongkan"
    if change.before is None:
        return f"diisi {after}"
    return f"{before} menjadi {after}"
