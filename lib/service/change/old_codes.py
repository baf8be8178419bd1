"""Kegiatan of the plan before that a workbook names, held against that plan itself."""

from __future__ import annotations

from collections.abc import Iterator

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.plan import Plan
from lib.plan.registers.continuation import previous_of
from lib.plan.registers.register_sheet import CONTINUATION
from lib.plan.schema import Sheet
from lib.service.actor import Actor
from lib.service.change import marked_copy
from lib.service.library import Library, NothingSound
from lib.service.proposal import Proposal
from lib.workbook.reading.cell_words import fold, suggestion

_SHEET, _KEY = Sheet.CONTINUATION, CONTINUATION.key


def with_strangers(proposal: Proposal, library: Library, actor: Actor) -> Proposal:
    """Return the proposal with an error at each new KODE LAMA that the plan before has not.

    Where that plan is not in the store, or cannot be read, nothing is said.
    """
    plan = proposal.proposed
    old = _previous(plan, library, actor) if plan is not None else None
    if plan is None or old is None:
        return proposal
    return marked_copy.with_found(proposal, tuple(_strangers(proposal, plan, old)))


def _previous(plan: Plan, library: Library, actor: Actor) -> Plan | None:
    id = previous_of(plan)
    if not id or id not in {one.id for one in library.plans(actor)}:
        return None
    try:
        return library.newest_sound(actor, id).plan
    except NothingSound:
        return None


def _strangers(proposal: Proposal, plan: Plan, old: Plan) -> Iterator[Finding]:
    codes = {fold(code): code for code in old.activities["kode"]}
    stand = set() if proposal.current is None else _named(proposal.current)
    for code in sorted(_named(plan) - stand - set(codes.values())):
        place = (_SHEET, code, None, _KEY)
        hint = suggestion(fold(code), codes)
        yield catalogue.OLD_CODE_UNKNOWN.at(
            _SHEET, proposal.address(place), seen=code, old=old.period, nearest=hint
        )


def _named(plan: Plan) -> set[str]:
    return set(plan.registers[_SHEET][_KEY].dropna())
