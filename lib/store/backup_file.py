"""Backups: the whole store in one SQLite file, whatever database it lives in.

A backup is a store of its own, so it can be opened, looked into, and taken over by a store on
the same or the other database. Rows are copied as they are, table by table.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, MetaData, func, insert, select

from lib.store import tables
from lib.store.database import connect, explained, locked, migrate, reading, writing
from lib.store.records import StoreError

_BATCH = 100


def write(engine: Engine, path: Path) -> None:
    """Copy everything into the new file `path`; it appears when it is complete.

    Raises `StoreError` where the file is there already or cannot be written.
    """
    if path.exists():
        raise StoreError(f"Cadangan {path} sudah ada; pilih nama lain.")
    with _beside(path) as unfinished:
        copy = connect(_url(unfinished))
        try:
            with reading(engine) as source, writing(copy) as target:
                _copy(source, target)
            _close_file(copy)
        finally:
            copy.dispose()
        unfinished.replace(path)


def restore(engine: Engine, path: Path, replace: bool) -> None:
    """Put a backup's rows in the place of everything here, whole or not at all.

    Raises `StoreError` where the file is no backup, or versions would be lost without `replace`.
    """
    if not path.is_file():
        raise StoreError(f"Cadangan {path} tidak ditemukan.")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "backup.db")  # an older backup is brought up to date as a copy
        shutil.copyfile(path, copy)
        source_engine = _opened(copy, path)
        try:
            with reading(source_engine) as source, locked(engine) as target:
                if not replace and _holds_versions(target):
                    raise StoreError(
                        "Penyimpanan ini sudah berisi versi data; gunakan --replace "
                        "bila memang hendak diganti seluruhnya."
                    )
                _empty(target)
                _copy(source, target)
        finally:
            source_engine.dispose()


def _url(path: Path) -> str:
    return URL.create("sqlite", database=str(path)).render_as_string()


def _opened(copy: Path, path: Path) -> Engine:
    """Open a backup's copy; naming the file that the person knows where it is none."""
    try:
        engine = connect(_url(copy))
    except StoreError as error:
        raise StoreError(str(error).replace(str(copy), str(path))) from error
    with reading(engine) as connection:
        if not _holds_versions(connection):
            engine.dispose()
            raise StoreError(f"Cadangan {path} tidak berisi versi data.")
    return engine


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Name a file next to `path` to write into; nothing is left of it afterwards."""
    try:
        folder = tempfile.TemporaryDirectory(dir=path.parent, prefix=".cadangan-")
    except OSError as error:
        raise StoreError(f"Folder {path.parent} tidak dapat ditulis: {error.strerror}.") from error
    with folder as name:
        yield Path(name, path.name)


def _close_file(engine: Engine) -> None:
    """Leave a single file that can be read from a read-only place."""
    raw = engine.raw_connection()
    with explained(engine.url):
        raw.cursor().execute("PRAGMA journal_mode = DELETE")
    raw.close()


def _holds_versions(connection: Connection) -> bool:
    return bool(connection.scalar(select(func.count()).select_from(tables.version)))


def _empty(connection: Connection) -> None:
    """Drop every table, whose rows may not be deleted, and make them anew."""
    found = MetaData()
    found.reflect(connection)
    found.drop_all(connection)
    migrate(connection)


def _copy(source: Connection, target: Connection) -> None:
    for table in tables.metadata.sorted_tables:
        query = select(table).execution_options(yield_per=_BATCH)
        for batch in source.execute(query).mappings().partitions():
            target.execute(insert(table), [dict(row) for row in batch])
