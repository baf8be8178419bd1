"""A store that fails between preview and Terapkan: said in words, nothing half, pressed again."""

from __future__ import annotations

import re
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, Engine, event
from streamlit.testing.v1 import AppTest

from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import FILE, open_library
from lib.store import database
from lib.store.records import StoreError, Trouble
from lib.ui.viewer import services
from tests.faults.uploads import PLAN, wrongs
from tests.service.books import edited
from tests.ui.test_upload import buttons, click, put

Fault = Callable[[Engine, Path], AbstractContextManager[None]]


@contextmanager
def _pragma(engine: Engine, on: str, off: str) -> Iterator[None]:
    """Have every transaction begin with a setting of its connection, and take it back after."""
    setting = on

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA {setting}")

    event.listen(engine, "begin", begin)
    yield
    setting = off


def full(engine: Engine, _data: Path) -> AbstractContextManager[None]:
    """No page more, which is what SQLite meets on a full disk."""
    return _pragma(engine, "max_page_count = 1", "max_page_count = 4294967294")


def read_only(engine: Engine, _data: Path) -> AbstractContextManager[None]:
    return _pragma(engine, "query_only = ON", "query_only = OFF")


@contextmanager
def locked(_engine: Engine, data: Path) -> Iterator[None]:
    """Another process is in the middle of writing, and stays there."""
    other = sqlite3.connect(data / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def gone(_engine: Engine, data: Path) -> Iterator[None]:
    """Somebody moved the data folder away, and puts it back."""
    away = data.with_name("away")
    data.rename(away)
    yield
    away.rename(data)


FAULTS = {
    Trouble.FULL: full,
    Trouble.LOCKED: locked,
    Trouble.READ_ONLY: read_only,
    Trouble.REPLACED: gone,
}


@pytest.mark.parametrize("trouble", FAULTS)
def test_a_fault_under_a_preview_is_named_and_terapkan_works_after_it(
    open_page, tmp_path, monkeypatch, figure, trouble
):
    monkeypatch.setattr(database, "BUSY_SECONDS", 1)
    data = tmp_path / "empty"
    library = open_library(data)
    content = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    app = put(open_page("unggah", fresh=False), content)
    with FAULTS[trouble](services.library().store.engine, data):
        click(app, "Terapkan")
        assert not app.exception
        said = app.error[0].value
        assert f"Belum tersimpan: {trouble}." in said
        assert str(tmp_path) not in said
        assert "Terapkan" in buttons(app)
    assert library.head(PLAN) == 1
    click(app, "Terapkan")
    assert "Tersimpan sebagai versi 2" in app.success[0].value
    assert wrongs(library) == []
    figure(f"{trouble}: said, 0 stored; after it stored once by the same button")


def test_a_database_server_that_crashes_is_named_and_the_press_works_after_it(
    postgresql, new_postgresql, figure
):
    library = open_library(Path("."), new_postgresql())
    content = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    made = changing.check(library, LOCAL_ADMIN, content, "laporan.xlsx")
    server = postgresql.get_postmaster_info().process
    server.send_signal(signal.SIGQUIT)  # as a crash: every connection ends at once
    server.wait(20)
    try:
        with pytest.raises(StoreError) as refused:
            changing.apply(library, LOCAL_ADMIN, made)
    finally:
        postgresql.ensure_postgres_running()
        _wait_until_it_recovered(postgresql.get_uri())
    assert refused.value.trouble is Trouble.AWAY
    assert changing.apply(library, LOCAL_ADMIN, made) == 2
    assert wrongs(library) == []
    figure("1 crash, named, 0 lost, stored by the next press")


def _wait_until_it_recovered(url: str) -> None:
    """A server that crashed runs before it answers."""
    for _ in range(300):
        with suppress(psycopg.OperationalError), psycopg.connect(url, connect_timeout=5):
            return
        time.sleep(0.1)
    raise AssertionError("the database server did not recover")


def test_a_database_server_that_only_reads_is_named_and_stores_nothing(
    postgresql, new_postgresql, figure
):
    url = new_postgresql()
    library = open_library(Path("."), url)
    content = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    made = changing.check(library, LOCAL_ADMIN, content, "laporan.xlsx")
    name = url.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(postgresql.get_uri(), autocommit=True) as keeper:
        keeper.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    library.store.engine.dispose()
    with pytest.raises(StoreError) as refused:
        changing.apply(library, LOCAL_ADMIN, made)
    assert refused.value.trouble is Trouble.READ_ONLY
    assert library.head(PLAN) == 1
    figure("named, 0 stored")


def _broken() -> None:
    """A page whose store is away."""
    from lib.store.records import StoreError
    from lib.web.errors import on_script_error

    on_script_error(StoreError("PostgreSQL postgresql://kantor/rencana tidak dapat dipakai: x."))


def test_a_page_without_its_store_says_so_without_addresses_and_offers_to_try_again():
    app = AppTest.from_function(_broken).run()
    said = app.error[0].value
    assert "basis data tidak terjangkau" in said
    assert "kantor" not in said
    assert re.search(r"nomor \*\*[0-9A-F]{8}\*\*", said)
    assert [button.label for button in app.button] == ["Coba lagi"]
