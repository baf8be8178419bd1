"""Reporting from the browser: a form says and does what the same row of a workbook would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.plan import schema
from lib.plan.ledger import cells_of, editable
from lib.plan.reporting import filled_form
from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import PROGRESS_COLUMNS, Column, Kind, Sheet
from lib.service import changing, drafts, filling
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Denied, Role, open_columns
from lib.service.library import Library
from lib.service.proposal import Proposal, Question
from lib.service.startup import open_library
from lib.store.records import Origin
from lib.workbook.reading import cells
from tests.factory import RUBRIC, decree_plan, sample_plan
from tests.service.books import edited
from tests.service.proposals import assert_same_proposal

PLAN = "banjarnegara-pengaduan-2023-2024"
ROWS = {Sheet.ACTIVITY_PROGRESS: ("I.1.b", 2023), Sheet.INDICATOR_PROGRESS: ("1.a", 2023)}
FIRST = schema.FIRST_ROW
"""Excel row of both of them."""
OTHER = Actor("wati", "Wati", Role.ADMIN)
OPERATOR = Actor(
    "operator",
    "Operator",
    Role.OPERATOR,
    decree_plan().activity_progress.loc[FIRST, "pihak_terlibat"],
)

TYPED = {
    Kind.PERCENT: ("25", "12,5 %", "0", "120", "0,75", "-", "tujuh", "1.250"),
    Kind.RUPIAH: ("Rp1.250.000", "1250", "1.250", "-5", "nihil", "banyak"),
    Kind.CHOICE: ("Naik", "Ditunda", "tidak TERLAKSANA", "Selesai"),
    Kind.TEXT: ("Alat belum datang", "  dua\n\n baris ", "n/a", "x" * 2001, "=1+1", "<b>*a*</b>"),
    Kind.LINKS: ("https://a.id/b", "Foto: https://a.id/b", "foto.jpg", "https://a.id https://b.id"),
    Kind.AGENCY: ("DINKOMINFO", "", "-", "Dinas Baru"),
    Kind.MEASURE: ("75", "75%", "Ya", "1.250", "meningkat", "0,5"),
}
CELLS = [(sheet, column) for sheet in PROGRESS_COLUMNS for column in editable(sheet)]
EVERY_WORD = {
    "realisasi_tw1",
    "pagu_anggaran",
    "keterangan",
    "kendala",
    "bukti_dukung",
    "realisasi",
}
"""Columns tried with all words of their kind; the others, with one that is taken and one not."""


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    return open_library(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def copy(library) -> bytes:
    return library.download(LOCAL_ADMIN, PLAN)


@pytest.fixture
def fresh(copied) -> Library:
    return copied(open_library)


def form(sheet: Sheet = Sheet.ACTIVITY_PROGRESS, base: int = 1, **typed: str) -> FilledForm:
    return FilledForm(PLAN, base, sheet, *ROWS[sheet], tuple(typed.items()))


def by_form(library: Library, actor: Actor = LOCAL_ADMIN, base: int = 1, **typed: str) -> Proposal:
    return filling.propose(library, actor, form(base=base, **typed))


def by_file(library: Library, copy: bytes, sheet: Sheet, **typed: str) -> Proposal:
    """What a copy with the same words in the same row's cells would do."""
    cells_ = {schema.address(sheet, name, FIRST).split("!")[1]: v for name, v in typed.items()}
    return changing.check(library, LOCAL_ADMIN, edited(copy, sheet.value, **cells_), "a.xlsx")


@pytest.mark.parametrize(("sheet", "column"), CELLS, ids=lambda each: getattr(each, "name", each))
def test_a_field_is_found_wanting_changes_and_is_stored_as_its_cell(
    library, copy, sheet: Sheet, column: Column
) -> None:
    tried = TYPED[column.kind]
    for words in tried if column.name in EVERY_WORD else (tried[0], tried[3]):
        filled = filling.propose(library, LOCAL_ADMIN, form(sheet, **{column.name: words}))
        if words.startswith("="):  # Excel would take it for a formula
            assert [change.after for change in filled.changes] == [words]
            continue
        assert_same_proposal(filled, by_file(library, copy, sheet, **{column.name: words}))


@pytest.mark.parametrize(
    "typed",
    [
        {"realisasi_tw1": "50", "realisasi_tw2": "25"},
        {"keterangan": "Ditunda"},
        {"keterangan": "Ditunda", "kendala": "Alat belum datang"},
        {"pagu_anggaran": "100", "realisasi_anggaran": "900"},
        {
            "realisasi_tw1": "25",
            "realisasi_tw2": "25",
            "realisasi_tw3": "25",
            "realisasi_tw4": "25",
        },
    ],
)
def test_fields_that_disagree_are_found_as_their_cells(library, copy, typed) -> None:
    sheet = Sheet.ACTIVITY_PROGRESS
    assert_same_proposal(by_form(library, **typed), by_file(library, copy, sheet, **typed))


@pytest.mark.parametrize("unit", ["Ya/Tidak", "%", "orang", "Tahap"])
def test_a_figure_is_read_by_the_unit_typed_beside_it(library, copy, unit) -> None:
    for figure in ("Ya", "75%", "0,5", "75", "Tahap 3"):
        typed = {"satuan": unit, "realisasi": figure}
        sheet = Sheet.INDICATOR_PROGRESS
        filled = filling.propose(library, LOCAL_ADMIN, form(sheet, **typed))
        assert_same_proposal(filled, by_file(library, copy, sheet, **typed))


@pytest.mark.parametrize(
    "typed",
    [
        {"satuan": "Tahap"},
        {"satuan": "Tahap", "rubrik": RUBRIC, "target": "3", "realisasi": "2"},
        {"satuan": "Tahap", "rubrik": RUBRIC, "realisasi": "5"},
        {"satuan": "Tahap", "rubrik": RUBRIC.replace("SOP dirancang", "SOP\ndirancang")},
        {"satuan": "Tahap", "rubrik": RUBRIC, "arah": "Turun"},
        {"rubrik": RUBRIC},
    ],
)
def test_steps_typed_on_the_screen_are_found_as_their_cells(library, copy, typed) -> None:
    sheet = Sheet.INDICATOR_PROGRESS
    filled = filling.propose(library, LOCAL_ADMIN, form(sheet, **typed))
    assert_same_proposal(filled, by_file(library, copy, sheet, **typed))


def test_every_reported_cell_is_shown_in_words_that_mean_it() -> None:
    """Whoever changes a figure's last digit finds the rest read as it stood."""
    plan = sample_plan()
    read = 0
    for sheet in PROGRESS_COLUMNS:
        frame = plan.activity_progress if "Keg" in sheet else plan.indicator_progress
        for key, year in zip(frame["no"], frame["tahun"], strict=True):
            row = cells_of(plan, sheet, key, int(year)) or {}
            for column in editable(sheet):
                words = filled_form.words_of(column, row[column.name])
                value = cells.parse(column, words, unit=str(row.get("satuan"))).value
                assert value == row[column.name] or (value is None and not words)
                read += bool(words)
    assert read > 100


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (Kind.PERCENT, 62.5, "62,5%"),
        (Kind.PERCENT, 1.0, "1%"),
        (Kind.RUPIAH, 1250.0, "Rp1.250"),
        (Kind.RUPIAH, 0.0, "Rp0"),
        (Kind.MEASURE, 1250.0, "1250"),
        (Kind.MEASURE, 0.125, "0,125"),
        (Kind.TEXT, float("nan"), ""),
    ],
)
def test_a_figure_is_shown_in_words_with_one_reading(kind, value, words) -> None:
    assert filled_form.words_of(Column("x", "X", kind), value) == words
    assert cells.parse(Column("x", "X", kind), words).value in (value, None)


def test_the_version_says_that_it_came_by_form_and_keeps_what_was_typed(fresh) -> None:
    made = by_form(fresh, OPERATOR, realisasi_tw1="25")
    assert changing.apply(fresh, OPERATOR, made, "lewat ponsel") == 2
    version = fresh.log(LOCAL_ADMIN, PLAN)[0]
    assert (version.kind, version.author, version.note) == (
        Origin.EDIT,
        "operator",
        "lewat ponsel",
    )
    assert fresh.changes(LOCAL_ADMIN, PLAN, 2) == made.changes
    received = fresh.received(LOCAL_ADMIN, PLAN, 2)
    assert received is not None
    assert FilledForm.unpacked(received.content) == form(realisasi_tw1="25")


def test_a_double_press_makes_one_version(fresh) -> None:
    made = by_form(fresh, realisasi_tw1="25")
    assert [changing.apply(fresh, LOCAL_ADMIN, made) for _ in range(2)] == [2, 2]
    assert fresh.head(PLAN) == 2


def test_a_form_filled_in_on_a_stale_page_merges_as_a_stale_copy(fresh) -> None:
    copy = fresh.download(LOCAL_ADMIN, PLAN)
    changing.apply(fresh, OTHER, by_form(fresh, OTHER, realisasi_tw1="10", kendala="Hujan"))
    mine = {"realisasi_tw1": "30", "realisasi_tw2": "40"}
    filled, sent = (
        by_form(fresh, **mine),
        by_file(fresh, copy, Sheet.ACTIVITY_PROGRESS, **mine),
    )
    assert filled.conflicts == sent.conflicts
    assert [c.theirs for c in filled.conflicts] == [10]
    settled = [changing.settle(each, {each.conflicts[0].id: "mine"}) for each in (filled, sent)]
    assert_same_proposal(*settled)
    changing.apply(fresh, LOCAL_ADMIN, settled[0])
    row = fresh.snapshot(LOCAL_ADMIN, PLAN).plan.activity_progress.loc[FIRST]
    assert (row["realisasi_tw1"], row["realisasi_tw2"], row["kendala"]) == (30, 40, "Hujan")


def test_what_merges_without_a_clash_leaves_the_others_as_they_are(fresh) -> None:
    changing.apply(fresh, OTHER, by_form(fresh, OTHER, kendala="Hujan"))
    made = by_form(fresh, realisasi_tw1="30")
    assert [change.column for change in made.changes] == ["realisasi_tw1"]


def test_a_version_that_is_not_there_asks_as_a_copy_without_one(library) -> None:
    assert Question.UNKNOWN_BASE in by_form(library, base=99, realisasi_tw1="25").questions


def test_a_row_that_is_not_there_is_refused_to_everybody(library) -> None:
    stray = replace(form(realisasi_tw1="25"), key="XX.9")
    with pytest.raises(Denied):
        filling.propose(library, LOCAL_ADMIN, stray)


@pytest.mark.parametrize("agency", decree_plan().agencies)
def test_an_operator_reports_the_rows_of_its_agency_alone(library, agency) -> None:
    operator = Actor("operator", "Operator", Role.OPERATOR, agency)
    plan = decree_plan()
    for row in plan.activity_progress.itertuples():
        place = (Sheet.ACTIVITY_PROGRESS, row.no, int(row.tahun))
        mine = row.pihak_terlibat == agency
        assert bool(open_columns(operator, plan, *place)) == mine
        asked = FilledForm(PLAN, 1, *place, (("realisasi_tw1", "25"),))
        if mine:
            assert filling.propose(library, operator, asked).changes
        else:
            with pytest.raises(Denied):
                filling.propose(library, operator, asked)


@pytest.mark.parametrize("actor", [VISITOR, Actor("x", "x", Role.VIEWER, OPERATOR.agency)])
def test_who_may_not_change_data_reports_nothing(library, actor) -> None:
    assert open_columns(actor, decree_plan(), Sheet.ACTIVITY_PROGRESS, "I.1.b", 2023) == ()
    with pytest.raises(Denied, match="tidak berhak"):
        by_form(library, actor, realisasi_tw1="25")
    with pytest.raises(Denied):
        drafts.keep_form(library, actor, form(realisasi_tw1="25"))


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"[]",
        b"{}",
        form(pihak_terlibat="DINAS LAIN").packed(),
        form(realisasi_tw1="25").packed().replace(b"Progres Kegiatan", b"Dokumen"),
    ],
)
def test_what_is_no_form_of_reports_is_none(content) -> None:
    assert FilledForm.unpacked(content) is None


def test_a_form_waits_one_for_each_row_and_pushes_no_file_out(fresh) -> None:
    copy = fresh.download(LOCAL_ADMIN, PLAN)
    for number in range(drafts.KEPT):
        sent = changing.check(fresh, LOCAL_ADMIN, edited(copy, I4=number / 10 + 0.1), "a.xlsx")
        drafts.keep(fresh, LOCAL_ADMIN, sent)
    for words in ("25", "30", "wrong"):
        drafts.keep(fresh, LOCAL_ADMIN, by_form(fresh, realisasi_tw1=words))
    drafts.keep_form(fresh, LOCAL_ADMIN, form(Sheet.INDICATOR_PROGRESS, realisasi="5"))
    found = drafts.waiting(fresh, LOCAL_ADMIN)
    assert sum(each.form is None for each in found) == drafts.KEPT
    typed = [each.form.typed for each in found if each.form]
    assert sorted(typed) == [(("realisasi", "5"),), (("realisasi_tw1", "wrong"),)]


def test_a_form_taken_up_is_checked_anew(fresh) -> None:
    made = by_form(fresh, realisasi_tw1="25")
    drafts.keep(fresh, LOCAL_ADMIN, made)
    waiting = drafts.form_waiting(fresh, LOCAL_ADMIN, form().row)
    assert waiting is not None
    assert waiting.form is not None
    assert filling.propose(fresh, LOCAL_ADMIN, waiting.form).shows(made)
    assert drafts.form_waiting(fresh, OTHER, form().row) is None
    changing.apply(fresh, LOCAL_ADMIN, made)
    assert drafts.form_waiting(fresh, LOCAL_ADMIN, form().row) is None
