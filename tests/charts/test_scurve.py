import numpy as np
import pytest

from lib.charts import lettering, s_curve
from lib.charts.chart import Look
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


@pytest.mark.parametrize("width", [1250, 340])
def test_words_below_the_line_do_not_lie_on_it(width):
    position = Position(2024, 4)
    chart = s_curve(sample_plan(), position, Look(width=width, compact=width < 400))
    words = f"<b>{chart.table['REALISASI RATA-RATA'].iloc[-1]}</b>"
    [label] = [one for one in chart.figure.layout.annotations if one.text == words]
    line, layout = trace(chart, "Realisasi"), chart.figure.layout
    across = (width - layout.margin.l - layout.margin.r) / 7.8
    up = (layout.height - layout.margin.t - layout.margin.b) / 140
    taken = lettering.width(label.text.strip("</b>"), label.font.size, bold=True) - label.xshift
    risen = line.y[-1] - np.interp(line.x[-1] - taken / across, line.x, line.y)
    assert -label.yshift >= risen * up
