"""Backups: the whole store in one SQLite file, whatever database it lives in.

A backup is a store of its own, so it can be opened, looked into, and taken over by a store on
the same or the other database. Rows are copied as they are, table by table.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, MetaData, Table, func, insert, select

from lib.store import integrity, seal, tables
from lib.store.database import connect, explained, locked, migrate, reading, writing
from lib.store.records import StoreError

_BATCH = 100


def write(engine: Engine, path: Path) -> None:
    """Copy everything into the new file `path`, read it back, and seal it.

    It appears when it is complete. Raises `StoreError` where the file is there already or
    cannot be written.
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
        seal.put(unfinished)
        unfinished.replace(path)


def restore(engine: Engine, path: Path, replace: bool) -> None:
    """Put a backup's rows in the place of everything here, whole or not at all.

    Raises `StoreError` where the file is no backup, is not what was written, or where versions
    would be lost without `replace`.
    """
    _require_whole(path)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "backup.db")  # an older backup is brought up to date as a copy
        shutil.copyfile(path, copy)
        source_engine = _opened(copy, path)
        try:
            if not seal.is_sealed(path):
                _require_sound(source_engine, path)
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


def _require_whole(path: Path) -> None:
    """Raise `StoreError` where a file is missing, still in use, or not as it was sealed."""
    if not path.is_file():
        raise StoreError(f"Cadangan {path} tidak ditemukan.")
    pending = path.with_name(f"{path.name}-wal")
    if pending.exists() and pending.stat().st_size:
        raise StoreError(
            f"Berkas {path} sedang dipakai atau tidak ditutup dengan baik: sebagian isinya masih "
            f"di {pending.name}. Hentikan dasbornya dahulu, atau buat cadangan dengan perintah "
            "backup."
        )
    if seal.is_sealed(path) and not seal.is_whole(path):
        raise StoreError(
            f"Cadangan {path} tidak lagi sama dengan saat ditulis: ada bagian yang berubah. "
            "Tidak ada yang dikembalikan; pakai cadangan lain."
        )


def _require_sound(engine: Engine, path: Path) -> None:
    """Raise `StoreError` where a file without a seal holds a version that is not what it was."""
    with reading(engine) as connection:
        fault = next(integrity.faults(connection), None)
    if fault is not None:
        raise StoreError(
            f"Cadangan {path} rusak: {fault} Tidak ada yang dikembalikan; pakai cadangan lain."
        )


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
        if _sum(source, table) != _sum(target, table):
            raise StoreError(f"Salinan tabel {table.name} berbeda dari asalnya; coba lagi.")


def _sum(connection: Connection, table: Table) -> int:
    """Add up the hashes of a table's rows, which come in another order from each database."""
    rows = connection.execute(select(table).execution_options(yield_per=_BATCH))
    hashes = (sha256(repr(tuple(row)).encode("utf-8", "surrogatepass")).digest() for row in rows)
    return sum(int.from_bytes(value, "big") for value in hashes)
