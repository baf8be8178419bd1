"""Signing in: the same answer for every refusal, waits that grow, sessions that end."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lib.service import audit, passwords
from lib.service.actor import LOCAL_ADMIN, Role
from lib.service.identity import Identity, open_identity
from lib.service.passwords import AT_ONCE, WeakPassword
from lib.service.sessions import IDLE
from lib.service.sign_in import FIRST_WAIT, FREE_FAILURES, LONGEST_WAIT, Refused
from lib.store.store import Store

PASSWORD = "gunung dieng dingin"


class Clock:
    """A clock that the tests set forward."""

    def __init__(self) -> None:
        self.time = datetime(2030, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, by: timedelta) -> None:
        self.time += by


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(audit, "now", clock)
    return clock


@pytest.fixture
def identity(tmp_path: Path, clock: Clock) -> Identity:
    assert clock() == audit.now()
    made = open_identity(Store.open(f"sqlite:///{tmp_path}/store.db"), 8)
    made.accounts.make_first("sandi awal admin")
    made.accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, password=PASSWORD)
    return made


def fail(identity: Identity, times: int = 1, name: str = "siti") -> None:
    for _ in range(times):
        with pytest.raises(Refused):
            identity.sign_in(name, "salah sama sekali")


def test_every_refusal_says_the_same_and_takes_one_hash(
    identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity.accounts.add(LOCAL_ADMIN, "wati", Role.VIEWER, password=PASSWORD)
    identity.accounts.set_active(LOCAL_ADMIN, "wati", False)
    identity.accounts.add(LOCAL_ADMIN, "budi", Role.VIEWER, password=PASSWORD)
    fail(identity, FREE_FAILURES, "budi")
    counted: list[str] = []
    verify = passwords._HASHER.verify
    monkeypatch.setattr(
        passwords._HASHER, "verify", lambda *given: counted.append("hash") or verify(*given)
    )
    answers = []
    tries = [
        ("siti", "salah"),
        ("tidak ada", "salah"),
        ("wati", PASSWORD),
        ("budi", PASSWORD),
        ("", ""),
    ]
    for name, password in tries:
        with pytest.raises(Refused) as refusal:
            identity.sign_in(name, password)
        answers.append((str(refusal.value), len(counted)))
        counted.clear()
    assert len(set(answers)) == 1
    assert answers[0][1] == 1


def test_an_account_waits_after_five_failures_and_can_be_used_again(
    identity: Identity, clock: Clock
) -> None:
    fail(identity, FREE_FAILURES - 1)
    assert identity.sign_in("siti", PASSWORD)
    fail(identity, FREE_FAILURES)
    with pytest.raises(Refused):
        identity.sign_in("siti", PASSWORD)
    clock.forward(FIRST_WAIT)
    assert identity.sign_in("siti", PASSWORD)
    fail(identity, FREE_FAILURES - 1)
    assert identity.sign_in("siti", PASSWORD)


def test_the_wait_doubles_up_to_its_longest(identity: Identity, clock: Clock) -> None:
    waits = []
    fail(identity, FREE_FAILURES)
    for _ in range(8):
        record = identity.accounts.store.account("siti")
        assert record is not None
        assert record.blocked_until is not None
        waits.append(record.blocked_until - clock.time)
        clock.forward(waits[-1])
        fail(identity)
    assert waits[:3] == [FIRST_WAIT, FIRST_WAIT * 2, FIRST_WAIT * 4]
    assert waits[-1] == LONGEST_WAIT


def test_trying_while_waiting_does_not_make_the_wait_longer(
    identity: Identity, clock: Clock
) -> None:
    fail(identity, FREE_FAILURES + 20)
    clock.forward(FIRST_WAIT)
    assert identity.sign_in("siti", PASSWORD)


def test_waits_survive_a_restart_and_are_each_accounts_own(
    identity: Identity, tmp_path: Path
) -> None:
    fail(identity, FREE_FAILURES)
    again = open_identity(Store.open(f"sqlite:///{tmp_path}/store.db"), 8)
    with pytest.raises(Refused):
        again.sign_in("siti", PASSWORD)
    assert again.sign_in("admin", "sandi awal admin")


def test_failures_are_on_record_with_the_name_typed_cut_short(
    identity: Identity, clock: Clock
) -> None:
    clock.forward(timedelta(seconds=1))
    with pytest.raises(Refused):
        identity.sign_in("\x00\ud800\u202e" + "x" * 500, "salah", "192.0.2.7")
    [event] = identity.accounts.events(LOCAL_ADMIN, limit=1)
    assert (event.kind, event.subject, event.detail) == ("gagal masuk", "x" * 64, "192.0.2.7")


def test_no_more_than_a_few_hashes_are_computed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, guard = 0, 0, threading.Lock()
    both = threading.Barrier(AT_ONCE)

    def verify(*_given: object) -> bool:
        nonlocal running, most
        with guard:
            running += 1
            most = max(most, running)
        both.wait(10)
        with guard:
            running -= 1
        return False

    monkeypatch.setattr(passwords._HASHER, "verify", verify)
    threads = [
        threading.Thread(target=passwords.matches, args=("a", "b")) for _ in range(AT_ONCE * 4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == AT_ONCE


# --- Sessions ------------------------------------------------------------------------------


def test_a_session_ends_when_nobody_is_at_work(identity: Identity, clock: Clock) -> None:
    token = identity.sign_in("siti", PASSWORD)
    clock.forward(IDLE - timedelta(seconds=1))
    assert identity.sessions.actor(token)
    clock.forward(timedelta(seconds=1))
    assert identity.sessions.actor(token) is None


def test_being_at_work_keeps_a_session_but_not_beyond_its_longest(
    identity: Identity, clock: Clock
) -> None:
    token = identity.sign_in("siti", PASSWORD)
    for _ in range(23):
        clock.forward(timedelta(minutes=20))
        identity.sessions.at_work(token)
        assert identity.sessions.actor(token)
    clock.forward(timedelta(minutes=20))
    identity.sessions.at_work(token)
    assert identity.sessions.actor(token) is None


def test_an_ended_session_cannot_be_touched_back_to_life(identity: Identity, clock: Clock) -> None:
    token = identity.sign_in("siti", PASSWORD)
    clock.forward(IDLE)
    identity.sessions.at_work(token)
    assert identity.sessions.actor(token) is None


def test_a_changed_role_counts_for_a_session_at_once(identity: Identity) -> None:
    token = identity.sign_in("siti", PASSWORD)
    identity.accounts.set_role(LOCAL_ADMIN, "siti", Role.OPERATOR, "DINAS A")
    actor = identity.sessions.actor(token)
    assert actor is not None
    assert (actor.role, actor.agency) == (Role.OPERATOR, "DINAS A")


def test_disabling_ends_sessions_and_enabling_does_not_bring_them_back(
    identity: Identity,
) -> None:
    token = identity.sign_in("siti", PASSWORD)
    identity.accounts.set_active(LOCAL_ADMIN, "siti", False)
    assert identity.sessions.actor(token) is None
    identity.accounts.set_active(LOCAL_ADMIN, "siti", True)
    assert identity.sessions.actor(token) is None


def test_changing_ones_password_ends_ones_other_sessions(identity: Identity) -> None:
    here, elsewhere = (identity.sign_in("siti", PASSWORD) for _ in range(2))
    identity.sign_in.change_password(here, PASSWORD, "danau telaga warna")
    assert identity.sessions.actor(here)
    assert identity.sessions.actor(elsewhere) is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("salah", "danau telaga warna", Refused),
        (PASSWORD, "pendek", WeakPassword),
        (PASSWORD, PASSWORD, WeakPassword),
    ],
)
def test_a_password_is_not_changed_without_the_old_or_to_a_poor_one(
    identity: Identity, old: str, new: str, problem: type[Exception]
) -> None:
    token = identity.sign_in("siti", PASSWORD)
    with pytest.raises(problem):
        identity.sign_in.change_password(token, old, new)
    assert identity.sign_in("siti", PASSWORD)


@pytest.mark.parametrize("token", [None, "", "x", "\ud800", "a" * 10_000])
def test_a_made_up_token_is_nobody(identity: Identity, token: str | None) -> None:
    assert identity.sessions.actor(token) is None
    identity.sessions.at_work(token)
    identity.sessions.end(token)


def test_who_another_service_vouches_for_is_found_by_email(identity: Identity) -> None:
    identity.accounts.set_email(LOCAL_ADMIN, "siti", "siti@contoh.go.id")
    actor = identity.sessions.actor(identity.sign_in.by_email("SITI@contoh.go.id"))
    assert actor is not None
    assert actor.name == "siti"
    with pytest.raises(Refused):
        identity.sign_in.by_email("lain@contoh.go.id")
    identity.accounts.set_active(LOCAL_ADMIN, "siti", False)
    with pytest.raises(Refused):
        identity.sign_in.by_email("siti@contoh.go.id")


def test_old_sessions_are_let_go_of(identity: Identity, clock: Clock) -> None:
    old = identity.sign_in("siti", PASSWORD)
    clock.forward(timedelta(hours=9))
    identity.sign_in("siti", PASSWORD)
    clock.time -= timedelta(hours=9)
    assert identity.sessions.account(old) is None
