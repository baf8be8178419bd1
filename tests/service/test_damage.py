"""A damaged version: named, worked around, and found by `verify`."""

from pathlib import Path

import pytest
from sqlalchemy import text

from lib.service import changing, sketches
from lib.service.actor import LOCAL_ADMIN, VISITOR
from lib.service.library import Damaged, Library, Snapshot, nearest_sound
from lib.service.startup import open_library
from lib.service.verification import verify
from tests.decree import word_cases
from tests.service.books import edited

PLAN = "banjarnegara-pengaduan-2023-2024"


def three_versions(folder: Path) -> Library:
    """The second and third by uploads."""
    library = open_library(folder)
    for share in (0.1, 0.2):
        copy = edited(library.download(LOCAL_ADMIN, PLAN), I4=share)
        proposal = changing.check(library, LOCAL_ADMIN, copy, "laporan.xlsx")
        changing.apply(library, LOCAL_ADMIN, proposal, "catatan", yes=proposal.questions)
    return library


@pytest.fixture
def library(copied) -> Library:
    return copied(three_versions)


def harm(library: Library, table: str, assignment: str, number: int) -> None:
    """Change a stored row behind the triggers, as a failing disk would."""
    with library.store.engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_update"))
        connection.execute(text(f"UPDATE {table} SET {assignment} WHERE number = {number}"))


def break_record(library: Library, number: int) -> None:
    broken = "CAST(substr(content, 1, 300) || x'00' || substr(content, 302) AS BLOB)"
    harm(library, "record", f"content = {broken}", number)


def test_a_damaged_version_is_named_and_the_others_stay_readable(library):
    break_record(library, 3)
    with pytest.raises(Damaged, match=f"Versi 3 dari rencana {PLAN} rusak") as damage:
        library.snapshot(VISITOR, PLAN)
    assert (damage.value.plan_id, damage.value.number) == (PLAN, 3)
    assert library.newest_sound(VISITOR, PLAN).number == 2
    assert library.download(VISITOR, PLAN, 2).startswith(b"PK")
    assert [version.number for version in library.log(VISITOR, PLAN)] == [3, 2, 1]


def test_an_upload_waits_until_a_damaged_newest_version_is_put_right(library):
    copy = edited(library.download(LOCAL_ADMIN, PLAN, 2), I5=0.3)
    break_record(library, 3)
    with pytest.raises(Damaged):
        changing.check(library, LOCAL_ADMIN, copy, "laporan.xlsx")


@pytest.mark.parametrize("number", [1, 2])
def test_going_back_needs_no_sound_newest_version(library, number):
    break_record(library, 3)
    proposal = changing.propose_rollback(library, LOCAL_ADMIN, PLAN, number)
    assert not proposal.unchanged
    assert changing.apply(library, LOCAL_ADMIN, proposal, "catatan", yes=proposal.questions) == 4
    old, new = (library.snapshot(VISITOR, PLAN, n) for n in (number, 4))
    assert new.code == old.code


def test_taking_back_ones_own_upload_needs_it_not_to_be_sound(library):
    break_record(library, 3)
    undo = changing.propose_undo(library, LOCAL_ADMIN, PLAN)
    assert changing.apply(library, LOCAL_ADMIN, undo, "catatan", yes=undo.questions) == 4
    assert library.snapshot(VISITOR, PLAN).code == library.snapshot(VISITOR, PLAN, 2).code


def test_where_nothing_can_be_read_every_version_is_named(library):
    for number in (1, 2, 3):
        break_record(library, number)
    with pytest.raises(Damaged, match="versi 1, 2, dan 3 rusak") as damage:
        library.newest_sound(VISITOR, PLAN)
    assert "Versi lain" not in str(damage.value)
    assert "Riwayat" in str(damage.value)


def test_a_plan_that_cannot_be_read_names_no_agency_and_keeps_nobody_from_a_new_one(library):
    for number in (1, 2, 3):
        break_record(library, number)
    assert not library.agencies(LOCAL_ADMIN)
    assert sketches.begin(library, LOCAL_ADMIN, word_cases.KP.content, "a.docx").draft.rows


def test_agencies_are_read_again_when_a_version_comes(library):
    before = library.agencies(LOCAL_ADMIN)
    assert before == library.snapshot(LOCAL_ADMIN, PLAN).plan.offices
    added = sketches.begin(library, LOCAL_ADMIN, word_cases.KP.content, "a.docx")
    made = sketches.propose(library, LOCAL_ADMIN, added)
    changing.apply(library, LOCAL_ADMIN, made, "catatan", yes=made.questions)
    new = {agency.name for agency in library.agencies(LOCAL_ADMIN).agencies}
    assert new == {*(agency.name for agency in before.agencies), *made.proposed.agencies}


@pytest.mark.parametrize(
    ("damaged", "wanted", "found"),
    [((3,), 3, 2), ((2, 3), 3, 1), ((1,), 1, 2), ((1, 2), 2, 3), ((1, 2), 1, 3), ((2,), 1, 1)],
)
def test_the_nearest_sound_version_is_before_the_damaged_one_else_after(
    library, damaged, wanted, found
):
    for number in damaged:
        break_record(library, number)

    def read(number: int) -> Snapshot:
        return library.snapshot(VISITOR, PLAN, number)

    assert nearest_sound(read, wanted, 3).number == found


def test_a_sound_store_has_no_fault(library):
    assert list(verify(library, LOCAL_ADMIN)) == []


@pytest.mark.parametrize(
    ("table", "assignment", "words"),
    [
        ("record", "content = x'0102'", ["Isinya tidak lagi sama", "Tidak dapat dibaca"]),
        ("record", "upload_sha256 = 'aa'", ["Berkas unggahannya"]),
        ("version", "upload = x'504b'", ["Berkas unggahannya"]),
        ("version", "sha256 = 'abc'", ["Kodenya bukan"]),
        ("version", "parent = 7", ["Induknya tertulis 7"]),
        ("version", "counts = '{\"set\": 9}'", ["Banyaknya perubahan"]),
        ("change", "after = '99.0'", ["Versi sebelumnya ditambah perubahan"]),
        ("change", "\"column\" = 'realisasi_tw2'", ["Versi sebelumnya ditambah perubahan"]),
    ],
)
def test_whatever_was_changed_behind_the_store_is_found(library, table, assignment, words):
    harm(library, table, assignment, 2)
    found = list(verify(library, LOCAL_ADMIN))
    assert {(fault.plan_id, fault.number) for fault in found} == {(PLAN, 2)}
    assert len(found) == len(words)
    assert all(said.what.startswith(word) for said, word in zip(found, words, strict=True))
