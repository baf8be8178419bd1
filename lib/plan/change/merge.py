"""Three-way merge: what two people changed since the plan both started from.

Both sides' differences against that base are put together cell by cell. Only where both changed
the same cell to different values does a person have to choose. Removing a row changes all of
its cells, so it conflicts with whatever the other side wrote there; a row stays or goes whole.

What comes out is judged by the rules of a plan. A rule that neither side broke alone is a
conflict on the cells that break it, and stays one under every choice that breaks it still.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from lib.plan.breach import ASKED, Breach, Rule
from lib.plan.change.conflict import (
    Changes,
    Conflict,
    Side,
    by_place,
    clashing,
    conflict,
    identity,
    is_gone,
    owners,
    printed,
)
from lib.plan.change.difference import TABLES, Change, Place, apply_changes, differences
from lib.plan.change.verified import Row, outdated, without_lapsed
from lib.plan.ledger import PLACE, YEAR, keys
from lib.plan.plan import Plan
from lib.plan.rules import breaches, oddities
from lib.plan.schema import Sheet
from lib.plan.table_a import Level

__all__ = ["Conflict", "Merge", "Side", "merge", "settle"]


@dataclass(frozen=True)
class Merge:
    """The outcome of a merge.

    `plan` holds all that does not conflict, the chosen value where someone chose, and else the
    current value. `changes` is what `plan` brings against the current plan.
    """

    plan: Plan
    changes: tuple[Change, ...]
    sides: _Sides
    clashes: Mapping[Place, Breach | None]
    """Every cell that is or was a conflict."""
    choices: Mapping[str, Side]

    @property
    def all_conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts, settled or not, as printed."""
        theirs, mine = self.sides.theirs, self.sides.mine
        ordered = sorted(self.clashes, key=printed)
        return tuple(conflict(place, theirs, mine, self.clashes[place]) for place in ordered)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts not yet settled."""
        return tuple(item for item in self.all_conflicts if item.id not in self.choices)

    @property
    def current(self) -> Plan:
        """The plan that my changes are brought into."""
        return self.sides.current

    @property
    def outdated(self) -> tuple[Row, ...]:
        """The rows that I verified by figures which others changed meanwhile."""
        return outdated(self.sides.base, self.sides.own, self.plan)


@dataclass(frozen=True, slots=True)
class _Sides:
    """What a merge starts from; the same under every choice."""

    base: Plan
    current: Plan
    own: Plan
    """What I made of the base."""
    theirs: Changes
    mine: Changes
    known: frozenset[Breach]
    """Breaches that either side has alone."""
    groups: Mapping[str, frozenset[str]]
    """The rows of kelompok program that a row of table A stands under, on any side."""

    @property
    def changed(self) -> Changes:
        """Every cell that either side changed."""
        return {**self.theirs, **self.mine}


def merge(base: Plan, current: Plan, mine: Plan) -> Merge:
    """Bring my changes since `base` into the current plan; the stamp is the current one's."""
    left, right = by_place(differences(base, current)), by_place(differences(base, mine))
    known = frozenset((*_odd(current), *_odd(mine)))
    sides = _Sides(base, current, mine, left, right, known, _groups((base, current, mine)))
    return _settled(sides, dict.fromkeys(clashing(left, right)), {})


def settle(merge: Merge, choices: Mapping[str, str]) -> Merge:
    """Return the merge with conflicts (by `id`) settled as `mine` or `theirs`.

    Choices made before stand unless named again, or while they break a rule together: the cells
    of that rule are conflicts again. KeyError for an id that is no conflict, ValueError for
    another word.
    """
    known = {conflict.id for conflict in merge.conflicts} | merge.choices.keys()
    if unknown := choices.keys() - known:
        raise KeyError(*sorted(unknown))
    chosen = {**merge.choices, **{id: Side(side) for id, side in choices.items()}}
    return _settled(merge.sides, dict(merge.clashes), chosen)


def _settled(sides: _Sides, clashes: dict[Place, Breach | None], chosen: dict[str, Side]) -> Merge:
    """Fill every clash as chosen, else as it stands now, until no new rule is broken."""
    while True:
        plan = _filled(sides, clashes, chosen)
        broken = [b for b in _odd(plan) if b not in sides.known]
        added = dict(_to_decide(sides, broken, clashes, chosen))
        if not added:
            break
        clashes |= {place: breach for place, breach in added.items() if place not in clashes}
        for place in added:
            chosen.pop(identity(place), None)
    return Merge(plan, differences(sides.current, plan), sides, clashes, chosen)


def _odd(plan: Plan) -> tuple[Breach, ...]:
    """Return all that a plan may break: what a decree may print is not for a merge to make."""
    return *breaches(plan), *oddities(plan)


def _filled(sides: _Sides, clashes: Iterable[Place], chosen: Mapping[str, Side]) -> Plan:
    picked = {place: chosen.get(identity(place), Side.THEIRS) for place in clashes}
    union = _union(sides.theirs, sides.mine, picked)
    plan = replace(apply_changes(sides.base, union), stamp=sides.current.stamp)
    return without_lapsed(plan, sides.base, sides.current, sides.own)


# --- Rules that the sides break together ----------------------------------------------------


def _to_decide(
    sides: _Sides,
    broken: list[Breach],
    clashes: Mapping[Place, Breach | None],
    chosen: Mapping[str, Side],
) -> Iterator[tuple[Place, Breach]]:
    """Yield the cells of broken rules that are to be settled, or settled otherwise."""
    for breach in broken:
        cells = _touched(breach, sides)
        open_ = [place for place in cells if place not in clashes or identity(place) in chosen]
        if breach.rule in ASKED and all(identity(place) in chosen for place in cells):
            continue
        if not open_ and breach.sheet in TABLES:
            # What did it stands elsewhere in the table: whoever changed that table decides.
            open_ = [p for p in _decisive(sides) if p[0] is breach.sheet and p not in clashes]
        yield from ((place, breach) for place in open_)


def _decisive(sides: _Sides) -> Iterator[Place]:
    """Yield every changed cell but those that come and go with their row, which goes whole."""
    for place in sides.changed:
        rows = [sides.changed[owner] for owner in owners(place) if owner in sides.changed]
        if not any(row.before is None or row.after is None for row in rows):
            yield place


def _touched(breach: Breach, sides: _Sides) -> list[Place]:
    """Return the cells by which the sides' changes break a rule."""
    changed = sides.changed
    cells: Iterable[Place] = breach.cells
    if breach.rule is Rule.GROUP_MISSING:
        above = sides.groups.get(breach.key, frozenset())
        cells = (*cells, *((breach.sheet, key, None, PLACE) for key in above))
    elif breach.rule is Rule.YEARS_MISSING:
        cells = (place for place in changed if place[3] == YEAR)
    elif breach.rule is Rule.KEY_DOUBLED:
        # Rows of progress come of table A's: one of the two there is too many.
        cells = ((Sheet.PROGRAM, key, None, PLACE) for key in (breach.key, breach.first) if key)
    elif breach.rule in (Rule.TABLE_EMPTY, Rule.ACTIVITIES_MISSING):
        cells = (place for place in changed if place[0] is breach.sheet and place[3] == PLACE)
    return [place for place in cells if place in changed]


def _groups(plans: Iterable[Plan]) -> dict[str, frozenset[str]]:
    above: dict[str, set[str]] = {}
    for plan in plans:
        names = pd.Series(keys(plan.program), plan.program.index, dtype="object")
        groups = names.where(plan.program["tingkat"] == Level.FIRST).ffill()
        for name, group in zip(names, groups, strict=True):
            if isinstance(group, str):
                above.setdefault(name, set()).add(group)
    return {name: frozenset(groups) for name, groups in above.items()}


# --- Both sides' changes together -----------------------------------------------------------


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
    """Leave out the removal of every row in which the other side's value was chosen.

    Where the removal itself is to be decided, it goes by that.
    """
    chosen = [place for place, side in sides.items() if side == other]
    revived = {
        owner
        for place in chosen
        if _holds(place, others, changes)
        for owner in (place, *owners(place))
        if is_gone(owner, changes) and sides.get(owner, other) == other
    }
    return {
        place: change
        for place, change in changes.items()
        if change.after is not None or revived.isdisjoint((place, *owners(place)))
    }


def _holds(place: Place, side: Changes, others: Changes) -> bool:
    """Tell whether a cell that one of the two changed holds something on a side."""
    if place in side:
        return side[place].after is not None
    return place in others and others[place].before is not None
