"""Wrong passwords: how often one may try, so that nobody guesses and nobody locks another out.

Whoever tries has to wait, not the account: each source waits for itself. A source is a browser
that signed in to the account before, or else an address. Only where an account is tried from
many addresses do all unknown ones wait together; a known browser never does.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from lib.service import audit
from lib.service.audit import EventKind
from lib.store.account_records import AttemptRecord
from lib.store.account_work import Work

FREE_FAILURES = 5
"""Wrong passwords from one source before it has to wait."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=15)
FORGOTTEN = timedelta(hours=24)
"""After this long a source begins anew."""
MOST_AN_HOUR = 60
"""Wrong passwords for one account in an hour from all unknown browsers together."""
HOUR = timedelta(hours=1)
EVERYWHERE = "*"
NOBODY = ""
"""Stands for all names that no account has."""


@dataclass(frozen=True)
class Attempt:
    """One try at an account's password, judged inside a transaction."""

    work: Work
    account: str
    """`NOBODY` where no account has the name."""
    typed: str
    """The name as it was typed, for the record."""
    place: str
    """The address it comes from."""
    device: str = ""
    """What the store knows of the browser's long-lived cookie; blank for none."""

    @cached_property
    def is_known(self) -> bool:
        """Whether the browser signed in to the account before."""
        return bool(self.device) and self.work.knows_device(self.device, self.account)

    @property
    def source(self) -> str:
        """Who waits after wrong passwords."""
        return f"peramban {self.device[:16]}" if self.is_known else network(self.place)

    def succeeds(self, right: bool) -> bool:
        """Tell whether the try counts as the right password, and keep count where it does not.

        A source that has to wait is refused whatever it sent.
        """
        now = audit.now()
        self.work.count_alone(self.account)
        own, others = self._kept(self.source, FORGOTTEN, now), self._others(now)
        waiting = next((kept for kept in (own, others) if kept and waits(kept, now)), None)
        if waiting is None and right:
            self.work.forget_attempts(self.account, self.source)
            return True
        if waiting is not None:
            self._keep(replace(waiting, tries=waiting.tries + 1))
            return False
        self.work.forget_old_attempts(now - FORGOTTEN)
        self._keep(one_more_failure(own, now))
        if others is not None:
            self.work.keep_attempt(one_more_of_all(others))
        return False

    def _kept(self, source: str, lasts: timedelta, now: datetime) -> AttemptRecord:
        kept = self.work.attempt(self.account, source)
        is_new = kept is None or (now - kept.first >= lasts and not waits(kept, now))
        return AttemptRecord(self.account, source, now) if kept is None or is_new else kept

    def _others(self, now: datetime) -> AttemptRecord | None:
        return None if self.is_known else self._kept(EVERYWHERE, HOUR, now)

    def _keep(self, attempt: AttemptRecord) -> None:
        """Keep count, and write repeats down ever more seldom."""
        self.work.keep_attempt(attempt)
        if is_told(attempt.tries):
            times = f" ({attempt.tries} kali)" if attempt.tries > 1 else ""
            detail = f"{self.place}{times}".strip()
            self.work.record(audit.event(EventKind.SIGN_IN_FAILED, "", self.typed, detail))


def waits(attempt: AttemptRecord, now: datetime) -> bool:
    """Tell whether a source has to wait."""
    return attempt.blocked_until is not None and now < attempt.blocked_until


def one_more_failure(attempt: AttemptRecord, now: datetime) -> AttemptRecord:
    """Count a wrong password of a source: from the fifth on, twice as long a wait each time."""
    more = replace(attempt, failures=attempt.failures + 1, tries=attempt.tries + 1)
    if more.failures < FREE_FAILURES:
        return more
    wait = min(FIRST_WAIT * 2 ** min(more.failures - FREE_FAILURES, 10), LONGEST_WAIT)
    return replace(more, blocked_until=now + wait)


def one_more_of_all(attempt: AttemptRecord) -> AttemptRecord:
    """Count a wrong password of any unknown browser: so many an hour, then none."""
    more = replace(attempt, failures=attempt.failures + 1, tries=attempt.tries + 1)
    full = more.failures >= MOST_AN_HOUR
    return replace(more, blocked_until=attempt.first + HOUR) if full else more


def is_told(tries: int) -> bool:
    """Tell whether the so-manieth try in a row is worth a line: 1, 5, 10, 20, 40, …"""
    doublings, left = divmod(tries, FREE_FAILURES)
    return tries == 1 or (not left and doublings & (doublings - 1) == 0)


def network(place: str) -> str:
    """Return who stands for an address: itself, or the 64-bit network that one IPv6 host has."""
    try:
        address = ipaddress.ip_address(place)
    except ValueError:
        return place[: audit.SUBJECT_LENGTH]
    if address.version == 6:
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
