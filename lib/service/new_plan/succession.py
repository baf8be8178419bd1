"""A plan that goes on with another: who it goes on with, what becomes of each kegiatan, and where
that is seen. What is answered is kept among a sketch's answers, by the old KODE and the place of
the new row in the decree, so that a corrected number moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from lib.decree import corrections
from lib.decree.conversion import Conversion
from lib.decree.draft import DecreeDraft
from lib.plan.plan import Plan
from lib.plan.registers import pairing
from lib.plan.registers.continuation import (
    FATES,
    GOING_ON,
    Continuation,
    with_continuations,
)
from lib.service.actor import Actor, Right, require
from lib.service.library import Library, NothingSound
from lib.store.records import PlanRecord
from lib.workbook.writing import writer

__all__ = ["answers_of", "choices", "continued", "old_plan", "pairs", "without", "workbook"]

_SIGN = " | "
_PARTS, _KEPT = 3, 8


def choices(library: Library, actor: Actor) -> tuple[PlanRecord, ...]:
    """List the plans that a new one may go on with, the newest first."""
    require(actor, Right.ADD_PLAN)
    return tuple(reversed([plan for plan in library.plans(actor) if not plan.is_put_away]))


def old_plan(library: Library, actor: Actor, answers: Mapping[str, str]) -> tuple[str, Plan] | None:
    """Return id and plan of the one that answers go on with; None for none, or none to be read."""
    require(actor, Right.ADD_PLAN)
    id = answers.get(corrections.PREVIOUS, "")
    if id not in {plan.id for plan in library.plans(actor)}:
        return None
    try:
        return id, library.newest_sound(actor, id).plan
    except NothingSound:
        return None


def pairs(
    old: Plan, new: Plan, draft: DecreeDraft, answers: Mapping[str, str]
) -> tuple[Continuation, ...]:
    """Say what becomes of each old kegiatan: as answered, else as proposed."""
    codes = {row.place: row.code for row in draft.rows if row.is_activity}
    said = []
    for one in _proposed(_Known(old), _Known(new)):
        answer = answers.get(corrections.of_old(one.code))
        said.append(one if answer is None else _answered(one, answer, codes))
    return tuple(said)


@dataclass(frozen=True, eq=False, slots=True)
class _Known:
    """A plan known by being itself: what never changes is compared by nobody."""

    plan: Plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.plan is self.plan

    def __hash__(self) -> int:
        return id(self.plan)


@lru_cache(maxsize=_KEPT)
def _proposed(old: _Known, new: _Known) -> tuple[Continuation, ...]:
    """Pair two plans once; each click on the page asks again."""
    return pairing.propose(old.plan, new.plan)


def _answered(one: Continuation, answer: str, codes: Mapping[str, str]) -> Continuation:
    """Take an answer; a new row that is gone meanwhile leaves it unmapped."""
    fate, place, reason, *_ = [*answer.split(_SIGN, _PARTS - 1), "", ""]
    new = codes.get(place, "")
    if fate not in FATES or (fate in GOING_ON and not new):
        return replace(one, fate="", new="", reason=reason)
    return replace(one, fate=fate, new=new if fate in GOING_ON else "", reason=reason)


def answers_of(said: Iterable[Continuation], draft: DecreeDraft) -> dict[str, str]:
    """Return what was said of old kegiatan as answers of a sketch."""
    places = {row.code: row.place for row in draft.rows if row.is_activity}
    return {
        corrections.of_old(one.code): _SIGN.join(
            (one.fate, places.get(one.new, ""), " ".join(one.reason.split()))
        )
        for one in said
    }


def without(answers: Mapping[str, str]) -> dict[str, str]:
    """Return answers without the plan before, and without all that was said of its kegiatan."""
    ending = corrections.of_old("")
    return {
        name: said
        for name, said in answers.items()
        if name != corrections.PREVIOUS and not name.endswith(ending)
    }


def workbook(
    library: Library, actor: Actor, made: Conversion, answers: Mapping[str, str]
) -> bytes | None:
    """Return the workbook of a conversion; of a plan that goes on with another, with what it says.

    None where nothing was read.
    """
    if made.plan is None or made.draft is None:
        return None
    plan = continued(library, actor, made.plan, made.draft, answers)
    return made.workbook if plan is made.plan else writer.write(plan)


def continued(
    library: Library, actor: Actor, plan: Plan, draft: DecreeDraft, answers: Mapping[str, str]
) -> Plan:
    """Return the plan of a sketch with the one that it goes on with, if any."""
    found = old_plan(library, actor, answers)
    if found is None:
        return plan
    id, old = found
    return with_continuations(plan, id, pairs(old, plan, draft, answers))
