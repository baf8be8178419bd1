"""The way in from the browser: a filled-in form becomes a proposal, as an uploaded file does."""

from __future__ import annotations

from dataclasses import replace

from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import REGISTERS, next_number
from lib.plan.reporting.filled_form import FilledForm
from lib.service.actor import Actor, Denied, Right, may_add, open_columns, require
from lib.service.change import judgement
from lib.service.change.locking import lock_for
from lib.service.library import Library, Snapshot
from lib.service.proposal import Proposal
from lib.store.records import Origin
from lib.workbook import typed_form


def propose(library: Library, actor: Actor, form: FilledForm) -> Proposal:
    """Say what a filled-in form would do, storing nothing.

    It is held against the version that its person had before the eyes, and merged with what
    others stored since. Raises `Denied` where the row is not the actor's.
    """
    require(actor, Right.CHANGE)
    current = library.snapshot(actor, form.plan_id)
    base = _version(library, actor, form)
    opened = Proposal(
        Origin.EDIT,
        form.plan_id,
        head=current.number,
        base=base.number if base else None,
        current=current.plan,
        name=form.name,
        upload=form.packed(),
        lock=lock_for(library, actor, form.plan_id),
    )
    start = (base or current).plan
    _must_be_open(actor, current.plan, form)
    # Its number is free in the newest data, whatever came since the form began.
    number = _new_key(current.plan, form) if form.is_new else ""
    reading = typed_form.examine(form, start, number)
    opened = replace(opened, read=reading.findings, address=lambda place: reading.address(*place))
    if reading.plan is None:
        return opened
    return judgement.with_doubts(judgement.compare(opened, actor, start, reading.plan))


def _must_be_open(actor: Actor, plan: Plan, form: FilledForm) -> None:
    if form.is_new:
        if not may_add(actor, form.sheet):
            raise Denied(f"Baris baru di lembar {form.sheet} hanya ditambahkan oleh admin.")
    elif not open_columns(actor, plan, form.sheet, form.key, form.year):
        raise Denied("Baris ini bukan bagian akun ini, jadi tidak dapat dilaporkan dari sini.")


def _new_key(plan: Plan, form: FilledForm) -> str:
    return next_number(plan.registers[form.sheet][REGISTERS[form.sheet].key])


def _version(library: Library, actor: Actor, form: FilledForm) -> Snapshot | None:
    try:
        return library.snapshot(actor, form.plan_id, form.base)
    except KeyError:
        return None
