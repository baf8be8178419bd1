"""Accounts in both databases: what is kept, and what the tables refuse."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from lib.store import Store, StoreError, tables
from lib.store.account_store import (
    AccountExists,
    AccountRecord,
    AccountStore,
    EventRecord,
    SessionRecord,
)

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
        "failures": 0,
        "blocked_until": None,
        "created": NOW,
    }
    return AccountRecord(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture
def accounts(store: Store) -> AccountStore:
    return AccountStore(store.engine)


def test_an_account_comes_back_as_it_was_put_in(accounts: AccountStore) -> None:
    put = record(email="siti@contoh.go.id", blocked_until=NOW + timedelta(minutes=1), failures=3)
    accounts.add(put, HAPPENED)
    assert accounts.account("siti") == put
    assert accounts.account_of_email("siti@contoh.go.id") == put
    assert accounts.accounts() == (put,)
    assert accounts.events(10) == (HAPPENED,)


def test_several_accounts_may_be_without_email(accounts: AccountStore) -> None:
    accounts.add(record("a"), HAPPENED)
    accounts.add(record("b"), HAPPENED)
    assert [account.name for account in accounts.accounts()] == ["a", "b"]


def test_a_taken_name_leaves_nothing_behind(accounts: AccountStore) -> None:
    accounts.add(record(), HAPPENED)
    with pytest.raises(AccountExists):
        accounts.add(record(display="Lain"), HAPPENED)
    assert len(accounts.events(10)) == 1
    assert accounts.account("siti") == record()


def test_a_change_and_its_event_are_one(accounts: AccountStore) -> None:
    accounts.add(record(), HAPPENED)

    def broken(_: AccountRecord) -> dict[str, object]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        accounts.change("siti", broken, HAPPENED)
    with pytest.raises(KeyError):
        accounts.change("siapa", lambda _: {"active": False}, HAPPENED)
    assert len(accounts.events(10)) == 1
    accounts.change("siti", lambda found: {"failures": found.failures + 1}, HAPPENED)
    assert accounts.account("siti") == record(failures=1)
    assert len(accounts.events(10)) == 2


def test_a_session_is_found_with_its_account_until_it_ends(accounts: AccountStore) -> None:
    accounts.add(record(), HAPPENED)
    session = SessionRecord("ab" * 32, "siti", NOW, NOW, NOW + timedelta(hours=8))
    accounts.start_session(session, HAPPENED)
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
    accounts.record(HAPPENED)
    with pytest.raises((DBAPIError, StoreError)), accounts.engine.begin() as connection:
        connection.execute(change)
    assert accounts.events(10) == (HAPPENED,)


def test_a_backup_holds_the_accounts(accounts: AccountStore, store: Store, tmp_path) -> None:
    accounts.add(record(), HAPPENED)
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
