"""Many threads and processes on one store, some of them killed: one wins, nothing is half."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from sqlalchemy import text

from lib.store import HeadMoved, Store
from tests.store.versions import PLAN, add, append, assert_whole

ROOT = Path(__file__).parents[2]


def writer(task: str, url: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a process of its own on the store."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.versions", task, url, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_of_many_threads_exactly_one_wins(store):
    add(store)
    start = Barrier(6)

    def race(author: str) -> str | None:
        start.wait()
        try:
            return append(store, 1, author).author
        except HeadMoved:
            return None

    with ThreadPoolExecutor(6) as pool:
        winners = [name for name in pool.map(race, "abcdef") if name]
    assert winners == [store.version(PLAN, 2).author]
    assert_whole(store)


def test_of_many_processes_exactly_one_wins(store, url):
    add(store)
    writers = [writer("once", url, author) for author in "abc"]
    for process in writers:
        assert process.stdout is not None
        assert process.stdout.readline() == "siap\n"
    outcomes = []
    for process in writers:
        assert process.stdin is not None
        process.stdin.write("mulai\n")
        process.stdin.flush()
    for process in writers:
        outcomes.append(process.communicate(timeout=60)[0].strip())
    assert sorted(outcomes) == ["2", "kalah 2", "kalah 2"]
    assert_whole(store)


def test_a_process_killed_in_the_middle_of_an_append_leaves_nothing(store, url):
    add(store)
    append(store, 1)
    process = writer("pause", url)
    assert process.stdout is not None
    assert process.stdout.readline() == "siap\n"
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    reopened = Store.open(url)
    assert reopened.head(PLAN) == 2
    append(reopened, 2)
    assert_whole(reopened)
    reopened.close()


def test_a_process_killed_at_any_moment_leaves_whole_versions(store, url):
    add(store)
    for wait in (0.02, 0.05, 0.11):
        process = writer("forever", url)
        assert process.stdout is not None
        assert process.stdout.readline() == "siap\n"
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
    assert store.head(PLAN) > 1
    assert_whole(store)


def test_processes_that_start_at_once_migrate_once(url):
    processes = [writer("open", url) for _ in range(3)]
    assert [process.communicate(timeout=60)[0] for process in processes] == ["0\n"] * 3
    assert [process.returncode for process in processes] == [0, 0, 0]
    store = Store.open(url)
    with store.engine.connect() as connection:
        assert len(connection.execute(text("SELECT * FROM alembic_version")).all()) == 1
    add(store)
    assert store.head(PLAN) == 1
    store.close()
