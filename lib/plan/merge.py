"""Three-way merge: what two people changed since the plan both started from.

Both sides' differences against that base are put together cell by cell. Only where both changed
the same cell to different values does a person have to choose. Removing a row changes all of
its cells, so it conflicts with whatever the other side wrote there; a row stays or goes whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from lib.plan.difference import Change, Place, apply_changes, differences
from lib.plan.ledger import PLACE, PLANNED, TOP, YEAR
from lib.plan.plan import Plan
from lib.plan.schema import Sheet


class Side(StrEnum):
    """Whose value stands in a cell that both changed."""

    THEIRS = "theirs"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell both sides changed to different values; None is blank."""

    sheet: Sheet
    key: str
    year: int | None
    column: str
    base: Any
    theirs: Any
    mine: Any

    @property
    def place(self) -> Place:
        return (self.sheet, self.key, self.year, self.column)

    @property
    def id(self) -> str:
        """The cell as one text, such as `Progres Kegiatan|II.1.a|2024|realisasi_tw3`."""
        return "|".join(str(part) for part in self.place if part is not None)


@dataclass(frozen=True)
class Merge:
    """The outcome of a merge.

    `plan` holds all that does not conflict, the chosen value where someone chose, and else the
    current value. `changes` is what `plan` brings against the current plan. `conflicts` are
    those not yet settled.
    """

    plan: Plan
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    base: Plan
    current: Plan
    theirs: tuple[Change, ...]
    mine: tuple[Change, ...]
    choices: Mapping[str, Side]


def merge(base: Plan, current: Plan, mine: Plan) -> Merge:
    """Bring my changes since `base` into the current plan; the stamp is the current one's."""
    return _settled(base, current, differences(base, current), differences(base, mine), {})


def settle(merge: Merge, choices: Mapping[str, str]) -> Merge:
    """Return the merge with conflicts (by `id`) settled as `mine` or `theirs`.

    Choices made before stand unless named again. KeyError for an id that is no conflict,
    ValueError for another word.
    """
    made = {**merge.choices, **{id: Side(side) for id, side in choices.items()}}
    return _settled(merge.base, merge.current, merge.theirs, merge.mine, made)


def _settled(
    base: Plan,
    current: Plan,
    theirs: tuple[Change, ...],
    mine: tuple[Change, ...],
    choices: Mapping[str, Side],
) -> Merge:
    left, right = _by_place(theirs), _by_place(mine)
    conflicts = {conflict.id: conflict for conflict in _conflicts(left, right)}
    chosen = {conflicts[id].place: side for id, side in choices.items()}
    sides = {conflict.place: Side.THEIRS for conflict in conflicts.values()} | chosen
    plan = replace(apply_changes(base, _union(left, right, sides)), stamp=current.stamp)
    return Merge(
        plan=plan,
        changes=differences(current, plan),
        conflicts=tuple(conflict for id, conflict in conflicts.items() if id not in choices),
        base=base,
        current=current,
        theirs=theirs,
        mine=mine,
        choices=choices,
    )


Changes = Mapping[Place, Change]


def _by_place(changes: tuple[Change, ...]) -> Changes:
    return {change.place: change for change in changes}


def _conflicts(theirs: Changes, mine: Changes) -> Iterator[Conflict]:
    for place in sorted(theirs.keys() | mine.keys(), key=_printed):
        left, right = theirs.get(place), mine.get(place)
        if left and right:
            clash = left.after != right.after
        else:
            clash = _loses_row(left, mine) or _loses_row(right, theirs)
        if clash:
            known = [c.before for c in (left, right) if c and c.before is not None]
            yield Conflict(
                *place,
                base=known[0] if known else None,  # a moved row does not say where it stood
                theirs=left.after if left else None,
                mine=right.after if right else None,
            )


def _printed(place: Place) -> tuple[int, str, int, str]:
    sheet, key, year, column = place
    return list(Sheet).index(sheet), key, year or 0, column


def _loses_row(change: Change | None, others: Changes) -> bool:
    """Tell whether a value was written into a row that the other side removed."""
    return (
        change is not None
        and change.after is not None
        and any(_is_gone(owner, others) for owner in _owners(change.place))
    )


def _is_gone(place: Place, changes: Changes) -> bool:
    return place in changes and changes[place].after is None


def _owners(place: Place) -> tuple[Place, ...]:
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
    if column == PLANNED:
        return (row, column_of_year)
    return ((sheet, key, None, PLACE),)


def _union(theirs: Changes, mine: Changes, sides: Mapping[Place, Side]) -> list[Change]:
    """Put both sides' changes together, each conflict's as chosen."""
    kept_theirs = _without_lost(theirs, mine, sides, Side.MINE)
    kept_mine = _without_lost(mine, theirs, sides, Side.THEIRS)
    return [
        *(change for place, change in kept_theirs.items() if sides.get(place) != Side.MINE),
        *(change for place, change in kept_mine.items() if sides.get(place) != Side.THEIRS),
    ]


def _without_lost(
    changes: Changes, others: Changes, sides: Mapping[Place, Side], other: Side
) -> Changes:
    """Leave out the removal of every row in which the other side's value was chosen."""
    chosen = [place for place, side in sides.items() if side == other and place in others]
    revived = {
        owner
        for place in chosen
        if others[place].after is not None
        for owner in (place, *_owners(place))
        if _is_gone(owner, changes)
    }
    return {
        place: change
        for place, change in changes.items()
        if change.after is not None or revived.isdisjoint((place, *_owners(place)))
    }
