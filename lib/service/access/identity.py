"""The identity of an installation: its accounts, its sessions, and the way in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from lib.service.access.accounts import Accounts
from lib.service.access.sessions import Sessions
from lib.service.access.sign_in import SignIn
from lib.service.plan_choice import default_of
from lib.store.account_store import AccountStore
from lib.store.store import Store


@dataclass(frozen=True)
class Identity:
    """Who may come in, who is in, and how to come in."""

    accounts: Accounts
    sessions: Sessions
    sign_in: SignIn
    title: Callable[[], str] = str
    """What the default plan is about: whose system this is."""


FIRST_ACCOUNT = (
    "Akun pertama: admin, kata sandi: {password}\n"
    "Kata sandi ini hanya ditampilkan sekali dan harus diganti saat masuk pertama kali."
)
"""Said to whoever starts a new store, where no password was given."""


def open_identity(store: Store, session_hours: int) -> Identity:
    """Open the identity of a store."""
    kept = AccountStore(store.engine)
    accounts = Accounts(kept, lambda: [plan.title for plan in store.plans()])
    sessions = Sessions(kept, timedelta(hours=session_hours))
    sign_in = SignIn(kept, sessions, accounts)
    return Identity(accounts, sessions, sign_in, lambda: _title(store))


def _title(store: Store) -> str:
    plans = store.plans()
    return default_of(plans).title if plans else ""
