"""Tables are found by their words and rows by their keys, wherever people have moved them."""

from datetime import datetime

import pandas as pd
import pytest
from openpyxl.workbook import Workbook
from pandas.testing import assert_frame_equal

from lib.plan.schema import Sheet
from lib.plan.table_a import Level, mark_name
from lib.workbook import intake
from lib.workbook.reading import reader
from lib.workbook.reading.sheet_tables import REPAIRS
from lib.workbook.writing import writer
from tests.factory import big_plan, make_plan, with_activity
from tests.workbook.mistakes import DOC, PA, PI, TA, TB, download, edited, stamped_plan, typed

FILLED = typed(PA, I7=0.25, J7=0.5, P7="Jaringan", M9=1500000)


def read(edit, content: bytes | None = None) -> intake.Reading:
    return intake.examine(edited(edit, content), "isian.xlsx", stamped_plan())


def codes(reading: intake.Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def progress(reading: intake.Reading) -> pd.DataFrame:
    assert reading.plan is not None
    return reading.plan.activity_progress


def expected() -> pd.DataFrame:
    return progress(read(FILLED))


def test_rows_in_another_order_give_the_same_table_under_their_own_excel_rows() -> None:
    def edit(workbook: Workbook) -> None:
        FILLED(workbook)
        rows = [[cell.value for cell in row] for row in workbook[PA]["A4:R20"]]
        formats = [[cell.number_format for cell in row] for row in workbook[PA]["A4:R20"]]
        for row, values, styles in zip(
            workbook[PA]["A4:R20"], rows[::-1], formats[::-1], strict=True
        ):
            for cell, value, style in zip(row, values, styles, strict=True):
                cell.value, cell.number_format = value, style

    reading = read(edit)
    assert codes(reading) == ["rows-reordered"]
    frame = progress(reading)
    assert list(frame.index) == list(range(20, 3, -1))
    pd.testing.assert_frame_equal(frame.reset_index(drop=True), expected().reset_index(drop=True))


def test_columns_in_another_order_are_known_by_their_headers() -> None:
    def edit(workbook: Workbook) -> None:
        FILLED(workbook)
        sheet = workbook[PA]
        for row in sheet["A3:R20"]:
            values = [(cell.value, cell.number_format) for cell in row]
            for cell, (value, style) in zip(row, values[::-1], strict=True):
                cell.value, cell.number_format = value, style

    reading = read(edit)
    assert codes(reading) == ["columns-reordered"]
    assert reading.places[PA, "no"] == "R"
    pd.testing.assert_frame_equal(progress(reading), expected())


def test_rows_above_the_header_move_the_labels_along() -> None:
    def edit(workbook: Workbook) -> None:
        FILLED(workbook)
        workbook[PA].insert_rows(1, 10)

    frame = progress(read(edit))
    assert frame.at[17, "realisasi_tw1"] == 25
    assert frame.at[17, "kendala"] == "Jaringan"


def test_blank_rows_between_are_passed_over() -> None:
    def edit(workbook: Workbook) -> None:
        FILLED(workbook)
        workbook[PA].insert_rows(7, 2)
        workbook[PA]["P7"] = " \u00a0"

    reading = read(edit)
    assert reading.findings == ()
    assert progress(reading).at[9, "kendala"] == "Jaringan"


def test_extra_columns_and_sheets_leave_the_values_alone() -> None:
    def edit(workbook: Workbook) -> None:
        FILLED(workbook)
        workbook.create_sheet("Hitungan")["A1"] = 5
        typed(PA, S3="Catatan saya", S7="pribadi")(workbook)

    reading = read(edit)
    assert codes(reading) == ["sheet-extra", "column-extra"]
    pd.testing.assert_frame_equal(progress(reading), expected())


def test_the_list_of_repairs_is_never_read() -> None:
    reading = read(lambda workbook: workbook.create_sheet(REPAIRS, 0))
    assert reading.findings == ()


@pytest.mark.parametrize("written", ["ii.1.a", " II.1.a ", "II. 1. a", "II.1.a."])
def test_a_key_is_known_whatever_its_case_and_spaces(written: str) -> None:
    reading = read(typed(PA, A7=written))
    assert set(codes(reading)) == {"text-tidied"}
    assert progress(reading).at[7, "no"] == "II.1.a"


def test_a_locked_text_is_taken_from_the_plan_when_only_its_spaces_differ() -> None:
    reading = read(typed(PA, C7=" dinkominfo "))
    assert set(codes(reading)) == {"text-tidied"}
    assert progress(reading).at[7, "pihak_terlibat"] == "DINKOMINFO"


def test_table_b_may_repeat_what_is_printed_merged() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook[TB]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        for row in range(5, 15):
            for column in (1, 2):
                if sheet.cell(row, column).value is None:
                    sheet.cell(row, column).value = sheet.cell(row - 1, column).value

    reading = read(edit)
    assert reading.findings == ()
    pd.testing.assert_frame_equal(reading.plan.indicators, stamped_plan().indicators)


def test_table_a_belongs_to_the_group_it_stands_under() -> None:
    program = reader.read(download()).program
    assert program.loc[program["no"] == "II.2.a", "kp"].item() == "KP I"


def test_years_are_whatever_the_header_holds() -> None:
    assert reader.read(writer.write(big_plan())).years == (2025, 2026, 2027, 2028, 2029)
    reading = read(typed(TA, C3="2023", D3=" 2024 "))
    assert reading.findings == ()
    assert reading.plan.years == (2023, 2024)


def test_a_text_with_several_agencies_over_lines_survives() -> None:
    plan = make_plan()
    agencies = ["DINAS A", "DINAS A; BADAN C", "DINAS A,\nDINAS B", "BADAN C"]
    program = plan.program.copy()
    program.loc[program["tingkat"] == Level.ACTIVITY, "pihak_terlibat"] = agencies
    changed = type(plan).blank(plan.document, program, plan.indicators, "rekaan")
    pd.testing.assert_frame_equal(reader.read(writer.write(changed)).program, program)


def test_a_slip_for_x_is_read_as_x() -> None:
    reading = read(typed(TA, C7="x", D7="ya", C9="Y"))
    assert set(codes(reading)) == {"mark-read"}
    pd.testing.assert_frame_equal(reading.plan.program, stamped_plan().program)


@pytest.mark.parametrize(
    ("typed_in", "printed"),
    [
        (1, "1"),
        *((mark, mark) for mark in ("✓", "√", "●", "TW I – TW II", "Jan-Des", "100%")),
        ("Rp 25.000.000", "Rp 25.000.000"),
    ],
)
def test_what_a_year_prints_plans_it_and_stays_as_printed(typed_in, printed) -> None:
    plan = read(typed(TA, C7=typed_in)).plan
    assert plan.program.at[7, mark_name(2023)] == printed
    years = [2023, 2024]
    assert_frame_equal(plan.program[years], stamped_plan().program[years])
    assert len(plan.activity_progress) == 17


def test_a_dash_under_a_year_plans_nothing_and_stays_as_printed() -> None:
    plan = read(typed(TA, D9="-")).plan
    assert plan.program.at[9, mark_name(2024)] == "-"
    assert not plan.program.at[9, 2024]


@pytest.mark.parametrize("written", [12, "12", 12.0, " 12 "])
def test_the_stamp_says_which_version_a_copy_was_made_from(written) -> None:
    reading = read(typed(DOC, B14=written))
    assert reading.plan.stamp.version == 12
    assert reading.accepted


def test_a_download_time_that_became_a_date_is_written_day_first() -> None:
    def edit(workbook: Workbook) -> None:
        workbook[DOC]["B15"] = datetime(2024, 10, 3, 9, 14)

    assert read(edit).plan.stamp.downloaded == "3 Oktober 2024 09.14"


def test_an_unreadable_version_is_no_version() -> None:
    assert read(typed(DOC, B14="dua belas")).plan.stamp.version is None


def test_a_document_item_over_two_rows_is_joined() -> None:
    def edit(workbook: Workbook) -> None:
        workbook[DOC].insert_rows(5)
        typed(DOC, A5="Nomor", B5="lanjutan")(workbook)

    assert read(edit).plan.document["Nomor"].endswith("\nlanjutan")


def test_a_hidden_sheet_is_read_all_the_same() -> None:
    def edit(workbook: Workbook) -> None:
        FILLED(workbook)
        workbook[PA].sheet_state = "hidden"

    pd.testing.assert_frame_equal(progress(read(edit)), expected())


def test_a_refused_cell_is_blank_in_the_plan_and_the_rest_is_kept() -> None:
    frame = progress(read(typed(PA, I7=0.25, J7="tujuh")))
    assert frame.at[7, "realisasi_tw1"] == 25
    assert pd.isna(frame.at[7, "realisasi_tw2"])


def test_rows_without_a_key_of_the_plan_stay_out_of_the_frames() -> None:
    frame = progress(read(typed(PA, A7="Z.9.z")))
    assert 7 not in frame.index
    assert len(frame) == 16


def test_a_written_escape_is_read_as_the_text_it_stands_for() -> None:
    plan = with_activity(make_plan([2031]), "I.1.a", 2031, kendala="pakai _x0041_ di sini")
    assert (
        reader.read(writer.write(plan)).activity_progress.at[4, "kendala"].split()[1] == "_x0041_"
    )


def test_an_indicators_yes_is_kept_as_a_word() -> None:
    reading = read(typed(PI, F4="Ya/Tidak", H4="ya", I4=True))
    assert reading.plan.indicator_progress.loc[4, ["target", "realisasi"]].tolist() == ["Ya", "Ya"]
    assert Sheet.INDICATOR_PROGRESS in {finding.sheet for finding in reading.notices}
