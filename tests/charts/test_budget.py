"""Pagu and its realisasi: what rows state whole, by halves and not at all."""

from lib.charts import Look, agency_budget
from lib.plan.figures import rollup, status
from lib.plan.position import Position
from lib.voice import budgets
from tests.charts.figures import names, texts, trace, written
from tests.factory import make_plan, sample_plan, with_activity

AT = Position(2026, 4)
YEAR = 2026


def plan_of(**cells):
    """One kegiatan of DINAS A, one of DINAS B and BADAN C, in one year."""
    plan = make_plan((YEAR,), groups=1, activities_per_group=2)
    return with_activity(plan, "I.1.a", YEAR, **cells)


def sums_of(plan):
    rows = rollup.in_scope(status.activity_status(plan, AT), AT)
    return rollup.by_agency(rows, plan.agencies), rollup.rollup(rows)


def budget(plan, look=None):
    parts, total = sums_of(plan)
    return agency_budget(parts, total, plan, AT, look or Look())


def test_spending_lies_in_its_pagu_and_is_said_beside_it():
    chart = budget(plan_of(pagu_anggaran=200.0e6, realisasi_anggaran=150.0e6))
    assert list(trace(chart, "Pagu").x) == [200.0e6]
    assert list(trace(chart, "Realisasi anggaran").x) == [150.0e6]
    assert "75% · Rp150.000.000 dari Rp200.000.000" in texts(chart)
    assert chart.headline == "Serapan anggaran 75% dari pagu Rp200.000.000"


def test_a_pagu_without_realisasi_is_hatched_and_no_part_of_serapan():
    plan = plan_of(pagu_anggaran=200.0e6, realisasi_anggaran=150.0e6)
    plan = with_activity(plan, "I.1.b", YEAR, pagu_anggaran=50.0e6)
    chart = budget(plan)
    missing = trace(chart, budgets.SILENT)
    assert missing.marker.pattern.shape == "/"
    assert set(missing.x) == {50.0e6}
    assert "75%" in chart.headline
    assert chart.headline.endswith("; Rp50.000.000 lainnya belum disertai realisasi anggaran")
    _, total = sums_of(plan)
    assert (total.absorption, total.silent_budget) == (75.0, 50.0e6)


def test_an_agency_without_pagu_says_so_instead_of_zero():
    chart = budget(plan_of(pagu_anggaran=200.0e6))
    assert texts(chart).count(budgets.NO_BUDGET) == len(plan_of().agencies) - 1
    assert chart.headline == "Pagu Rp200.000.000; realisasi anggaran belum dilaporkan"
    assert names(chart) == [budgets.SILENT]
    assert "0%" not in written(chart) + str(chart.table)


def test_spending_beyond_its_pagu_stays_in_the_picture():
    chart = budget(plan_of(pagu_anggaran=100.0e6, realisasi_anggaran=130.0e6))
    assert chart.figure.layout.xaxis.range[1] == 130.0e6


def test_where_no_pagu_is_stated_there_is_nothing_to_draw():
    assert not sums_of(plan_of())[1].states_budget
    assert not sums_of(plan_of(realisasi_anggaran=5.0))[1].states_budget
    assert sums_of(sample_plan())[1].states_budget


def test_on_a_phone_the_amounts_stand_in_the_labels():
    chart = budget(plan_of(pagu_anggaran=2.0e6, realisasi_anggaran=1.0e6), Look(compact=True))
    labels = chart.figure.layout.yaxis.ticktext
    assert any("50% · Rp1.000.000" in label for label in labels)
