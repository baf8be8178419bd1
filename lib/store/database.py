"""The database beneath the store: SQLite or PostgreSQL, opened, locked and migrated."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError

from lib.store import sqlite_file
from lib.store.records import StoreError, Trouble

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 30
_LOCK_KEY = 7_245_003
"""Any number that everyone who migrates the same PostgreSQL database agrees on."""
_one_migration = threading.Lock()
"""Alembic keeps its context in a global."""


def connect(url: str) -> Engine:
    """Open a database, creating a missing SQLite file, and bring its tables up to date.

    Processes that start at once wait for each other. Raises `StoreError`.
    """
    parsed = _parsed(url)
    with explained(parsed):
        engine = _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _postgresql(parsed)
        try:
            with locked(engine) as connection:
                migrate(connection)
                _break_seal(connection)
        except BaseException:
            engine.dispose()
            raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open one consistent view of all tables."""
    with explained(engine.url), engine.connect() as connection:
        if engine.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that commits at the end, and leaves nothing behind on an exception."""
    with explained(engine.url), engine.connect() as connection:
        connection = connection.execution_options(writing=True)
        with connection.begin():
            yield connection


@contextmanager
def locked(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that only one process at a time can hold."""
    with writing(engine) as connection:
        if engine.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
        yield connection


def migrate(connection: Connection) -> None:
    """Bring the tables up to date inside the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    with _one_migration:
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(
                "Basis data ini dibuat oleh aplikasi yang lebih baru; perbarui aplikasi ini dahulu."
            ) from error


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except ArgumentError:
        backend = ""
    if backend == "sqlite":
        return parsed
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    raise StoreError("DATABASE_URL harus berawalan postgresql:// atau sqlite:///.")


def _postgresql(url: URL) -> Engine:
    return create_engine(url, pool_pre_ping=True)


def _sqlite(url: URL) -> Engine:
    if url.database and "uri" not in url.query:
        sqlite_file.prepare(Path(url.database))
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    if url.database and "uri" not in url.query:
        _keep_in_place(engine, Path(url.database).absolute())
    _use_wal(engine)
    return engine


def _keep_in_place(engine: Engine, path: Path) -> None:
    """Look that the file is a store, that it stays the same one, and leave it whole."""
    raw = engine.raw_connection()
    try:
        sqlite_file.recognise(raw.driver_connection, path)  # type: ignore[arg-type]
    finally:
        raw.close()
    opened = sqlite_file.identity(path)

    def before_commit(connection: Connection) -> None:
        if opened and connection.get_execution_options().get("writing"):
            sqlite_file.require_in_place(path, opened)

    event.listen(engine, "commit", before_commit)
    sqlite_file.close_at_exit(engine)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says, below
    for pragma in ("synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once where a write is coming, so that it cannot fail halfway."""
    writes = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _break_seal(connection: Connection) -> None:
    """Take a backup's seal off a file that is now a store to write to (see `seal`)."""
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite and connection.exec_driver_sql("PRAGMA user_version").scalar():
        connection.exec_driver_sql("PRAGMA user_version = 0")


def _use_wal(engine: Engine) -> None:
    """Switch to WAL, which SQLite does not wait for when another process is at it."""
    for attempt in range(BUSY_SECONDS * 10):
        raw = engine.raw_connection()
        try:
            raw.driver_connection.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]
            return
        except sqlite3.Error as error:
            if "locked" not in str(error) or attempt + 1 == BUSY_SECONDS * 10:
                raise
            time.sleep(0.1)
        finally:
            raw.close()


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn a failing database into a `StoreError`; broken rules of the tables stay as they are."""
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, sqlite3.Error) as error:
        seen = getattr(error, "orig", None) or error
        raise _refusal(url, seen) from error


_REASONS = {
    "not a database": (
        "bukan basis data atau rusak; pulihkan dari cadangan",
        Trouble.DAMAGED,
    ),
    "malformed": ("rusak; pulihkan dari cadangan", Trouble.DAMAGED),
    "readonly": ("tidak dapat ditulis; periksa hak akses berkas dan foldernya", Trouble.READ_ONLY),
    "unable to open": ("tidak dapat dibuka; periksa folder dan hak aksesnya", Trouble.AWAY),
    "locked": ("sedang dipakai proses lain terlalu lama; coba lagi", Trouble.LOCKED),
    "disk is full": ("tidak dapat ditulis karena disk penuh", Trouble.FULL),
}
_POSTGRESQL = {
    "No space left": Trouble.FULL,
    "read-only transaction": Trouble.READ_ONLY,
    "lock timeout": Trouble.LOCKED,
}


def _refusal(url: URL, error: BaseException) -> StoreError:
    seen = " ".join(str(error).split())
    if url.get_backend_name() != "sqlite":
        name = url.render_as_string(hide_password=True)
        told = (trouble for words, trouble in _POSTGRESQL.items() if words in seen)
        return StoreError(
            f"PostgreSQL {name} tidak dapat dipakai: {seen}.", next(told, Trouble.AWAY)
        )
    for words, (reason, trouble) in _REASONS.items():
        if words in seen:
            return StoreError(f"Berkas data {url.database} {reason}.", trouble)
    return StoreError(f"Berkas data {url.database} tidak dapat dipakai: {seen}.")
