"""What the store keeps of accounts, sessions, wrong passwords and events, as values and as rows.

Times are UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from lib.store import times


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """An account as stored."""

    name: str
    display: str
    role: str
    agency: str | None
    email: str | None
    password: str = field(repr=False)
    """The hash; blank for an account that signs in by another service alone."""
    active: bool
    must_change: bool
    """Whether the password must be changed before it opens anything."""
    created: datetime


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One signed-in browser."""

    sha256: str
    account: str
    created: datetime
    seen: datetime
    expires: datetime
    by_password: bool = True
    """Whether it began with the account's password; with another service's word otherwise."""


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """Wrong passwords for an account from one source, or from all sources together."""

    account: str
    """Blank for names that no account has."""
    source: str
    first: datetime
    """When counting began."""
    failures: int = 0
    """Wrong passwords that were looked at."""
    tries: int = 0
    """Those, and the tries that were refused without looking."""
    blocked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """Something that happened to an account or a session; never changed, never deleted."""

    time: datetime
    actor: str
    kind: str
    subject: str
    detail: str = ""


class AccountExists(Exception):
    """The name or the e-mail address is taken."""


def texts(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as the tables hold them."""
    return {
        name: times.written(value) if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def account(row: RowMapping) -> AccountRecord:
    """Return the account of a row."""
    return AccountRecord(
        **{name: row[name] for name in ("name", "display", "role", "agency", "email", "password")},
        **{name: row[name] for name in ("active", "must_change")},
        created=times.read(row["created"]),
    )


def session(row: RowMapping) -> SessionRecord:
    """Return the session of a row, in which its `created` is called `started`."""
    started, seen, expires = (times.read(row[name]) for name in ("started", "seen", "expires"))
    return SessionRecord(row["sha256"], row["account"], started, seen, expires, row["by_password"])


def attempt(row: RowMapping) -> AttemptRecord:
    """Return the wrong passwords of a row."""
    until = row["blocked_until"]
    return AttemptRecord(
        row["account"],
        row["source"],
        times.read(row["first"]),
        row["failures"],
        row["tries"],
        times.read(until) if until else None,
    )


def event(row: RowMapping) -> EventRecord:
    """Return the event of a row."""
    said = (row[name] for name in ("actor", "kind", "subject", "detail"))
    return EventRecord(times.read(row["time"]), *said)
