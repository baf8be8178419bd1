"""An embedded store's file: recognised, missed, and whole by itself at the end."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lib.store import Store, StoreError
from tests.store.versions import PLAN, add, append

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "data" / "rencana.db"


def opened(path: Path) -> Store:
    return Store.open(f"sqlite:///{path}")


def test_an_empty_file_is_refused_in_words_and_left_alone(path):
    path.parent.mkdir()
    path.touch()
    with pytest.raises(StoreError, match=r"rencana\.db kosong"):
        opened(path)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("sql", ["CREATE TABLE plan (x)", "PRAGMA application_id = 7"])
def test_somebody_elses_database_is_refused_in_words_and_left_alone(path, sql):
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute(sql)
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="aplikasi lain"):
        opened(path)
    assert path.read_bytes() == before


def test_a_store_from_before_the_signature_is_known_by_its_tables(path):
    store = opened(path)
    add(store)
    store.close()
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA application_id = 0")
    plain.commit()
    plain.close()
    assert opened(path).head(PLAN) == 1


def test_a_closed_store_is_one_file(path):
    store = opened(path)
    add(store)
    append(store, 1)
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["rencana.db"]


ENDING = (
    "import sys; from tests.store.versions import add; from lib.store import Store; "
    "store = Store.open(sys.argv[1]); add(store); engine = store.engine"
)


def test_a_process_that_ends_politely_leaves_one_file(path):
    command = [sys.executable, "-c", ENDING, f"sqlite:///{path}"]
    subprocess.run(command, cwd=ROOT, check=True)
    assert [file.name for file in path.parent.iterdir()] == ["rencana.db"]
    assert opened(path).head(PLAN) == 1


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_went_away_is_noticed_at_the_next_write(path, replaced):
    store = opened(path)
    add(store)
    shutil.rmtree(path.parent)
    if replaced:
        opened(path).close()
    with pytest.raises(StoreError, match="dihapus atau diganti"):
        append(store, 1)
