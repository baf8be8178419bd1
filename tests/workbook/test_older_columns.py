"""Copies from before a column came: what they break by it is said at a cell that they have."""

from __future__ import annotations

import pytest
from openpyxl.workbook import Workbook

from lib.plan.schema import ACTIVITY_COLUMNS, INDICATOR_COLUMNS, VERIFICATION, Sheet, letter
from lib.workbook import intake
from lib.workbook.writing import writer
from tests.factory import assert_same_plan, sample_plan, with_activity, with_steps
from tests.service.books import reworked

ROW = ("II.1.a", 2024)
YOUNG = [column for column in ACTIVITY_COLUMNS if column.is_younger]
NAMES = [column.name for column in ACTIVITY_COLUMNS]
SHEET = Sheet.ACTIVITY_PROGRESS
UNSTAMPED = "stamp-missing"
"""Said of every copy here: none comes from a store."""


def plan():
    """The sample with a decision asked for, and a mark, in one row."""
    mark = dict(zip(VERIFICATION, ("TW IV", "Perlu perbaikan", "Lampirkan foto"), strict=True))
    return with_activity(sample_plan(), *ROW, perlu_keputusan="Sekretaris Daerah", **mark)


def address(name: str) -> str:
    frame = plan().activity_progress
    [row] = frame.index[(frame["no"] == ROW[0]) & (frame["tahun"] == ROW[1])]
    return f"{letter(NAMES.index(name))}{row}"


def older_copy(**cells: object) -> bytes:
    """A download of today without the younger columns, some cells of the row filled in."""

    def work(book: Workbook) -> None:
        sheet = book[SHEET]
        for name, value in cells.items():
            sheet[address(name)] = value
        first = NAMES.index(YOUNG[0].name) + 1
        sheet.delete_cols(first, len(YOUNG))

    return reworked(writer.write(plan()), work)


def told(content: bytes) -> list[tuple[str, str | None]]:
    reading = intake.examine(content, "lama.xlsx", plan())
    return [(one.code, one.cell) for one in reading.findings if one.code != UNSTAMPED]


def test_the_younger_columns_stand_at_the_end():
    assert [column.name for column in YOUNG] == NAMES[-len(YOUNG) :]


def test_an_untouched_older_copy_is_welcome():
    reading = intake.examine(older_copy(), "lama.xlsx", plan())
    assert reading.accepted
    assert [one.code for one in reading.findings] == [UNSTAMPED]
    row = reading.plan.activity_progress.query("no == @ROW[0] and tahun == @ROW[1]").iloc[0]
    assert row["perlu_keputusan"] == "Sekretaris Daerah"


def test_a_cleared_kendala_under_a_decision_is_said_at_the_kendala():
    expected = [("decision-without-obstacle", address("kendala"))]
    assert told(older_copy(kendala=None)) == expected


@pytest.mark.parametrize("remark", ["Ditunda", "Tidak terlaksana"])
def test_a_remark_and_a_decision_without_kendala_are_one_finding(remark):
    found = told(older_copy(kendala=None, keterangan=remark))
    assert found == [("remark-without-obstacle", address("kendala"))]


def test_a_dash_for_kendala_is_a_cleared_one():
    found = told(older_copy(kendala="-"))
    assert ("decision-without-obstacle", address("kendala")) in found


def stepped():
    """The sample with one indicator in steps."""
    return with_steps(sample_plan(), "1.a", 2024, target=3.0, realisasi=2.0, arah=None)


def copy_without_rubric(plan, **cells: object) -> bytes:
    def work(book: Workbook) -> None:
        sheet = book[Sheet.INDICATOR_PROGRESS]
        for place, value in cells.items():
            sheet[place] = value
        sheet.delete_cols(len(INDICATOR_COLUMNS), 1)

    return reworked(writer.write(plan), work)


def test_a_copy_without_rubrik_leaves_it_as_it_was():
    plan = stepped()
    reading = intake.examine(copy_without_rubric(plan), "lama.xlsx", plan)
    assert [one.code for one in reading.findings] == [UNSTAMPED]
    assert_same_plan(reading.plan, plan)


def test_steps_in_a_copy_without_rubrik_are_refused_at_the_satuan():
    plan = sample_plan()
    content = copy_without_rubric(plan, F4="Tahap", H4=3, I4=2)
    found = intake.examine(content, "lama.xlsx", plan).findings
    assert ("rubric-missing", "F4") in [(one.code, one.cell) for one in found]
