from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.store import Store, StoreError
from lib.store.records import Upload
from tests.store.versions import PLAN, add, append


def everything(store: Store) -> list[object]:
    """Read all that a store says."""
    return [
        store.plans(),
        *(
            (
                store.version(plan.id, number),
                store.changes(plan.id, number),
                store.upload(plan.id, number),
            )
            for plan in store.plans()
            for number in range(1, plan.head + 1)
        ),
    ]


@pytest.fixture
def filled(store: Store) -> Store:
    add(store)
    add(store, "kedua", upload=Upload("awal.xlsx", b"\x00\x01"))
    for parent in range(1, 4):
        append(store, parent, upload=Upload("laporan.xlsx", b"PK\x03\x04"))
    return store


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest) -> Iterator[Store]:
    store = Store.open(request.getfixturevalue(f"new_{request.param}")())
    yield store
    store.close()


def test_a_backup_moves_the_whole_store_between_databases(filled, target, tmp_path):
    filled.backup(tmp_path / "cadangan.db")
    target.restore(tmp_path / "cadangan.db")
    assert everything(target) == everything(filled)
    assert append(target, 4).number == 5


def test_a_backup_is_one_file_that_opens_as_a_store(filled, tmp_path):
    folder = tmp_path / "cadangan"
    folder.mkdir()
    filled.backup(folder / "rencana.db")
    assert [path.name for path in folder.iterdir()] == ["rencana.db"]
    copy = Store.open(f"sqlite:///{folder}/rencana.db")
    assert everything(copy) == everything(filled)
    copy.close()


def test_a_backup_does_not_overwrite_a_file(filled, tmp_path):
    path = tmp_path / "cadangan.db"
    path.write_bytes(b"berharga")
    with pytest.raises(StoreError, match="sudah ada"):
        filled.backup(path)
    assert path.read_bytes() == b"berharga"


def test_a_backup_into_a_missing_folder_says_so(filled, tmp_path):
    with pytest.raises(StoreError, match="tidak dapat ditulis"):
        filled.backup(tmp_path / "tak ada" / "cadangan.db")


def test_restore_refuses_to_lose_versions(filled, target, tmp_path):
    filled.backup(tmp_path / "cadangan.db")
    add(target)
    before = everything(target)
    with pytest.raises(StoreError, match="--replace"):
        target.restore(tmp_path / "cadangan.db")
    assert everything(target) == before
    target.restore(tmp_path / "cadangan.db", replace=True)
    assert everything(target) == everything(filled)


def test_a_restored_store_still_guards_its_versions(filled, target, tmp_path):
    filled.backup(tmp_path / "cadangan.db")
    target.restore(tmp_path / "cadangan.db")
    with pytest.raises(Exception, match="immutable"), target.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM version")
    assert target.head(PLAN) == 4


@pytest.mark.parametrize("content", [None, b"bukan cadangan" * 500, b""])
def test_what_is_no_backup_changes_nothing(filled, tmp_path, content):
    path = tmp_path / "cadangan.db"
    if content is not None:
        path.write_bytes(content)
    before = everything(filled)
    with pytest.raises(StoreError, match=r"cadangan\.db"):
        filled.restore(path, replace=True)
    assert everything(filled) == before


def changed_at(path: Path, place: int) -> Path:
    """Write a copy of a file with one bit turned."""
    content = bytearray(path.read_bytes())
    content[place] ^= 0x10
    copy = path.with_name("berubah.db")
    copy.write_bytes(content)
    return copy


@pytest.mark.parametrize("part", [0, 18, 30, 61, 97, 0.2, 0.4, 0.6, 0.8, 0.999])
def test_one_changed_byte_anywhere_is_refused_before_anything_is_replaced(filled, tmp_path, part):
    path = tmp_path / "cadangan.db"
    filled.backup(path)
    place = part if isinstance(part, int) else int(path.stat().st_size * part)
    before = everything(filled)
    with pytest.raises(StoreError, match=r"berubah\.db"):
        filled.restore(changed_at(path, place), replace=True)
    assert everything(filled) == before
    filled.restore(path, replace=True)
    assert everything(filled) == before


def without_seal(path: Path) -> sqlite3.Connection:
    """Open a backup's file as a plain one."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    return connection


def test_a_copy_without_a_seal_is_held_against_its_hashes(filled, tmp_path):
    path = tmp_path / "cadangan.db"
    filled.backup(path)
    before = everything(filled)
    plain = without_seal(path)
    plain.commit()
    filled.restore(path, replace=True)
    assert everything(filled) == before
    plain.executescript("DROP TRIGGER version_no_update; UPDATE version SET upload = x'00'")
    plain.close()
    with pytest.raises(StoreError, match="Berkas unggahannya tidak lagi sama"):
        filled.restore(path, replace=True)
    assert everything(filled) == before


def test_a_file_whose_last_writes_wait_beside_it_is_refused(filled, new_sqlite):
    other = Store.open(new_sqlite())
    add(other)
    live = Path(other.engine.url.database)
    with pytest.raises(StoreError, match="sedang dipakai"):
        filled.restore(live, replace=True)
    other.close()


def test_a_backup_that_became_a_store_can_be_restored_from_again(filled, target, tmp_path):
    path = tmp_path / "cadangan.db"
    filled.backup(path)
    copy = Store.open(f"sqlite:///{path}")
    append(copy, 4)
    copy.backup(tmp_path / "lagi.db")
    target.restore(tmp_path / "lagi.db")
    assert target.head(PLAN) == 5
    assert everything(target) == everything(copy)
    copy.close()
