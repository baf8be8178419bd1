"""Two copies that each add a row under one number: both rows stand, the later one renumbered."""

from __future__ import annotations

import pytest

from lib.plan.change.renumbering import with_free_numbers
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import REGISTERS, register_frame
from lib.plan.schema import Sheet
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, Actor, Role
from lib.service.library import Library
from tests.factory import decree_plan
from tests.service.noting import ANSWER, NOTED, PLAN, apply, noted, plan_of, sent, with_a_note

OFFICER = Actor("petugas", "Petugas", Role.OPERATOR, "DINKOMINFO")
SHEET = Sheet.DIRECTIVES
TOLD = "row-renumbered"


@pytest.fixture
def library(copied) -> Library:
    return copied(with_a_note)


def copy(library: Library, number: int | None = None) -> bytes:
    return library.download(LOCAL_ADMIN, PLAN, number)


def new_row(words: str, no: str = "2") -> dict[str, str]:
    return {**NOTED, "no": no, "arahan": words}


def added(library: Library, old: bytes, words: str, actor: Actor = LOCAL_ADMIN, **answer: str):
    return sent(library, actor, old, row=4, **(new_row(words) | answer))


def asked(library: Library) -> dict[str, str]:
    rows = plan_of(library).registers[SHEET]
    return dict(zip(rows["no"], rows["arahan"], strict=True))


def told(proposal) -> list[str]:
    return [item.seen for item in proposal.findings if item.code == TOLD]


def test_both_rows_are_kept_and_the_later_one_gets_the_next_number(library):
    old = copy(library)
    apply(library, LOCAL_ADMIN, added(library, old, "Tambah petugas loket"))
    later = added(library, old, "Buat jadwal siaran")
    assert later.conflicts == ()
    assert told(later) == [
        "NO 2 di berkas Anda menjadi NO 3, karena NO 2 sudah dipakai baris lain sejak salinan "
        "ini diunduh."
    ]
    [notice] = [item for item in later.findings if item.code == TOLD]
    assert (notice.sheet, notice.cell) == (SHEET, "A4")
    apply(library, LOCAL_ADMIN, later)
    assert asked(library) == {
        "1": NOTED["arahan"], "2": "Tambah petugas loket", "3": "Buat jadwal siaran"
    }  # fmt: skip


def test_the_same_row_from_both_copies_is_one(library):
    old = copy(library)
    apply(library, LOCAL_ADMIN, added(library, old, "Tambah petugas loket"))
    again = added(library, old, "Tambah petugas loket")
    assert (again.unchanged, told(again)) == (True, [])


def test_the_renumbered_copy_sent_once_more_adds_nothing(library):
    old = copy(library)
    apply(library, LOCAL_ADMIN, added(library, old, "Tambah petugas loket"))
    apply(library, LOCAL_ADMIN, added(library, old, "Buat jadwal siaran"))
    assert added(library, old, "Buat jadwal siaran").unchanged
    assert len(asked(library)) == 3


def test_a_row_that_was_answered_meanwhile_is_the_same_row_still(library):
    old = copy(library)
    apply(library, LOCAL_ADMIN, added(library, old, "Tambah petugas loket", **ANSWER))
    again = added(library, old, "Tambah petugas loket", status="Dicabut")
    assert told(again) == []
    assert {conflict.column for conflict in again.conflicts} == {"status"}


def test_an_edit_of_a_row_that_both_copies_have_stays_a_merge(library):
    old = copy(library)
    apply(library, LOCAL_ADMIN, sent(library, LOCAL_ADMIN, old, arahan="Dipercepat"))
    mine = sent(library, LOCAL_ADMIN, old, arahan="Ditunda saja")
    assert told(mine) == []
    assert [conflict.column for conflict in mine.conflicts] == ["arahan"]


def test_a_note_from_the_form_and_a_row_from_excel_both_stand(library):
    old = copy(library)
    noted(library, arahan="Catatan rapat")
    apply(library, LOCAL_ADMIN, added(library, old, "Buat jadwal siaran"))
    assert asked(library)["2"] == "Catatan rapat"
    assert asked(library)["3"] == "Buat jadwal siaran"


def test_who_may_add_no_row_is_told_of_no_number(library):
    old = copy(library)
    apply(library, LOCAL_ADMIN, added(library, old, "Tambah petugas loket"))
    theirs = added(library, old, "Buat jadwal siaran", OFFICER)
    assert theirs.denied
    assert (theirs.changes, told(theirs)) == ((), [])


def test_a_mistake_in_a_renumbered_row_is_told_at_its_own_cell(library):
    old = copy(library)
    apply(library, LOCAL_ADMIN, added(library, old, "Tambah petugas loket"))
    wrong = sent(library, LOCAL_ADMIN, old, row=4, **(new_row("Lain") | {"kegiatan": "X.9"}))
    errors = [item for item in wrong.findings if item.severity.value == "error"]
    assert [item.cell for item in errors] == ["E4"]


def test_the_number_is_free_in_both_and_several_rows_get_their_own():
    def having(*rows: tuple[str, str]) -> Plan:
        listed = [{"no": no, "arahan": words} for no, words in rows]
        return decree_plan().with_rows(SHEET, register_frame(SHEET, listed))

    current = having(("1", "a"), ("2", "b"))
    own = having(("1", "x"), ("2", "y"), ("3", "z"))
    mine, numbers = with_free_numbers(having(), current, own)
    assert numbers == {(SHEET, "1"): "4", (SHEET, "2"): "5"}
    assert mine.registers[SHEET]["no"].tolist() == ["4", "5", "3"]


def test_a_key_that_says_what_its_row_is_about_is_never_changed():
    for sheet, register in REGISTERS.items():
        if register.is_numbered:
            continue
        rows = [
            register_frame(sheet, [dict.fromkeys(register.names, words) | {register.key: "I.1"}])
            for words in ("a", "b")
        ]
        current, own = (decree_plan().with_rows(sheet, each) for each in rows)
        assert with_free_numbers(decree_plan(), current, own) == (own, {})
    assert not REGISTERS[Sheet.CONTINUATION].is_numbered


def test_one_person_is_not_in_the_others_way_while_both_press(library):
    old = copy(library)
    first = added(library, old, "Tambah petugas loket")
    second = added(library, old, "Buat jadwal siaran")
    apply(library, LOCAL_ADMIN, first)
    with pytest.raises(changing.HeadMoved):
        apply(library, LOCAL_ADMIN, second)
