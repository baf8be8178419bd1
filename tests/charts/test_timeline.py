import pytest

from lib.charts import timeline
from lib.charts.bars import HEADER
from lib.charts.palette import BRIGHT
from lib.plan import schema
from lib.plan.figures import status
from lib.plan.figures.status import Status
from lib.plan.position import Position
from tests.charts.figures import names, texts, trace
from tests.factory import decree_plan, with_activity

AT = Position(2024, 3)


def chart_of(plan, position=AT, **more):
    return timeline(status.activity_status(plan, position), plan, position, **more)


@pytest.fixture
def plan():
    plan = with_activity(decree_plan(), "II.1.a", 2024, realisasi_tw1=25.0, realisasi_tw3=75.0)
    plan = with_activity(plan, "II.2.a", 2023, realisasi_tw4=100.0)
    return with_activity(plan, "V.1.a", 2023, realisasi_tw2=60.0)


def test_the_fill_is_the_realisasi_in_the_statuss_colour(plan):
    bars = trace(chart_of(plan), Status.IN_PROGRESS)
    assert list(bars.x) == [3.0]
    assert bars.marker.color == BRIGHT.status[Status.IN_PROGRESS].fill


def test_a_bar_says_its_status_with_mark_and_word(plan):
    found = texts(chart_of(plan))
    assert "◐ Dalam proses, 75% dari target 75% (asumsi)" in found
    assert "✓ Selesai" in found
    assert "– Belum ada data" in found


def test_missing_data_is_a_whole_hatched_bar_and_no_fill(plan):
    bars = trace(chart_of(plan), Status.NO_DATA)
    assert set(bars.x) == {4.0}
    assert bars.marker.pattern.shape == "/"


def test_quarters_owed_are_named(plan):
    assert any("TW III–IV belum dilaporkan" in text for text in texts(chart_of(plan)))


def test_a_postponed_year_is_hatched():
    plan = with_activity(decree_plan(), "II.1.a", 2024, keterangan=schema.POSTPONED, kendala="x")
    assert trace(chart_of(plan), Status.POSTPONED).marker.pattern.shape == "/"


def test_a_coming_year_is_an_outline(plan):
    bars = trace(chart_of(plan, Position(2023, 4)), Status.SCHEDULED)
    assert len(bars.x) == 9
    assert bars.marker.line.width == 1


def test_rows_are_grouped_under_their_kelompok_program(plan):
    axis = chart_of(plan).figure.layout.yaxis
    in_order = [label for _, label in sorted(zip(axis.tickvals, axis.ticktext, strict=True))]
    assert in_order[0].startswith("<b>KP I · PENGUATAN KELEMBAGAAN")
    # II.2.a stands under KP I, whatever its number suggests.
    assert in_order[2].startswith("<b>II.2.a</b>")
    assert in_order[3].startswith("<b>KP II · ")


def test_no_line_runs_over_the_words(plan):
    assert {shape.layer for shape in chart_of(plan).figure.layout.shapes} == {"below", "between"}


def test_the_position_stands_at_the_end_of_its_quarter(plan):
    figure = chart_of(plan).figure
    [line] = [shape for shape in figure.layout.shapes if shape.layer == "between"]
    assert line.x0 == pytest.approx(4.3 + 3)
    assert line.y0 < HEADER


def test_a_position_outside_the_year_shown_is_not_drawn(plan):
    figure = chart_of(plan, year=2023).figure
    assert not [shape for shape in figure.layout.shapes if shape.layer == "between"]


def test_a_picked_year_shows_each_quarters_own_value(plan):
    chart = chart_of(plan, year=2024)
    assert list(trace(chart, Status.IN_PROGRESS).text) == ["25%", "75%"]
    assert trace(chart, Status.NO_DATA).text.count("–") == 8 * 3 + 1
    assert "Belum jatuh tempo" in names(chart)
    assert set(chart.table["TAHUN"]) == {2024}


def test_hover_says_realisasi_target_and_full_name(plan):
    hover = trace(chart_of(plan), Status.IN_PROGRESS).customdata[0]
    assert "Realisasi: 75%" in hover
    assert "Target: 75% (asumsi)" in hover
    assert "Pejabat Penghubung" in hover


def test_unreported_years_have_no_realisasi_in_the_table(plan):
    table = chart_of(plan).table
    missing = table[table["STATUS"] == Status.NO_DATA]
    assert set(missing["REALISASI"]) == {"–"}
