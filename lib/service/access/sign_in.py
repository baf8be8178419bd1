"""Signing in: the right password of an active account by a source that need not wait."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from lib.service import audit
from lib.service.access import passwords
from lib.service.access.accounts import Accounts, comparable
from lib.service.access.attempts import NOBODY, Attempt
from lib.service.access.sessions import Sessions, digest
from lib.service.audit import EventKind
from lib.store.account_records import AccountRecord
from lib.store.account_store import AccountStore
from lib.store.account_work import Work

DEVICES = 20
"""Browsers that are known of one account."""
NOT_MATCHING = (
    "Nama pengguna atau kata sandi tidak cocok. Setelah beberapa kali gagal, perlu menunggu "
    "sebentar sebelum dapat mencoba lagi."
)
OLD_NOT_MATCHING = (
    "Kata sandi lama tidak cocok. Setelah beberapa kali gagal, perlu menunggu sebentar sebelum "
    "dapat mencoba lagi."
)


class SignInRefused(Exception):
    """Nobody is signed in; the message says the same whatever the reason."""

    def __init__(self, message: str = NOT_MATCHING) -> None:
        super().__init__(message)


@dataclass(frozen=True)
class SignIn:
    """The sign-in of one store."""

    store: AccountStore
    sessions: Sessions
    accounts: Accounts

    def __call__(self, name: str, password: str, place: str = "", device: str = "") -> str:
        """Return the token of a new session.

        `place` is the address it comes from, `device` the browser's long-lived token. Takes one
        hash, whoever asks. Raises `SignInRefused`.
        """
        name = audit.legible(name).strip().lower()
        record = self.store.account(name)
        right = passwords.matches(password, record.password if record else "")
        token = None
        with self.store.work() as work:
            account = work.account(name)
            attempt = _attempt(work, account, name, place, device)
            same = record is not None and account is not None and _is_same(record, account)
            if attempt.succeeds(right and same) and account is not None:
                token = self.sessions.start(work, account.name, place)
        if token is None:
            raise SignInRefused
        return token

    def change_password(
        self, token: str, old: str, new: str, place: str = "", device: str = ""
    ) -> None:
        """Change the password of the token's account; its other sessions end.

        A wrong old one counts as a wrong one at signing in does. Raises `SignInRefused` for it, and
        `WeakPassword`.
        """
        account = self.sessions.account(token)
        record = self.store.account(account.name) if account else None
        if record is None:
            raise SignInRefused(OLD_NOT_MATCHING)
        right = passwords.matches(old, record.password)
        self._count(record, right, place, device)
        self.accounts.require_strong(new, record)
        if old == new:
            raise passwords.WeakPassword("Kata sandi baru harus lain dari yang lama.")
        values = {"password": passwords.hashed(new), "must_change": False}
        with self.store.work() as work:
            now = work.account(record.name)
            if now is None or not _is_same(record, now):
                raise SignInRefused(OLD_NOT_MATCHING)
            work.change(record.name, values)
            work.end_sessions(record.name, keep=digest(token))
            work.record(audit.event(EventKind.PASSWORD_CHANGED, record.name, record.name))

    def by_email(self, email: str, place: str = "") -> str:
        """Return the token of a new session for whom another sign-in service vouches.

        The address counts letter for letter but for A to Z. Raises `SignInRefused` where no active
        account has it.
        """
        token, address = None, comparable(email)
        known = self.store.account_of_email(address)
        with self.store.work() as work:
            record = work.account(known.name) if known else None
            if record is not None and record.active and record.email == address:
                token = self.sessions.start(work, record.name, place, by_password=False)
            else:
                Attempt(work, NOBODY, email, place).succeeds(False)
        if token is None:
            raise SignInRefused("Tidak ada akun aktif dengan alamat surel ini.")
        return token

    def remember(self, name: str, device: str = "") -> str:
        """Know the browser that just signed in again, and return its long-lived token.

        It keeps the token it has where the store knows it, and gets a new one otherwise.
        """
        with self.store.work() as work:
            if not device or not work.knows_device(digest(device)):
                device = secrets.token_urlsafe(32)
            work.keep_device(digest(device), name, audit.now(), DEVICES)
        return device

    def _count(self, record: AccountRecord, right: bool, place: str, device: str) -> None:
        with self.store.work() as work:
            account = work.account(record.name)
            done = _attempt(work, account, record.name, place, device).succeeds(right)
        if not done:
            raise SignInRefused(OLD_NOT_MATCHING)


def _attempt(
    work: Work, account: AccountRecord | None, typed: str, place: str, device: str
) -> Attempt:
    is_anybody = account is not None and account.active
    name = account.name if account is not None and is_anybody else NOBODY
    return Attempt(work, name, typed, place, digest(device) if device else "")


def _is_same(before: AccountRecord, now: AccountRecord) -> bool:
    """Tell whether the account is still the one whose password was looked at."""
    return now.active and before.password == now.password
