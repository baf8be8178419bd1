"""Sketches in both databases: each account's own, the newest few, for a while."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from lib.store import Store
from lib.store.waiting.sketch_store import SketchStore, StoredSketch

NOON = datetime(2030, 1, 2, 12, tzinfo=UTC)
LONG_AGO = NOON - timedelta(days=30)


@pytest.fixture
def sketches(store: Store) -> SketchStore:
    return SketchStore(store.engine)


def sketch(sha256: str, hours: int = 0, account: str = "admin") -> StoredSketch:
    time = NOON + timedelta(hours=hours)
    return StoredSketch(account, sha256, f"{sha256}.docx", time, content=sha256.encode())


def names(sketches: SketchStore, account: str = "admin") -> list[str]:
    return [one.sha256 for one in sketches.list(account, LONG_AGO)]


def test_a_sketch_comes_back_with_its_file_and_its_answers(sketches):
    sketches.keep(sketch("a"), 3, LONG_AGO)
    sketches.answer("admin", "a", {"waktu": "2025"})
    found = sketches.find("admin", "a")
    assert (found.name, found.time, found.content) == ("a.docx", NOON, b"a")
    assert found.answers == {"waktu": "2025"}
    [listed] = sketches.list("admin", LONG_AGO)
    assert (listed.answers, listed.content) == (found.answers, b"")


def test_an_account_keeps_its_newest_and_takes_nothing_from_others(sketches):
    sketches.keep(sketch("z", account="other"), 3, LONG_AGO)
    for hours, name in enumerate("abcd"):
        sketches.keep(sketch(name, hours), 3, LONG_AGO)
    assert names(sketches) == ["d", "c", "b"]
    assert names(sketches, "other") == ["z"]


def test_the_same_file_takes_its_own_place(sketches):
    for hours in (0, 1):
        sketches.keep(sketch("a", hours), 3, LONG_AGO)
    [only] = sketches.list("admin", LONG_AGO)
    assert only.time == NOON + timedelta(hours=1)


def test_what_is_too_old_is_not_listed_and_goes_with_the_next_one(sketches):
    sketches.keep(sketch("old"), 3, LONG_AGO)
    later = NOON + timedelta(hours=1)
    assert sketches.list("admin", later) == ()
    sketches.keep(sketch("new", 2, "other"), 3, later)
    assert names(sketches) == []


def test_a_sketch_is_found_answered_and_given_up_by_its_own_account_alone(sketches):
    sketches.keep(sketch("a"), 3, LONG_AGO)
    with pytest.raises(KeyError):
        sketches.find("other", "a")
    sketches.answer("other", "a", {"waktu": "2030"})
    sketches.forget("other", "a")
    assert sketches.find("admin", "a").answers == {}
    sketches.forget("admin", "a")
    assert names(sketches) == []
