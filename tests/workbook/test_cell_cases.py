"""Cells of real mishaps: what stands behind a link, a zero, a picture, a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from openpyxl.workbook import Workbook

from lib.plan.plan import Plan
from lib.workbook import intake
from lib.workbook.writing import writer
from tests.factory import sample_plan
from tests.workbook.mistakes import PA, PI, edited, stamped_plan, typed
from tests.workbook.readings import case, in_r5, made, read, real, told


@real
def test_pasted_chat_loses_its_isolates_and_keeps_its_emoji() -> None:
    reading, [change] = case("wa_paste")
    assert reading.accepted
    assert "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}" in change.after
    assert not set(change.after) & set("\u2066\u2067\u2068\u2069")


@real
def test_a_picture_in_a_cell_is_called_one() -> None:
    [finding] = case("excel_place_in_cell")[0].findings
    assert (finding.code, finding.cell) == ("picture-in-cell", "R5")
    assert "tautan" in finding.advice


@real
def test_a_hyperlink_formula_is_read_as_its_link() -> None:
    reading, [change] = case("hyperlink_formula")
    assert change.after == "https://contoh.go.id/a"
    assert ("link-formula", "R5") in told(reading)
    assert not reading.warnings


@real
def test_numbered_and_labelled_links_are_read_without_their_labels() -> None:
    reading, changes = case("link_bulleted")
    assert [change.after for change in changes] == [
        "https://contoh.go.id/a\nhttps://contoh.go.id/b",
        "https://contoh.go.id/c",
    ]
    assert {finding.code for finding in reading.findings} == {"link-labelled"}


@pytest.mark.parametrize("words", ["Nihil", "tidak ada kendala", "n/a", "...", "xxx"])
def test_words_for_nothing_are_no_obstacle(words: str) -> None:
    reading, _ = made(typed(PA, O7="Ditunda", P7=words))
    assert [(finding.code, finding.cell) for finding in reading.errors] == [
        ("remark-without-obstacle", "P7")
    ]


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("- https://a.id/x\n- https://a.id/y", ["https://a.id/x", "https://a.id/y"]),
        ("Foto:\nhttps://a.id/x", ["https://a.id/x"]),
        ("a) SK https://a.id/x; b) foto https://a.id/y.", ["https://a.id/x", "https://a.id/y"]),
        ("Drive (https://a.id/x)", ["https://a.id/x"]),
        ("https://a.id/x (laporan) https://a.id/y_(2)", ["https://a.id/x", "https://a.id/y_(2)"]),
        ("\u2022 https://a.id/x,https://a.id/y", ["https://a.id/x", "https://a.id/y"]),
    ],
)
def test_labels_and_numbers_leave_the_links(written: str, links: list[str]) -> None:
    reading, [change] = made(typed(PA, R7=written))
    assert change.after.split("\n") == links
    assert told(reading) == [("link-labelled", "R7")]


@pytest.mark.parametrize(
    "written",
    [
        "1. https://a.id/x\n2. foto.jpg",
        "lihat www.a.id/y dan https://a.id/x",
        "https://a.id/x\nsudah dikirim ke bagian organisasi",
        "1. ftp://a.id/x",
        "Foto:",
    ],
)
def test_evidence_that_is_no_link_is_never_dropped(written: str) -> None:
    assert told(made(typed(PA, R7=written))[0]) == [("link-invalid", "R7")]


@pytest.mark.parametrize("words", ["foto.jpg", "www.lain.id"])
def test_an_old_link_behind_other_evidence_is_not_taken(words: str) -> None:
    def edit(workbook: Workbook) -> None:
        workbook[PA]["R7"].hyperlink = "https://a.id/lama"
        workbook[PA]["R7"].value = words

    assert told(made(edit)[0]) == [("link-invalid", "R7")]


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ('HYPERLINK("https://a.id/x","Foto kegiatan")', "Foto kegiatan"),
        ('HYPERLINK("https://a.id/x";"Dokumentasi TW I")', "Dokumentasi TW I"),
        ('hyperlink( "https://a.id/x" , B5&amp;" (foto)")', "Kegiatan (foto)"),
        ('HYPERLINK("https://a.id/x",1)', "1"),
    ],
)
def test_a_formula_that_leads_to_a_link_is_read_with_a_notice(formula: str, words: str) -> None:
    reading, [change] = read(in_r5(f"<f>{formula}</f>", 't="str"', words))
    assert change.after == "https://a.id/x"
    assert set(told(reading)) == {("link-formula", "R5"), ("formula-saved", "R5")}
    assert not reading.warnings
    assert reading.accepted


@pytest.mark.parametrize("address", ["C:\\foto.jpg", "#Dokumen!A1", "ftp://a.id/x", "javascript:x"])
def test_a_formula_that_leads_to_no_link_is_refused_at_its_cell(address: str) -> None:
    reading, _ = read(in_r5(f'<f>HYPERLINK("{address}","Foto")</f>', 't="str"', "Foto"))
    assert ("link-invalid", "R5") in told(reading)


def zeros_hidden(book: Workbook) -> None:
    book[PA].sheet_view.showZeros = False


@pytest.mark.parametrize("cell", ["I7", "M7", "F7"])
def test_a_zero_that_its_sheet_does_not_show_is_named_at_its_cell(cell: str) -> None:
    def edit(book: Workbook) -> None:
        zeros_hidden(book)
        typed(PA, **{cell: 0})(book)

    reading, changes = made(edit)
    assert (told(reading), changes) == ([("shown-otherwise", cell)], ())
    assert "menampilkan kosong, padahal isinya 0" in reading.errors[0].seen


def test_other_numbers_of_such_a_sheet_and_zeros_of_another_are_read() -> None:
    def edit(book: Workbook) -> None:
        zeros_hidden(book)
        typed(PA, I7=0.5, P7="0 peserta")(book)
        typed(PI, I4=0)(book)

    reading, changes = made(edit)
    assert reading.accepted
    assert {change.after for change in changes} == {50, 0, "0 peserta"}


@pytest.mark.parametrize("number_format", ["0%", "0%;-0%;", ";;;"])
def test_a_hidden_zero_that_was_there_before_changes_nothing(number_format: str) -> None:
    before = stamped_plan()
    progress = before.activity_progress.copy()
    progress.loc[7, "realisasi_tw1"] = 0.0
    before = before.with_progress(progress)

    def edit(book: Workbook) -> None:
        zeros_hidden(book)
        book[PA]["I7"].number_format = number_format

    reading, changes = read(edited(edit, writer.write(before)), before)
    assert (told(reading), changes) == ([], ())
    typed_over = edited(lambda book: (edit(book), typed(PA, J7=0)(book)), writer.write(before))
    assert told(read(typed_over, before)[0]) == [("shown-otherwise", "J7")]


@pytest.mark.parametrize(
    ("formula", "attributes", "value"),
    [
        ("", 't="e" vm="1"', "#VALUE!"),
        ('<f>_xlfn.DISPIMG("ID_1",1)</f>', 't="str"', '=DISPIMG("ID_1",1)'),
        ('<f>_xlfn.IMAGE("https://a.id/b.png")</f>', 't="e" vm="1"', "#VALUE!"),
    ],
)
def test_pictures_of_excel_and_wps_are_called_pictures(
    formula: str, attributes: str, value: str
) -> None:
    reading, _ = read(in_r5(formula, attributes, value))
    assert told(reading) == [("picture-in-cell", "R5")]


def test_an_ordinary_error_is_still_called_one() -> None:
    assert told(made(typed(PA, R5="#VALUE!"))[0]) == [("error-cell", "R5")]


@pytest.mark.parametrize("emoji", ["👩🏽\u200d💻", "🏳️\u200d🌈", "❤️\u200d🔥"])
def test_an_emoji_stays_one(emoji: str) -> None:
    _, [change] = made(typed(PA, P7=f"\u2068{emoji}\u2069 a\u200db"))
    assert change.after == f"{emoji} ab"


@pytest.mark.parametrize("number_format", ["yyyy", "[$-421]yyyy", "yyyy;@"])
def test_a_year_that_became_a_date_is_read_where_it_still_shows_the_year(
    number_format: str,
) -> None:
    def edit(workbook: Workbook) -> None:
        workbook[PA]["D7"].value = date(2024, 1, 1)
        workbook[PA]["D7"].number_format = number_format

    reading, changes = made(edit)
    assert (told(reading), changes) == ([], ())


@pytest.mark.parametrize("value", [date(2024, 1, 1), 2024])
def test_a_year_that_shows_a_day_is_named_at_its_cell(value: object) -> None:
    def edit(workbook: Workbook) -> None:
        workbook[PA]["D7"].value = value
        workbook[PA]["D7"].number_format = "dd/mm/yyyy"

    assert told(made(edit)[0]) == [("year-invalid", "D7")]


# --- Formats lost by a program, and the marked copy -----------------------------------------


def stamped_sample() -> Plan:
    return replace(sample_plan(), stamp=stamped_plan().stamp)


def without_formats(workbook: Workbook) -> None:
    for row in workbook[PA]["E4:L20"]:
        for cell in row:
            cell.number_format = "General"


def test_lost_percent_formats_of_unchanged_cells_are_one_question() -> None:
    plan = stamped_sample()
    reading, changes = read(edited(without_formats, writer.write(plan)), plan)
    assert changes == ()
    assert [finding.code for finding in reading.warnings] == ["percent-format-lost"]
    assert not reading.errors
    [finding] = reading.warnings
    assert "sel lain di lembar ini" in finding.seen


def test_a_changed_cell_among_them_is_still_asked_about_by_itself() -> None:
    plan = stamped_sample()

    def edit(workbook: Workbook) -> None:
        without_formats(workbook)
        workbook[PA]["L20"].value = 0.99

    reading, _ = read(edited(edit, writer.write(plan)), plan)
    assert [(finding.code, finding.cell) for finding in reading.errors] == [
        ("percent-ambiguous", "L20")
    ]
    assert [finding.code for finding in reading.warnings] == ["percent-format-lost"]


def test_without_the_base_nothing_is_settled() -> None:
    content = edited(without_formats, writer.write(sample_plan()))
    codes = {finding.code for finding in intake.examine(content, "isian.xlsx").errors}
    assert codes == {"percent-ambiguous"}
