"""Changes and values as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lib.plan.cell_rules import is_stepped
from lib.plan.change.difference import Change, ChangeKind
from lib.plan.ledger import PLACE, TOP, ledgers
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import column_of
from lib.plan.schema import Kind, Sheet
from lib.plan.text.indonesian import MISSING, day, number, percent, rupiah
from lib.typeface.fitting import shorten
from lib.voice.words.measures import measure

TEXT_SHOWN = 80
"""Longest piece of a text cell that a sentence quotes, in characters."""
_LED_IN = 20
"""Most that a sentence quotes of what two texts have in common before they differ."""


Units = Mapping[tuple[str, int | None], Any]
"""The SATUAN of each indicator-year."""


def units_in(plan: Plan | None) -> Units:
    """Return the units of a plan's indicator-years; none without a plan."""
    if plan is None:
        return {}
    ledger = ledgers(plan)[Sheet.INDICATOR_PROGRESS]
    return dict(zip(ledger.index, ledger["satuan"], strict=True))


@dataclass(frozen=True, slots=True)
class Sides:
    """The units before some changes and after them: a figure is written in its own."""

    before: Units = field(default_factory=dict)
    after: Units = field(default_factory=dict)

    @classmethod
    def of(cls, changes: Iterable[Change], after: Units) -> Sides:
        """Tell the units before from those after, and from the changes themselves."""
        others = {
            (change.key, change.year): change.before
            for change in changes
            if change.sheet is Sheet.INDICATOR_PROGRESS and change.column == "satuan"
        }
        return cls({**after, **others}, after)


UNKNOWN = Sides()


def values(change: Change, sides: Sides = UNKNOWN) -> tuple[str, str]:
    """Write a change's two values."""
    pairs = ((change.before, sides.before), (change.after, sides.after))
    before, after = (value(change, cell, units) for cell, units in pairs)
    return before, after


def value(change: Change, cell: Any, units: Units | None = None) -> str:
    """Write one of a change's two values in the manner of its column; `–` for blank.

    Steps are written as such where the units are known.
    """
    if cell is None:
        return MISSING
    if change.column == PLACE:
        return "paling atas" if cell == TOP else f"di bawah {cell}"
    kind = _kind(change)
    if kind is Kind.PERCENT:
        return percent(cell, 2)
    if kind is Kind.RUPIAH:
        return rupiah(cell)
    if kind is Kind.DATE:
        return day(date.fromisoformat(cell))
    if isinstance(cell, int | float):
        unit = (units or {}).get((change.key, change.year)) if kind is Kind.MEASURE else None
        return measure(cell, unit) if is_stepped(unit) else number(cell, 6)
    return str(cell)


def _kind(change: Change) -> Kind:
    described = column_of(change.sheet, change.column)
    return described.kind if described else Kind.TEXT


def brief(change: Change, sides: Sides = UNKNOWN) -> tuple[str, str]:
    """Write a change's two values, each in one short line; long ones from where they differ."""
    whole = [" ".join(each.split()) for each in values(change, sides)]
    before, after = (shorten(each, TEXT_SHOWN) for each in whole)
    if before != after or whole[0] == whole[1]:
        return before, after
    pairs = enumerate(zip(*whole, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(map(len, whole)))
    start = max(whole[0].rfind(" ", 0, same) + 1, same - _LED_IN)
    before, after = (f"… {shorten(each[start:], TEXT_SHOWN)}" for each in whole)
    return before, after


def place(change: Change) -> str:
    """Name the row a change touches, such as `II.1.a (2024)`, or the sheet where it has no key."""
    if not change.key:
        return f"{change.sheet} ({change.year})" if change.year else str(change.sheet)
    return f"{change.key} ({change.year})" if change.year else f"{change.sheet} {change.key}"


def sentence(change: Change) -> str:
    """Say what changed, such as `II.1.a (2024) REALISASI TW III: 50% menjadi 75%`."""
    return f"{place(change)} {change.header}: {happened(change)}"


def happened(change: Change, sides: Sides = UNKNOWN) -> str:
    """Say what became of a cell, such as `50% menjadi 75%`; words stand in quotation marks."""
    before, after = brief(change, sides)
    if _kind(change) is Kind.TEXT and change.column != PLACE:
        before, after = f"“{before}”", f"“{after}”"
    if change.kind is ChangeKind.REMOVED:
        return f"{before} hilang bersama barisnya"
    if change.kind is ChangeKind.CLEARED:
        return f"{before} dikosongkan"
    if change.before is None:
        return f"diisi {after}"
    return f"{before} menjadi {after}"
