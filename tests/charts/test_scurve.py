from lib.charts import s_curve
from lib.plan.figures import rollup, status
from lib.plan.position import Position
from tests.charts.figures import names, trace, written
from tests.factory import decree_plan, sample_plan

AT = Position(2024, 3)


def test_the_plan_is_dashed_and_named_an_assumption():
    line = trace(s_curve(sample_plan(), AT), "Target")
    assert line.line.dash == "dash"
    assert line.name == "Target (asumsi)"
    assert len(line.x) == 8


def test_realisasi_ends_at_the_position():
    line = trace(s_curve(sample_plan(), AT), "Realisasi")
    assert max(line.x) == 7
    assert line.line.dash is None


def test_nothing_reported_draws_no_realisasi():
    chart = s_curve(decree_plan(), AT)
    assert names(chart) == ["Target (asumsi)"]
    assert set(chart.table["REALISASI RATA-RATA"]) == {"–"}
    assert chart.headline.startswith("Menurut rencana, target ")
    assert chart.headline.endswith(" pada TW III 2024; realisasinya belum dilaporkan")


def test_both_values_are_written_at_the_position():
    chart = s_curve(sample_plan(), AT)
    row = chart.table.set_index("POSISI").loc["TW III 2024"]
    assert f"<b>{row['REALISASI RATA-RATA']}</b>" in written(chart)
    assert f"<b>target {row['TARGET RATA-RATA']}</b>" in written(chart)


def test_a_filtered_table_draws_its_rows_and_years_alone():
    table = rollup.select(status.activity_status(sample_plan(), AT), year=2024)
    chart = s_curve(sample_plan(), AT, table=table)
    assert len(chart.table) == 4


def test_a_plan_that_has_not_begun_says_so():
    table = rollup.select(status.activity_status(sample_plan(), Position(2023, 2)), year=2024)
    chart = s_curve(sample_plan(), Position(2023, 2), table=table)
    assert chart.headline == "Target kumulatif mulai berjalan pada TW I 2024"
