"""Nobody locks somebody else out: places and browsers wait each for themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lib.service.access import attempts, passwords
from lib.service.access.attempts import FIRST_WAIT, FORGOTTEN, FREE_FAILURES, MOST_AN_HOUR, network
from lib.service.access.identity import Identity
from lib.service.access.sessions import digest
from lib.service.access.sign_in import DEVICES, SignInRefused
from lib.service.actor import LOCAL_ADMIN
from tests.service.signing import FIRST, PASSWORD, Clock, fail

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
