"""Sessions: they end by themselves, at a new password, and with the account."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lib.service.access.identity import Identity
from lib.service.access.passwords import WeakPassword
from lib.service.access.sessions import IDLE, REMEMBERED
from lib.service.access.sign_in import SignInRefused
from lib.service.actor import LOCAL_ADMIN, Role
from tests.service.signing import PASSWORD, Clock


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
