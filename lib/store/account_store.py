"""Accounts, sessions and the record of events, in the same database as the plans.

Every change writes its event in the same transaction, so that nothing happens unrecorded.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from lib.store import tables, times
from lib.store.database import reading, writing

_ACCOUNT, _SESSION, _EVENT = tables.account, tables.session, tables.event


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """An account as stored. Times are UTC."""

    name: str
    display: str
    role: str
    agency: str | None
    email: str | None
    password: str = field(repr=False)
    """The hash."""
    active: bool
    must_change: bool
    """Whether the password must be changed before anything else."""
    failures: int
    """Wrong passwords since the last right one."""
    blocked_until: datetime | None
    created: datetime


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One signed-in browser. Times are UTC."""

    sha256: str
    account: str
    created: datetime
    seen: datetime
    expires: datetime


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


class AccountStore:
    """Accounts and sessions in one database; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def accounts(self) -> tuple[AccountRecord, ...]:
        """List the accounts by name."""
        with reading(self.engine) as connection:
            rows = connection.execute(select(_ACCOUNT).order_by(_ACCOUNT.c.name)).mappings()
            return tuple(_account(row) for row in rows)

    def account(self, name: str) -> AccountRecord | None:
        """Return an account."""
        return self._one(_ACCOUNT.c.name == name)

    def account_of_email(self, email: str) -> AccountRecord | None:
        """Return the account with an e-mail address (in lower case)."""
        return self._one(_ACCOUNT.c.email == email)

    def _one(self, condition: Any) -> AccountRecord | None:
        with reading(self.engine) as connection:
            row = connection.execute(select(_ACCOUNT).where(condition)).mappings().one_or_none()
        return _account(row) if row else None

    def add(self, account: AccountRecord, event: EventRecord) -> None:
        """Add an account; raises `AccountExists`."""
        try:
            with writing(self.engine) as connection:
                connection.execute(insert(_ACCOUNT), _row(account))
                _record(connection, event)
        except IntegrityError as error:
            raise AccountExists(account.name) from error

    def change(
        self,
        name: str,
        change: Callable[[AccountRecord], Mapping[str, Any]],
        event: EventRecord,
        *,
        keep_session: str | None = None,
        ends_sessions: bool = False,
    ) -> None:
        """Change the columns that `change` returns for the account as it is at that moment.

        KeyError for an unknown account, `AccountExists` for another's e-mail address. Sessions
        end with it where asked, but for the one kept.
        """
        chosen = update(_ACCOUNT).where(_ACCOUNT.c.name == name)
        ended = delete(_SESSION).where(_SESSION.c.account == name)
        try:
            with writing(self.engine) as connection:
                values = change(_locked(connection, name))
                connection.execute(chosen.values(**_texts(values)))
                if ends_sessions:
                    connection.execute(ended.where(_SESSION.c.sha256 != (keep_session or "")))
                _record(connection, event)
        except IntegrityError as error:
            raise AccountExists(name) from error

    def start_session(self, session: SessionRecord, event: EventRecord) -> None:
        """Add a session, after a right password, and let go of those that are over."""
        right = update(_ACCOUNT).where(_ACCOUNT.c.name == session.account)
        over = delete(_SESSION).where(_SESSION.c.expires < times.written(event.time))
        with writing(self.engine) as connection:
            connection.execute(right.values(failures=0, blocked_until=None))
            connection.execute(over)
            connection.execute(insert(_SESSION), _texts(asdict(session)))
            _record(connection, event)

    def session(self, sha256: str) -> tuple[SessionRecord, AccountRecord] | None:
        """Return a session and its account, with one indexed query."""
        query = (
            select(
                _ACCOUNT,
                _SESSION.c.sha256,
                _SESSION.c.account,
                _SESSION.c.created.label("started"),
                _SESSION.c.seen,
                _SESSION.c.expires,
            )
            .join(_ACCOUNT, _ACCOUNT.c.name == _SESSION.c.account)
            .where(_SESSION.c.sha256 == sha256)
        )
        with reading(self.engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
        return (_session(row), _account(row)) if row else None

    def touch(self, sha256: str, time: datetime) -> None:
        """Note when a session was last used."""
        seen = update(_SESSION).where(_SESSION.c.sha256 == sha256)
        with writing(self.engine) as connection:
            connection.execute(seen.values(seen=times.written(time)))

    def end_session(self, sha256: str, event: EventRecord) -> None:
        """Remove a session."""
        with writing(self.engine) as connection:
            connection.execute(delete(_SESSION).where(_SESSION.c.sha256 == sha256))
            _record(connection, event)

    def record(self, event: EventRecord) -> None:
        """Record what changed nothing, such as a wrong password for an unknown name."""
        with writing(self.engine) as connection:
            _record(connection, event)

    def events(self, limit: int) -> tuple[EventRecord, ...]:
        """List what happened, newest first."""
        query = select(_EVENT).order_by(_EVENT.c.time.desc(), _EVENT.c.id).limit(limit)
        with reading(self.engine) as connection:
            return tuple(_event(row) for row in connection.execute(query).mappings())


def _locked(connection: Connection, name: str) -> AccountRecord:
    query = select(_ACCOUNT).where(_ACCOUNT.c.name == name).with_for_update()
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise KeyError(name)
    return _account(row)


def _record(connection: Connection, event: EventRecord) -> None:
    row = {"id": secrets.token_hex(16), **_texts(asdict(event))}
    connection.execute(insert(_EVENT), row)


def _row(account: AccountRecord) -> dict[str, Any]:
    return _texts(asdict(account))


def _texts(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: times.written(value) if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def _account(row: RowMapping) -> AccountRecord:
    until = row["blocked_until"]
    return AccountRecord(
        **{name: row[name] for name in ("name", "display", "role", "agency", "email", "password")},
        **{name: row[name] for name in ("active", "must_change", "failures")},
        blocked_until=times.read(until) if until else None,
        created=times.read(row["created"]),
    )


def _session(row: RowMapping) -> SessionRecord:
    started, seen, expires = (times.read(row[name]) for name in ("started", "seen", "expires"))
    return SessionRecord(row["sha256"], row["account"], started, seen, expires)


def _event(row: RowMapping) -> EventRecord:
    texts = (row[name] for name in ("actor", "kind", "subject", "detail"))
    return EventRecord(times.read(row["time"]), *texts)
