"""Accounts in both databases: what is kept, and what the tables refuse."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from lib.service.access.attempts import FREE_FAILURES
from lib.service.access.identity import open_identity
from lib.service.access.sign_in import SignInRefused
from lib.service.actor import LOCAL_ADMIN, Actor, Denied, Role
from lib.store import Store, StoreError, tables
from lib.store.account_records import (
    AccountExists,
    AccountRecord,
    AttemptRecord,
    EventRecord,
    SessionRecord,
)
from lib.store.account_store import AccountStore

PASSWORD = "gunung dieng dingin"
NOW = datetime(2030, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
HAPPENED = EventRecord(NOW, "admin", "diuji", "siti", "192.0.2.1")


def record(name: str = "siti", **changes: object) -> AccountRecord:
    values = {
        "name": name,
        "display": "Siti",
        "role": "operator",
        "agency": "DINAS A",
        "email": None,
        "password": "$argon2id$…",
        "active": True,
        "must_change": False,
        "created": NOW,
    }
    return AccountRecord(**(values | changes))  # type: ignore[arg-type]


def add(accounts: AccountStore, put: AccountRecord) -> None:
    with accounts.work() as work:
        work.add(put)
        work.record(HAPPENED)


@pytest.fixture
def accounts(store: Store) -> AccountStore:
    return AccountStore(store.engine)


def test_an_account_comes_back_as_it_was_put_in(accounts: AccountStore) -> None:
    put = record(email="siti@contoh.go.id", must_change=True)
    add(accounts, put)
    assert accounts.account("siti") == put
    assert accounts.account_of_email("siti@contoh.go.id") == put
    assert accounts.accounts() == (put,)
    assert accounts.events(10) == (HAPPENED,)


def test_several_accounts_may_be_without_email(accounts: AccountStore) -> None:
    add(accounts, record("a"))
    add(accounts, record("b"))
    assert [account.name for account in accounts.accounts()] == ["a", "b"]


def test_a_taken_name_leaves_nothing_behind(accounts: AccountStore) -> None:
    add(accounts, record())
    with pytest.raises(AccountExists):
        add(accounts, record(display="Lain"))
    assert len(accounts.events(10)) == 1
    assert accounts.account("siti") == record()


def test_a_change_and_its_event_are_one(accounts: AccountStore) -> None:
    add(accounts, record())

    def break_off() -> None:
        with accounts.work() as work:
            work.change("siti", {"active": False})
            work.record(HAPPENED)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert accounts.account("siti") == record()
    assert len(accounts.events(10)) == 1
    with accounts.work() as work:
        work.change("siti", {"active": False})
        work.record(HAPPENED)
    assert accounts.account("siti") == record(active=False)
    assert len(accounts.events(10)) == 2


def test_wrong_passwords_are_counted_by_account_and_source(accounts: AccountStore) -> None:
    counted = AttemptRecord("siti", "192.0.2.1", NOW, 5, 7, NOW + timedelta(seconds=30))
    with accounts.work() as work:
        work.keep_attempt(AttemptRecord("siti", "192.0.2.1", NOW, 4, 4))
        work.keep_attempt(counted)
        work.keep_attempt(AttemptRecord("siti", "192.0.2.9", NOW, 1, 1))
    with accounts.work() as work:
        assert work.attempt("siti", "192.0.2.1") == counted
        assert work.attempt("budi", "192.0.2.1") is None
        work.forget_attempts("siti", "192.0.2.9")
        assert work.attempt("siti", "192.0.2.1") == counted
        work.forget_old_attempts(NOW + timedelta(seconds=1))
        assert work.attempt("siti", "192.0.2.1") is None


def test_a_session_is_found_with_its_account_until_it_ends(accounts: AccountStore) -> None:
    add(accounts, record())
    session = SessionRecord("ab" * 32, "siti", NOW, NOW, NOW + timedelta(hours=8), False)
    with accounts.work() as work:
        work.add_session(session)
    assert accounts.session("ab" * 32) == (session, record())
    later = NOW + timedelta(minutes=2)
    accounts.touch("ab" * 32, later)
    found = accounts.session("ab" * 32)
    assert found is not None
    assert found[0].seen == later
    accounts.end_session("ab" * 32, HAPPENED)
    assert accounts.session("ab" * 32) is None


@pytest.mark.parametrize("change", [delete(tables.event), update(tables.event).values(actor="x")])
def test_the_record_cannot_be_changed(accounts: AccountStore, change) -> None:
    with accounts.work() as work:
        work.record(HAPPENED)
    with pytest.raises((DBAPIError, StoreError)), accounts.engine.begin() as connection:
        connection.execute(change)
    assert accounts.events(10) == (HAPPENED,)


def test_a_backup_holds_the_accounts(accounts: AccountStore, store: Store, tmp_path) -> None:
    add(accounts, record())
    store.backup(tmp_path / "cadangan.db")
    copy = Store.open(f"sqlite:///{tmp_path}/cadangan.db")
    assert AccountStore(copy.engine).account("siti") == record()
    copy.close()


def test_the_tables_are_as_the_migrations_made_them(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, tables.metadata) == []


# --- At the same moment ----------------------------------------------------------------------

ROUNDS = 15


def at_once(*tasks: Callable[[], object]) -> list[object]:
    """Do things at the same moment; return what each came to, exceptions included."""
    together = threading.Barrier(len(tasks))

    def run(task: Callable[[], object]) -> object:
        together.wait(10)
        try:
            return task()
        except Exception as refusal:
            return refusal

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def test_two_admins_who_disable_each_other_leave_one(store: Store) -> None:
    identity = open_identity(store, 8)
    for name in ("ani", "budi"):
        identity.accounts.add(LOCAL_ADMIN, name, Role.ADMIN, password=PASSWORD)
    ani, budi = (Actor(name, name, Role.ADMIN) for name in ("ani", "budi"))
    for _ in range(ROUNDS):
        outcome = at_once(
            lambda: identity.accounts.set_active(ani, "budi", False),
            lambda: identity.accounts.set_active(budi, "ani", False),
        )
        active = [a for a in identity.accounts.all(LOCAL_ADMIN) if a.active]
        assert len(active) == 1
        assert [type(result) for result in outcome if result] == [Denied]
        for name in ("ani", "budi"):
            identity.accounts.set_active(LOCAL_ADMIN, name, True)


def test_two_admins_who_step_down_at_once_leave_one(store: Store) -> None:
    identity = open_identity(store, 8)
    for name in ("ani", "budi"):
        identity.accounts.add(LOCAL_ADMIN, name, Role.ADMIN, password=PASSWORD)
    for _ in range(ROUNDS):
        at_once(
            *(
                partial(
                    identity.accounts.set_role, Actor(name, name, Role.ADMIN), name, Role.VIEWER
                )
                for name in ("ani", "budi")
            )
        )
        admins = [a for a in identity.accounts.all(LOCAL_ADMIN) if a.role == Role.ADMIN]
        assert len(admins) == 1
        for name in ("ani", "budi"):
            identity.accounts.set_role(LOCAL_ADMIN, name, Role.ADMIN)


@pytest.mark.parametrize("loss", ["disabled", "demoted"])
def test_a_right_that_was_lost_makes_no_account_and_no_password(store: Store, loss: str) -> None:
    """Whoever holds the page of a moment ago acts with the right of now."""
    identity = open_identity(store, 8)
    identity.accounts.add(LOCAL_ADMIN, "ani", Role.ADMIN, password=PASSWORD)
    identity.accounts.add(LOCAL_ADMIN, "budi", Role.ADMIN, password=PASSWORD)
    ani = Actor("ani", "ani", Role.ADMIN)
    if loss == "disabled":
        identity.accounts.set_active(LOCAL_ADMIN, "ani", False)
    else:
        identity.accounts.set_role(LOCAL_ADMIN, "ani", Role.VIEWER)
    for task in (
        lambda: identity.accounts.add(ani, "penyusup", Role.ADMIN, password=PASSWORD),
        lambda: identity.accounts.reset_password(ani, "budi"),
        lambda: identity.accounts.set_email(ani, "budi", "ani@contoh.id"),
        lambda: identity.accounts.set_role(ani, "budi", Role.VIEWER),
    ):
        with pytest.raises(Denied):
            task()
    assert [a.name for a in identity.accounts.all(LOCAL_ADMIN)] == ["ani", "budi"]
    assert identity.sign_in("budi", PASSWORD)


def test_guesses_at_the_same_moment_count_one_by_one(store: Store) -> None:
    identity = open_identity(store, 8)
    identity.accounts.add(LOCAL_ADMIN, "ani", Role.VIEWER, password=PASSWORD)
    wrong = [partial(identity.sign_in, "ani", f"tebakan {n}", "192.0.2.1") for n in range(12)]
    outcome = at_once(*wrong)
    assert {type(result) for result in outcome} == {SignInRefused}
    with identity.accounts.store.work() as work:
        kept = work.attempt("ani", "192.0.2.1")
    assert kept is not None
    assert (kept.failures, kept.tries) == (FREE_FAILURES, 12)


def test_twenty_who_sign_in_at_once_are_all_in(store: Store) -> None:
    identity = open_identity(store, 8)
    identity.accounts.add(LOCAL_ADMIN, "ani", Role.VIEWER, password=PASSWORD)
    tokens = at_once(*[partial(identity.sign_in, "ani", PASSWORD, "192.0.2.1")] * 20)
    assert all(isinstance(token, str) and identity.sessions.actor(token) for token in tokens)
