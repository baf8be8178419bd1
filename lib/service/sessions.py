"""Sessions: a signed-in browser, known by a token that only it holds.

The store keeps the token's hash, so a session can be ended from here and a stolen table signs
nobody in.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from lib.service import audit
from lib.service.accounts import Account, as_account
from lib.service.actor import Actor
from lib.service.audit import EventKind
from lib.store.account_store import AccountRecord, AccountStore, SessionRecord

COOKIE = "rencana_sesi"
"""Name of the cookie that carries the token."""
IDLE = timedelta(minutes=30)
_TOUCH_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Sessions:
    """The sessions of one store. `longest` is how long a sign-in lasts at most."""

    store: AccountStore
    longest: timedelta

    def start(self, account: Account, detail: str = "") -> str:
        """Begin a session and return its token."""
        token, now = secrets.token_urlsafe(32), audit.now()
        session = SessionRecord(digest(token), account.name, now, now, now + self.longest)
        event = audit.event(EventKind.SIGNED_IN, account.name, account.name, detail)
        self.store.start_session(session, event)
        return token

    def account(self, token: str | None) -> Account | None:
        """Return whose token this is; None unless session and account are good at this moment.

        The account may still have to change its password.
        """
        found = self._alive(token)
        return as_account(found[1]) if found else None

    def actor(self, token: str | None) -> Actor | None:
        """Return who acts with this token; None for nobody, or before a password is changed."""
        return _actor(self._alive(token))

    def at_work(self, token: str | None) -> Actor | None:
        """Return the same, and note that the person is at work: one query, one write a minute.

        To be called for what a person did, not a timer.
        """
        found = self._alive(token)
        if found and audit.now() - found[0].seen > _TOUCH_EVERY:
            self.store.touch(found[0].sha256, audit.now())
        return _actor(found)

    def _alive(self, token: str | None) -> tuple[SessionRecord, AccountRecord] | None:
        """Return a session and its account where both are good at this moment."""
        found = self.store.session(digest(token)) if token else None
        good = found and found[1].active and is_alive(found[0], audit.now())
        return found if good else None

    def end(self, token: str | None) -> None:
        """Sign out."""
        found = self.store.session(digest(token)) if token else None
        if found:
            name = found[1].name
            self.store.end_session(found[0].sha256, audit.event(EventKind.SIGNED_OUT, name, name))


def _actor(found: tuple[SessionRecord, AccountRecord] | None) -> Actor | None:
    account = as_account(found[1]) if found else None
    return None if account is None or account.must_change else account.actor


def is_alive(session: SessionRecord, now: datetime) -> bool:
    """Tell whether a session is neither idle for too long nor at its end."""
    return now < session.expires and now - session.seen < IDLE


def digest(token: str) -> str:
    """Return what the store knows of a token."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
