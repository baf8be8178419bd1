"""Accounts: who may sign in, as what, and who sees to that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lib.service import audit, passwords
from lib.service.actor import ACCOUNT_ROLES, Actor, Right, Role, require
from lib.service.audit import EventKind
from lib.store.account_store import AccountExists, AccountRecord, AccountStore, EventRecord

FIRST = "admin"
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?")
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,190}")


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
    created: datetime

    @property
    def actor(self) -> Actor:
        """The person at work."""
        return Actor(self.name, self.display, self.role, self.agency)


class Accounts:
    """The accounts of one store; every call checks the actor's right."""

    def __init__(self, store: AccountStore) -> None:
        self.store = store

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
    ) -> str:
        """Add an account and return its password, to be shown once.

        One that is made here must be changed at the first sign-in. Raises `AccountError` and
        `WeakPassword`.
        """
        require(actor, Right.MANAGE_ACCOUNTS)
        name = _checked_name(name)
        given = password or passwords.made()
        passwords.require_strong(given, name)
        record = AccountRecord(
            name=name,
            display=" ".join(display.split()) or name,
            role=role.value,
            agency=_checked_agency(role, agency),
            email=_checked_email(email),
            password=passwords.hashed(given),
            active=True,
            must_change=password is None,
            failures=0,
            blocked_until=None,
            created=audit.now(),
        )
        event = audit.event(EventKind.ACCOUNT_ADDED, actor.name, name, _said(record))
        self._add(record, event)
        return given

    def set_active(self, actor: Actor, name: str, active: bool) -> None:
        """Enable an account, or disable it and end its sessions."""
        require(actor, Right.MANAGE_ACCOUNTS)
        if not active:
            self._require_another_admin(name)
        kind = EventKind.ACCOUNT_ENABLED if active else EventKind.ACCOUNT_DISABLED
        self._change(actor, name, {"active": active}, kind, ends_sessions=not active)

    def set_role(self, actor: Actor, name: str, role: Role, agency: str | None = None) -> None:
        """Give an account another role (and agency); it counts from its next step on."""
        require(actor, Right.MANAGE_ACCOUNTS)
        agency = _checked_agency(role, agency)
        if role != Role.ADMIN:
            self._require_another_admin(name)
        values = {"role": role.value, "agency": agency}
        detail = " ".join(filter(None, [role.value, agency]))
        self._change(actor, name, values, EventKind.ACCOUNT_CHANGED, detail)

    def set_email(self, actor: Actor, name: str, email: str | None) -> None:
        """Note the e-mail address by which a sign-in elsewhere is recognised; blank for none."""
        require(actor, Right.MANAGE_ACCOUNTS)
        email = _checked_email(email)
        self._change(actor, name, {"email": email}, EventKind.ACCOUNT_CHANGED, email or "")

    def reset_password(self, actor: Actor, name: str, password: str | None = None) -> str:
        """Give an account a new password, end its sessions, and return it, to be shown once.

        One that is made here must be changed at the next sign-in.
        """
        require(actor, Right.MANAGE_ACCOUNTS)
        given = password or passwords.made()
        passwords.require_strong(given, name)
        values = _new_password(given, must_change=password is None)
        self._change(actor, name, values, EventKind.PASSWORD_RESET, ends_sessions=True)
        return given

    def make_first(self, password: str = "") -> str | None:
        """Make `admin` in a store without one; return the password made for it, if one was.

        A given one is taken as it is.
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
            password=passwords.hashed(given),
            active=True,
            must_change=not password,
            failures=0,
            blocked_until=None,
            created=audit.now(),
        )
        try:
            self.store.add(record, audit.event(EventKind.ACCOUNT_ADDED, audit.SYSTEM, FIRST))
        except AccountExists:
            return None  # another process was faster
        return None if password else given

    def _add(self, record: AccountRecord, event: EventRecord) -> None:
        try:
            self.store.add(record, event)
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
        ends_sessions: bool = False,
    ) -> None:
        event = audit.event(kind, actor.name, name, detail)
        try:
            self.store.change(name, lambda _: values, event, ends_sessions=ends_sessions)
        except KeyError:
            raise AccountError(f"Akun “{name}” tidak ada.") from None
        except AccountExists:
            raise AccountError("Alamat surel ini sudah dipakai akun lain.") from None

    def _require_another_admin(self, name: str) -> None:
        admins = {a.name for a in self.store.accounts() if a.active and a.role == Role.ADMIN}
        if admins == {name}:
            raise AccountError("Harus tetap ada paling sedikit satu admin lain yang aktif.")


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
        record.created,
    )


def _new_password(password: str, must_change: bool) -> dict[str, Any]:
    return {
        "password": passwords.hashed(password),
        "must_change": must_change,
        "failures": 0,
        "blocked_until": None,
    }


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
    email = (email or "").strip().lower() or None
    if email is not None and not _EMAIL.fullmatch(email):
        raise AccountError(f"“{email}” bukan alamat surel.")
    return email
