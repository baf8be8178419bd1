"""The sentences of Rencana baru and of the form: counted, named, and inert."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lib.findings import catalogue
from lib.plan.schema import ACTIVITY_COLUMNS, INDICATOR_COLUMNS
from lib.plan.text.indonesian import moment
from lib.service.sketches import CellAccount, QuestionKind, RowPart, StoredSketch
from lib.store.waiting.draft_store import StoredDraft
from lib.ui.words import form_words
from lib.ui.words import new_plan_words as text

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
HOSTILE = "[a](http://b) *c*.docx"


def test_each_step_has_its_number_and_is_ticked_when_it_is_done():
    shown = [text.step(number, number < 3) for number in range(1, len(text.STEPS) + 1)]
    assert [words[0] for words in shown] == ["1", "2", "3", "4", "5"]
    assert [words.endswith("✓") for words in shown] == [True, True, False, False, False]


def test_going_on_names_the_step_it_goes_to():
    for number, name in enumerate(text.STEPS, 1):
        assert text.go_on(number) == f"Lanjut: {name.lower()}"


def test_a_refused_file_is_named_inertly_and_says_what_to_do():
    finding = catalogue.DECREE_NO_TABLE.at()
    said = text.refused(HOSTILE, finding)
    assert "\\[a\\]" in said
    assert "tidak ada yang disimpan" in said
    assert len(said.split("  \n")) == 3
    assert "Yang perlu dilakukan: " in said


@pytest.mark.parametrize(
    ("answers", "says"),
    [({}, "belum ada jawaban"), ({"a": "1"}, "1 jawaban"), ({"a": "1", "b": "2"}, "2 jawaban")],
)
def test_what_waits_says_how_far_it_came(answers, says):
    sketch = StoredSketch("admin", "0" * 64, HOSTILE, NOON, answers=answers)
    said = text.waiting(sketch)
    assert says in said
    assert moment(NOON) in said
    assert "\\*c\\*" in said


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("", ""),
        ("DINAS A", "satu pihak: DINAS A"),
        ("Dinas Pendidikan, Kepemudaan dan Olah Raga", "satu pihak: "),
        ("DINAS A; DINAS B", "2 pihak: DINAS A + DINAS B"),
        ("DINAS A; ; DINAS B;", "2 pihak: DINAS A + DINAS B"),
        ("sama dengan baris di atasnya", "sama dengan baris di atasnya"),
        ("dibiarkan kosong", "dibiarkan kosong"),
    ],
)
def test_an_answer_about_agencies_says_how_many_it_makes(answer, says):
    assert text.parties(answer).startswith(says)
    assert bool(text.parties(answer)) == bool(answer)


@pytest.mark.parametrize(("places", "shown"), [((0,), "1]"), ((2, 3), "3–4]"), ((1, 2, 3), "2–4]")])
def test_a_column_is_called_by_where_it_stands_counted_from_one(places, shown):
    assert f":gray[{shown}" in text.column(places, "WAKTU")


def test_whatever_may_be_asked_or_corrected_has_words():
    assert set(text.PARTS) == set(RowPart)
    assert set(text.ASKED) <= set(QuestionKind)
    assert len(set(text.ASKED.values())) == len(text.ASKED)


def test_cells_overlooked_are_a_fault_of_ours_and_called_one():
    counted = CellAccount(10, 8, ())
    assert "pengelola" in text.unread(counted)
    assert text.account(counted).startswith(":small[")


def test_a_title_in_a_sentence_is_read_letter_for_letter():
    for said in (text.new("*A*", "2027–2029"), text.same_title("*A*"), text.added("*A*")):
        assert "\\*A\\*" in said


def test_what_is_no_year_is_said_with_an_example():
    assert text.bad_years("dua ribu") == "“dua ribu” bukan tahun. Tulis empat angka, misalnya 2025."


# --- The form --------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [ACTIVITY_COLUMNS, INDICATOR_COLUMNS])
def test_every_field_is_named_as_its_column_and_no_two_alike(columns):
    names = [form_words.field(column) for column in columns]
    assert len(set(names)) == len(columns)
    for name, column in zip(names, columns, strict=True):
        assert name.casefold().startswith(column.header.casefold()[:8])
        assert name[0].isupper()


def test_quarters_keep_their_capitals_and_figures_their_unit():
    by_name = {column.name: column for column in ACTIVITY_COLUMNS}
    assert form_words.field(by_name["realisasi_tw3"]) == "Realisasi TW III (%)"
    assert form_words.field(by_name["pagu_anggaran"]).endswith("(Rp)")
    assert form_words.field(by_name["bukti_dukung"]).endswith("(tautan, satu per baris)")


def test_a_form_that_began_earlier_says_both_versions():
    said = form_words.older_base(3, 5)
    assert "versi 3" in said
    assert "versi 5" in said


def test_a_form_taken_up_says_from_when():
    draft = StoredDraft("opd", "0" * 64, "p", "isian", NOON)
    assert moment(NOON) in form_words.taken_up(draft)
    later = replace(draft, time=NOON.replace(day=3))
    assert form_words.taken_up(later) != form_words.taken_up(draft)
    assert "**I.1.a (2024)**" in form_words.form_not_applied(draft, "I.1.a (2024)")
