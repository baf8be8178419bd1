"""Signing in: the right password of an active account that need not wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from lib.service import audit, passwords
from lib.service.accounts import as_account
from lib.service.audit import EventKind
from lib.service.sessions import Sessions, digest
from lib.store.account_store import AccountRecord, AccountStore

FREE_FAILURES = 5
"""Wrong passwords before an account has to wait."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=15)

NOT_MATCHING = (
    "Nama pengguna atau kata sandi tidak cocok. Setelah beberapa kali gagal, akun perlu "
    "menunggu sebentar sebelum dapat dicoba lagi."
)


class Refused(Exception):
    """Nobody is signed in; the message says the same whatever the reason."""

    def __init__(self, message: str = NOT_MATCHING) -> None:
        super().__init__(message)


@dataclass(frozen=True)
class SignIn:
    """The sign-in of one store."""

    store: AccountStore
    sessions: Sessions

    def __call__(self, name: str, password: str, place: str = "") -> str:
        """Return the token of a new session; `place` (an address) goes into the record.

        Takes one hash, whoever asks. Raises `Refused`.
        """
        name = audit.legible(name).strip().lower()
        record = self.store.account(name)
        right = passwords.matches(password, record.password if record else None)
        failed = audit.event(EventKind.SIGN_IN_FAILED, "", name, place)
        if record is None or not record.active or waits(record, audit.now()):
            self.store.record(failed)
            raise Refused
        if not right:
            self.store.change(name, one_more_failure, failed)
            raise Refused
        return self.sessions.start(as_account(record), place)

    def change_password(self, token: str, old: str, new: str) -> None:
        """Change the password of the token's account; its other sessions end.

        Raises `Refused` where the old one is wrong, and `WeakPassword`.
        """
        account = self.sessions.account(token)
        record = self.store.account(account.name) if account else None
        if record is None or not passwords.matches(old, record.password):
            raise Refused("Kata sandi lama tidak cocok.")
        passwords.require_strong(new, record.name)
        if old == new:
            raise passwords.WeakPassword("Kata sandi baru harus lain dari yang lama.")
        values = {**_CLEAN, "password": passwords.hashed(new), "must_change": False}
        event = audit.event(EventKind.PASSWORD_CHANGED, record.name, record.name)
        self.store.change(
            record.name, lambda _: values, event, keep_session=digest(token), ends_sessions=True
        )

    def by_email(self, email: str, place: str = "") -> str:
        """Return the token of a new session for whom another sign-in service vouches.

        Raises `Refused` where no active account has the e-mail address.
        """
        record = self.store.account_of_email(audit.legible(email).strip().lower())
        if record is None or not record.active:
            self.store.record(audit.event(EventKind.SIGN_IN_FAILED, "", email, place))
            raise Refused("Tidak ada akun aktif dengan alamat surel ini.")
        return self.sessions.start(as_account(record), place)


_CLEAN = {"failures": 0, "blocked_until": None}


def waits(record: AccountRecord, now: datetime) -> bool:
    """Tell whether an account has to wait after wrong passwords."""
    return record.blocked_until is not None and now < record.blocked_until


def one_more_failure(record: AccountRecord) -> Mapping[str, Any]:
    """Return what a wrong password changes: from the fifth on, twice as long a wait each time."""
    failures = record.failures + 1
    if failures < FREE_FAILURES:
        return {"failures": failures}
    wait = min(FIRST_WAIT * 2 ** min(failures - FREE_FAILURES, 10), LONGEST_WAIT)
    return {"failures": failures, "blocked_until": audit.now() + wait}
