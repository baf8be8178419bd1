from lib.charts import Look, agency_bullets, agency_status
from lib.charts.palette import BRIGHT
from lib.plan.figures import rollup, status
from lib.plan.figures.status import Status
from lib.plan.position import Position
from tests.charts.figures import names, texts, trace, written
from tests.factory import decree_plan, make_plan, with_activity

AT = Position(2024, 4)


def stacked(plan, position=AT):
    return agency_status(status.activity_status(plan, position), plan, position)


def bullets(plan, position=AT, look=None):
    rows = rollup.in_scope(status.activity_status(plan, position), position)
    sums = rollup.by_agency(rows, plan.agencies)
    return agency_bullets(sums, plan, position, look or Look())


def test_counts_are_stacked_end_to_end_and_labelled():
    plan = with_activity(decree_plan(), "V.1.a", 2023, realisasi_tw4=100.0)
    done, silent = (trace(stacked(plan), s) for s in (Status.DONE, Status.NO_DATA))
    assert list(done.text) == ["1"]
    assert list(silent.text) == ["13", "2", "1"]
    assert list(silent.base) == [0, 0, 1]
    assert silent.marker.pattern.shape == "/"
    assert done.marker.color == BRIGHT.status[Status.DONE].fill


def test_the_legend_has_each_statuss_mark():
    assert names(stacked(decree_plan())) == ["Belum ada data –"]
    assert "▨" in written(stacked(decree_plan()))


def test_years_after_the_position_are_not_counted():
    chart = stacked(decree_plan(), Position(2023, 4))
    assert chart.table["JUMLAH"].sum() == 8


def test_a_row_of_several_agencies_counts_for_each_and_says_so():
    plan = make_plan()
    chart = stacked(plan, Position(2026, 4))
    assert chart.table["JUMLAH"].sum() > len(plan.activity_progress)
    assert "setiap pihak" in written(chart)
    assert "setiap pihak" not in written(stacked(decree_plan()))


def test_a_silent_agency_has_a_hatched_bar_instead_of_zero():
    chart = bullets(decree_plan())
    assert not any(name.startswith("Realisasi") for name in names(chart))
    assert len(trace(chart, "– Belum ada data").x) == 3
    assert texts(chart).count("– Belum ada data") == 3
    assert set(chart.table["REALISASI RATA-RATA"]) == {"– Belum ada data"}


def test_realisasi_is_drawn_against_its_target():
    plan = with_activity(decree_plan(), "V.1.a", 2023, realisasi_tw4=100.0)
    chart = bullets(plan, Position(2024, 2))
    assert list(trace(chart, "Realisasi").x) == [50.0]
    assert 75.0 in trace(chart, "Target").x
    assert "50% · target 75% (asumsi)" in texts(chart)


def test_compliance_counts_the_reports():
    plan = with_activity(decree_plan(), "V.1.a", 2023, realisasi_tw4=100.0)
    chart = bullets(plan)
    assert "1 dari 8 laporan (12,5%)" in texts(chart)
    assert "0 dari 8 laporan" in texts(chart)


def test_on_a_phone_labels_carry_the_numbers():
    labels = bullets(decree_plan(), look=Look(compact=True)).figure.layout.yaxis.ticktext
    assert "Kepatuhan pelaporan: 0 dari 8 laporan" in labels
