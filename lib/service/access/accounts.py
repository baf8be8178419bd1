"""Accounts: who may sign in, as what, and who sees to that."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lib.service import audit
from lib.service.access import passwords
from lib.service.actor import ACCOUNT_ROLES, LOCAL_ADMIN, STRANGER, Actor, Right, Role, require
from lib.service.audit import EventKind
from lib.store.account_records import AccountExists, AccountRecord, EventRecord
from lib.store.account_store import AccountStore
from lib.store.account_work import Work

FIRST = "admin"
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?")
# ASCII alone: letters that look like others, or like nothing, belong to nobody's address here.
_EMAIL = re.compile(r"[!-?A-~]{1,64}@[!-?A-~]{1,190}")
_A_TO_Z = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class AccountError(Exception):
    """The account cannot be made or changed so; the message says why."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account as others may see it."""

    name: str
    display: str
    role: Role
    agency: str | None
    email: str | None
    active: bool
    must_change: bool
    has_password: bool
    created: datetime

    @property
    def actor(self) -> Actor:
        """The person at work."""
        return Actor(self.name, self.display, self.role, self.agency)


class Accounts:
    """The accounts of one store; every call checks the actor's right as it is at that moment.

    `words` are what a password must not be made of: the plans' own words.
    """

    def __init__(self, store: AccountStore, words: Callable[[], Iterable[str]] = tuple) -> None:
        self.store = store
        self.words = words

    def all(self, actor: Actor) -> tuple[Account, ...]:
        """List the accounts by name."""
        require(actor, Right.MANAGE_ACCOUNTS)
        return tuple(as_account(record) for record in self.store.accounts())

    def events(self, actor: Actor, limit: int = 200) -> tuple[EventRecord, ...]:
        """List what happened to accounts and sign-ins, newest first."""
        require(actor, Right.MANAGE_ACCOUNTS)
        return self.store.events(limit)

    def add(
        self,
        actor: Actor,
        name: str,
        role: Role,
        *,
        display: str = "",
        agency: str | None = None,
        email: str | None = None,
        password: str | None = None,
        with_password: bool = True,
    ) -> str:
        """Add an account and return its password, to be shown once.

        One that is made here must be changed at the first sign-in. Without a password the account
        signs in by another service alone, and "" is returned. Raises `AccountError` and
        `WeakPassword`.
        """
        require(actor, Right.MANAGE_ACCOUNTS)
        email = _checked_email(email)
        if not with_password and not email:
            raise AccountError("Akun tanpa kata sandi harus punya alamat surel untuk masuk.")
        given = (password or passwords.made()) if with_password else ""
        record = AccountRecord(
            name=_checked_name(name),
            display=" ".join(display.split()) or name.strip().lower(),
            role=role.value,
            agency=_checked_agency(role, agency),
            email=email,
            password="",
            active=True,
            must_change=with_password and password is None,
            created=audit.now(),
        )
        if given:
            self.require_strong(given, record)
            record = replace(record, password=passwords.hashed(given))
        self._add(actor, record)
        return given

    def set_active(self, actor: Actor, name: str, active: bool) -> None:
        """Enable an account, or disable it and end its sessions."""
        kind = EventKind.ACCOUNT_ENABLED if active else EventKind.ACCOUNT_DISABLED
        self._change(actor, name, {"active": active}, kind, is_new_start=not active)

    def set_role(self, actor: Actor, name: str, role: Role, agency: str | None = None) -> None:
        """Give an account another role (and agency); it counts from its next step on."""
        agency = _checked_agency(role, agency)
        values = {"role": role.value, "agency": agency}
        detail = " ".join(filter(None, [role.value, agency]))
        self._change(actor, name, values, EventKind.ACCOUNT_CHANGED, detail)

    def set_email(self, actor: Actor, name: str, email: str | None) -> None:
        """Note the e-mail address by which a sign-in elsewhere is recognised; blank for none."""
        email = _checked_email(email)
        detail = f"surel {email or 'dihapus'}"
        self._change(actor, name, {"email": email}, EventKind.ACCOUNT_CHANGED, detail)

    def reset_password(self, actor: Actor, name: str, password: str | None = None) -> str:
        """Give an account a new password, end its sessions, and return it, to be shown once.

        One that is made here must be changed at the next sign-in.
        """
        require(actor, Right.MANAGE_ACCOUNTS)
        record = self.store.account(name)
        if record is None:
            raise AccountError(f"Akun “{name}” tidak ada.")
        given = password or passwords.made()
        self.require_strong(given, record)
        values = {"password": passwords.hashed(given), "must_change": password is None}
        self._change(actor, name, values, EventKind.PASSWORD_RESET, is_new_start=True)
        return given

    def make_first(self, password: str = "") -> str | None:
        """Make `admin` in a store without one; return the password made for it, if one was.

        Raises `WeakPassword` for a given one that is easy to guess.
        """
        if any(account.role == Role.ADMIN for account in self.store.accounts()):
            return None
        given = password or passwords.made()
        record = AccountRecord(
            name=FIRST,
            display="Admin",
            role=Role.ADMIN.value,
            agency=None,
            email=None,
            password="",
            active=True,
            must_change=not password,
            created=audit.now(),
        )
        self.require_strong(given, record)
        try:
            with self.store.work() as work:
                work.add(replace(record, password=passwords.hashed(given)))
                work.record(audit.event(EventKind.ACCOUNT_ADDED, audit.SYSTEM, FIRST))
        except AccountExists:
            return None  # another process was faster
        return None if password else given

    def require_strong(self, password: str, record: AccountRecord) -> None:
        """Raise `WeakPassword` unless a password is good enough for an account."""
        known = (record.display, record.agency or "", record.email or "", *self.words())
        passwords.require_strong(password, record.name, known)

    def _add(self, actor: Actor, record: AccountRecord) -> None:
        event = audit.event(EventKind.ACCOUNT_ADDED, actor.name, record.name, _said(record))
        try:
            with self.store.work() as work:
                require_still(actor, work.accounts())
                work.add(record)
                work.record(event)
        except AccountExists as error:
            raise AccountError(
                f"Nama pengguna “{record.name}” atau alamat surelnya sudah dipakai."
            ) from error

    def _change(
        self,
        actor: Actor,
        name: str,
        values: Mapping[str, Any],
        kind: EventKind,
        detail: str = "",
        is_new_start: bool = False,
    ) -> None:
        """Change an account in one transaction with the look at who may.

        A new start ends its sessions and forgets its browsers and wrong passwords.
        """
        try:
            with self.store.work() as work:
                accounts = work.accounts()
                require_still(actor, accounts)
                if name not in accounts:
                    raise AccountError(f"Akun “{name}” tidak ada.")
                _require_an_admin_left(accounts, name, values)
                work.change(name, values)
                if is_new_start:
                    _start_anew(work, name)
                work.record(audit.event(kind, actor.name, name, detail))
        except AccountExists:
            raise AccountError("Alamat surel ini sudah dipakai akun lain.") from None


def require_still(
    actor: Actor, accounts: Mapping[str, AccountRecord], right: Right = Right.MANAGE_ACCOUNTS
) -> None:
    """Raise `Denied` unless the actor has the right now, whatever was so a moment ago.

    Whoever works on the machine itself has no account and needs none.
    """
    if actor is not LOCAL_ADMIN:
        record = accounts.get(actor.name)
        actor = as_account(record).actor if record and record.active else STRANGER
    require(actor, right)


def _require_an_admin_left(
    accounts: Mapping[str, AccountRecord], name: str, values: Mapping[str, Any]
) -> None:
    admins = {a.name for a in accounts.values() if a.active and a.role == Role.ADMIN}
    changed = {"active": True, "role": Role.ADMIN.value, **values}
    stays = changed["active"] and changed["role"] == Role.ADMIN.value
    if admins == {name} and not stays:
        raise AccountError("Harus tetap ada paling sedikit satu admin lain yang aktif.")


def _start_anew(work: Work, name: str) -> None:
    work.end_sessions(name)
    work.forget_devices(name)
    work.forget_attempts(name)


def as_account(record: AccountRecord) -> Account:
    """Return what others may see of an account."""
    return Account(
        record.name,
        record.display,
        Role(record.role),
        record.agency,
        record.email,
        record.active,
        record.must_change,
        bool(record.password),
        record.created,
    )


def _said(record: AccountRecord) -> str:
    return " ".join(filter(None, [record.role, record.agency]))


def _checked_name(name: str) -> str:
    name = name.strip().lower()
    if not _NAME.fullmatch(name):
        raise AccountError(
            "Nama pengguna hanya boleh berisi huruf kecil, angka, titik, garis, "
            "dan paling panjang 32 huruf."
        )
    return name


def _checked_agency(role: Role, agency: str | None) -> str | None:
    if role not in ACCOUNT_ROLES:
        raise AccountError(f"Peran “{role}” tidak dapat diberikan kepada akun.")
    agency = " ".join((agency or "").split()) or None
    if role == Role.OPERATOR and agency is None:
        raise AccountError("Operator harus punya perangkat daerah.")
    return agency if role == Role.OPERATOR else None


def _checked_email(email: str | None) -> str | None:
    email = (email or "").strip() or None
    if email is not None and not comparable(email):
        raise AccountError(f"“{audit.legible(email)}” bukan alamat surel.")
    return comparable(email) if email else None


def comparable(email: str) -> str:
    """Return an e-mail address as it is compared: letter for letter but for A to Z.

    Blank where it is none, or holds signs that hide or look like others.
    """
    return email.translate(_A_TO_Z) if _EMAIL.fullmatch(email) else ""
