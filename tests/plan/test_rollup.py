"""Roll-ups, by hand on small plans and on the decree's."""

import pytest

from lib.plan import schema
from lib.plan.figures import rollup, status
from lib.plan.figures.status import Status
from lib.plan.position import Position
from tests.factory import big_plan, decree_plan, make_plan, with_activity


def small():
    """A one-year plan of four kegiatan of one agency each."""
    return make_plan(
        years=(2026,), groups=1, activities_per_group=4, agencies=("DINAS A", "DINAS B")
    )


def sums(plan, at):
    return rollup.rollup(rollup.in_scope(status.activity_status(plan, at), at))


def test_means_name_both_ways_of_counting_the_unreported():
    plan = small()
    first, second, *_ = plan.activities["no"]
    plan = with_activity(plan, first, 2026, realisasi_tw2=100.0)
    plan = with_activity(plan, second, 2026, realisasi_tw1=20.0)
    result = sums(plan, Position(2026, 2))
    assert (result.mean_all, result.mean_reported, result.reported) == (30, 60, 2)
    assert (result.filled, result.due, result.compliance) == (2, 8, 25)
    assert result.counts[Status.NO_DATA] == 2


def test_postponed_is_left_out_and_counted_apart_while_not_done_stays():
    plan = small()
    first, second, third, _ = plan.activities["no"]
    plan = with_activity(plan, first, 2026, keterangan=schema.POSTPONED, kendala="x")
    plan = with_activity(plan, second, 2026, keterangan=schema.NOT_DONE, kendala="x")
    plan = with_activity(plan, third, 2026, realisasi_tw1=100.0, bukti_dukung="https://x.go.id")
    result = sums(plan, Position(2026, 1))
    assert (result.planned, result.postponed, result.done) == (3, 1, 1)
    assert result.mean_all == pytest.approx(100 / 3)
    assert (result.evidenced, result.evidence) == (1, 100)


def test_capaian_is_capped_inside_averages():
    plan = small()
    first, second, *_ = plan.activities["no"]
    plan = with_activity(plan, first, 2026, realisasi_tw1=100.0)
    plan = with_activity(plan, second, 2026, realisasi_tw1=5.0)
    assert sums(plan, Position(2026, 1)).mean_capaian == 60


def test_absorption_counts_only_rows_that_state_both():
    plan = small()
    first, second, *_ = plan.activities["no"]
    plan = with_activity(plan, first, 2026, pagu_anggaran=100.0, realisasi_anggaran=40.0)
    plan = with_activity(plan, second, 2026, pagu_anggaran=900.0)
    result = sums(plan, Position(2026, 1))
    assert (result.budget_rows, result.absorption) == (1, 40)


def test_nothing_to_divide_by_is_none_not_zero():
    result = rollup.rollup(status.activity_status(small(), Position(2026, 1)).iloc[:0])
    assert (result.mean_all, result.compliance, result.evidence, result.absorption) == (None,) * 4


def test_scope_ends_with_the_position_year():
    plan = decree_plan()
    assert sums(plan, Position(2023, 3)).planned == 8
    assert sums(plan, Position(2024, 1)).planned == 17


def test_decree_counts_per_agency():
    table = status.activity_status(decree_plan(), Position(2024, 4))
    rolled = rollup.by_agency(table, decree_plan().agencies)
    assert {name: sums.planned for name, sums in rolled.items()} == {
        "DINKOMINFO": 13,
        "BAGIAN ORGANISASI": 2,
        "INSPEKTORAT": 2,
    }


def test_a_row_of_several_agencies_counts_for_each_but_once_in_the_total():
    plan = big_plan()
    table = status.activity_status(plan, Position(2029, 4))
    rolled = rollup.by_agency(table, plan.agencies)
    assert len(plan.activities) == 60
    assert sum(sums.planned for sums in rolled.values()) > rollup.rollup(table).planned
    assert rollup.rollup(table).planned == len(plan.activity_progress)


def test_select_narrows_by_year_group_and_agency():
    table = status.activity_status(decree_plan(), Position(2024, 4))
    assert len(rollup.select(table, year=2023)) == 8
    assert len(rollup.select(table, group="KP I")) == 3
    assert len(rollup.select(table, agency="INSPEKTORAT")) == 2
    assert rollup.select(table, year=2023, group="KP II").empty
