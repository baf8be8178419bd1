"""Opening a store: its tables, who may read its file, and what is no store of ours."""

from __future__ import annotations

import sqlite3
import stat

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from lib.store import Store, StoreError
from lib.store.tables import metadata
from tests.store.versions import add


def test_migrations_end_in_the_tables_the_code_uses(store):
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_no_table_lets_the_database_number_its_rows(store):
    numbered = [
        (table, column["name"])
        for table in inspect(store.engine).get_table_names()
        for column in inspect(store.engine).get_columns(table)
        if column.get("identity") or "nextval" in str(column.get("default"))
    ]
    assert numbered == []


def test_a_store_from_a_newer_application_is_refused(url):
    store = Store.open(url)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="lebih baru"):
        Store.open(url)


def test_a_corrupt_file_is_named(tmp_path):
    path = tmp_path / "rencana.db"
    path.write_bytes(b"ini bukan basis data" * 500)
    with pytest.raises(StoreError, match=r"rencana\.db bukan basis data atau rusak"):
        Store.open(f"sqlite:///{path}")


def test_a_torn_file_is_named(tmp_path):
    path = tmp_path / "rencana.db"
    store = Store.open(f"sqlite:///{path}")
    add(store)
    store.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 30000)
    with pytest.raises(StoreError, match=r"rencana\.db rusak"):
        Store.open(f"sqlite:///{path}").plans()


def test_a_read_only_file_is_named(tmp_path):
    path = tmp_path / "rencana.db"
    sqlite3.connect(path).close()
    with pytest.raises(StoreError, match=r"rencana\.db\S* tidak dapat ditulis"):
        Store.open(f"sqlite:///file:{path}?mode=ro&uri=true")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path):
    with pytest.raises(StoreError, match="tidak dapat dibuka"):
        Store.open(f"sqlite:///{tmp_path}")


@pytest.mark.parametrize("address", ["mysql://localhost/x", "rencana.db", ""])
def test_another_kind_of_address_is_refused(address):
    with pytest.raises(StoreError, match="DATABASE_URL"):
        Store.open(address)


def test_an_absent_server_is_named_without_its_password():
    with pytest.raises(StoreError, match="PostgreSQL") as refused:
        Store.open("postgresql://orang:rahasia@127.0.0.1:1/data")
    assert "rahasia" not in str(refused.value)


def test_a_new_file_is_its_owners_alone_and_safe_against_power_loss(tmp_path):
    path = tmp_path / "data" / "rencana.db"
    store = Store.open(f"sqlite:///{path}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with store.engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    assert pragmas == ["wal", 2, 1, 30_000]
    store.close()
