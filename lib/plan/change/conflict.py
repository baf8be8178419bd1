"""Conflicts: the cells of two people's changes that cannot both stand as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lib.plan.breach import Breach
from lib.plan.change.difference import Change, Place
from lib.plan.ledger import PLACE, PLANNED, TOP, YEAR
from lib.plan.registers.register_sheet import REGISTERS
from lib.plan.schema import Sheet


class Side(StrEnum):
    """Whose value stands in a cell that both changed."""

    THEIRS = "theirs"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that two people's changes fight over; None is blank.

    Either both changed it to different values, or (`breach`) what both changed breaks a rule
    together that neither broke alone: then every cell of it that one of them changed is one.
    """

    sheet: Sheet
    key: str
    year: int | None
    column: str
    base: Any
    theirs: Any
    mine: Any
    breach: Breach | None = None

    @property
    def place(self) -> Place:
        return (self.sheet, self.key, self.year, self.column)

    @property
    def id(self) -> str:
        """The cell as one text, such as `Progres Kegiatan|II.1.a|2024|realisasi_tw3`."""
        return identity(self.place)


def identity(place: Place) -> str:
    """Write a cell as one text; see `Conflict.id`."""
    return "|".join(str(part) for part in place if part is not None)


Changes = Mapping[Place, Change]


def by_place(changes: tuple[Change, ...]) -> Changes:
    """Find changes by the cell they change."""
    return {change.place: change for change in changes}


def clashing(theirs: Changes, mine: Changes) -> Iterator[Place]:
    """Yield the cells that both changed to different values, as printed.

    What was written into a row that the other side removed is one of them.
    """
    for place in sorted(theirs.keys() | mine.keys(), key=printed):
        left, right = theirs.get(place), mine.get(place)
        if left and right:
            clash = left.after != right.after
        else:
            clash = _loses_row(left, mine) or _loses_row(right, theirs)
        if clash:
            yield place


def conflict(place: Place, theirs: Changes, mine: Changes, breach: Breach | None) -> Conflict:
    """Describe a clashing cell by what it held and what each side makes of it."""
    left, right = theirs.get(place), mine.get(place)
    known = [change.before for change in (left, right) if change and change.before is not None]
    base = known[0] if known else None  # a moved row does not say where it stood
    # Who left a cell of a broken rule alone stands for what it held; elsewhere its row is gone.
    untouched = base if breach else None
    return Conflict(
        *place,
        base=base,
        theirs=left.after if left else untouched,
        mine=right.after if right else untouched,
        breach=breach,
    )


def printed(place: Place) -> tuple[int, str, int, str]:
    """Sort cells by sheet, key, year, column."""
    sheet, key, year, column = place
    return list(Sheet).index(sheet), key, year or 0, column


def is_gone(place: Place, changes: Changes) -> bool:
    """Tell whether a side emptied a cell."""
    return place in changes and changes[place].after is None


def owners(place: Place) -> tuple[Place, ...]:
    """Return the cells without which this one has no row to stand in."""
    sheet, key, year, column = place
    row = (Sheet.PROGRAM, key, None, PLACE)
    column_of_year = (Sheet.PROGRAM, TOP, year, YEAR)
    if sheet is Sheet.ACTIVITY_PROGRESS:
        return (row, column_of_year, (Sheet.PROGRAM, key, year, PLANNED))
    if sheet is Sheet.INDICATOR_PROGRESS:
        return ((Sheet.INDICATOR, key, None, PLACE), column_of_year)
    if sheet is Sheet.DOCUMENT or column in (PLACE, YEAR):
        return ()
    if sheet in REGISTERS:
        named_by = REGISTERS[sheet].key
        return () if column == named_by else ((sheet, key, None, named_by),)
    if column == PLANNED:
        return (row, column_of_year)
    return ((sheet, key, None, PLACE),)


def _loses_row(change: Change | None, others: Changes) -> bool:
    """Tell whether a value was written into a row that the other side removed."""
    return (
        change is not None
        and change.after is not None
        and any(is_gone(owner, others) for owner in owners(change.place))
    )
