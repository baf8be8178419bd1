"""The one way to change a plan: check or propose, look, settle, apply.

Every call that shows or changes something takes the actor and checks the right again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from lib.plan.change.difference import differences
from lib.plan.change.merge import Conflict
from lib.plan.change.verified import unmarked
from lib.plan.plan import Plan, Stamp
from lib.plan.rules import breaches
from lib.service.actor import Actor, Denied, Right, require
from lib.service.change import judgement, marked_copy, old_codes
from lib.service.change.locking import lock_for
from lib.service.change.readiness import (
    NotReady,
    must_be_noted,
    must_be_taken_back,
    packed,
    ready,
)
from lib.service.library import Library
from lib.service.proposal import Proposal, Question
from lib.service.target import Target
from lib.store.records import HeadMoved, NewVersion, Origin, PlanExists, Upload, Version
from lib.workbook import intake

__all__ = [
    "HeadMoved",
    "NotReady",
    "apply",
    "apply_where_others_write",
    "check",
    "propose_rollback",
    "propose_undo",
]

_RIGHT_FOR = {
    Origin.UPLOAD: Right.CHANGE,
    Origin.EDIT: Right.CHANGE,
    # Whose rows it touches is looked at cell by cell; only an admin may propose an older version.
    Origin.ROLLBACK: Right.CHANGE,
    Origin.BASELINE: Right.ADD_PLAN,
}


_TRIES = 20
"""In a crowd each try meets at least one other who got through."""


def check(
    library: Library,
    actor: Actor,
    content: bytes,
    name: str,
    *,
    meant: str = "",
    looked_at: str = "",
) -> Proposal:
    """Say what an uploaded workbook would do, storing nothing.

    The workbook's own stamp says which plan and version it was made from; one without a stamp
    is held against the plan `looked_at`. Where a plan is `meant`, another's workbook is refused.
    """
    require(actor, Right.VIEW)
    target = Target(library, actor, meant, looked_at)
    reading = intake.examine(content, name, target.base)
    stamp = reading.plan.stamp if reading.plan else Stamp()
    plan_id = target.plan_id(stamp)
    opened = Proposal(
        Origin.UPLOAD,
        plan_id,
        head=0,
        base=None,
        read=reading.findings,
        name=name,
        upload=content,
        marked=marked_copy.of(content, reading),
        address=lambda place: reading.address(*place),
    )
    if reading.plan is None:
        return opened
    if not plan_id:
        return replace(opened, read=(*opened.read, target.unnamed()))
    if not target.is_here(plan_id):
        return old_codes.with_strangers(_new_plan(opened, reading.plan), library, actor)
    if library.is_put_away(plan_id):
        return replace(opened, read=(target.put_away(reading.plan),), marked=None)
    doubted = judgement.with_doubts(_compared(opened, target, reading.plan))
    return marked_copy.with_judged(judgement.with_denied(doubted))


def _new_plan(opened: Proposal, plan: Plan) -> Proposal:
    """Return the proposal to add a plan that the store does not have."""
    opened = judgement.introduced(replace(opened, kind=Origin.BASELINE), plan)
    file = frozenset(breaches(plan))
    proposed = unmarked(plan.completed())
    return judgement.judged(replace(opened, proposed=proposed, file=file))


def _compared(opened: Proposal, target: Target, plan: Plan) -> Proposal:
    """Return the proposal to bring a workbook's plan into the one that the store has."""
    current = target.library.snapshot(target.actor, opened.plan_id)
    base = target.version(plan.stamp)
    opened = replace(
        opened,
        head=current.number,
        base=base.number if base else None,
        current=current.plan,
        lock=lock_for(target.library, target.actor, opened.plan_id),
    )
    opened = judgement.introduced(opened, plan)
    compared = judgement.compare(opened, target.actor, (base or current).plan, plan)
    return old_codes.with_strangers(compared, target.library, target.actor)


def propose_rollback(library: Library, actor: Actor, plan_id: str, number: int) -> Proposal:
    """Say what going back to an older version would do; it becomes a new version.

    Where the newest version is damaged, it is held against the newest that can be read.
    """
    require(actor, Right.ROLL_BACK)
    return _back_to(library, actor, plan_id, number)


def propose_undo(library: Library, actor: Actor, plan_id: str) -> Proposal:
    """Say what taking back the newest version would do; only who made it may.

    Raises `Denied` for anybody else's, and where there is nothing before it.
    """
    require(actor, Right.CHANGE)
    newest = library.log(actor, plan_id)[0]
    if newest.author != actor.name or newest.number == 1:
        raise Denied("Hanya unggahan terakhir milik sendiri yang dapat diurungkan.")
    return _back_to(library, actor, plan_id, newest.number - 1)


def settle(proposal: Proposal, choices: Mapping[str, str]) -> Proposal:
    """Return the proposal with conflicts (by id) settled as `mine` or `theirs`."""
    return judgement.settled(proposal, choices)


def writers(library: Library, actor: Actor, proposal: Proposal) -> dict[str, Version]:
    """Return, per conflict id, the version that last wrote the other value."""
    wanted: dict[object, Conflict] = {c.place: c for c in proposal.conflicts}
    found: dict[str, Version] = {}
    for version in library.log(actor, proposal.plan_id):
        if version.number <= (proposal.base or 0) or not wanted:
            break
        for change in library.changes(actor, proposal.plan_id, version.number):
            conflict = wanted.pop(change.place, None)
            if conflict is not None:
                found[conflict.id] = version
    return found


def apply(
    library: Library,
    actor: Actor,
    proposal: Proposal,
    note: str = "",
    yes: Collection[Question] = (),
) -> int:
    """Store what the proposal says as a new version, and return its number.

    Raises `Denied`, `NotReady`, or `HeadMoved` where somebody else was faster; nothing is
    stored then, and a new proposal must be made and looked at.
    """
    require(actor, _RIGHT_FOR[proposal.kind])
    if library.is_put_away(proposal.plan_id):
        raise NotReady(
            "Rencana ini disembunyikan dan tidak menerima perubahan. Admin dapat menampilkannya "
            "kembali di halaman Kelola akun."
        )
    plan = ready(proposal, yes)
    judgement.must_be_allowed(actor, proposal)
    must_be_noted(proposal, note)
    is_new = proposal.kind is Origin.BASELINE
    if is_new or library.head(proposal.plan_id) == proposal.head:  # who is too late is told sooner
        must_be_taken_back(plan)
    new = NewVersion(
        proposal.plan_id,
        packed(plan),
        author=actor.name,
        time=datetime.now(UTC),
        kind=Origin.CORRECTION if proposal.corrections else proposal.kind,
        note=note.strip(),
        changes=proposal.changes,
        upload=Upload(proposal.name, proposal.upload) if proposal.upload else None,
    )
    return _stored(library, new, plan.title, proposal.head)


def _stored(library: Library, new: NewVersion, title: str, head: int) -> int:
    """Store a version behind the one that it was compared with, and return its number."""
    try:
        if new.kind is Origin.BASELINE:
            return library.store.add_plan(title, new).number
        return library.store.append(head, new).number
    except (HeadMoved, PlanExists):
        if _is_stored(library, new, head + 1):
            return head + 1  # the same press twice, or one whose answer got lost
        raise HeadMoved(library.head(new.plan_id)) from None


def _is_stored(library: Library, new: NewVersion, number: int) -> bool:
    """Tell whether a version is this very one, by the same author: it came before, once."""
    there = library.store.version(new.plan_id, number)
    return (there.author, there.kind, there.record) == (new.author, new.kind, new.record)


def apply_where_others_write(
    library: Library,
    actor: Actor,
    proposal: Proposal,
    make: Callable[[], Proposal],
    note: str = "",
    yes: Collection[Question] = (),
) -> int | Proposal:
    """Apply as `apply` does; where the head has moved, first bring the proposal onto the new one.

    `make` makes the proposal anew. As long as it shows what the person saw, it is applied at
    once and its number returned; else it is returned, to be looked at.
    """
    for _ in range(_TRIES):
        try:
            return apply(library, actor, proposal, note, yes)
        except HeadMoved:
            fresh = judgement.chosen_again(make(), judgement.choices_made(proposal))
            if not fresh.shows(proposal):
                return fresh
            proposal = fresh
    return proposal


def versions_since(library: Library, actor: Actor, proposal: Proposal) -> tuple[Version, ...]:
    """List the versions that came after the one a proposal was compared with, newest first."""
    log = library.log(actor, proposal.plan_id)
    return tuple(version for version in log if version.number > proposal.head)


def _back_to(library: Library, actor: Actor, plan_id: str, number: int) -> Proposal:
    head, current = library.head(plan_id), library.newest_sound(actor, plan_id)
    older = library.snapshot(actor, plan_id, number).plan
    proposed = judgement.gone_back(actor, older, current.plan)
    back = Proposal(
        Origin.ROLLBACK,
        plan_id,
        head=head,
        base=current.number,
        current=current.plan,
        proposed=proposed,
        changes=differences(current.plan, proposed),
        lock=lock_for(library, actor, plan_id),
        over_damage=current.number != head,
    )
    return judgement.judged(back)
