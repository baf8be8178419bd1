"""Whether the whole store holds: hashes, chain, each version readable, and the audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lib.plan.change.difference import apply_changes, same
from lib.plan.plan import Plan
from lib.service.actor import Actor, Right, require
from lib.service.library import Damaged, Library
from lib.store.integrity import Fault
from lib.store.records import PlanRecord, Version

__all__ = ["Fault", "verify"]


def verify(library: Library, actor: Actor) -> Iterator[Fault]:
    """Yield everything that is wrong with any version of any plan, one after the other."""
    require(actor, Right.MANAGE_ACCOUNTS)
    yield from library.store.faults()
    for record in library.plans(actor):
        yield from _audit(library, actor, record)


def _audit(library: Library, actor: Actor, record: PlanRecord) -> Iterator[Fault]:
    """Replay a plan's recorded changes, version by version."""
    before: Plan | None = None
    for version in reversed(library.log(actor, record.id)):
        try:
            after = library.snapshot(actor, record.id, version.number).plan
        except Damaged as damage:
            yield Fault(record.id, version.number, f"Tidak dapat dibaca: {damage.reason}.")
            before = None
            continue
        for what in _audit_faults(library, actor, version, before, after):
            yield Fault(record.id, version.number, what)
        before = after


def _audit_faults(
    library: Library, actor: Actor, version: Version, before: Plan | None, after: Plan
) -> Iterator[str]:
    changes = library.changes(actor, version.plan_id, version.number)
    if Counter(change.kind.value for change in changes) != Counter(version.counts):
        yield "Banyaknya perubahan yang tercatat tidak sesuai dengan daftarnya."
    if before is not None and not same(apply_changes(before, changes), after):
        yield "Versi sebelumnya ditambah perubahan yang tercatat tidak menghasilkan versi ini."
