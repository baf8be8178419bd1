import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from lib.plan.plan import Plan, Stamp
from lib.plan.schema import (
    ACTIVITY_COLUMNS,
    FIRST_ROW,
    HEADER_ROW,
    PREVIOUS_PLAN,
    PROGRESS_COLUMNS,
    Sheet,
)
from lib.workbook import intake, transcript
from lib.workbook.writing import appearance, writer
from tests.factory import (
    assert_same_plan,
    big_plan,
    continued,
    decree_plan,
    make_plan,
    sample_plan,
    with_activity,
    with_indicator,
)

PROGRESS = (Sheet.ACTIVITY_PROGRESS, Sheet.INDICATOR_PROGRESS)


def written(plan: Plan) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(writer.write(plan)))


@cache
def decree() -> openpyxl.Workbook:
    return written(decree_plan())


@cache
def whole() -> openpyxl.Workbook:
    """Of a plan that has every sheet there is."""
    return written(continued(decree_plan()))


@cache
def sample() -> openpyxl.Workbook:
    return written(sample_plan())


def cell(plan: Plan, name: str, row: int = FIRST_ROW, sheet: Sheet = Sheet.ACTIVITY_PROGRESS):
    names = [column.name for column in PROGRESS_COLUMNS[sheet]]
    return written(plan)[sheet].cell(row, names.index(name) + 1)


def values(sheet: Worksheet, row: int) -> list:
    return [cell.value for cell in sheet[row]]


def validations(sheet: Worksheet, column: str) -> list:
    return [rule for rule in sheet.data_validations.dataValidation if column in str(rule.sqref)]


def first_activity() -> tuple[Plan, str, int]:
    plan = make_plan()
    return plan, *plan.activity_progress.loc[FIRST_ROW, ["no", "tahun"]]


def test_the_sheets_stand_in_the_contract_s_order():
    assert decree().sheetnames == [
        "Petunjuk",
        "Dokumen",
        "Perangkat Daerah",
        "A. Program",
        "B. Indikator",
        "Progres Kegiatan",
        "Progres Indikator",
        "Arahan",
    ]


def test_dokumen_lists_the_items_and_then_the_stamp():
    plan = replace(decree_plan(), stamp=Stamp("rencana-x", 12, "3 Oktober 2024 09.14 WIB"))
    rows = list(written(plan)["Dokumen"].values)
    assert rows[0] == ("BUTIR", "ISI")
    assert rows[1:-4] == list(decree_plan().document.items())
    assert rows[-4:] == [
        ("Skema", "2"),
        ("ID Rencana", "rencana-x"),
        ("Versi data", 12),
        ("Diunduh pada", "3 Oktober 2024 09.14 WIB"),
    ]


def test_table_a_is_headed_as_printed():
    sheet = decree()["A. Program"]
    assert sheet["A1"].value == "A. PROGRAM RENCANA AKSI"
    assert values(sheet, 2) == [
        "NO",
        "KELOMPOK PROGRAM/ PROGRAM/KEGIATAN",
        "WAKTU",
        None,
        "PIHAK TERLIBAT",
        "TINGKAT",
        "KODE",
        "NAMA SINGKAT",
    ]
    assert values(sheet, 3)[:5] == [None, None, 2023, 2024, None]
    assert values(sheet, 4) == [1, 2, 3, 4, 5, None, None, None]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"A2:A3", "B2:B3", "C2:D2", "E2:E3"} < merged


def test_only_the_printed_columns_of_table_a_are_printed():
    assert decree()["A. Program"].print_area == "'A. Program'!$A$1:$E$28"


def test_the_register_lists_every_agency_of_the_tables():
    rows = list(decree()["Perangkat Daerah"].values)
    assert rows[1] == ("NAMA", "NAMA LENGKAP", "ALIAS", "PERAN")
    assert [row[0] for row in rows[2:]] == ["BAGIAN ORGANISASI", "DINKOMINFO", "INSPEKTORAT"]


def test_table_a_holds_the_decree_s_rows_from_row_5():
    sheet = decree()["A. Program"]
    assert values(sheet, 5)[:2] == ["KP I", "PENGUATAN KELEMBAGAAN DAN KEBIJAKAN"]
    assert values(sheet, 9)[0] == "II.2.a"
    assert values(sheet, 9)[2:] == ["X", None, "DINKOMINFO", "Kegiatan", "II.2.a", None]
    assert sheet.max_row == 4 + 24


def test_waktu_spans_whatever_years_the_plan_has():
    sheet = written(big_plan())["A. Program"]
    assert "C2:G2" in {str(area) for area in sheet.merged_cells.ranges}
    assert values(sheet, 3)[2:7] == [2025, 2026, 2027, 2028, 2029]
    assert values(sheet, 4)[:8] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_plan_of_one_year_merges_no_single_cell():
    sheet = written(make_plan(years=[2030]))["A. Program"]
    assert {str(area) for area in sheet.merged_cells.ranges} == {
        *("A2:A3", "B2:B3", "D2:D3"),
        *("E2:E3", "F2:F3", "G2:G3"),
    }


def test_table_b_merges_number_and_program_down():
    sheet = decree()["B. Indikator"]
    assert sheet["A1"].value == "B. INDIKATOR RENCANA AKSI"
    assert values(sheet, 2) == ["NO", "PROGRAM", "INDIKATOR (UKURAN) KEBERHASILAN"]
    assert values(sheet, 3) == [1, 2, 3]
    assert values(sheet, 4)[:2] == ["1", "Penguatan Kelembagaan dan Kebijakan"]
    spans = ["4:5", "6:7", "8:10", "11:12", "13:14"]
    expected = {f"{letter}{span.replace(':', ':' + letter)}" for span in spans for letter in "AB"}
    assert {str(area) for area in sheet.merged_cells.ranges} == expected


def test_a_program_of_one_indicator_is_not_merged():
    sheet = written(make_plan(indicators_per_group=1))["B. Indikator"]
    assert not sheet.merged_cells.ranges


@pytest.mark.parametrize("name", PROGRESS)
def test_progress_headers_are_the_contract_s(name):
    sheet = decree()[name]
    assert values(sheet, HEADER_ROW) == [column.header for column in PROGRESS_COLUMNS[name]]
    assert sheet["A1"].value == name.upper()
    assert sheet["A2"].value.count(".") == 1


def test_progress_rows_are_the_plan_s():
    assert values(decree()["Progres Kegiatan"], 7)[0] == "II.1.a"
    assert values(decree()["Progres Kegiatan"], 7)[3] == 2024
    assert decree()["Progres Kegiatan"].max_row == 3 + 17
    assert decree()["Progres Indikator"].max_row == 3 + 22


def test_a_percentage_is_a_real_excel_percentage():
    plan, no, year = first_activity()
    whole = cell(with_activity(plan, no, year, realisasi_tw1=75.0), "realisasi_tw1")
    assert (whole.value, whole.number_format) == (0.75, "0%")
    part = cell(with_activity(plan, no, year, realisasi_tw1=62.5), "realisasi_tw1")
    assert (part.value, part.number_format) == (0.625, "0.##%")


def test_a_reported_zero_is_written_and_a_blank_stays_blank():
    plan, no, year = first_activity()
    reported = with_activity(plan, no, year, realisasi_tw1=0.0)
    assert cell(reported, "realisasi_tw1").value == 0
    blank = cell(reported, "realisasi_tw2")
    assert (blank.value, blank.number_format) == (None, "0%")


def test_measures_are_numbers_or_words():
    plan = with_indicator(make_plan(), "1.a", 2025, target=12.5, realisasi="Ya")
    assert cell(plan, "target", sheet=Sheet.INDICATOR_PROGRESS).value == 12.5
    assert cell(plan, "realisasi", sheet=Sheet.INDICATOR_PROGRESS).value == "Ya"


@pytest.mark.parametrize("text", ["=1+1", "+62 811", "-10", "@SUM(A1)", "=HYPERLINK(1)", "#REF!"])
def test_text_that_looks_like_a_formula_stays_text(text):
    plan, no, year = first_activity()
    found = cell(with_activity(plan, no, year, kendala=text), "kendala")
    assert (found.value, found.data_type) == (text, "s")


def test_a_formula_in_the_decree_s_own_words_stays_text():
    plan = make_plan()
    plan = replace(plan, document={**plan.document, "Tentang": "=1+1"})
    plan = replace(plan, program=plan.program.assign(uraian="=2+2"))
    workbook = written(plan)
    assert workbook["Dokumen"]["B5"].data_type == "s"
    assert workbook["A. Program"]["B7"].data_type == "s"


def test_characters_that_xml_cannot_hold_are_left_out():
    plan, no, year = first_activity()
    found = cell(with_activity(plan, no, year, kendala="a\x00b\x1bc\uffffd\r\ne"), "kendala")
    assert found.value == "abcd\ne"
    assert appearance.legal("a\ud800b") == "ab"


def test_what_excel_would_read_as_an_escape_is_written_as_one():
    plan, no, year = first_activity()
    found = cell(with_activity(plan, no, year, kendala="kode _x0041_"), "kendala")
    assert found.value == "kode _x005F_x0041_"


def test_only_one_plain_http_address_becomes_a_hyperlink():
    plan, no, year = first_activity()

    def target(text: str) -> str | None:
        link = cell(with_activity(plan, no, year, bukti_dukung=text), "bukti_dukung").hyperlink
        return link.target if link else None

    assert target("https://contoh.go.id/a?b=1&c=2") == "https://contoh.go.id/a?b=1&c=2"
    assert target("javascript:alert(1)") is None
    assert target("file:///etc/passwd") is None
    assert target("https://contoh.go.id/a\nhttps://contoh.go.id/b") is None
    assert target("https://contoh.go.id/%zz") is None


@pytest.mark.parametrize("name", list(Sheet))
def test_every_sheet_is_protected_without_a_password(name):
    protection = whole()[name].protection
    assert protection.sheet
    assert protection.password is None
    assert not any(
        (protection.sort, protection.autoFilter, protection.formatColumns, protection.formatRows)
    )


@pytest.mark.parametrize("name", PROGRESS)
def test_only_the_staff_s_columns_are_unlocked(name):
    sheet = decree()[name]
    for found, column in zip(sheet[FIRST_ROW], PROGRESS_COLUMNS[name], strict=True):
        assert found.protection.locked == column.locked, column.header
    assert all(found.protection.locked for found in sheet[HEADER_ROW])


def test_the_plan_s_own_sheets_are_locked_throughout():
    for name in (Sheet.DOCUMENT, Sheet.PROGRAM, Sheet.INDICATOR):
        cells = [found for row in decree()[name].iter_rows() for found in row]
        assert all(found.protection.locked for found in cells), name


@pytest.mark.parametrize("name", PROGRESS)
def test_every_header_cell_explains_its_column(name):
    sheet = decree()[name]
    for found, column in zip(sheet[HEADER_ROW], PROGRESS_COLUMNS[name], strict=True):
        [message] = validations(sheet, found.coordinate)
        assert message.promptTitle == column.header
        assert message.prompt == (column.help or "Salinan rencana, terkunci.")
        assert len(message.promptTitle) <= 32
        assert len(message.prompt) <= 255


def test_percentages_are_held_between_0_and_1():
    [rule] = validations(decree()["Progres Kegiatan"], "E4:E20")
    assert (rule.type, rule.operator, rule.formula1, rule.formula2) == (
        "decimal",
        "between",
        "0",
        "1",
    )
    assert rule.showErrorMessage


@pytest.mark.parametrize(
    ("name", "area", "words"),
    [
        (Sheet.ACTIVITY_PROGRESS, "O4:O20", '"Ditunda,Tidak terlaksana"'),
        (Sheet.INDICATOR_PROGRESS, "G4:G25", '"Naik,Turun"'),
    ],
)
def test_choices_are_drop_downs_that_refuse_other_words(name, area, words):
    [rule] = validations(decree()[name], area)
    assert (rule.type, rule.formula1, rule.showErrorMessage) == ("list", words, True)


def test_units_and_agencies_are_suggested_and_never_forced():
    sheet = decree()["Progres Indikator"]
    [units] = validations(sheet, "F4:F25")
    [agencies] = validations(sheet, "J4:J25")
    assert "Ya/Tidak" in units.formula1
    assert agencies.formula1 == "'Petunjuk'!$D$1:$D$3"
    assert not units.showErrorMessage
    assert not agencies.showErrorMessage
    assert tuple(decree()["Petunjuk"][f"D{row}"].value for row in (1, 2, 3)) == (
        decree_plan().agencies
    )
    assert decree()["Petunjuk"].column_dimensions["D"].hidden


def test_long_texts_and_negative_amounts_are_refused():
    sheet = decree()["Progres Kegiatan"]
    [text] = validations(sheet, "P4:P20")
    [amount] = validations(sheet, "M4:M20")
    assert (text.type, text.formula1) == ("textLength", "2000")
    assert (amount.type, amount.operator, amount.formula1) == ("decimal", "greaterThanOrEqual", "0")


@pytest.mark.parametrize("name", PROGRESS)
def test_progress_is_frozen_and_filtered(name):
    sheet = decree()[name]
    last = sheet.cell(sheet.max_row, len(PROGRESS_COLUMNS[name])).coordinate
    assert sheet.freeze_panes == "E4"
    assert sheet.auto_filter.ref == f"A3:{last}"


@pytest.mark.parametrize("name", list(Sheet))
def test_every_sheet_prints_landscape_one_page_wide_with_page_and_version(name):
    plan = replace(make_plan(), stamp=Stamp("x", 1234))
    sheet = written(continued(plan))[name]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter.left.text == "Versi data 1.234"
    assert sheet.oddFooter.right.text == "Halaman &P dari &N"


def test_the_header_rows_are_repeated_in_print():
    assert decree()["A. Program"].print_title_rows == "$1:$4"
    assert decree()["B. Indikator"].print_title_rows == "$1:$3"
    assert decree()["Progres Kegiatan"].print_title_rows == "$1:$3"


def test_columns_and_rows_show_a_long_text():
    plan, no, year = first_activity()
    sheet = written(with_activity(plan, no, year, kendala="kata " * 60))["Progres Kegiatan"]
    assert sheet.row_dimensions[FIRST_ROW].height > 8 * appearance.LINE_HEIGHT
    assert sheet.row_dimensions[FIRST_ROW + 1].height < 4 * appearance.LINE_HEIGHT
    assert sheet["P4"].alignment.wrap_text


def test_row_heights_leave_excel_free_to_fit_them():
    packed = zipfile.ZipFile(io.BytesIO(writer.write(decree_plan())))
    row = packed.read("xl/worksheets/sheet5.xml").decode().split('<row r="4"')[1].split(">")[0]
    assert " ht=" in row
    assert 'customHeight="1"' not in row


def test_the_sample_says_contoh_on_every_sheet():
    book = written(continued(sample_plan()))
    for name in Sheet:
        sheet = book[name]
        assert "CONTOH" in sheet.oddFooter.left.text
        assert any("CONTOH" in str(found.value) for row in sheet.iter_rows() for found in row)
    assert sample()["Petunjuk"]["B1"].font.size > 20


def test_only_a_plan_that_goes_on_with_another_has_a_sheet_for_that():
    assert decree().sheetnames == [sheet for sheet in Sheet if sheet != Sheet.CONTINUATION]
    assert whole().sheetnames == list(Sheet)
    named = make_plan().with_document({PREVIOUS_PLAN: "lama"})
    assert Sheet.CONTINUATION in written(named).sheetnames


def test_the_decree_says_contoh_nowhere():
    for sheet in decree():
        assert not any("CONTOH" in str(found.value) for row in sheet.iter_rows() for found in row)


def test_the_guide_fits_one_screen():
    sheet = decree()["Petunjuk"]
    heights = [sheet.row_dimensions[row].height or 15 for row in range(1, sheet.max_row + 1)]
    assert sum(heights) < 430


def test_the_same_plan_gives_the_same_bytes():
    assert writer.write(sample_plan()) == writer.write(transcript.load_sample())


def test_the_bytes_do_not_depend_on_the_process():
    program = (
        "import hashlib; from lib.workbook import transcript; "
        "from lib.workbook.writing import writer; "
        "print(hashlib.sha256(writer.write(transcript.load())).hexdigest())"
    )
    seeds = [{"PYTHONHASHSEED": seed} for seed in ("1", "2")]
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program], env=seed, capture_output=True, check=True
        ).stdout
        for seed in seeds
    }
    assert len(hashes) == 1


def test_no_date_of_writing_and_no_tool_is_named():
    properties = decree().properties
    assert properties.creator == decree_plan().government
    assert properties.created == properties.modified
    assert properties.lastModifiedBy is None


def test_writing_changes_nothing_in_the_plan():
    plan = make_plan()
    before = plan.activity_progress.copy()
    writer.write(plan)
    assert plan.activity_progress.equals(before)


def test_a_plan_of_60_kegiatan_is_written_whole():
    sheet = written(big_plan())["Progres Kegiatan"]
    assert sheet.max_row == HEADER_ROW + len(big_plan().activity_progress)
    assert sheet.max_column == len(ACTIVITY_COLUMNS)


@pytest.mark.parametrize(
    "plan",
    [decree_plan, sample_plan, big_plan, make_plan, lambda: make_plan(years=[2030])],
    ids=["decree", "sample", "big", "small", "one year"],
)
def test_what_is_written_reads_as_the_same_plan_without_a_finding(plan):
    stamped = replace(plan(), stamp=Stamp("x", 3, "3 Oktober 2024 09.14 WIB"))
    reading = intake.examine(writer.write(stamped), "buku kerja.xlsx")
    assert reading.findings == ()
    assert_same_plan(reading.plan, stamped)


@pytest.mark.parametrize("name", list(writer.DATA_FILES))
def test_the_kept_data_files_can_be_filled_in_and_uploaded(name):
    reading = intake.examine((transcript.DATA / name).read_bytes(), name)
    assert reading.findings == ()
    assert reading.plan is not None
    assert reading.plan.stamp.version == 1


@pytest.mark.parametrize("name", list(writer.DATA_FILES))
def test_the_kept_data_files_are_what_the_writer_makes(name):
    kept = zipfile.ZipFile(transcript.DATA / name)
    made = zipfile.ZipFile(io.BytesIO(writer.data_file(name)))
    assert kept.namelist() == made.namelist()
    for part in made.namelist():
        assert kept.read(part) == made.read(part), part


def test_a_registers_headers_fit_their_columns():
    sheet = whole()[Sheet.CONTINUATION]
    for cell in sheet[2]:
        assert sheet.column_dimensions[cell.column_letter].width >= len(cell.value) + 3
