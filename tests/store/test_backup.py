from __future__ import annotations

from collections.abc import Iterator

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
