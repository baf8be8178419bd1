"""Corrections of single rows and of the document, each kind by itself."""

from __future__ import annotations

import pytest

from lib.decree import corrections
from lib.decree.conversion import MOST_TOLD, Conversion, convert
from lib.decree.corrections import RowPart, of_document, of_row
from lib.decree.draft import DraftRow
from lib.decree.questions import QuestionKind, identity
from lib.findings.finding import Severity
from lib.plan import schema
from lib.workbook import intake
from tests.decree import long_decree
from tests.decree.paper import word, word_table

DECREE = word(
    "KEPUTUSAN BUPATI NOMOR 12 TAHUN 2025 TENTANG",
    "RENCANA AKSI KETERBUKAAN TAHUN 2025-2026",
    word_table("""
    NO | KEGIATAN | 2025 | 2026 | PIHAK TERLIBAT
    A. | **KELEMBAGAAN | | |
    1. | Reviu peraturan | X | TW I | Bagian Hukum
    2. | Sosialisasi | X | X | Dinkominfo
    B. | **LAYANAN | | |
    3. | Pelatihan admin | | X | BKD; Dinkominfo
    4. | Kanal pengaduan | X | X | Dinkominfo
    """),
)


def made(**answers: str) -> Conversion:
    return convert(DECREE, "keputusan.docx", answers)


def at(words: str, conversion: Conversion | None = None) -> DraftRow:
    """The row whose text begins so."""
    [row] = [row for row in (conversion or made()).draft.rows if row.text.startswith(words)]
    return row


def corrected(words: str, part: RowPart, answer: str, **more: str) -> Conversion:
    found = made(**{of_row(at(words).place, part): answer}, **more)
    assert found.accepted
    assert not found.draft.account.unaccounted
    return found


def summary(conversion: Conversion) -> list[str]:
    rows = conversion.draft.rows
    return [f"{row.level[0]} {row.code} {row.text}" for row in rows]


def printed(*rows: str) -> Conversion:
    """A decree whose table prints these rows: NO, kegiatan, a year, who."""
    head = "NO | KEGIATAN | 2025 | PIHAK TERLIBAT"
    table = "\n".join((head, *rows))
    return convert(word("RENCANA AKSI KETERBUKAAN TAHUN 2025", word_table(table)), "a.docx")


REPEATED = {
    "under a heading": (
        ("A. | **LEMBAGA | |", "1. | Reviu | X | BKD", "1. | Sosialisasi | X | BKD",
         "2. | Uji | X | BKD"),
        ["A", "A.1", "A.1 (2)", "2"],
    ),
    "whole numbers": (
        ("1 | **LEMBAGA | |", "1.1 | Reviu | X | BKD", "1.1 | Sosialisasi | X | BKD",
         "1.2 | Uji | X | BKD"),
        ["1", "1.1", "1.1 (2)", "1.2"],
    ),
    "thrice in a flat list": (
        ("1 | Reviu | X | BKD", "2 | Sosialisasi | X | BKD", "2 | Uji | X | BKD",
         "2 | Pelatihan | X | BKD", "22 | Rapat | X | BKD"),
        ["1", "2", "2 (3)", "2 (4)", "22"],
    ),
    "in other letters": (
        ("KP I | LEMBAGA | |", "I.1 | PROGRAM | |", "I.1.a | Reviu | X | BKD",
         "I.1.A | Sosialisasi | X | BKD"),
        ["KP I", "I.1", "I.1.a", "I.1.A (2)"],
    ),
}  # fmt: skip
"""With the KODE each row is given: the count goes on where it would look like another's."""


@pytest.mark.parametrize(("rows", "codes"), REPEATED.values(), ids=REPEATED)
def test_a_number_printed_twice_is_kept_and_its_row_told_apart_by_its_kode(rows, codes):
    found = printed(*rows)
    assert found.accepted
    assert [row.code for row in found.draft.rows] == codes
    assert [row.number for row in found.draft.rows] == [row.partition(" |")[0] for row in rows]
    told = [one.seen for one in found.notices if one.code == "decree-number-doubled"]
    counted = [code for code in codes if "(" in code]
    for code, seen in zip(counted, told, strict=True):
        assert f"KODE “{code}”" in seen
    assert {one.severity for one in found.notices} == {Severity.NOTICE}
    assert not found.draft.account.unaccounted


ABOVE = {
    "a number of their own": (
        ("1 | Rapat umum | X | BKD", "A | **LEMBAGA | |", "1 | Reviu | X | BKD"), "K1K", 1),
    "without a number": (
        (" | Rapat umum | X | BKD", "KP I | LEMBAGA | |", "I.1 | PROGRAM | |",
         "I.1.a | Reviu | X | BKD"), "K12K", 1),
    "two of them": (
        ("1 | Rapat | X | BKD", "2 | Uji | X | BKD", "I | **LEMBAGA | |", "1 | Reviu | X | BKD"),
        "KK1K", 2),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "levels", "alone"), ABOVE.values(), ids=ABOVE)
def test_kegiatan_above_the_first_heading_stay_there_without_one(rows, levels, alone):
    found = printed(*rows)
    assert found.accepted
    assert "".join(row.level[0] for row in found.draft.rows) == levels
    assert found.plan.program["kp"].isna().tolist()[: alone + 1] == [*[True] * alone, False]
    told = [one for one in found.notices if one.code == "decree-row-alone"]
    assert [one.cell for one in told] == [f"baris {at}" for at in range(2, alone + 2)]


def test_of_very_many_rows_a_few_are_told_and_the_rest_counted():
    found = printed(*(f"1 | Kegiatan {at} | X | BKD" for at in range(40)))
    assert len(found.notices) == MOST_TOLD
    assert "Demikian pula 19 baris lain" in found.notices[-1].seen


def test_a_heading_becomes_a_kegiatan():
    found = corrected("LAYANAN", RowPart.LEVEL, "Kegiatan")
    assert summary(found)[3:] == [
        "K B LAYANAN",
        "K 3 Pelatihan admin",
        "K 4 Kanal pengaduan",
    ]


def test_a_kegiatan_becomes_a_heading_over_what_follows():
    found = corrected("Sosialisasi", RowPart.LEVEL, "2")
    row = at("Sosialisasi", found)
    assert (row.level, dict(row.years), row.charge) == ("2", {}, ())
    left = [one for one in found.draft.account.left if one.text == "Dinkominfo"]
    assert [one.why for one in left] == [
        "waktu atau pihak pada baris judul; kegiatan di bawahnya punya sendiri"
    ]


@pytest.mark.parametrize(
    ("number", "code"), [("6.", "6"), ("5", "5"), ("2.", "B.2"), ("", "B.1"), ("Keg. 9", "Keg.9")]
)
def test_a_number_is_printed_as_corrected_and_its_code_stays_alone(number, code):
    found = corrected("Pelatihan", RowPart.NUMBER, number)
    row = at("Pelatihan", found)
    assert row.number == number
    codes = [row.code for row in found.draft.rows]
    assert len(set(codes)) == len(codes)
    assert row.code == code


def test_a_number_moves_its_row_nowhere():
    found = corrected("Pelatihan", RowPart.NUMBER, "A.")
    assert [row.level for row in found.draft.rows] == [row.level for row in made().draft.rows]


def test_a_row_is_planned_in_other_years_and_keeps_what_is_printed_where_it_was():
    assert dict(at("Reviu", corrected("Reviu", RowPart.TIME, "2026, 2027")).years) == {
        2026: "TW I",
        2027: "X",
    }
    assert corrected("Reviu", RowPart.TIME, "2026, 2027").draft.years == (2025, 2026, 2027)


def test_agencies_are_those_that_were_named():
    found = corrected("Sosialisasi", RowPart.PARTY, "Bagian Prokompim; BKD")
    assert at("Sosialisasi", found).charge == ("Bagian Prokompim", "BKD")
    plan = intake.examine(found.workbook, "rencana.xlsx").plan
    assert "Bagian Prokompim" in plan.agencies
    assert at("Sosialisasi", corrected("Sosialisasi", RowPart.PARTY, "")).charge == ()


def test_a_row_is_joined_to_the_one_above_and_parted_again():
    found = corrected("Sosialisasi", RowPart.MERGE, corrections.YES)
    row = at("Reviu", found)
    assert row.text == "Reviu peraturan Sosialisasi"
    assert (list(row.years), set(row.charge)) == ([2025, 2026], {"Bagian Hukum", "Dinkominfo"})
    assert len(found.draft.rows) == len(made().draft.rows) - 1


def test_items_of_one_cell_are_corrected_one_by_one():
    decree = word(
        "RENCANA AKSI KETERBUKAAN TAHUN 2025",
        word_table("""
        NO | KEGIATAN | 2025 | PIHAK TERLIBAT
        1 | a. Rapat persiapan~b. Penyusunan draf~c. Penetapan | X | Bagian Hukum
        2 | Sosialisasi | X | Dinkominfo
        """),
    )
    rows = convert(decree, "a.docx").draft.rows
    assert len({row.place for row in rows}) == len(rows)
    [second] = [row for row in rows if row.text == "Penyusunan draf"]
    assert second.place.endswith("butir 2")
    found = convert(decree, "a.docx", {of_row(second.place, RowPart.PARTY): "BKD"})
    assert [row.charge for row in found.draft.rows if row.is_activity].count(("BKD",)) == 1


def test_the_document_is_called_as_somebody_says():
    found = made(**{of_document(schema.ABOUT): "RENCANA AKSI SP4N", of_document(schema.TYPE): ""})
    plan = intake.examine(found.workbook, "rencana.xlsx").plan
    assert plan.title == "RENCANA AKSI SP4N"
    assert schema.TYPE not in found.draft.document
    assert plan.document[schema.NUMBER] == "12 TAHUN 2025"


def test_the_date_is_read_before_a_signature_that_is_a_table_of_its_own():
    decreed = long_decree.converted().draft.document[schema.DECREED]
    assert decreed == "di Banjarnegara, pada tanggal 12 Februari 2026"


def test_a_correction_is_no_unknown_answer():
    place = at("Reviu").place
    answers = {of_row(place, part): "x" for part in RowPart} | {of_document(schema.NUMBER): "1"}
    assert set(answers) <= made(**answers).known


def test_a_plan_gets_an_id_that_no_other_has():
    first = made()
    id = intake.examine(first.workbook, "a.xlsx").plan.stamp.plan_id
    again = convert(DECREE, "keputusan.docx", taken=[id, f"{id}-2"])
    assert intake.examine(again.workbook, "a.xlsx").plan.stamp.plan_id == f"{id}-3"
    assert id == "rencana-aksi-keterbukaan-2025-2026"


# --- Answers that nobody expects ----------------------------------------------------------------


def answered(kind: QuestionKind, seen: str, answer: str, content: bytes = DECREE) -> Conversion:
    return convert(content, "keputusan.docx", {identity(kind, seen): answer})


FLAT = word(
    "RENCANA AKSI LAYANAN",
    word_table("""
    NO | KEGIATAN | 2025 | 2026 | PIHAK
    1 | Rapat | - | X | BKD
    2 | Uji | X | X | BKD
    """),
)


def test_columns_of_which_none_says_what_is_done_give_no_plan():
    answers = {
        identity(QuestionKind.COLUMN, "kolom 1: NO"): "satuan",
        identity(QuestionKind.COLUMN, "kolom 2: KEGIATAN"): "indikator",
    }
    found = convert(FLAT, "keputusan.docx", answers)
    assert found.draft is None
    assert [finding.code for finding in found.findings] == ["decree-no-text"]


@pytest.mark.parametrize("role", ["tidak dipakai", "waktu", "keterangan"])
def test_a_table_of_headings_in_bold_needs_its_text_column_all_the_same(role):
    found = made(**{identity(QuestionKind.COLUMN, "kolom 2: KEGIATAN"): role})
    assert found.draft is None
    assert [finding.code for finding in found.findings] == ["decree-no-text"]


def test_numbers_without_a_text_are_accounted_for():
    found = answered(QuestionKind.COLUMN, "kolom 2: KEGIATAN", "indikator")
    assert found.draft is None or not found.draft.account.unaccounted


def test_a_column_called_as_one_of_ours_stands_beside_it():
    found = answered(QuestionKind.COLUMN, "kolom 5: PIHAK TERLIBAT", "keterangan")
    assert found.accepted
    plan = intake.examine(found.workbook, "rencana.xlsx").plan
    assert "lain:PIHAK TERLIBAT (naskah)" in plan.program.columns


def test_a_stroke_that_was_answered_as_planned_is_planned():
    found = answered(QuestionKind.TIME, "-", "direncanakan", FLAT)
    assert found.accepted
    rows = intake.examine(found.workbook, "rencana.xlsx").plan.activity_progress
    assert list(zip(rows["no"], rows["tahun"], strict=True))[:2] == [("1", 2025), ("1", 2026)]
