"""Accounts, sessions and the record of events, in the same database as the plans.

Every change writes its event in the same transaction, so that nothing happens unrecorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.exc import IntegrityError

from lib.store import account_records as records
from lib.store import tables, times
from lib.store.account_records import AccountExists, AccountRecord, EventRecord, SessionRecord
from lib.store.account_work import Work
from lib.store.database import reading, writing

_ACCOUNT, _SESSION, _EVENT = tables.account, tables.session, tables.event


class AccountStore:
    """Accounts and sessions in one database; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def work(self) -> Iterator[Work]:
        """Open a transaction that commits at its end, and leaves nothing behind on an exception.

        Raises `AccountExists` where a name or an e-mail address would stand twice.
        """
        try:
            with writing(self.engine) as connection:
                yield Work(connection)
        except IntegrityError as error:
            raise AccountExists from error

    def accounts(self) -> tuple[AccountRecord, ...]:
        """List the accounts by name."""
        with reading(self.engine) as connection:
            rows = connection.execute(select(_ACCOUNT).order_by(_ACCOUNT.c.name)).mappings()
            return tuple(records.account(row) for row in rows)

    def account(self, name: str) -> AccountRecord | None:
        """Return an account."""
        return self._one(_ACCOUNT.c.name == name)

    def account_of_email(self, email: str) -> AccountRecord | None:
        """Return the account with an e-mail address, letter for letter."""
        return self._one(_ACCOUNT.c.email == email)

    def _one(self, condition: Any) -> AccountRecord | None:
        with reading(self.engine) as connection:
            row = connection.execute(select(_ACCOUNT).where(condition)).mappings().one_or_none()
        return records.account(row) if row else None

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
                _SESSION.c.by_password,
            )
            .join(_ACCOUNT, _ACCOUNT.c.name == _SESSION.c.account)
            .where(_SESSION.c.sha256 == sha256)
        )
        with reading(self.engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
        return (records.session(row), records.account(row)) if row else None

    def touch(self, sha256: str, time: datetime) -> None:
        """Note when a session was last used."""
        seen = update(_SESSION).where(_SESSION.c.sha256 == sha256)
        with writing(self.engine) as connection:
            connection.execute(seen.values(seen=times.written(time)))

    def end_session(self, sha256: str, event: EventRecord) -> None:
        """Remove a session."""
        with writing(self.engine) as connection:
            connection.execute(delete(_SESSION).where(_SESSION.c.sha256 == sha256))
            Work(connection).record(event)

    def events(self, limit: int) -> tuple[EventRecord, ...]:
        """List what happened, newest first."""
        query = select(_EVENT).order_by(_EVENT.c.time.desc(), _EVENT.c.id).limit(limit)
        with reading(self.engine) as connection:
            return tuple(records.event(row) for row in connection.execute(query).mappings())
