"""Files of real mishaps: what stands in the file, beside the table and behind a cell's words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from lib.plan.change.difference import Change, differences
from lib.plan.plan import Plan
from lib.plan.schema import Sheet
from lib.workbook import intake
from lib.workbook.writing import marking, writer
from tests.factory import reported_sample, sample_plan
from tests.workbook.mistakes import PA, PI, TA, TB, download, edited, stamped_plan, typed

CASES = Path(__file__).parents[2].parent / "shared" / "cases"

real = pytest.mark.skipif(not CASES.is_dir(), reason="shared/cases is not on this machine")


def read(content: bytes, plan: object = None) -> tuple[intake.Reading, tuple[Change, ...]]:
    before = plan or stamped_plan()
    reading = intake.examine(content, "isian.xlsx", before)
    return reading, differences(before, reading.plan) if reading.plan else ()


def case(name: str) -> tuple[intake.Reading, tuple[Change, ...]]:
    return read((CASES / f"{name}.xlsx").read_bytes(), reported_sample())


def told(reading: intake.Reading) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in reading.findings]


def made(edit, content: bytes | None = None) -> tuple[intake.Reading, tuple[Change, ...]]:
    return read(edited(edit, content))


# --- The files themselves -------------------------------------------------------------------


@real
@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("sheetjs_nf", 3),
        ("default_xlsb_type_only", 1),
        ("doubles_everywhere", 1),
        ("quote_glyph_keys", 1),
    ],
)
def test_a_writers_habits_change_nothing(name: str, changes: int) -> None:
    reading, found = case(name)
    assert (told(reading), len(found)) == ([], changes)


@real
def test_text_right_of_the_table_asks() -> None:
    reading, changes = case("kendala_one_col_right")
    assert (told(reading), changes) == ([("column-untitled", "S5")], ())
    assert [finding.cell for finding in reading.warnings] == ["S5"]


@real
def test_a_filled_copy_of_a_sheet_asks() -> None:
    [finding] = case("copy_sheet_edited")[0].warnings
    assert (finding.code, finding.sheet) == ("sheet-copy", "Progres Kegiatan (2)")


@real
def test_a_signature_below_the_table_is_a_notice_at_its_first_line() -> None:
    reading, changes = case("sigblock")
    assert (told(reading), len(changes)) == ([("text-outside", "P23")], 1)
    assert "Demikian pula 3 sel lain" in reading.findings[0].seen


@real
def test_a_separator_with_the_agencys_name_is_a_notice_at_its_text() -> None:
    reading, changes = case("note_row_between")
    assert (told(reading), len(changes)) == ([("text-outside", "B6")], 1)


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


@real
def test_bytes_behind_the_zip_are_named_as_the_cause() -> None:
    [finding] = case("zip_trailing_newline")[0].findings
    assert finding.code == "zip-broken"
    assert "2 byte tambahan" in finding.seen


# --- Others of their kinds ------------------------------------------------------------------


def stored(content: bytes, change) -> bytes:
    """Change the parts of a file as a writer stores them; `change` takes name and bytes."""
    saved = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(saved, "w") as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return saved.getvalue()


@pytest.mark.parametrize("behind", [b"\n", b"\r\n", bytes(512), b"<!-- terkirim -->"])
def test_whatever_stands_behind_the_zip_is_counted(behind: bytes) -> None:
    [finding] = read(download() + behind)[0].findings
    assert f"ada {len(behind)} byte tambahan" in finding.seen


def test_a_cut_file_is_still_called_cut() -> None:
    assert "bagian akhirnya hilang" in read(download()[:-40])[0].findings[0].seen


def test_column_numbers_are_passed_over_however_they_are_stored() -> None:
    numbers = {f"{letter}4": f" {n}.0" for n, letter in enumerate("ABCDE", 1)}
    for values in (numbers, {place: float(word) for place, word in numbers.items()}):
        reading, changes = made(typed(TA, **values))
        assert (told(reading), changes) == ([], ())


@pytest.mark.parametrize("words", ["WAKTU", " waktu ", "Waktu"])
def test_waktu_over_each_year_is_one_header(words: str) -> None:
    def edit(workbook: Workbook) -> None:
        for area in list(workbook[TA].merged_cells.ranges):
            workbook[TA].unmerge_cells(str(area))
        typed(TA, C2=words, D2=words)(workbook)

    reading, changes = made(edit)
    notices = [] if words == "WAKTU" else [("header-tidied", "C2")]
    assert (told(reading), changes) == (notices, ())


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2212")
def test_another_dash_in_a_locked_text_is_no_difference(dash: str) -> None:
    plan = sample_plan()
    words = plan.activity_progress["kegiatan"].str.replace("-", dash)
    cells = {f"B{row}": text for row, text in enumerate(words, 4)}
    reading, changes = read(edited(typed(PA, **cells), writer.write(plan)), plan)
    assert dash in "".join(words)
    assert ([code for code, _ in told(reading) if code != "stamp-missing"], changes) == ([], ())


def test_another_word_in_a_locked_text_is_still_refused() -> None:
    reading, _ = made(lambda book: typed(PA, B7=book[PA]["B7"].value + " -")(book))
    assert told(reading) == [("locked-changed", "B7")]


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"A22": "Mengetahui,", "A26": "NIP 1970"}, "A22"),
        ({"B22": "JUMLAH", "M22": 5_000_000, "N22": 1}, "B22"),
        ({"C23": "Catatan: angka sementara"}, "C23"),
        ({"B23": "Mengetahui,", "C23": "Banjarnegara, 5 Juli", "P23": "Sekretaris"}, "B23"),
        ({"K23": "Banjarnegara, 5 Juli 2024"}, "K23"),
        ({"W22": "disetujui"}, "W22"),
        ({"R1": "Lampiran surat"}, "R1"),
    ],
)
def test_what_stands_around_the_rows_is_a_notice_at_its_text(cells: dict, place: str) -> None:
    reading, changes = made(typed(PA, **cells))
    assert (told(reading)[0], changes) == (("text-outside", place), ())
    assert reading.accepted
    assert not reading.warnings


def test_a_signature_below_table_b_is_a_notice() -> None:
    reading, changes = made(typed(TB, A17="Ditetapkan di Banjarnegara", B18="BUPATI"))
    assert (told(reading), changes) == ([("text-outside", "A17"), ("text-outside", "B18")], ())


@pytest.mark.parametrize("kept", ["A", "B"])
def test_a_row_with_its_number_or_words_left_is_no_remark(kept: str) -> None:
    gone = {f"{letter}7": None for letter in "ABCD" if letter != kept}
    reading, _ = made(typed(PA, P7="Jaringan", **gone))
    assert "key-missing" in {finding.code for finding in reading.errors}


@pytest.mark.parametrize("words", ["Nihil", "tidak ada kendala", "n/a", "...", "xxx"])
def test_words_for_nothing_are_no_obstacle(words: str) -> None:
    reading, _ = made(typed(PA, O7="Ditunda", P7=words))
    assert [(finding.code, finding.cell) for finding in reading.errors] == [
        ("remark-without-obstacle", "P7")
    ]


def test_a_merged_signature_is_no_merged_data() -> None:
    def edit(workbook: Workbook) -> None:
        typed(PA, P23="Kepala Dinas")(workbook)
        workbook[PA].merge_cells("P23:R24")

    assert told(made(edit)[0]) == [("text-outside", "P23")]


def test_a_report_that_lost_its_key_is_refused_where_it_stands() -> None:
    reading, _ = made(typed(PA, K22=75, M22=5_000_000))
    assert ("key-missing", "K22") in told(reading)
    reading, _ = made(typed(PA, A7=None, D7=None, K7=0.75))
    assert told(reading) == [("key-missing", "A7")]


def test_a_column_inserted_without_a_header_asks_and_moves_nothing() -> None:
    def edit(workbook: Workbook) -> None:
        workbook[PI].insert_cols(9)
        typed(PI, I4=5, I6="tujuh")(workbook)

    reading, changes = made(edit)
    assert ([finding.cell for finding in reading.warnings], changes) == (["I4"], ())
    assert "Sel ini dan 1 sel lain di kolom I" in reading.warnings[0].seen


def test_a_copy_that_says_the_same_needs_no_answer() -> None:
    reading, _ = made(lambda book: book.copy_worksheet(book[PA]))
    assert [finding.code for finding in reading.findings] == ["sheet-extra"]


@pytest.mark.parametrize("state", ["visible", "hidden", "veryHidden"])
def test_another_sheet_with_our_headers_asks_whatever_it_is_called(state: str) -> None:
    def edit(workbook: Workbook) -> None:
        copy = workbook.copy_worksheet(workbook[PI])
        copy.title, copy["I4"].value = "PROGRES  INDIKATOR.", 5
        copy.sheet_state = state

    reading, changes = made(edit)
    assert ([finding.code for finding in reading.warnings], changes) == (["sheet-copy"], ())


def test_of_two_near_named_sheets_the_visible_one_is_read_and_the_other_asked_about() -> None:
    def edit(workbook: Workbook) -> None:
        old = workbook.copy_worksheet(workbook[PA])
        typed(PA, K7=0.5)(workbook)
        workbook[PA].title = "progres kegiatan."
        old.title, old.sheet_state = "PROGRES KEGIATAN", "hidden"

    reading, changes = made(edit)
    assert [finding.code for finding in reading.warnings] == ["sheet-copy"]
    assert [change.after for change in changes] == [50]


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


def in_r5(formula: str, attributes: str, value: str) -> bytes:
    """Our download with a cell R5 as a writer stores it: a picture, a formula with its result."""
    part = f"xl/worksheets/sheet{list(Sheet).index(Sheet.ACTIVITY_PROGRESS) + 1}.xml"
    content = edited(typed(PA, R5="tempat"))

    def change(name: str, data: bytes) -> bytes:
        if name != part:
            return data
        start = data.index(b'<c r="R5"')
        end = data.index(b"</c>", start)
        cell = f'<c r="R5" {attributes}>{formula}<v>{value}</v>'.encode()
        return data[:start] + cell + data[end:]

    return stored(content, change)


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


@pytest.mark.parametrize(
    ("empty", "typed_in", "said"),
    [
        ("Q5", {"M7": -5}, ("amount-negative", "M7")),
        ("P12", {"K7": 75}, ("percent-scale", "K7")),
        ("R20", {"K7": "banyak", "R7": "foto.jpg"}, ("link-invalid", "R7")),
    ],
)
def test_a_copy_that_cannot_be_marked_comes_back_as_it_was(
    empty: str, typed_in: dict[str, object], said: tuple[str, str]
) -> None:
    part = f"xl/worksheets/sheet{list(Sheet).index(Sheet.ACTIVITY_PROGRESS) + 1}.xml"

    def change(name: str, data: bytes) -> bytes:
        if name != part:
            return data
        cell = rb'<c r="' + empty.encode() + rb'" s="\1" t="d"/>'
        return re.sub(rb'<c r="' + empty.encode() + rb'" s="(\d+)" t="n"></c>', cell, data)

    content = stored(edited(typed(PA, **typed_in)), change)
    with pytest.raises(AttributeError):
        openpyxl.load_workbook(BytesIO(content)).save(BytesIO())
    reading, _ = read(content)
    assert said in told(reading)
    assert marking.mark(content, reading.findings) == content
