"""Where the commands find the library that the settings name."""

from __future__ import annotations

import sys
from pathlib import Path

from lib import settings
from lib.installation import Missing
from lib.service import plan_choice
from lib.service.access.accounts import Accounts
from lib.service.access.identity import FIRST_ACCOUNT, Identity, open_identity
from lib.service.access.passwords import WeakPassword
from lib.service.actor import LOCAL_ADMIN, Actor
from lib.service.library import Damaged, Library
from lib.service.startup import open_library, restore_store
from lib.store.records import PlanState, StoreError

__all__ = [
    "KEEPER",
    "Damaged",
    "StoreError",
    "accounts",
    "actor",
    "library",
    "plan_id",
    "plan_lines",
    "restore",
]

KEEPER: Actor = LOCAL_ADMIN
"""Who looks from the shell: whoever may run commands here holds the store's files anyway."""


def library() -> Library:
    """Open the store of the settings, a new one prepared as the first start of a server does.

    Raises `Missing` where it cannot be used.
    """
    try:
        opened = open_library(settings.DATA.path, settings.DATABASE_URL.text, settings.SAMPLE.is_on)
        _make_first_account(opened)
    except StoreError as error:
        raise Missing(str(error)) from None
    return opened


def _make_first_account(library: Library) -> None:
    try:
        password = _identity(library).accounts.make_first(settings.ADMIN_PASSWORD.text)
    except WeakPassword as problem:
        raise Missing(f"{settings.ADMIN_PASSWORD.name}: {problem}") from None
    if password:
        # Beside the standard output, which is the command's own.
        print(FIRST_ACCOUNT.format(password=password), file=sys.stderr, flush=True)


def _identity(library: Library) -> Identity:
    return open_identity(library.store, settings.SESSION_HOURS.number)


def restore(file: Path, replace: bool) -> None:
    """Put a backup into the settings' store; raises `StoreError` where it cannot be."""
    restore_store(settings.DATA.path, settings.DATABASE_URL.text, file, replace)


def accounts() -> Accounts:
    """Return the accounts of the settings' store."""
    return _identity(library()).accounts


def actor(library: Library, name: str) -> Actor:
    """Return the person an account stands for; raises `Missing` for one that cannot act."""
    for account in _identity(library).accounts.all(KEEPER):
        if account.name == name and account.active:
            return account.actor
    raise Missing(f"Akun {name} tidak ada atau tidak aktif.")


def plan_id(library: Library, asked: str | None = None) -> str:
    """Return the plan a command is asked for, else the default one.

    Raises `Missing` for one that is not there, with the list of those that are.
    """
    plans = library.plans(KEEPER)
    if asked is None:
        return plan_choice.default_of(plans).id
    if any(plan.id == asked for plan in plans):
        return asked
    raise Missing("\n".join([f"Rencana {asked} tidak ada. Yang ada:", *plan_lines(library)]))


def plan_lines(library: Library) -> list[str]:
    """Return a line per plan: its id, what it is called, and where it stands if that is special."""
    plans, names = library.plans(KEEPER), plan_choice.names(library, KEEPER)
    longest = max(len(plan.id) for plan in plans)
    return [
        f"  {plan.id:{longest}}  {names[plan.id]}  {_standing(plan.state)}".rstrip()
        for plan in plans
    ]


def _standing(state: PlanState) -> str:
    return "" if state is PlanState.LISTED else f"({state})"
