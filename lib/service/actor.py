"""Who is acting, and what they may do. Every service call takes an actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from lib.plan.change.difference import Change, ChangeKind
from lib.plan.change.lock import locked_until, locks
from lib.plan.change.verified import following
from lib.plan.ledger import cells_of
from lib.plan.plan import Plan
from lib.plan.register import VERIFIER
from lib.plan.registers.register_sheet import REGISTERS, column_of, is_of_plan
from lib.plan.reporting.filled_form import fields_of
from lib.plan.schema import Column, Owner, Sheet


class Role(StrEnum):
    """What an account is for."""

    ADMIN = "admin"
    OPERATOR = "operator"
    VIEWER = "viewer"
    STRANGER = "stranger"
    """Nobody's: for who is not signed in where even looking needs an account."""


ACCOUNT_ROLES = (Role.ADMIN, Role.OPERATOR, Role.VIEWER)


class Right(StrEnum):
    """What can be asked of the service."""

    VIEW = "melihat"
    CHANGE = "mengubah data"
    ADD_PLAN = "menambah rencana"
    ROLL_BACK = "mengembalikan versi"
    CORRECT = "mengunci triwulan atau mengoreksi isian yang dikunci"
    MANAGE_ACCOUNTS = "mengelola akun"
    MANAGE_PLANS = "mengatur daftar rencana"


_RIGHTS = {
    Role.ADMIN: frozenset(Right),
    Role.OPERATOR: frozenset({Right.VIEW, Right.CHANGE}),
    Role.VIEWER: frozenset({Right.VIEW}),
    Role.STRANGER: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at work: the account's name, the name others see, the role, the agency."""

    name: str
    display: str
    role: Role
    agency: str | None = None


LOCAL_ADMIN = Actor("admin", "Admin setempat", Role.ADMIN)
"""Stands in for accounts while the dashboard is used on one machine without them."""

VISITOR = Actor("", "Pengunjung", Role.VIEWER)
"""Anybody who looks without an account."""

STRANGER = Actor("", "Pengunjung", Role.STRANGER)
"""The same where looking needs an account, too."""


class Denied(Exception):
    """The actor lacks a right; the message says so to the person."""


def can(actor: Actor, right: Right) -> bool:
    """Tell whether the actor's role has a right; screens use it to hide what cannot be done."""
    return right in _RIGHTS[actor.role]


def require(actor: Actor, right: Right) -> None:
    """Raise `Denied` unless the actor's role has the right."""
    if not can(actor, right):
        whose = "Akun ini" if actor.name else "Tanpa masuk, Anda"
        raise Denied(f"{whose} tidak berhak {right}.")


def split_allowed(
    actor: Actor, changes: Iterable[Change], plan: Plan
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Part changes into those the actor may make to `plan` (the current one) and the others.

    A verification that lapses with what the actor may change is nobody's to refuse.
    """
    changes = tuple(changes)
    actor = replace(actor, agency=agency_in(plan, actor))
    own = [change for change in changes if _may(actor, change, plan)]
    lapse = following(own, plan)
    may = {change.place for change in own}
    may |= {change.place for change in changes if change.after is None and change.place in lapse}
    return (
        tuple(change for change in changes if change.place in may),
        tuple(change for change in changes if change.place not in may),
    )


def agency_in(plan: Plan, actor: Actor) -> str | None:
    """Return what a plan calls the actor's agency: an account outlives its being renamed."""
    return (plan.offices.name_of(actor.agency) or actor.agency) if actor.agency else None


def open_columns(actor: Actor, plan: Plan, sheet: Sheet, key: str, year: int) -> tuple[Column, ...]:
    """List the columns of a row that the actor may change; () where none, or no row."""
    columns = fields_of(sheet)
    if not can(actor, Right.CHANGE) or cells_of(plan, sheet, key, year) is None:
        return ()
    actor = replace(actor, agency=agency_in(plan, actor))
    until = None if can(actor, Right.CORRECT) else locked_until(plan)
    asked = (Change(key, year or None, column.name, None, None, sheet) for column in columns)
    return tuple(
        column
        for column, each in zip(columns, asked, strict=True)
        if _may(actor, each, plan) and not locks(until, sheet, each.year, column.name)
    )


def may_add(actor: Actor, sheet: Sheet) -> bool:
    """Tell whether the actor may add rows to a register of what is reported."""
    return actor.role is Role.ADMIN and sheet in REGISTERS and not is_of_plan(sheet)


def by_owners(changes: Iterable[Change], plan: Plan) -> dict[tuple[str, ...], list[Change]]:
    """Group changes by the agencies whose row they touch; none for the plan's own tables.

    `plan` is the one after them; a register's row that goes stays with whom it named.
    """
    listed = list(changes)
    gone = {
        (change.sheet, change.key): plan.agencies_in(change.before)
        for change in listed
        if change.kind is ChangeKind.REMOVED
        and change.sheet in REGISTERS
        and change.column == REGISTERS[change.sheet].owner
    }
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in listed:
        owners = _owners(change, plan) or gone.get((change.sheet, change.key), ())
        groups.setdefault(owners, []).append(change)
    return groups


def is_verifier(actor: Actor, plan: Plan) -> bool:
    """Tell whether an account checks what others report: the register says so of its agency."""
    return actor.role is Role.OPERATOR and plan.offices.role_of(actor.agency) == VERIFIER


ADMIN = "admin"


def keepers(change: Change, plan: Plan) -> tuple[str, ...]:
    """Name whose cell a change touches; of a register, admin where it is no agency's."""
    if change.sheet in REGISTERS and not _is_of_agency(change.sheet, change.column):
        return (ADMIN,)
    return _owners(change, plan) or ((ADMIN,) if change.sheet in REGISTERS else ())


def _may(actor: Actor, change: Change, plan: Plan) -> bool:
    """Tell whether a cell is the actor's to change; `actor.agency` is as the plan names it.

    A verification is its verifier's word alone: not even an admin gives it in their place.
    """
    described = column_of(change.sheet, change.column)
    gone = change.kind is ChangeKind.REMOVED
    if described is not None and described.owner is Owner.VERIFIER and not gone:
        return is_verifier(actor, plan) and actor.agency not in _owners(change, plan)
    if actor.role is Role.ADMIN:
        return True
    if actor.role != Role.OPERATOR or not _is_of_agency(change.sheet, change.column):
        return False
    if change.sheet in REGISTERS and change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED):
        return False  # a row comes and goes whole, and with it the cells of others
    return actor.agency in _owners(change, plan)


def _is_of_agency(sheet: Sheet, name: str) -> bool:
    """Tell whether a column is the agency's in charge of the row."""
    if sheet in REGISTERS:
        return name in REGISTERS[sheet].answered
    described = column_of(sheet, name)
    return described is not None and not described.locked


def _owners(change: Change, plan: Plan) -> tuple[str, ...]:
    """Return the agencies whose row a change touches; none in the plan's own tables."""
    return plan.owners.get((change.sheet, change.key, change.year), ())
