"""One entry: any file becomes findings, and a plan where one could be read."""

import pytest

from lib.findings.finding import Severity
from lib.workbook import intake
from lib.workbook.writing import writer
from tests.factory import make_plan
from tests.workbook.mistakes import DOC, PA, TA, download, edited, stamped_plan, typed


def examine(content: bytes, current=None) -> intake.Reading:
    return intake.examine(content, "isian.xlsx", current)


@pytest.mark.parametrize("content", [b"", b"halo", b"PK\x03\x04", b"%PDF-1.7", bytes(100)])
def test_a_file_that_is_no_workbook_is_refused_with_one_finding(content: bytes) -> None:
    reading = examine(content)
    assert reading.plan is None
    assert not reading.accepted
    [finding] = reading.findings
    assert finding.severity is Severity.ERROR
    assert finding.place == ""


def test_a_filled_in_download_is_accepted() -> None:
    reading = examine(edited(typed(PA, I7=0.25)), stamped_plan())
    assert reading.accepted
    assert reading.findings == ()
    assert reading.plan is not None
    assert reading.plan.activity_progress.at[7, "realisasi_tw1"] == 25


def test_a_warning_is_accepted_and_an_error_is_not() -> None:
    asks = examine(edited(typed(PA, K7=75)))
    assert (len(asks.warnings), asks.accepted) == (1, True)
    refused = examine(edited(typed(PA, K7="tujuh")))
    assert (len(refused.errors), refused.accepted) == (1, False)


def test_errors_come_first_and_each_kind_in_the_order_of_the_workbook() -> None:
    content = edited(
        lambda book: [typed(PA, K7=75, M5="x", P6=" a ", L4="y")(book), typed(TA, C6="?")(book)]
    )
    reading = examine(content)
    assert [finding.place for finding in reading.findings] == [
        "A. Program!C6",
        "Progres Kegiatan!L4",
        "Progres Kegiatan!M5",
        "Progres Kegiatan!K7",
        "Progres Kegiatan!P6",
    ]


def test_places_name_the_columns_of_the_uploaders_own_file() -> None:
    reading = examine(edited(lambda book: book[PA].insert_cols(1, 2)))
    assert reading.places[PA, "realisasi_tw3"] == "M"
    assert reading.places[TA, 2023] == "C"


def test_findings_name_a_renamed_sheet_as_the_file_does() -> None:
    def edit(workbook) -> None:
        workbook[PA].title = "Progres Kegiatan "
        workbook["Progres Kegiatan "]["K7"] = "tujuh"

    [error] = examine(edited(edit)).errors
    assert error.place == "Progres Kegiatan !K7"


def test_a_missing_table_leaves_no_plan_but_other_mistakes_are_still_said() -> None:
    content = edited(lambda book: [book.remove(book[DOC]), typed(TA, C6="?")(book)])
    reading = examine(content)
    assert reading.plan is None
    assert [finding.code for finding in reading.errors] == ["sheet-missing", "mark-unknown"]


def test_a_copy_without_stamp_asks_and_another_plans_copy_is_refused() -> None:
    bare = examine(edited(typed(DOC, B13=None, B14=None)), stamped_plan())
    assert [finding.code for finding in bare.warnings] == ["stamp-missing"]
    assert "ID Rencana dan Versi data" in bare.warnings[0].seen
    assert bare.accepted
    assert not examine(download(), make_plan()).accepted


def test_without_a_current_plan_the_file_is_held_against_itself_alone() -> None:
    content = edited(typed(TA, B7="Kegiatan baru"))
    assert {finding.code for finding in examine(content).findings} == {"locked-changed"}


def test_a_kegiatan_renamed_in_table_a_and_its_copies_is_a_change_of_the_plan() -> None:
    content = edited(
        lambda book: [
            typed(TA, B12="Kegiatan baru")(book),
            typed(PA, B7="Kegiatan baru")(book),
        ]
    )
    reading = examine(content, stamped_plan())
    assert [(item.code, item.cell) for item in reading.findings] == [("plan-changed", "B12")]
    assert reading.accepted


def test_a_planned_year_added_without_its_row_is_noticed_and_missed() -> None:
    reading = examine(edited(typed(TA, C12="X")), stamped_plan())
    assert [item.code for item in reading.findings] == ["row-missing", "plan-changed"]
    assert "II.1.a tahun 2023" in reading.warnings[0].seen


@pytest.mark.parametrize(("bad", "said"), [(intake.EACH, intake.EACH), (130, intake.EACH)])
def test_a_mistake_made_down_a_whole_column_is_said_so_often_and_then_counted(bad, said) -> None:
    content = edited(
        typed(PA, **{f"{letter}{row}": "sudah" for letter in "IJ" for row in range(4, 4 + bad)}),
        writer.write(make_plan(range(2025, 2030), groups=4, activities_per_group=10)),
    )
    found = [item for item in examine(content).errors if item.code == "number-invalid"]
    for letter in "IJ":
        own = [item for item in found if item.cell.startswith(letter)]
        assert [item.cell for item in own] == [f"{letter}{row}" for row in range(4, 4 + said)]
        counted = [item.cell for item in own if "sel lain di kolom ini" in item.seen]
        assert counted == ([f"{letter}{3 + said}"] if bad > said else [])
        assert f"Demikian pula {bad - said} sel lain" in own[-1].seen or bad == said
