"""New rows of numbered registers that took a number which others gave away meanwhile.

The number of such a row says nothing but its place in the list: two rows that two people added
under one number are two rows, and the later one gets the next free number.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import REGISTERS, next_number
from lib.plan.schema import Sheet

Numbers = Mapping[tuple[Sheet, str], str]
"""The number that a new row has now, by its sheet and the number that its copy gave it."""
_Rows = Mapping[str, tuple[Hashable, ...]]


def with_free_numbers(base: Plan, current: Plan, mine: Plan) -> tuple[Plan, Numbers]:
    """Return `mine` with each new row whose number the current plan gave to another row renumbered.

    A row that says what a row added there says is the same row, whatever was answered to it: it
    keeps that one's number, and merges cell by cell.
    """
    numbers: dict[tuple[Sheet, str], str] = {}
    for sheet, register in REGISTERS.items():
        if not register.is_numbered:
            continue
        found = dict(_numbers(sheet, base, current, mine))
        if found:
            rows = mine.registers[sheet]
            renamed = rows[register.key].replace(found)
            mine = mine.with_rows(sheet, rows.assign(**{register.key: renamed}))
            numbers |= {(sheet, old): new for old, new in found.items()}
    return mine, numbers


def _numbers(sheet: Sheet, base: Plan, current: Plan, mine: Plan) -> Iterator[tuple[str, str]]:
    key = REGISTERS[sheet].key
    known = set(base.registers[sheet][key])
    theirs, own = _new(sheet, current, known), _new(sheet, mine, known)
    twins = {said: number for number, said in theirs.items() if number not in own}
    taken = [*current.registers[sheet][key], *mine.registers[sheet][key]]
    for number, said in own.items():
        if number not in theirs or theirs[number] == said:
            continue
        free = twins.pop(said, None) or next_number(taken)
        taken.append(free)
        yield number, free


def _new(sheet: Sheet, plan: Plan, known: set[str]) -> _Rows:
    """Return what new rows ask for, whatever was answered; those with a doubled key left out."""
    register, rows = REGISTERS[sheet], plan.registers[sheet]
    rows = rows[rows[register.key].notna() & ~rows[register.key].duplicated(keep=False)]
    rows = rows[~rows[register.key].isin(known)]
    asked = [name for name in register.names if name not in {register.key, *register.answered}]
    cells = rows[asked].fillna("").itertuples(index=False, name=None)
    return dict(zip(rows[register.key], cells, strict=True))
