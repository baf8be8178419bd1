"""Instructions of meetings: noted and answered by Excel and by form, each by whom it is for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from lib.plan.change.difference import differences
from lib.plan.record import packed
from lib.plan.registers.directives import directives
from lib.plan.registers.register_sheet import (
    DIRECTIVES,
    REGISTER_FIRST_ROW,
    REGISTERS,
    register_frame,
)
from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import Sheet
from lib.service import changing, drafts, filling
from lib.service.actor import LOCAL_ADMIN, Actor, Denied, Role, by_owners, open_columns
from lib.service.library import Library
from lib.service.proposal import Question
from tests.factory import decree_plan
from tests.service.books import edited, reworked
from tests.service.noting import (
    AGENCY,
    ANSWER,
    DUE,
    LETTERS,
    NOTED,
    OPERATOR,
    OTHER,
    PLAN,
    SHEET,
    answer,
    apply,
    cells,
    note,
    noted,
    plan_of,
    sent,
    with_a_note,
)
from tests.service.proposals import assert_same_proposal


@pytest.fixture
def of_two(copied: Callable[..., Library]) -> Library:
    """The library after its first note, as version 2."""
    return copied(with_a_note)


# --- Two ways in ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"kegiatan": "", "tenggat": ""},
        {"kegiatan": "iii.1.a"},
        {"penanggung_jawab": "Dinas Entah"},
        {"tenggat": "2023-01-01"},
        {"arahan": ""},
        {"arahan": "x" * 2001},
        {"status": "Selesai"},
        {"status": "beres"},
        {"status": "Selesai", "tindak_lanjut": "Sudah"},
        {"status": "Selesai", "bukti_dukung": "foto.jpg"},
    ],
    ids=lambda typed: "-".join(typed) or "whole",
)
def test_noting_by_form_is_as_a_new_row_of_the_workbook(library: Library, typed: dict) -> None:
    copy = library.download(LOCAL_ADMIN, PLAN)
    filled = filling.propose(library, LOCAL_ADMIN, note(**typed))
    row = {name: words for name, words in {**NOTED, **typed}.items() if words}
    assert_same_proposal(filled, sent(library, LOCAL_ADMIN, copy, no="1", **row))


@pytest.mark.parametrize(
    "typed",
    [ANSWER, {"status": "Selesai"}, {"tindak_lanjut": "Sedang dikerjakan"}, {"status": "dicabut"}],
    ids=lambda typed: "-".join(typed),
)
@pytest.mark.parametrize("actor", [LOCAL_ADMIN, OPERATOR], ids=lambda actor: actor.name)
def test_an_answer_by_form_is_as_its_cells_in_the_workbook(
    of_two: Library, actor: Actor, typed: dict
) -> None:
    copy = of_two.download(actor, PLAN)
    filled = filling.propose(of_two, actor, answer(2, **typed))
    assert_same_proposal(filled, sent(of_two, actor, copy, **typed))
    assert Question.PLAN_CHANGED not in filled.questions


def test_an_instruction_changes_no_figure_and_asks_nothing(library: Library) -> None:
    proposal = filling.propose(library, LOCAL_ADMIN, note())
    assert proposal.questions == ()
    assert {change.sheet for change in proposal.changes} == {SHEET}


def test_a_second_note_gets_the_next_number_however_old_its_form_is(library: Library) -> None:
    noted(library)
    old = filling.propose(library, LOCAL_ADMIN, note(base=1, arahan="Yang kedua"))
    apply(library, LOCAL_ADMIN, old)
    assert [one.no for one in directives(plan_of(library))] == ["1", "2"]


def test_a_double_press_notes_once(library: Library) -> None:
    proposal = filling.propose(library, LOCAL_ADMIN, note())
    assert changing.apply(library, LOCAL_ADMIN, proposal) == 2
    assert changing.apply(library, LOCAL_ADMIN, proposal) == 2
    assert len(directives(plan_of(library))) == 1


def test_what_was_typed_waits_for_whoever_has_to_sign_in_again(library: Library) -> None:
    drafts.keep_form(library, LOCAL_ADMIN, note())
    waiting = drafts.form_waiting(library, LOCAL_ADMIN, note().row)
    assert waiting is not None
    assert waiting.form == note()


# --- Rights ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DIRECTIVES.names)
@pytest.mark.parametrize("actor", [OPERATOR, OTHER], ids=lambda actor: actor.agency)
def test_of_a_row_the_agency_in_charge_changes_its_answer_alone(
    of_two: Library, actor: Actor, name: str
) -> None:
    copy = of_two.download(actor, PLAN)
    other = {**ANSWER, "no": "9", "rapat": "Lain", "arahan": "Lain", "kegiatan": "V.1.a"}
    other |= {"penanggung_jawab": "INSPEKTORAT", "tanggal": "2024-07-01", "tenggat": "2024-12-31"}
    proposal = sent(of_two, actor, copy, **{name: other[name]})
    mine = actor is OPERATOR and name in DIRECTIVES.answered
    assert bool(proposal.changes) is mine
    assert bool(proposal.denied) is not mine
    said = [(f.cell, f.seen) for f in proposal.findings if f.code == "cell-not-yours"]
    if not mine and name != "no":
        assert said[0][0] == f"{LETTERS[name]}{REGISTER_FIRST_ROW}"
        assert "tidak ikut diterapkan" in said[0][1]
    assert bool(said) is not mine


def test_an_operator_adds_no_row_and_is_told_so_at_its_cells(library: Library) -> None:
    copy = library.download(OPERATOR, PLAN)
    proposal = sent(library, OPERATOR, copy, no="1", **NOTED)
    assert proposal.changes == ()
    said = [f for f in proposal.findings if f.code == "cell-not-yours"]
    assert {f.cell for f in said} == {f"{LETTERS[name]}3" for name in ("no", *NOTED)}
    assert all("hanya admin yang mengubahnya" in f.seen for f in said)


@pytest.mark.parametrize("actor", [OPERATOR, OTHER, Actor("t", "T", Role.VIEWER)])
def test_only_an_admin_notes(library: Library, actor: Actor) -> None:
    with pytest.raises(Denied):
        filling.propose(library, actor, note())


def test_the_form_of_an_instruction_is_open_to_its_agency_and_admin(library: Library) -> None:
    noted(library)
    plan = plan_of(library)
    names = {a: {c.name for c in open_columns(a, plan, SHEET, "1", 0)} for a in (OPERATOR, OTHER)}
    assert names == {OPERATOR: DIRECTIVES.answered, OTHER: set()}
    whole = {c.name for c in open_columns(LOCAL_ADMIN, plan, SHEET, "1", 0)}
    assert whole == {*DIRECTIVES.names} - {DIRECTIVES.key}
    with pytest.raises(Denied):
        filling.propose(library, OTHER, answer(2, **ANSWER))


def test_a_forged_form_changes_nothing_that_is_not_the_agency_s(library: Library) -> None:
    head = noted(library)
    forged = answer(head, **ANSWER, tenggat="2030-01-01")
    proposal = filling.propose(library, OPERATOR, forged)
    assert {change.column for change in proposal.denied} == {"tenggat"}
    apply(library, OPERATOR, proposal)
    assert directives(plan_of(library))[0].due == date.fromisoformat(DUE)


def test_no_form_is_about_the_agency_register() -> None:
    form = FilledForm(PLAN, 1, Sheet.AGENCIES, AGENCY, 0, (("alias", "Kominfo"),))
    assert FilledForm.unpacked(form.packed()) is None


# --- Copies that lack it, copies that are late ----------------------------------------------


def test_a_copy_without_the_sheet_leaves_instructions_as_they_are(library: Library) -> None:
    noted(library)
    copy = library.download(LOCAL_ADMIN, PLAN)
    without = reworked(copy, lambda book: book.remove(book[SHEET]))
    assert changing.check(library, LOCAL_ADMIN, without, "lama.xlsx").unchanged


def test_two_answers_to_one_stale_copy_merge_and_one_cell_twice_is_asked(library: Library) -> None:
    noted(library)
    noted(library, arahan="Yang kedua")
    stale = library.download(LOCAL_ADMIN, PLAN)
    head = library.head(PLAN)
    apply(library, OPERATOR, filling.propose(library, OPERATOR, answer(head, "1", **ANSWER)))
    second = changing.check(
        library,
        OPERATOR,
        edited(stale, SHEET, **cells(4, tindak_lanjut="Sedang dikerjakan")),
        "a.xlsx",
    )
    assert second.conflicts == ()
    apply(library, OPERATOR, second)
    rows = directives(plan_of(library))
    assert [one.follow_up for one in rows] == [ANSWER["tindak_lanjut"], "Sedang dikerjakan"]
    third = sent(library, LOCAL_ADMIN, stale, tindak_lanjut="Lain lagi")
    assert [conflict.column for conflict in third.conflicts] == ["tindak_lanjut"]


def test_an_answer_to_a_row_that_was_removed_meanwhile_is_asked(library: Library) -> None:
    head = noted(library)
    copy = library.download(LOCAL_ADMIN, PLAN)
    gone = reworked(copy, lambda book: book[SHEET].delete_rows(REGISTER_FIRST_ROW))
    apply(library, LOCAL_ADMIN, changing.check(library, LOCAL_ADMIN, gone, "a.xlsx"))
    assert directives(plan_of(library)) == ()
    late = sent(library, LOCAL_ADMIN, copy, **ANSWER)
    assert {conflict.column for conflict in late.conflicts} >= set(ANSWER)
    assert head == 2


def test_a_rule_that_two_people_break_together_is_asked_of_both_their_cells(
    library: Library,
) -> None:
    noted(library)
    stale = library.download(LOCAL_ADMIN, PLAN)
    head = library.head(PLAN)
    apply(
        library,
        LOCAL_ADMIN,
        filling.propose(library, LOCAL_ADMIN, answer(head, tenggat="2024-07-20")),
    )
    late = sent(library, LOCAL_ADMIN, stale, tanggal="2024-08-01")
    assert {conflict.column for conflict in late.conflicts} == {"tanggal", "tenggat"}


def test_versions_with_instructions_go_back_and_come_again(library: Library) -> None:
    noted(library)
    back = changing.propose_rollback(library, LOCAL_ADMIN, PLAN, 1)
    apply(library, LOCAL_ADMIN, back)
    assert directives(plan_of(library)) == ()
    apply(library, LOCAL_ADMIN, changing.propose_rollback(library, LOCAL_ADMIN, PLAN, 2))
    assert [one.no for one in directives(plan_of(library))] == ["1"]


def test_a_plan_without_registers_rows_has_the_code_that_it_had() -> None:
    plan = decree_plan()
    assert "Arahan" not in str(packed(plan))
    assert {sheet for sheet in REGISTERS if len(plan.registers[sheet])} == {Sheet.AGENCIES}


def test_a_removed_row_stays_with_the_agency_it_named():
    named = decree_plan().with_rows(SHEET, register_frame(SHEET, [{"no": "1", **NOTED}]))
    gone = decree_plan()
    assert set(by_owners(differences(named, gone), gone)) == {(AGENCY,)}
    assert set(by_owners(differences(gone, named), named)) == {(AGENCY,)}
