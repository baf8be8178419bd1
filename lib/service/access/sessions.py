"""Sessions: a signed-in browser, known by a token that only it holds.

The store keeps the token's hash, so a session can be ended from here and a stolen table signs
nobody in.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from lib.service import audit
from lib.service.access.accounts import Account, as_account
from lib.service.actor import Actor
from lib.service.audit import EventKind
from lib.store.account_records import AccountRecord, SessionRecord
from lib.store.account_store import AccountStore
from lib.store.account_work import Work
from lib.store.records import StoreError

COOKIE = "rencana_sesi"
"""Name of the cookie that carries the token."""
IDLE = timedelta(hours=4)
"""Filling in a workbook takes a morning or an afternoon; docs/decisions/sign-in.md."""
REMEMBERED = timedelta(days=1)
"""How long it is known whose a session was that is over, so that it can be said."""
_TOUCH_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Sessions:
    """The sessions of one store. `longest` is how long a sign-in lasts at most."""

    store: AccountStore
    longest: timedelta

    def start(self, work: Work, account: str, detail: str = "", by_password: bool = True) -> str:
        """Begin a session inside a transaction and return its token."""
        token, now = secrets.token_urlsafe(32), audit.now()
        end = now + self.longest
        work.forget_sessions(now - REMEMBERED)
        work.add_session(SessionRecord(digest(token), account, now, now, end, by_password))
        work.record(audit.event(EventKind.SIGNED_IN, account, account, detail))
        return token

    def account(self, token: str | None) -> Account | None:
        """Return whose token this is; None unless session and account are good at this moment.

        The account may still have to change its password.
        """
        found = self._alive(token)
        return as_account(found[1]) if found else None

    def actor(self, token: str | None) -> Actor | None:
        """Return who acts with this token; None for nobody.

        A password that was made for somebody opens nothing before it is changed; who came by
        another service has no business with it.
        """
        return _actor(self._alive(token))

    def at_work(self, token: str | None) -> Actor | None:
        """Return the same, and note that the person is at work: one query, one write a minute.

        To be called for what a person did, not a timer.
        """
        found = self._alive(token)
        if found and audit.now() - found[0].seen > _TOUCH_EVERY:
            with suppress(StoreError):  # looking goes on while nothing can be written
                self.store.touch(found[0].sha256, audit.now())
        return _actor(found)

    def lapsed(self, token: str | None) -> Actor | None:
        """Return whose session this was that ended by itself; None where it did not, or long ago.

        Signing out, a new password and disabling an account leave nothing behind.
        """
        found = self._found(token)
        if found is None or is_alive(found[0], audit.now()):
            return None
        is_recent = audit.now() < found[0].expires + REMEMBERED
        return as_account(found[1]).actor if is_recent else None

    def end(self, token: str | None) -> None:
        """Sign out."""
        found = self.store.session(digest(token)) if token else None
        if found:
            name = found[1].name
            self.store.end_session(found[0].sha256, audit.event(EventKind.SIGNED_OUT, name, name))

    def _alive(self, token: str | None) -> tuple[SessionRecord, AccountRecord] | None:
        """Return a session and its account where both are good at this moment."""
        found = self._found(token)
        return found if found and is_alive(found[0], audit.now()) else None

    def _found(self, token: str | None) -> tuple[SessionRecord, AccountRecord] | None:
        found = self.store.session(digest(token)) if token else None
        return found if found and found[1].active else None


def _actor(found: tuple[SessionRecord, AccountRecord] | None) -> Actor | None:
    if found is None:
        return None
    session, account = found[0], as_account(found[1])
    return None if session.by_password and account.must_change else account.actor


def is_alive(session: SessionRecord, now: datetime) -> bool:
    """Tell whether a session is neither idle for too long nor at its end."""
    return now < session.expires and now - session.seen < IDLE


def digest(token: str) -> str:
    """Return what the store knows of a token."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
