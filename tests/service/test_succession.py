"""A new plan that goes on with an old one: what is answered, kept, and stored."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from lib.plan.registers.continuation import Continuation, continuations, previous_of
from lib.service import changing, sketches
from lib.service.actor import LOCAL_ADMIN, STRANGER, VISITOR, Actor, Denied, Role
from lib.service.new_plan import succession
from lib.service.sketches import corrections
from tests.decree.paper import word, word_table
from tests.service.books import reworked

OLD = "banjarnegara-pengaduan-2023-2024"
DECREE = word(
    "RENCANA AKSI PENGELOLAAN PENGADUAN TAHUN 2025-2026",
    word_table("""
    NO | PROGRAM/KEGIATAN | 2025 | 2026 | PIHAK TERLIBAT
    KP I | KELEMBAGAAN | | |
    I.1 | PROGRAM HUKUM | | |
    I.1.a | Pengawasan Kinerja Pemerintah Daerah | X | X | INSPEKTORAT
    I.1.b | Monitoring Opini Publik | X | X | DINKOMINFO
    I.1.c | Integrasi kanal WhatsApp | X | X | DINKOMINFO
    """),
)


@pytest.fixture
def sketch(library):
    begun = sketches.begin(library, LOCAL_ADMIN, DECREE, "keputusan.docx")
    return sketches.answered(library, LOCAL_ADMIN, begun, {corrections.PREVIOUS: OLD})


def said(library, sketch) -> dict[str, Continuation]:
    _, old = succession.old_plan(library, LOCAL_ADMIN, sketch.answers)
    found = succession.pairs(old, sketch.conversion.plan, sketch.draft, sketch.answers)
    return {one.code: one for one in found}


def answered(library, sketch, *changed: Continuation):
    answers = {**sketch.answers, **succession.answers_of(changed, sketch.draft)}
    return sketches.answered(library, LOCAL_ADMIN, sketch, answers)


def test_old_kegiatan_are_paired_as_proposed_until_somebody_says_otherwise(library, sketch):
    found = said(library, sketch)
    assert len(found) == 10
    assert (found["V.1.a"].fate, found["V.1.a"].new) == ("Diteruskan", "I.1.a")
    assert (found["V.2.a"].fate, found["V.2.a"].new) == ("Berubah", "I.1.b")
    assert {one.fate for code, one in found.items() if code not in ("V.1.a", "V.2.a")} == {""}
    stopped = replace(found["V.2.a"], fate="Dihentikan", new="", reason="Sudah | selesai")
    again = said(library, answered(library, sketch, stopped))
    assert again["V.2.a"] == stopped
    assert again["V.1.a"] == found["V.1.a"]


def test_what_is_said_survives_a_renumbered_row_and_a_reload(library, sketch):
    found = said(library, sketch)
    moved = replace(found["IV.1.a"], fate="Berubah", new="I.1.c", reason="kanal baru")
    kept = answered(library, sketch, moved)
    [row] = [row for row in kept.draft.rows if row.code == "I.1.c"]
    number = corrections.of_row(row.place, corrections.RowPart.NUMBER)
    sketches.answered(library, LOCAL_ADMIN, kept, {**kept.answers, number: "I.1.z"})
    resumed = sketches.resume(library, LOCAL_ADMIN, sketch.id)
    assert said(library, resumed)["IV.1.a"] == replace(moved, new="I.1.z")


def test_a_new_row_that_is_gone_leaves_the_old_one_unmapped(library, sketch):
    kept = answered(library, sketch, replace(said(library, sketch)["V.2.a"], fate="Diteruskan"))
    [row] = [row for row in kept.draft.rows if row.code == "I.1.b"]
    joined = corrections.of_row(row.place, corrections.RowPart.MERGE)
    less = sketches.answered(library, LOCAL_ADMIN, kept, {**kept.answers, joined: corrections.YES})
    assert (said(library, less)["V.2.a"].fate, said(library, less)["V.2.a"].new) == ("", "")


def test_the_plan_that_is_added_says_what_it_goes_on_with_and_the_old_one_stays(library, sketch):
    before = library.snapshot(LOCAL_ADMIN, OLD)
    proposal = sketches.propose(library, LOCAL_ADMIN, sketch)
    assert proposal.accepted
    assert proposal.findings == ()
    changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions)
    plan = library.snapshot(LOCAL_ADMIN, proposal.plan_id).plan
    assert previous_of(plan) == OLD
    assert {one.code: one for one in continuations(plan)} == said(library, sketch)
    assert library.snapshot(LOCAL_ADMIN, OLD).code == before.code


def test_it_is_edited_later_in_excel_like_anything_else(library, sketch):
    proposal = sketches.propose(library, LOCAL_ADMIN, sketch)
    changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions)
    content = library.download(LOCAL_ADMIN, proposal.plan_id)
    assert changing.check(library, LOCAL_ADMIN, content, "unduhan.xlsx").unchanged
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Kelanjutan"]
    [row] = [row for row in range(3, 13) if sheet.cell(row, 1).value == "II.2.a"]
    sheet.cell(row, 3, "Dihentikan")
    sheet.cell(row, 5, "Tim sudah ada")
    stream = io.BytesIO()
    book.save(stream)
    edited = changing.check(library, LOCAL_ADMIN, stream.getvalue(), "unduhan.xlsx")
    assert edited.accepted
    assert {(c.key, c.column, c.after) for c in edited.changes} == {
        ("II.2.a", "kelanjutan", "Dihentikan"),
        ("II.2.a", "alasan", "Tim sudah ada"),
    }
    operator = Actor("op", "Operator", Role.OPERATOR, "DINKOMINFO")
    refused = changing.check(library, operator, stream.getvalue(), "unduhan.xlsx")
    assert refused.changes == ()
    assert len(refused.denied) == 2


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("II.2.z", "II.2.a"), ("ii.2.a", "II.2.a"), ("Mohon dicek", ""), (5, "")],
)
def test_an_old_kegiatan_that_the_plan_before_has_not_is_refused_at_its_cell(
    library, sketch, typed, hint
):
    proposal = sketches.propose(library, LOCAL_ADMIN, sketch)
    changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions)
    content = library.download(LOCAL_ADMIN, proposal.plan_id)

    def mistyped(book):
        [cell] = [one for one in book["Kelanjutan"]["A"] if one.value == "II.2.a"]
        cell.value = typed

    edited = changing.check(library, LOCAL_ADMIN, reworked(content, mistyped), "unduhan.xlsx")
    assert not edited.accepted
    [error] = [one for one in edited.findings if one.code == "old-code-unknown"]
    [row] = [one.row for one in openpyxl.load_workbook(io.BytesIO(content))["Kelanjutan"]["A"]
             if one.value == "II.2.a"]  # fmt: skip
    assert (error.sheet, error.cell) == ("Kelanjutan", f"A{row}")
    assert f"ber-KODE {typed} di rencana sebelumnya (2023–2024)" in error.seen
    assert (f"Barangkali maksudnya “{hint}”" in error.seen) == bool(hint)
    assert openpyxl.load_workbook(io.BytesIO(edited.marked))["Kelanjutan"][error.cell].comment
    with pytest.raises(changing.NotReady):
        changing.apply(library, LOCAL_ADMIN, edited, yes=edited.questions)


def test_a_new_plans_own_workbook_is_held_against_the_plan_before_too(library, sketch):
    content = sketches.propose(library, LOCAL_ADMIN, sketch)
    workbook = succession.workbook(library, LOCAL_ADMIN, sketch.conversion, sketch.answers)

    def mistyped(book):
        book["Kelanjutan"]["A3"] = "X.9"

    right = changing.check(library, LOCAL_ADMIN, workbook, "baru.xlsx")
    wrong = changing.check(library, LOCAL_ADMIN, reworked(workbook, mistyped), "baru.xlsx")
    assert (content.accepted, right.accepted, wrong.accepted) == (True, True, False)
    assert [one.code for one in wrong.findings if one.cell == "A3"] == ["old-code-unknown"]


def test_a_plan_that_goes_on_with_none_has_no_sheet_for_it(library):
    content = library.download(LOCAL_ADMIN, OLD)
    assert "Kelanjutan" not in openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    begun = sketches.begin(library, LOCAL_ADMIN, DECREE, "keputusan.docx")
    proposal = sketches.propose(library, LOCAL_ADMIN, begun)
    assert "Rencana sebelumnya" not in proposal.proposed.document


def test_going_on_with_none_again_forgets_all_that_was_said(library, sketch):
    kept = answered(library, sketch, said(library, sketch)["V.1.a"])
    assert succession.without(kept.answers) == {}


@pytest.mark.parametrize("answers", [{}, {corrections.PREVIOUS: "tidak-ada"}])
def test_without_a_plan_that_is_there_a_plan_stands_alone(library, sketch, answers):
    assert succession.old_plan(library, LOCAL_ADMIN, answers) is None
    plan = sketch.conversion.plan
    assert succession.continued(library, LOCAL_ADMIN, plan, sketch.draft, answers) is plan


@pytest.mark.parametrize("actor", [VISITOR, STRANGER, Actor("op", "Operator", Role.OPERATOR, "X")])
def test_only_who_may_add_a_plan_chooses_what_it_goes_on_with(library, actor):
    with pytest.raises(Denied):
        succession.choices(library, actor)
    with pytest.raises(Denied):
        succession.old_plan(library, actor, {})
