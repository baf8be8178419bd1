from __future__ import annotations

import signal
import sqlite3
import stat
import subprocess
import sys
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from lib.plan.change.difference import Change, ChangeKind
from lib.plan.record import digest
from lib.plan.schema import Sheet
from lib.store import HeadMoved, PlanExists, Store, StoreError
from lib.store.records import Origin, Upload
from lib.store.tables import metadata
from tests.store.versions import CELLS, NOON, PLAN, add, append, cells

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


def assert_whole(store: Store) -> None:
    """Check that every version up to the head is there with all that belongs to it."""
    head = store.head(PLAN)
    assert [version.number for version in store.log(PLAN)] == list(range(head, 0, -1))
    for number in range(1, head + 1):
        version = store.version(PLAN, number)
        assert version.sha256 == version.record_sha256 == digest(version.record)
        assert version.parent == (number - 1 or None)
        assert store.changes(PLAN, number) == (cells(number) if number > 1 else ())


def test_a_new_store_is_empty(store):
    assert store.plans() == ()
    with pytest.raises(KeyError):
        store.head(PLAN)
    with pytest.raises(KeyError):
        store.version(PLAN)
    assert store.log(PLAN) == ()


def test_a_plan_begins_with_version_one(store):
    add(store)
    [record] = store.plans()
    assert (record.id, record.title, record.created, record.head) == (
        PLAN,
        "Judul rencana",
        NOON,
        1,
    )
    first = store.version(PLAN)
    assert (first.number, first.parent, first.kind) == (1, None, Origin.BASELINE)
    assert zlib.decompress(first.record) == b"isi 1"


def test_plans_are_listed_as_they_were_added(store):
    for plan_id in ("b", "a", "c"):
        add(store, plan_id)
    assert [record.id for record in store.plans()] == ["b", "a", "c"]


def test_a_plan_is_added_once(store):
    add(store)
    with pytest.raises(PlanExists):
        add(store)
    assert store.head(PLAN) == 1


def test_an_appended_version_is_the_head_and_says_all(store):
    add(store)
    written = append(store, 1, note="TW I", upload=Upload("laporan.xlsx", b"PK\x00\xff"))
    assert store.head(PLAN) == 2
    assert store.version(PLAN) == written
    assert written.counts == {"set": CELLS}
    assert written.time == NOON
    assert store.plans()[0].head == 2


def test_changes_come_back_as_they_were(store):
    changes = (
        Change("I.1.a", 2030, "realisasi_tw1", None, 0.0),
        Change("I.1.a", 2030, "kendala", "“hujan”\nderas", None, kind=ChangeKind.CLEARED),
        Change("1.a", 2030, "target", "Ya", 12, Sheet.INDICATOR_PROGRESS),
        Change("Nomor", None, "isi", None, "1", Sheet.DOCUMENT, ChangeKind.ADDED),
    )
    add(store)
    append(store, 1, changes=changes)
    assert store.changes(PLAN, 2) == changes
    assert store.version(PLAN).counts == {"set": 2, "cleared": 1, "added": 1}


def test_the_upload_is_kept_as_received(store):
    add(store)
    append(store, 1, upload=Upload("laporan.xlsx", b"PK\x00\xff"))
    received = store.upload(PLAN, 2)
    assert received is not None
    assert (received.name, received.content) == ("laporan.xlsx", b"PK\x00\xff")
    assert store.upload(PLAN, 1) is None


def test_the_log_lists_newest_first_without_records(store):
    add(store)
    append(store, 1)
    assert [(v.number, v.record) for v in store.log(PLAN)] == [(2, b""), (1, b"")]


def test_a_code_finds_its_version(store):
    add(store)
    written = append(store, 1)
    assert len(written.code) == 8
    assert [version.number for version in store.find(written.code.upper())] == [2]
    assert store.find("%") == ()


def test_times_are_kept_in_utc_and_must_say_their_zone(store):
    add(store)
    wib = timezone(timedelta(hours=7))
    append(store, 1, time=datetime(2030, 4, 1, 8, 30, tzinfo=wib))
    assert store.version(PLAN).time.isoformat() == "2030-04-01T01:30:00+00:00"
    with pytest.raises(ValueError, match="zone"):
        append(store, 2, time=datetime(2030, 4, 1))
    assert store.head(PLAN) == 2


def test_append_refuses_when_the_head_moved(store):
    add(store)
    append(store, 1)
    with pytest.raises(HeadMoved) as refused:
        append(store, 1, "lain")
    assert refused.value.current == 2
    assert_whole(store)


def test_append_refuses_a_version_that_is_not_there_yet(store):
    add(store)
    with pytest.raises(HeadMoved):
        append(store, 7)
    with pytest.raises(KeyError):
        append(store, 1, plan_id="tak ada")
    assert_whole(store)


def test_an_append_that_fails_halfway_leaves_nothing(store):
    add(store)
    broken = Change("I.1.a", 2030, "kendala", None, object())
    with pytest.raises(TypeError):
        append(store, 1, changes=[broken])
    assert store.head(PLAN) == 1
    assert_whole(store)


@pytest.mark.parametrize("statement", ["UPDATE {} SET number = 9", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["version", "record", "change"])
def test_the_database_itself_refuses_to_touch_versions(store, table, statement):
    add(store)
    append(store, 1)
    with pytest.raises(DBAPIError, match="immutable"), store.engine.begin() as connection:
        connection.execute(text(statement.format(table)))
    assert_whole(store)


def test_old_versions_stay_byte_for_byte(store):
    add(store)
    append(store, 1)
    before = [store.version(PLAN, number) for number in (1, 2)]
    for parent in range(2, 6):
        append(store, parent)
    assert [store.version(PLAN, number) for number in (1, 2)] == before


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


def test_migrations_end_in_the_tables_the_code_uses(store):
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_no_table_lets_the_database_number_its_rows(store):
    numbered = [
        (table, column["name"])
        for table in inspect(store.engine).get_table_names()
        for column in inspect(store.engine).get_columns(table)
        if column.get("identity") or "nextval" in str(column.get("default"))
    ]
    assert numbered == []


def test_a_store_from_a_newer_application_is_refused(url):
    store = Store.open(url)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="lebih baru"):
        Store.open(url)


def test_a_corrupt_file_is_named(tmp_path):
    path = tmp_path / "rencana.db"
    path.write_bytes(b"ini bukan basis data" * 500)
    with pytest.raises(StoreError, match=r"rencana\.db bukan basis data atau rusak"):
        Store.open(f"sqlite:///{path}")


def test_a_torn_file_is_named(tmp_path):
    path = tmp_path / "rencana.db"
    store = Store.open(f"sqlite:///{path}")
    add(store)
    store.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 30000)
    with pytest.raises(StoreError, match=r"rencana\.db rusak"):
        Store.open(f"sqlite:///{path}").plans()


def test_a_read_only_file_is_named(tmp_path):
    path = tmp_path / "rencana.db"
    sqlite3.connect(path).close()
    with pytest.raises(StoreError, match=r"rencana\.db\S* tidak dapat ditulis"):
        Store.open(f"sqlite:///file:{path}?mode=ro&uri=true")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path):
    with pytest.raises(StoreError, match="tidak dapat dibuka"):
        Store.open(f"sqlite:///{tmp_path}")


@pytest.mark.parametrize("address", ["mysql://localhost/x", "rencana.db", ""])
def test_another_kind_of_address_is_refused(address):
    with pytest.raises(StoreError, match="DATABASE_URL"):
        Store.open(address)


def test_an_absent_server_is_named_without_its_password():
    with pytest.raises(StoreError, match="PostgreSQL") as refused:
        Store.open("postgresql://orang:rahasia@127.0.0.1:1/data")
    assert "rahasia" not in str(refused.value)


def test_a_new_file_is_its_owners_alone_and_safe_against_power_loss(tmp_path):
    path = tmp_path / "data" / "rencana.db"
    store = Store.open(f"sqlite:///{path}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with store.engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    assert pragmas == ["wal", 2, 1, 30_000]
    store.close()


def test_the_rows_of_every_version_stand_in_the_order_of_its_changes(store):
    add(store)
    append(store, 1)
    append(store, 2, changes=cells(3)[::-1] + cells(3)[:1])
    rows = [(Sheet.ACTIVITY_PROGRESS, f"I.1.{letter}") for letter in "abcde"]
    assert store.rows_changed(PLAN) == {2: tuple(rows), 3: tuple(rows[::-1])}
    assert store.rows_changed("lain") == {}


def test_of_each_row_the_newest_versions_are_told_and_who_wrote_each_cell_last(store):
    add(store)
    filled = replace(cells(2)[0], column="kendala", after="hujan")
    append(store, 1, changes=(*cells(2), filled))
    for number in (2, 3, 4):
        append(store, number, changes=cells(number + 1)[:1])
    append(store, 5, changes=(replace(cells(6)[0], sheet=Sheet.DOCUMENT),))

    def told(until, versions):
        found = store.recent(PLAN, until, versions)
        return [(one.version.number, one.change.key, one.change.column) for one in found]

    once = [(2, f"I.1.{letter}", "realisasi_tw1") for letter in "bcde"]
    first = (2, "I.1.a", "kendala")
    assert told(6, 2) == [
        *((number, "I.1.a", "realisasi_tw1") for number in (5, 4)), *once, first
    ]  # fmt: skip
    assert told(3, 1) == [(3, "I.1.a", "realisasi_tw1"), *once, first]
    assert told(1, 6) == [] == list(store.recent("lain", 6, 6))
    by_row = [one for one in store.recent(PLAN, 6, 9) if one.change.key == "I.1.a"]
    assert tuple(by_row) == store.history(PLAN, Sheet.ACTIVITY_PROGRESS, "I.1.a")


def test_report_times_are_those_of_the_versions_up_to_the_one_asked(store):
    add(store)
    later = NOON + timedelta(days=3)
    append(store, 1)
    cleared = replace(cells(2)[0], before=2.0, after=None, kind=ChangeKind.CLEARED)
    append(store, 2, changes=(cleared,), time=later)
    first = store.report_times(PLAN, 2)
    assert (len(first.written), first.last, len(first.since)) == (CELLS, NOON, CELLS)
    both = store.report_times(PLAN, 3)
    assert (both.last, len(both.since)) == (later, CELLS - 1)
    assert both.written[-1].is_blank
    assert store.report_times(PLAN, 1).last is None
