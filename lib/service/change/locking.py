"""Locking a plan's figures up to a quarter, and what that asks of a change."""

from __future__ import annotations

from dataclasses import replace

from lib.plan import schema
from lib.plan.change.difference import differences
from lib.plan.change.lock import Lock
from lib.plan.position import Position
from lib.service.actor import Actor, Right, can, require
from lib.service.change import judgement
from lib.service.library import Library
from lib.service.proposal import Occasion, Proposal
from lib.store.records import Origin

_NOTED = {
    Occasion.CORRECTION: "Isian yang sudah dikunci ikut berubah. Tulis pada Catatan apa yang "
    "dikoreksi dan mengapa.",
    Occasion.REVISION: "Target yang sudah ditetapkan turun, atau bergeser sesudah triwulannya "
    "mulai. Tulis pada Catatan nomor dan tanggal dasar hukumnya serta alasannya.",
}


def propose_lock(library: Library, actor: Actor, plan_id: str, until: Position | None) -> Proposal:
    """Say what locking figures up to a quarter would do; None unlocks all of them."""
    require(actor, Right.CORRECT)
    current = library.snapshot(actor, plan_id)
    document = {item: text for item, text in current.plan.document.items() if item != schema.LOCKED}
    if until is not None:
        document[schema.LOCKED] = until.code
    proposed = replace(current.plan, document=document)
    opened = Proposal(
        Origin.EDIT,
        plan_id,
        head=current.number,
        base=current.number,
        current=current.plan,
        proposed=proposed,
        changes=differences(current.plan, proposed),
    )
    return judgement.judged(opened)


def lock_for(library: Library, actor: Actor, plan_id: str) -> Lock | None:
    """Return what is locked for somebody; None for nothing, and for who may correct it."""
    return None if can(actor, Right.CORRECT) else library.lock(actor, plan_id)


def asked_notes(proposal: Proposal) -> tuple[str, ...]:
    """Say why applying takes a note, and what it must hold; () where it may be left out."""
    return tuple(_NOTED[occasion] for occasion in proposal.occasions)
