"""Made-up versions to put into a store; run as a script, a writer in a process of its own."""

from __future__ import annotations

import sys
import time
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event

from lib.plan.change.difference import Change
from lib.plan.record import digest
from lib.store import HeadMoved, Store
from lib.store.records import NewVersion, Origin, Version

PLAN = "rencana"
NOON = datetime(2030, 3, 1, 5, 0, tzinfo=UTC)
CELLS = 5


def add(store: Store, plan_id: str = PLAN, **others: Any) -> Version:
    first = NewVersion(plan_id, zlib.compress(b"isi 1"), "admin", NOON, Origin.BASELINE)
    return store.add_plan(f"Judul {plan_id}", replace(first, **others))


def append(store: Store, parent: int, author: str = "operator", **others: Any) -> Version:
    """Append a version whose bytes and changes say which one it is and who wrote it."""
    record = zlib.compress(f"isi {parent + 1} {author}".encode() * 1000)
    changes = cells(parent + 1)
    new = NewVersion(PLAN, record, author, NOON, Origin.UPLOAD, "laporan", changes)
    return store.append(parent, replace(new, **others))


def cells(number: int) -> tuple[Change, ...]:
    return tuple(
        Change(f"I.1.{letter}", 2030, "realisasi_tw1", None, float(number))
        for letter in "abcdefgh"[:CELLS]
    )


def assert_whole(store: Store) -> None:
    """Check that every version up to the head is there with all that belongs to it."""
    head = store.head(PLAN)
    assert [version.number for version in store.log(PLAN)] == list(range(head, 0, -1))
    for number in range(1, head + 1):
        version = store.version(PLAN, number)
        assert version.sha256 == version.record_sha256 == digest(version.record)
        assert version.parent == (number - 1 or None)
        assert store.changes(PLAN, number) == (cells(number) if number > 1 else ())


def main(task: str, url: str) -> None:
    store = Store.open(url)
    if task == "open":
        print(len(store.plans()))
    elif task == "once":
        print("siap", flush=True)
        sys.stdin.readline()
        _append_once(store, sys.argv[3])
    elif task == "pause":
        event.listen(store.engine, "before_cursor_execute", _pause_before_changes)
        append(store, store.head(PLAN))
    elif task == "forever":
        print("siap", flush=True)
        while True:
            append(store, store.head(PLAN))


def _append_once(store: Store, author: str) -> None:
    try:
        print(append(store, 1, author).number)
    except HeadMoved as error:
        print("kalah", error.current)


def _pause_before_changes(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
    if statement.startswith("INSERT INTO change"):
        print("siap", flush=True)
        time.sleep(600)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
