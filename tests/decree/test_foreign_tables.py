"""Thirty tables as offices make them: each comes out right, and no cell is lost."""

from __future__ import annotations

from collections import Counter

import pytest

from lib.decree import drafting, result
from lib.decree.draft import DecreeDraft
from lib.decree.foreign_table import Source
from lib.decree.source.opening import open_source
from lib.plan.register import NOBODY, means_everyone
from lib.workbook import intake
from lib.workbook.writing import writer
from tests.decree import excel_cases, more_cases, pasted_cases, word_cases
from tests.decree.cases import Case, expected, shown
from tests.decree.paper import word, word_table

CASES = (*word_cases.CASES, *excel_cases.CASES, *pasted_cases.CASES)
MOST_QUESTIONS = 8
WITHOUT_A_TOUCH = 27

of_each = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


def answered(source: Source, case: Case) -> DecreeDraft:
    """Read a case, its questions answered: as proposed where the case does not say otherwise."""
    first = drafting.read(source)
    answers = {one.id: one.proposed for one in first.open}
    for one in first.open:
        for seen, answer in case.answers.items():
            if one.seen.startswith(seen):
                answers[one.id] = answer
    return drafting.read(source, answers)


@of_each
def test_a_foreign_table_comes_out_as_it_reads(case: Case) -> None:
    draft = answered(open_source(case.content, case.name), case)
    assert shown(draft) == expected(case)
    assert draft.open == ()


@of_each
def test_extra_columns_budgets_and_targets_are_kept(case: Case) -> None:
    draft = answered(open_source(case.content, case.name), case)
    rows = {row.code: row for row in draft.rows}
    for code, cells in case.extra.items():
        assert cells.items() <= rows[code].extra.items()
    assert {code: rows[code].budget for code in case.budget} == dict(case.budget)
    assert {code: rows[code].targets for code in case.targets} == dict(case.targets)


@of_each
def test_every_source_cell_is_accounted_for(case: Case) -> None:
    source = open_source(case.content, case.name)
    account = answered(source, case).account
    assert account.unaccounted == ()
    assert account.read == account.used + len(account.left) >= len(source.cells)
    if case.left:
        assert Counter(one.why for one in account.left) == dict(case.left)


@of_each
def test_a_table_asks_as_often_as_it_must(case: Case) -> None:
    draft = drafting.read(open_source(case.content, case.name))
    assert len(draft.open) == case.asks <= MOST_QUESTIONS


def test_nearly_all_need_no_answer() -> None:
    assert len(CASES) == 30
    assert sum(not case.asks for case in CASES) >= WITHOUT_A_TOUCH


@pytest.mark.parametrize("case", more_cases.CASES, ids=[case.name for case in more_cases.CASES])
def test_tables_of_other_offices_come_out_as_they_read(case: Case) -> None:
    draft = drafting.read(open_source(case.content, case.name))
    assert shown(draft) == expected(case)
    assert draft.open == ()
    assert draft.account.unaccounted == ()


def test_tables_under_titles_of_their_own_become_sections() -> None:
    head = "NO | KEGIATAN | 2025 | PENANGGUNG JAWAB\n"
    content = word(
        "RENCANA AKSI TAHUN 2025",
        "Penguatan Kelembagaan",
        word_table(f"{head}1 | Rapat | X | Bappeda\n2 | Uji | X | Bappeda"),
        "- 2 -",
        "Penguatan SDM",
        word_table(f"{head.replace('GG', 'G')}1 | Latih | X | BKD"),
    )
    draft = drafting.read(open_source(content, "bagian.docx"))
    assert [(row.level, row.code, row.text) for row in draft.rows] == [
        ("1", "A", "Penguatan Kelembagaan"),
        ("Kegiatan", "A.1", "Rapat"),
        ("Kegiatan", "2", "Uji"),
        ("1", "B", "Penguatan SDM"),
        ("Kegiatan", "B.1", "Latih"),
    ]


def test_a_table_goes_on_over_pages_with_titles_and_page_numbers() -> None:
    head = "NO | KEGIATAN | 2025 | PENANGGUNG JAWAB\n"
    content = word(
        "LAMPIRAN KEPUTUSAN BUPATI",
        "RENCANA AKSI TAHUN 2025",
        word_table(f"{head}1 | Rapat | X | Bappeda"),
        "LAMPIRAN KEPUTUSAN BUPATI",
        "- 2 -",
        word_table("2 | Latih | X | BKD"),
        word_table(f"{head}3 | Lomba | X | Dinkes"),
    )
    draft = drafting.read(open_source(content, "halaman.docx"))
    assert [row.code for row in draft.rows] == ["1", "2", "3"]
    assert draft.open == ()


def test_details_become_part_of_their_row_on_request() -> None:
    table = word_table("""
    No. | Kegiatan | Waktu | Pelaksana
    1. | Penyusunan SOP | 2025 | Dinkominfo
     | a. Rapat persiapan | |
     | b. Penyusunan konsep | |
    2. | Sosialisasi | 2026 | Dinkominfo
    """)
    source = open_source(word(table), "rincian.docx")
    (asked,) = drafting.read(source).open
    rows = drafting.read(source, {asked.id: asked.choices[1]}).rows
    assert [(row.level, row.code) for row in rows] == [("Kegiatan", "1"), ("Kegiatan", "2")]
    assert rows[0].text == "Penyusunan SOP\na. Rapat persiapan\nb. Penyusunan konsep"


def test_each_part_of_a_row_knows_its_place() -> None:
    draft = drafting.read(open_source(word_cases.KP.content, word_cases.KP.name))
    row = next(row for row in draft.rows if row.code == "II.1.a")
    assert row.places["uraian"] == ("tabel 2, baris 5, kolom 1", "tabel 2, baris 5, kolom 2")
    assert row.places["waktu"] == ("tabel 2, baris 5, kolom 4", "tabel 2, baris 5, kolom 5")
    assert row.places["pihak"] == ("tabel 2, baris 5, kolom 6",)


def test_a_plain_row_between_running_numbers_is_asked_about() -> None:
    table = word_table("""
    NO | URAIAN | 2025 | PJ
    1 | Penyusunan dokumen | X | Bappeda
     | Kajian Lingkungan Hidup | |
    2 | Survei | X | Bappeda
    """)
    source = open_source(word(table), "lanjutan.docx")
    draft = drafting.read(source)
    (asked,) = draft.open
    assert [row.text for row in draft.rows] == [
        "Penyusunan dokumen Kajian Lingkungan Hidup",
        "Survei",
    ]
    assert draft.account.unaccounted == ()
    heading = drafting.read(source, {asked.id: asked.choices[1]})
    assert [row.level for row in heading.rows] == ["Kegiatan", "1", "Kegiatan"]


@pytest.mark.parametrize(
    ("agencies", "first"),
    [
        ("1. Bappeda~2. Dinkes", ("Bappeda",)),
        ("Bappeda~Dinkes", ("Bappeda", "Dinkes")),
        ("1. Bappeda~2. Dinkes~3. Dinsos", ("Bappeda", "Dinkes", "Dinsos")),
    ],
)
def test_agencies_numbered_as_the_items_beside_them_go_one_by_one(agencies, first) -> None:
    table = word_table(f"""
    NO | KEGIATAN | WAKTU | PELAKSANA
    1 | 1. Penyusunan modul~2. Pelatihan kader | 2025 | {agencies}
    2 | Evaluasi program | 2025 | Bappeda
    """)
    rows = drafting.read(open_source(word(table), "daftar.docx")).rows
    assert rows[0].text == "Penyusunan modul"
    assert rows[0].charge == first


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_converted_plan_is_accepted_without_a_word(case: Case):
    draft = drafting.read(open_source(case.content, case.name))
    reading = intake.examine(writer.write(result.plan(draft, NOBODY)), "rencana.xlsx")
    assert reading.findings == ()
    assert reading.plan is not None
    rows = reading.plan.program
    assert list(zip(rows["tingkat"], rows["kode"], rows["uraian"], strict=True)) == [
        (row.level, row.code, row.text) for row in draft.rows
    ]
    named = [reading.plan.agencies_in(text) for text in rows["pihak_terlibat"]]
    assert all(
        agencies == row.charge
        for agencies, row in zip(named, draft.rows, strict=True)
        if not any(map(means_everyone, row.charge))
    )
    assert reading.plan.extras == draft.extras
