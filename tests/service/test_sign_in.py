"""Signing in: the same answer for every refusal, waits that grow, sessions that end."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lib.service import audit
from lib.service.access import attempts, passwords
from lib.service.access.attempts import (
    FIRST_WAIT,
    FORGOTTEN,
    FREE_FAILURES,
    LONGEST_WAIT,
    MOST_AN_HOUR,
    network,
)
from lib.service.access.identity import Identity, open_identity
from lib.service.access.passwords import AT_ONCE, WeakPassword
from lib.service.access.sessions import IDLE, REMEMBERED, digest
from lib.service.access.sign_in import DEVICES, SignInRefused
from lib.service.actor import LOCAL_ADMIN, Role
from lib.store.account_records import AttemptRecord
from lib.store.store import Store

PASSWORD = "gunung dieng dingin"
FIRST = "gudeg manggar pertama"


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
    made.accounts.make_first(FIRST)
    made.accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, password=PASSWORD)
    return made


def fail(
    identity: Identity, times: int = 1, name: str = "siti", place: str = "", device: str = ""
) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            identity.sign_in(name, "salah sama sekali", place, device)


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


# --- Nobody locks somebody else out -----------------------------------------------------------

ATTACKER, OWNER = "198.51.100.7", "192.0.2.1"
EVERY = timedelta(seconds=2)


def attack(identity: Identity, clock: Clock, lasts: timedelta, *places: str) -> None:
    """One wrong password every two seconds, from the places in turn."""
    for turn in range(int(lasts / EVERY)):
        fail(identity, 1, "siti", places[turn % len(places)])
        clock.forward(EVERY)


@pytest.fixture
def quick(identity: Identity, monkeypatch: pytest.MonkeyPatch) -> None:
    """No hashes and no waiting for the disk: here it counts how often one may try."""
    raw = identity.accounts.store.engine.raw_connection()
    raw.cursor().execute("PRAGMA synchronous = OFF")
    raw.close()
    monkeypatch.setattr(passwords._HASHER, "verify", lambda given, _: given == PASSWORD.encode())


@pytest.mark.usefixtures("quick")
def test_an_attack_keeps_the_owner_out_from_nowhere_but_the_attackers_own_place(
    identity: Identity, clock: Clock, figure
) -> None:
    known = identity.sign_in.remember("siti")
    for _minute in range(60):
        attack(identity, clock, timedelta(minutes=1), ATTACKER)
        assert identity.sign_in("siti", PASSWORD, OWNER)
        assert identity.sign_in("siti", PASSWORD, ATTACKER, known)
    figure("an hour of one wrong password every 2 s: the owner was in at 60 of 60 tries")


@pytest.mark.usefixtures("quick")
def test_an_attack_from_everywhere_leaves_the_owners_browser_alone(
    identity: Identity, clock: Clock
) -> None:
    known = identity.sign_in.remember("siti")
    places = [f"203.0.113.{number}" for number in range(256)]
    attack(identity, clock, timedelta(minutes=10), *places)
    with pytest.raises(SignInRefused):
        identity.sign_in("siti", PASSWORD, OWNER)
    assert identity.sign_in("siti", PASSWORD, OWNER, known)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("places", "most"),
    [
        ([ATTACKER], 12),
        ([f"2001:db8::{n:x}" for n in range(50)], 12),
        ([f"203.0.113.{n}" for n in range(200)], MOST_AN_HOUR),
    ],
)
def test_the_guesses_of_an_hour_are_bounded(
    identity: Identity, clock: Clock, monkeypatch: pytest.MonkeyPatch, places: list[str], most: int
) -> None:
    looked_at: list[str] = []
    count = attempts.one_more_failure
    monkeypatch.setattr(
        attempts, "one_more_failure", lambda *given: looked_at.append("guess") or count(*given)
    )
    for _hour in range(2):
        attack(identity, clock, timedelta(hours=1), *places)
        assert 0 < len(looked_at) <= most
        looked_at.clear()


@pytest.mark.usefixtures("quick")
def test_the_right_password_is_no_guess_while_its_place_waits(
    identity: Identity, clock: Clock
) -> None:
    """Else waiting would bound nothing."""
    attack(identity, clock, timedelta(minutes=5), ATTACKER)
    with pytest.raises(SignInRefused):
        identity.sign_in("siti", PASSWORD, ATTACKER)


@pytest.mark.usefixtures("quick")
def test_an_attacks_record_is_grouped_and_bounded(identity: Identity, clock: Clock) -> None:
    attack(identity, clock, timedelta(hours=1), ATTACKER)
    told = [event for event in identity.accounts.events(LOCAL_ADMIN) if event.subject == "siti"]
    failed = [event.detail for event in told if event.kind == "gagal masuk"]
    assert 5 < len(failed) < 15
    assert failed[0] == f"{ATTACKER} (1280 kali)"
    for number in range(500):
        fail(identity, 1, f"karangan-{number}", ATTACKER)
        fail(identity, 1, "siti", f"198.51.{number // 250}.{number % 250}")
    assert len(identity.accounts.events(LOCAL_ADMIN, 10_000)) < 150


def test_a_browser_is_known_for_the_accounts_it_signed_in_to_alone(identity: Identity) -> None:
    device = identity.sign_in.remember("siti")
    fail(identity, FREE_FAILURES, "admin", OWNER)
    with pytest.raises(SignInRefused):
        identity.sign_in("admin", FIRST, OWNER, device)
    assert identity.sign_in.remember("admin", device) == device
    assert identity.sign_in("admin", FIRST, OWNER, device)


def test_a_made_up_browser_is_a_strangers_and_gets_a_token_of_its_own(identity: Identity) -> None:
    fail(identity, FREE_FAILURES, "siti", OWNER, "karangan")
    with pytest.raises(SignInRefused):
        identity.sign_in("siti", PASSWORD, OWNER, "karangan lain")
    assert identity.sign_in.remember("siti", "karangan") != "karangan"


def test_a_known_browser_waits_for_itself(identity: Identity) -> None:
    device = identity.sign_in.remember("siti")
    fail(identity, FREE_FAILURES, "siti", OWNER, device)
    with pytest.raises(SignInRefused):
        identity.sign_in("siti", PASSWORD, OWNER, device)
    assert identity.sign_in("siti", PASSWORD, OWNER)


def test_a_new_password_by_an_admin_forgets_browsers_and_waits(identity: Identity) -> None:
    device = identity.sign_in.remember("siti")
    fail(identity, FREE_FAILURES, "siti", OWNER)
    identity.accounts.reset_password(LOCAL_ADMIN, "siti", PASSWORD)
    assert identity.sign_in("siti", PASSWORD, OWNER)
    fail(identity, FREE_FAILURES, "siti", OWNER)
    with pytest.raises(SignInRefused):
        identity.sign_in("siti", PASSWORD, OWNER, device)


def test_an_account_knows_its_newest_browsers_alone(identity: Identity, clock: Clock) -> None:
    oldest = identity.sign_in.remember("siti")
    for _ in range(DEVICES):
        clock.forward(timedelta(minutes=1))
        newest = identity.sign_in.remember("siti")
    with identity.accounts.store.work() as work:
        assert not work.knows_device(digest(oldest))
        assert work.knows_device(digest(newest))


def test_a_wrong_old_password_counts_as_one_at_signing_in(identity: Identity, clock: Clock) -> None:
    token = identity.sign_in("siti", PASSWORD, OWNER)
    for _ in range(FREE_FAILURES):
        with pytest.raises(SignInRefused):
            identity.sign_in.change_password(token, "tebakan", "danau telaga warna", OWNER)
    with pytest.raises(SignInRefused):
        identity.sign_in.change_password(token, PASSWORD, "danau telaga warna", OWNER)
    with pytest.raises(SignInRefused):
        identity.sign_in("siti", PASSWORD, OWNER)
    clock.forward(FIRST_WAIT)
    identity.sign_in.change_password(token, PASSWORD, "danau telaga warna", OWNER)
    assert identity.sign_in("siti", "danau telaga warna", OWNER)


def test_old_counts_are_let_go_of(identity: Identity, clock: Clock) -> None:
    fail(identity, 3, "siti", ATTACKER)
    clock.forward(FORGOTTEN + timedelta(seconds=1))
    fail(identity, 1, "admin", OWNER)
    with identity.accounts.store.work() as work:
        assert work.attempt("siti", ATTACKER) is None


@pytest.mark.parametrize(
    ("place", "who"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", ""),
        ("x" * 500, "x" * 64),
    ],
)
def test_an_ipv6_host_has_one_place(place: str, who: str) -> None:
    assert network(place) == who


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
    for _ in range(3):
        clock.forward(timedelta(hours=2.5))
        identity.sessions.at_work(token)
        assert identity.sessions.actor(token)
    clock.forward(timedelta(hours=2.5))
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
        ("salah", "danau telaga warna", SignInRefused),
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
    with pytest.raises(SignInRefused):
        identity.sign_in.by_email("lain@contoh.go.id")
    identity.accounts.set_active(LOCAL_ADMIN, "siti", False)
    with pytest.raises(SignInRefused):
        identity.sign_in.by_email("siti@contoh.go.id")


def test_a_made_password_keeps_out_who_signs_in_by_it_and_not_who_a_service_vouches_for(
    identity: Identity,
) -> None:
    made = identity.accounts.add(LOCAL_ADMIN, "wati", Role.VIEWER, email="wati@contoh.go.id")
    assert identity.sessions.actor(identity.sign_in("wati", made)) is None
    actor = identity.sessions.actor(identity.sign_in.by_email("wati@contoh.go.id"))
    assert actor is not None
    assert actor.name == "wati"


@pytest.mark.parametrize(
    "email",
    [
        " siti@contoh.go.id",
        "siti@contoh.go.id\n",
        "si\u200bti@contoh.go.id",
        "",
        "\u017fiti@contoh.go.id",
    ],
)
def test_an_address_is_compared_as_it_came(identity: Identity, email: str) -> None:
    identity.accounts.set_email(LOCAL_ADMIN, "siti", "siti@contoh.go.id")
    with pytest.raises(SignInRefused):
        identity.sign_in.by_email(email)


def test_whose_session_ended_by_itself_is_known_and_others_are_not(
    identity: Identity, clock: Clock
) -> None:
    idle, signed_out = identity.sign_in("siti", PASSWORD), identity.sign_in("siti", PASSWORD)
    assert identity.sessions.lapsed(idle) is None
    identity.sessions.end(signed_out)
    clock.forward(IDLE)
    assert identity.sessions.lapsed(signed_out) is None
    whose = identity.sessions.lapsed(idle)
    assert whose is not None
    assert whose.name == "siti"
    clock.forward(REMEMBERED + timedelta(hours=8))
    assert identity.sessions.lapsed(idle) is None
    assert identity.sessions.lapsed("karangan") is None


def test_old_sessions_are_let_go_of(identity: Identity, clock: Clock) -> None:
    old, longer = identity.sign_in("siti", PASSWORD), timedelta(hours=8) + REMEMBERED
    clock.forward(longer + timedelta(seconds=1))
    identity.sign_in("siti", PASSWORD)
    clock.time -= longer
    assert identity.sessions.account(old) is None
