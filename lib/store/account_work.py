"""One transaction over accounts and plans: what is read in it stays so until it ends."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text, update

from lib.store import account_records as records
from lib.store import shelf, tables, times
from lib.store.account_records import AccountRecord, AttemptRecord, EventRecord, SessionRecord
from lib.store.records import PlanRecord, PlanState

_ACCOUNT, _SESSION, _EVENT = tables.account, tables.session, tables.event
_DEVICE, _ATTEMPT = tables.device, tables.attempt
_LOCK_KEY = 7_245_004
"""Any number that everyone who counts attempts in the same PostgreSQL database agrees on."""


class Work:
    """Reads and writes of one transaction, which commits at its end or leaves nothing behind."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def accounts(self) -> dict[str, AccountRecord]:
        """Return all accounts by name; nobody else changes any until the end."""
        query = select(_ACCOUNT).order_by(_ACCOUNT.c.name).with_for_update()
        rows = self._connection.execute(query).mappings()
        return {row["name"]: records.account(row) for row in rows}

    def account(self, name: str) -> AccountRecord | None:
        """Return an account; nobody else changes it until the end."""
        query = select(_ACCOUNT).where(_ACCOUNT.c.name == name).with_for_update()
        row = self._connection.execute(query).mappings().one_or_none()
        return records.account(row) if row else None

    def add(self, account: AccountRecord) -> None:
        """Add an account; an IntegrityError where its name or e-mail address is taken."""
        self._connection.execute(insert(_ACCOUNT), records.texts(asdict(account)))

    def change(self, name: str, values: Mapping[str, Any]) -> None:
        """Change columns of an account."""
        chosen = update(_ACCOUNT).where(_ACCOUNT.c.name == name)
        self._connection.execute(chosen.values(**records.texts(values)))

    def record(self, event: EventRecord) -> None:
        """Write an event down, in the same transaction as what it tells of."""
        row = {"id": secrets.token_hex(16), **records.texts(asdict(event))}
        self._connection.execute(insert(_EVENT), row)

    # --- Plans -------------------------------------------------------------------------------

    def plans(self) -> tuple[PlanRecord, ...]:
        """Return the plans in their order; nobody else changes their places until the end."""
        return shelf.plans(self._connection, for_update=True)

    def place(self, plan_id: str, state: PlanState) -> None:
        """Give a plan another place."""
        shelf.place(self._connection, plan_id, state)

    # --- Sessions and browsers ---------------------------------------------------------------

    def add_session(self, session: SessionRecord) -> None:
        """Add a session."""
        self._connection.execute(insert(_SESSION), records.texts(asdict(session)))

    def end_sessions(self, account: str, keep: str = "") -> None:
        """Remove an account's sessions but for the one kept."""
        ended = delete(_SESSION).where(_SESSION.c.account == account, _SESSION.c.sha256 != keep)
        self._connection.execute(ended)

    def forget_sessions(self, before: datetime) -> None:
        """Let go of all sessions that were over before a time."""
        over = delete(_SESSION).where(_SESSION.c.expires < times.written(before))
        self._connection.execute(over)

    def knows_device(self, sha256: str, account: str | None = None) -> bool:
        """Tell whether a browser signed in before, to an account or to any."""
        query = select(_DEVICE.c.sha256).where(_DEVICE.c.sha256 == sha256)
        if account is not None:
            query = query.where(_DEVICE.c.account == account)
        return self._connection.execute(query.limit(1)).first() is not None

    def keep_device(self, sha256: str, account: str, now: datetime, most: int) -> None:
        """Remember that a browser signed in to an account, which keeps its newest few."""
        mine = (_DEVICE.c.sha256 == sha256) & (_DEVICE.c.account == account)
        self._connection.execute(delete(_DEVICE).where(mine))
        row = {"sha256": sha256, "account": account, "seen": times.written(now)}
        self._connection.execute(insert(_DEVICE), row)
        newest = (
            select(_DEVICE.c.sha256)
            .where(_DEVICE.c.account == account)
            .order_by(_DEVICE.c.seen.desc(), _DEVICE.c.sha256)
        )
        for other in self._connection.execute(newest).scalars().all()[most:]:
            gone = (_DEVICE.c.sha256 == other) & (_DEVICE.c.account == account)
            self._connection.execute(delete(_DEVICE).where(gone))

    def forget_devices(self, account: str) -> None:
        """Know no browser of an account any more."""
        self._connection.execute(delete(_DEVICE).where(_DEVICE.c.account == account))

    # --- Wrong passwords ---------------------------------------------------------------------

    def count_alone(self, account: str) -> None:
        """Let no other transaction count an account's attempts until the end."""
        if self._connection.engine.name == "postgresql":  # SQLite has one writer anyway
            lock = text("SELECT pg_advisory_xact_lock(:key, hashtext(:account))")
            self._connection.execute(lock, {"key": _LOCK_KEY, "account": account})

    def attempt(self, account: str, source: str) -> AttemptRecord | None:
        """Return the wrong passwords for an account from a source."""
        query = select(_ATTEMPT).where(_ATTEMPT.c.account == account, _ATTEMPT.c.source == source)
        row = self._connection.execute(query).mappings().one_or_none()
        return records.attempt(row) if row else None

    def keep_attempt(self, attempt: AttemptRecord) -> None:
        """Write down wrong passwords in the place of what stood there."""
        self.forget_attempts(attempt.account, attempt.source)
        self._connection.execute(insert(_ATTEMPT), records.texts(asdict(attempt)))

    def forget_attempts(self, account: str, source: str | None = None) -> None:
        """Forget the wrong passwords for an account, from one source or from all."""
        gone = delete(_ATTEMPT).where(_ATTEMPT.c.account == account)
        if source is not None:
            gone = gone.where(_ATTEMPT.c.source == source)
        self._connection.execute(gone)

    def forget_old_attempts(self, before: datetime) -> None:
        """Forget all wrong passwords counted from before a time on."""
        old = delete(_ATTEMPT).where(_ATTEMPT.c.first < times.written(before))
        self._connection.execute(old)
