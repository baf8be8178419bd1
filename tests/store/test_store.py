"""Versions in a store: kept as they were, in order, and never half written."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from lib.plan.change.difference import Change, ChangeKind
from lib.plan.schema import Sheet
from lib.store import HeadMoved, PlanExists
from lib.store.records import Origin, Upload
from tests.store.versions import CELLS, NOON, PLAN, add, append, assert_whole, cells


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
