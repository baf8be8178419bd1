"""The agencies that a new plan's are held against: of the plans in lists, and of accounts."""

from __future__ import annotations

from lib.plan.register import Agency, Register, together
from lib.service.actor import Actor, Right, require
from lib.service.library import Library
from lib.store.account_store import AccountStore


def known(library: Library, actor: Actor) -> Register:
    """Return whom plans and active accounts know; an account's agency that plans have is theirs."""
    require(actor, Right.ADD_PLAN)
    plans = library.agencies(actor)
    accounts = AccountStore(library.store.engine).accounts()
    names = (account.agency for account in accounts if account.active)
    others = (Agency(name) for name in names if name and plans.name_of(name) is None)
    return together((*plans.agencies, *others))
