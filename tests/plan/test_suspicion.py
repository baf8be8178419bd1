"""A change as a whole: what it looks like is said, and honest reports pass in silence."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest

from lib.plan import schema
from lib.plan.change.difference import differences
from lib.plan.change.suspicion import Likeness, suspicions
from lib.plan.plan import Plan
from lib.plan.schema import ACTUALS, Sheet
from tests.factory import sample_plan, with_activity, with_indicator
from tests.plan.honest_reports import honest_report

REPORTS = [column.name for column in schema.ACTIVITY_COLUMNS if not column.locked]


def signs(before: Plan, after: Plan) -> list[Likeness]:
    found = suspicions(differences(before, after), before, after)
    return [suspicion.sign for suspicion in found]


def with_frame(plan: Plan, frame: pd.DataFrame) -> Plan:
    return plan.with_progress(activity_progress=frame.astype(plan.activity_progress.dtypes))


def shuffled(plan: Plan, names: list[str], order: list[int]) -> Plan:
    """Put some columns' cells into other rows, as sorting the rest of the table does."""
    frame = plan.activity_progress
    moved = frame[names].iloc[order].set_axis(frame.index)
    return with_frame(plan, frame.assign(**{name: moved[name] for name in names}))


# --- What must be told ----------------------------------------------------------------------


def test_reports_that_lost_their_rows_are_told() -> None:
    plan = sample_plan()
    rows = list(range(len(plan.activity_progress)))
    assert signs(plan, shuffled(plan, REPORTS, rows[::-1])) == [Likeness.ROWS_MOVED]
    assert signs(plan, shuffled(plan, REPORTS, [*rows[1:], rows[0]])) == [Likeness.ROWS_MOVED]
    swapped = [1, 0, *rows[2:6], 7, 6, *rows[8:]]
    assert signs(plan, shuffled(plan, REPORTS, swapped)) == [Likeness.ROWS_MOVED]


def test_reports_that_moved_and_were_then_added_to_are_told() -> None:
    plan = sample_plan()
    rows = list(range(len(plan.activity_progress)))
    moved = shuffled(plan, REPORTS, rows[::-1])
    added = with_activity(moved, "V.1.a", 2024, kendala="Baru ditulis")
    assert signs(plan, added) == [Likeness.ROWS_MOVED]


@pytest.mark.parametrize("step", [1, -1])
def test_columns_that_moved_by_one_are_told(step: int) -> None:
    plan = sample_plan()
    frame = plan.activity_progress
    names = list(ACTUALS)
    moved = frame[names].shift(step, axis=1)
    after = with_frame(plan, frame.assign(**{name: moved[name] for name in names}))
    assert signs(plan, after) == [Likeness.COLUMNS_MOVED]


def test_reports_written_over_in_nearly_every_row_are_told() -> None:
    plan = sample_plan()
    frame = plan.activity_progress
    after = with_frame(plan, frame.assign(realisasi_tw1=frame["realisasi_tw1"] * 0.5 + 1))
    assert signs(plan, after) == [Likeness.MUCH_OVERWRITTEN]


@pytest.mark.parametrize("quarters", [(25, 25, 25, 25), (20, 25, 25, 30), (10, 20, 30, 40)])
def test_quarters_reported_by_themselves_are_told(quarters: tuple[float, ...]) -> None:
    cells = dict(zip(ACTUALS, map(float, quarters), strict=True))
    after = with_activity(sample_plan(), "II.2.a", 2023, **cells)
    assert signs(sample_plan(), after) == [Likeness.PER_QUARTER]


@pytest.mark.parametrize("value", [45326.0, 45326.5, 43831.0])
def test_a_figure_that_is_a_day_is_told(value: float) -> None:
    assert signs(sample_plan(), with_indicator(sample_plan(), "2.b", 2024, realisasi=value)) == [
        Likeness.DATE_SERIAL
    ]


@pytest.mark.parametrize("value", [45.0, 45_000.0, 45e9])
def test_an_amount_in_another_unit_is_told(value: float) -> None:
    after = with_activity(sample_plan(), "I.1.b", 2023, pagu_anggaran=value)
    assert signs(sample_plan(), after) == [Likeness.OTHER_UNIT]


def test_an_amount_in_millions_where_nothing_stood_is_told() -> None:
    after = with_activity(sample_plan(), "V.2.a", 2024, pagu_anggaran=250.0)
    assert signs(sample_plan(), after) == [Likeness.OTHER_UNIT]


@pytest.mark.parametrize("column", ["pagu_anggaran", "realisasi_anggaran"])
def test_one_amount_on_many_rows_is_told(column: str) -> None:
    plan = sample_plan()
    frame = plan.activity_progress.copy()
    frame.loc[frame.index[:8], column] = 27_500_000.0
    assert signs(plan, with_frame(plan, frame)) == [Likeness.SAME_AMOUNT]


# --- What must pass -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "quarters", [(25, 50, 75, 100), (0, 0, 0, 100), (25, 25, 25, None), (0, 0, 0, 0)]
)
def test_cumulative_quarters_pass(quarters: tuple[float | None, ...]) -> None:
    cells = dict(zip(ACTUALS, quarters, strict=True))
    assert signs(sample_plan(), with_activity(sample_plan(), "II.2.a", 2023, **cells)) == []


def test_a_row_that_stopped_with_a_reason_passes() -> None:
    cells = dict.fromkeys(ACTUALS, 25.0)
    after = with_activity(sample_plan(), "II.2.a", 2023, keterangan=schema.POSTPONED, **cells)
    assert signs(sample_plan(), after) == []


def test_a_large_figure_among_its_like_passes() -> None:
    before = with_indicator(sample_plan(), "5.b", 2023, realisasi=41_200.0)
    assert signs(before, with_indicator(before, "5.b", 2024, realisasi=45_326.0)) == []


def test_spending_may_grow_a_thousandfold() -> None:
    before = with_activity(sample_plan(), "I.1.b", 2023, realisasi_anggaran=150_000.0)
    after = with_activity(before, "I.1.b", 2023, realisasi_anggaran=90_000_000.0)
    assert signs(before, after) == []


def test_a_row_filled_in_after_another_ones_example_passes() -> None:
    plan = sample_plan()
    frame = plan.activity_progress
    [source] = frame.index[(frame["no"] == "V.1.a") & (frame["tahun"] == 2024)]
    cells = {name: frame.at[source, name] for name in REPORTS if pd.notna(frame.at[source, name])}
    assert signs(plan, with_activity(plan, "V.2.a", 2024, **cells)) == []


def test_nothing_changed_says_nothing_and_changes_no_frame() -> None:
    plan = sample_plan()
    kept = plan.activity_progress.copy()
    assert signs(plan, replace(plan)) == []
    pd.testing.assert_frame_equal(plan.activity_progress, kept)


def test_the_sign_names_its_sheet_and_its_first_cell() -> None:
    before = sample_plan()
    after = with_indicator(before, "2.b", 2024, realisasi=45326.0)
    [found] = suspicions(differences(before, after), before, after)
    assert found.sheet is Sheet.INDICATOR_PROGRESS
    assert found.changes[0].place == (Sheet.INDICATOR_PROGRESS, "2.b", 2024, "realisasi")


def test_honest_reports_are_asked_about_at_most_twice_in_five_hundred(long, figure) -> None:
    count = 500 if long else 60
    alarms: Counter[str] = Counter()
    changed = 0
    for seed in range(count):
        before, after = honest_report(seed)
        found = signs(before, after)
        changed += bool(differences(before, after))
        alarms.update(f"{seed} {sign}" for sign in found)
    assert changed > 0.9 * count
    assert len(alarms) <= 2 * count / 500, sorted(alarms)
    figure(f"{count} honest reports, {len(alarms)} asked about")
