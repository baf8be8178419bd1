"""Signing in: the same answer for every refusal, and waits that grow."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from lib.service.access import passwords
from lib.service.access.attempts import FIRST_WAIT, FREE_FAILURES, LONGEST_WAIT
from lib.service.access.identity import Identity, open_identity
from lib.service.access.passwords import AT_ONCE
from lib.service.access.sign_in import SignInRefused
from lib.service.actor import LOCAL_ADMIN, Role
from lib.store.account_records import AttemptRecord
from lib.store.store import Store
from tests.service.signing import FIRST, PASSWORD, Clock, fail


def attempt(identity: Identity, source: str = "", name: str = "siti") -> AttemptRecord:
    """The wrong passwords counted for an account from a source."""
    with identity.accounts.store.work() as work:
        kept = work.attempt(name, source)
    assert kept is not None
    return kept


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
        with pytest.raises(SignInRefused) as refusal:
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
    with pytest.raises(SignInRefused):
        identity.sign_in("siti", PASSWORD)
    clock.forward(FIRST_WAIT)
    assert identity.sign_in("siti", PASSWORD)
    fail(identity, FREE_FAILURES - 1)
    assert identity.sign_in("siti", PASSWORD)


def test_the_wait_doubles_up_to_its_longest(identity: Identity, clock: Clock) -> None:
    waits = []
    fail(identity, FREE_FAILURES)
    for _ in range(8):
        kept = attempt(identity)
        assert kept.blocked_until is not None
        waits.append(kept.blocked_until - clock.time)
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
    with pytest.raises(SignInRefused):
        again.sign_in("siti", PASSWORD)
    assert again.sign_in("admin", FIRST)


def test_failures_are_on_record_with_the_name_typed_cut_short(
    identity: Identity, clock: Clock
) -> None:
    clock.forward(timedelta(seconds=1))
    with pytest.raises(SignInRefused):
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
