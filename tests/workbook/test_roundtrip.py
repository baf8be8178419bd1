"""What is written is read back unchanged, and an edit changes its own cell alone."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.cell import get_column_letter

from lib.plan.plan import Plan
from lib.plan.schema import PROGRESS_COLUMNS, Sheet
from lib.workbook import intake
from lib.workbook.reading import reader
from lib.workbook.writing import writer
from tests.factory import big_plan, decree_plan, make_plan, sample_plan, with_activity
from tests.workbook.mistakes import PA, PI, download, edited, stamped_plan

PLANS = {
    "decree": decree_plan,
    "sample": sample_plan,
    "sixty": big_plan,
    "stamped": stamped_plan,
    "one year": lambda: make_plan([2031]),
}
FRAMES = ("program", "indicators", "activity_progress", "indicator_progress")


def assert_same(one: Plan, other: Plan) -> None:
    assert dict(one.document) == dict(other.document)
    assert one.stamp == other.stamp
    for name in FRAMES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@pytest.mark.parametrize("make", PLANS.values(), ids=PLANS)
def test_a_plan_is_read_back_as_it_was_written(make) -> None:
    plan = make()
    content = writer.write(plan)
    assert_same(reader.read(content), plan)
    assert writer.write(reader.read(content)) == content


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, percent=st.integers(0, 10000), amount=st.integers(0, 10**13))
def test_any_text_and_figure_read_once_is_read_the_same_again(text, percent, amount) -> None:
    plan = make_plan([2031], groups=1, activities_per_group=1, indicators_per_group=1)
    plan = with_activity(
        plan,
        "I.1.a",
        2031,
        kendala=text,
        realisasi_tw4=percent / 100,
        realisasi_anggaran=float(amount),
    )
    once = reader.read(writer.write(plan))
    assert_same(reader.read(writer.write(once)), once)
    assert once.activity_progress.at[4, "realisasi_tw4"] == percent / 100
    assert once.activity_progress.at[4, "realisasi_anggaran"] == amount


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
    st.sampled_from(["75%", "1.250", "Rp 5.000", "#N/A", "=1+1", "Ditunda", "x", "2024", " "]),
    st.datetimes(),
)
PLACES = st.one_of(
    st.tuples(st.just(PA), st.integers(1, 22), st.integers(1, 18)),
    st.tuples(st.just(PI), st.integers(1, 27), st.integers(1, 15)),
    st.tuples(st.just(Sheet.PROGRAM), st.integers(1, 32), st.integers(1, 6)),
    st.tuples(st.just(Sheet.INDICATOR), st.integers(1, 16), st.integers(1, 4)),
    st.tuples(st.just(Sheet.DOCUMENT), st.integers(1, 16), st.integers(1, 3)),
)


@given(place=PLACES, value=ANYTHING)
def test_any_edit_of_one_cell_is_read_or_refused_and_touches_no_other(place, value) -> None:
    sheet, row, column = place

    def edit(workbook) -> None:
        cell = workbook[sheet].cell(row, column)
        if type(cell).__name__ == "Cell":
            cell.value = value

    reading = intake.examine(edited(edit), "isian.xlsx", stamped_plan())
    if not reading.accepted:
        return
    assert reading.plan is not None
    for name, other in (("activity_progress", PA), ("indicator_progress", PI)):
        after, before = getattr(reading.plan, name), getattr(stamped_plan(), name)
        touched = (row, column) if sheet is other else None
        assert_untouched(after, before, touched, other)


def assert_untouched(after, before, touched, sheet: Sheet) -> None:
    """Every row that is still there holds what it held, but for the touched cell."""
    before = before.loc[before.index.isin(after.index)]
    if len(after) != len(before):
        return
    names = [column.name for column in PROGRESS_COLUMNS[sheet] if not column.locked]
    differing = after[names].astype("object").where(after[names].notna()) != before[names].astype(
        "object"
    ).where(before[names].notna())
    changed = differing & (after[names].notna() | before[names].notna())
    for row, name in changed.stack()[lambda marks: marks].index:
        letters = [column.name for column in PROGRESS_COLUMNS[sheet]]
        place = (row, letters.index(name) + 1)
        assert place == touched, f"{get_column_letter(place[1])}{row}"


def test_a_workbook_that_is_not_ours_is_refused_in_a_sentence() -> None:
    content = edited(lambda workbook: workbook.remove(workbook[PA]), download())
    with pytest.raises(ValueError, match="Lembar “Progres Kegiatan” tidak ditemukan"):
        reader.read(content)
