import pandas as pd
import pytest

from lib.plan import schema
from lib.plan.figures.curve import cumulative
from lib.plan.position import Position
from tests.factory import make_plan, with_activity

END = Position(2026, 4)


def curve_of(plan, position=END):
    table = cumulative(plan.activity_progress, plan.years, position)
    return table.set_index(["tahun", "triwulan"])


@pytest.fixture
def plan():
    """Four kegiatan-years: two in 2025, two in 2026."""
    return make_plan()


def test_a_row_counts_nothing_before_its_year_and_all_of_it_after(plan):
    curve = curve_of(plan)
    assert curve.loc[(2025, 4), "target"] == 50
    assert curve.loc[(2026, 4), "target"] == 100


def test_targets_within_a_year_are_the_assumed_ones_and_say_so(plan):
    curve = curve_of(plan)
    assert curve.loc[(2025, 1), "target"] == 12.5
    assert curve.loc[(2025, 1), "asumsi"]
    assert not curve.loc[(2026, 4), "asumsi"]


def test_stated_targets_are_no_assumption():
    plan = make_plan(years=[2025], groups=1, activities_per_group=1)
    targets = dict(zip(schema.TARGETS, (10.0, 20.0, 60.0, 100.0), strict=True))
    plan = with_activity(plan, "I.1.a", 2025, **targets)
    curve = curve_of(plan, Position(2025, 4))
    assert curve["target"].tolist() == [10, 20, 60, 100]
    assert not curve["asumsi"].any()


def test_realisasi_stays_unknown_where_nothing_is_reported(plan):
    assert curve_of(plan)["realisasi"].isna().all()


def test_the_last_report_holds_until_the_next_one(plan):
    [no] = plan.activity_progress.query("tahun == 2025")["no"].iloc[:1]
    plan = with_activity(plan, no, 2025, realisasi_tw2=40.0)
    curve = curve_of(plan)
    assert pd.isna(curve.loc[(2025, 1), "realisasi"])
    assert curve.loc[(2025, 2), "realisasi"] == 10
    assert curve.loc[(2026, 4), "realisasi"] == 10


def test_realisasi_after_the_readers_position_is_not_shown(plan):
    [no] = plan.activity_progress.query("tahun == 2025")["no"].iloc[:1]
    plan = with_activity(plan, no, 2025, realisasi_tw1=20.0, realisasi_tw2=40.0)
    curve = curve_of(plan, Position(2025, 1))
    assert curve.loc[(2025, 1), "realisasi"] == 5
    assert curve["realisasi"].notna().sum() == 1


def test_postponed_rows_are_left_out(plan):
    [no] = plan.activity_progress.query("tahun == 2025")["no"].iloc[:1]
    plan = with_activity(plan, no, 2025, keterangan=schema.POSTPONED)
    assert curve_of(plan).loc[(2025, 4), "target"] == pytest.approx(100 / 3)


def test_no_rows_give_no_means(plan):
    curve = cumulative(plan.activity_progress.iloc[:0], plan.years, END)
    assert len(curve) == 8
    assert curve[["target", "realisasi"]].isna().all(axis=None)
