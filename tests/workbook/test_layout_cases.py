"""Files of real mishaps: how they are stored, what stands beside the table, what lies around it."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from lib.plan.schema import Sheet
from lib.workbook.writing import marking, writer
from tests.factory import sample_plan
from tests.workbook.mistakes import PA, PI, TA, TB, download, edited, typed
from tests.workbook.readings import case, made, read, real, stored, told

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
def test_bytes_behind_the_zip_are_named_as_the_cause() -> None:
    [finding] = case("zip_trailing_newline")[0].findings
    assert finding.code == "zip-broken"
    assert "2 byte tambahan" in finding.seen


# --- Others of their kinds ------------------------------------------------------------------


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
