"""Files that wait: each account's own, few, not for ever, and checked anew when taken up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lib.service import changing, drafts
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Denied, Role
from lib.service.library import Library
from lib.service.startup import open_library
from tests.service.books import edited

PLAN = "banjarnegara-pengaduan-2023-2024"
OTHER = Actor("admin-dua", "Admin kedua", Role.ADMIN)


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request, tmp_path) -> Library:
    """A library in a file, and one on a real PostgreSQL server."""
    url = request.getfixturevalue("new_postgresql")() if request.param == "postgresql" else ""
    return open_library(tmp_path, url)


def put(library: Library, actor: Actor = LOCAL_ADMIN, name: str = "laporan.xlsx", **cells: object):
    """Check a file as Unggah does, and keep it."""
    content = edited(library.download(actor, PLAN), **cells)
    made = changing.check(library, actor, content, name)
    drafts.keep(library, actor, made)
    return made


def test_a_checked_file_waits_for_its_own_person_alone(library):
    made = put(library, I4=0.25)
    [waiting] = drafts.waiting(library, LOCAL_ADMIN)
    assert (waiting.draft.name, waiting.stored) == ("laporan.xlsx", None)
    assert drafts.resume(library, LOCAL_ADMIN, waiting.draft).shows(made)
    assert drafts.waiting(library, OTHER) == ()
    with pytest.raises(KeyError):
        drafts.resume(library, OTHER, waiting.draft)


def test_who_may_not_change_anything_has_no_drafts(library):
    made = put(library, I4=0.25)
    for forbidden in (
        lambda: drafts.keep(library, VISITOR, made),
        lambda: drafts.waiting(library, VISITOR),
    ):
        with pytest.raises(Denied):
            forbidden()


def test_an_account_keeps_its_newest_few(either):
    for number in range(drafts.KEPT + 2):
        put(either, name=f"{number}.xlsx", I4=number / 10 + 0.1)
    put(either, OTHER, "lain.xlsx", I4=0.9)
    names = [each.draft.name for each in drafts.waiting(either, LOCAL_ADMIN)]
    assert names == ["4.xlsx", "3.xlsx", "2.xlsx"]


def test_a_file_put_in_again_waits_once(library):
    made = put(library, I4=0.25)
    drafts.keep(library, LOCAL_ADMIN, made)
    assert len(drafts.waiting(library, LOCAL_ADMIN)) == 1


def test_a_draft_ends_after_its_time(library, monkeypatch):
    put(library, I4=0.25)
    now = drafts._now()
    monkeypatch.setattr(drafts, "_now", lambda: now + drafts.LASTS + timedelta(minutes=1))
    assert drafts.waiting(library, LOCAL_ADMIN) == ()
    put(library, OTHER, I4=0.5)
    monkeypatch.setattr(drafts, "_now", lambda: now)
    assert drafts.waiting(library, LOCAL_ADMIN) == ()  # the next one that was kept swept it out


def test_a_file_without_changes_or_one_that_cannot_be_read_does_not_wait(library):
    same = library.download(LOCAL_ADMIN, PLAN)
    for content in (same, b"%PDF-1.7"):
        made = changing.check(library, LOCAL_ADMIN, content, "x.xlsx")
        assert not drafts.keep(library, LOCAL_ADMIN, made)
    assert drafts.waiting(library, LOCAL_ADMIN) == ()


def test_what_was_stored_without_being_told_is_known_by_its_version(either):
    made = put(either, I4=0.25)
    assert changing.apply(either, LOCAL_ADMIN, made) == 2
    [waiting] = drafts.waiting(either, LOCAL_ADMIN)
    assert waiting.stored == (PLAN, 2)
    drafts.forget(either, LOCAL_ADMIN, waiting.draft.sha256)
    assert drafts.waiting(either, LOCAL_ADMIN) == ()


def test_a_file_stored_by_somebody_else_or_before_it_was_put_in_still_waits(library):
    copy = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    for actor in (LOCAL_ADMIN, OTHER):
        made = changing.check(library, actor, copy, "x.xlsx")
        if not made.unchanged:
            changing.apply(library, actor, made)
        back = changing.propose_rollback(library, LOCAL_ADMIN, PLAN, 1)
        if not back.unchanged:
            changing.apply(library, LOCAL_ADMIN, back, yes=back.questions)
    again = changing.check(library, LOCAL_ADMIN, copy, "x.xlsx")
    again = changing.settle(again, {conflict.id: "mine" for conflict in again.conflicts})
    drafts.keep(library, LOCAL_ADMIN, again)
    [waiting] = drafts.waiting(library, LOCAL_ADMIN)
    assert waiting.stored is None


def test_choices_come_back_where_they_still_mean_the_same(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    theirs = changing.check(library, OTHER, edited(copy, I4=0.1, I5=0.2), "x.xlsx")
    changing.apply(library, OTHER, theirs)
    mine = changing.check(library, LOCAL_ADMIN, edited(copy, I4=0.3, I5=0.4), "y.xlsx")
    drafts.keep(library, LOCAL_ADMIN, mine)
    mine = changing.settle(mine, {conflict.id: "mine" for conflict in mine.conflicts})
    drafts.keep_choices(library, LOCAL_ADMIN, mine)
    drafts.keep_note(library, LOCAL_ADMIN, mine.upload, "triwulan I")
    [waiting] = drafts.waiting(library, LOCAL_ADMIN)
    assert waiting.draft.note == "triwulan I"
    assert drafts.resume(library, LOCAL_ADMIN, waiting.draft).shows(mine)
    later = changing.check(library, OTHER, edited(library.download(OTHER, PLAN), I5=0.25), "z.xlsx")
    changing.apply(library, OTHER, later)
    again = drafts.resume(library, LOCAL_ADMIN, waiting.draft)
    assert [conflict.theirs for conflict in again.conflicts] == [25]
    assert [change.after for change in again.changes] == [30]


def test_a_backup_brings_the_drafts_along(either, tmp_path):
    put(either, I4=0.25)
    either.store.backup(tmp_path / "cadangan.db")
    other = open_library(tmp_path / "lain")
    other.store.restore(tmp_path / "cadangan.db", replace=True)
    assert [each.draft.name for each in drafts.waiting(other, LOCAL_ADMIN)] == ["laporan.xlsx"]
