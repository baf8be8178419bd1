"""The one file of an embedded store: made, recognised, missed, and left whole at the end."""

from __future__ import annotations

import atexit
import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from weakref import WeakSet

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from lib.store.records import StoreError, Trouble

APPLICATION_ID = 0x52414B31
"""Says in the file's header whose it is: `RAK1`."""
_OWN_TABLES = {"alembic_version", "plan", "version"}
"""What a store from before the header said so can be known by."""
_open: WeakSet[Engine] = WeakSet()

Identity = tuple[int, int]


def prepare(path: Path) -> None:
    """Make a missing file, its owner's alone; raises `StoreError` for one that is not a store."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        empty = path.is_file() and not path.stat().st_size
    except OSError as error:
        raise StoreError(
            f"Berkas data {path} tidak dapat dibuat atau ditulis: {error.strerror}."
        ) from error
    if empty:
        raise StoreError(
            f"Berkas data {path} kosong. Bila pernah berisi data, pulihkan dari cadangan; bila "
            "belum, hapus berkas itu lalu jalankan lagi."
        )


def _make(path: Path) -> None:
    """Put an empty store in its place in one step, unless another process was faster."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".baru-") as folder:
        draft = Path(folder, path.name)
        draft.touch(mode=0o600)
        with closing(sqlite3.connect(draft)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        try:
            os.link(draft, path)
        except FileExistsError:
            return
        except OSError:  # some file systems know no links
            if not path.exists():
                os.replace(draft, path)


def recognise(connection: sqlite3.Connection, path: Path) -> None:
    """Sign a store that has no signature yet; raises `StoreError` for somebody else's file."""
    signed = connection.execute("PRAGMA application_id").fetchone()[0]
    if signed == APPLICATION_ID:
        return
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if signed or not names >= _OWN_TABLES:
        raise StoreError(
            f"Berkas data {path} milik aplikasi lain. Pilih folder lain dengan --data, atau "
            "pulihkan dari cadangan."
        )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def identity(path: Path) -> Identity | None:
    """Return what tells a file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def require_in_place(path: Path, opened: Identity) -> None:
    """Raise `StoreError` where the file was deleted or replaced under the running application."""
    if identity(path) != opened:
        raise StoreError(
            f"Berkas data {path} dihapus atau diganti saat aplikasi berjalan. Tidak ada yang "
            "tersimpan. Jalankan ulang aplikasi, lalu pulihkan dari cadangan bila perlu.",
            Trouble.REPLACED,
        )


def close_at_exit(engine: Engine) -> None:
    """Have the file hold everything by itself when the process ends politely."""
    _open.add(engine)


def settle(engine: Engine) -> None:
    """Move what waits beside the file into it, and let go of every connection."""
    if engine.name != "sqlite":
        engine.dispose()
        return
    with suppress(SQLAlchemyError, sqlite3.Error), engine.connect() as connection:
        connection.connection.driver_connection.execute(  # type: ignore[union-attr]
            "PRAGMA wal_checkpoint(TRUNCATE)"
        )
    engine.dispose()


@atexit.register
def settle_all() -> None:
    """Settle every store that this process opened."""
    for engine in list(_open):
        settle(engine)
