import pytest

from lib.charts import indicator_bars
from lib.charts.palette import BRIGHT
from lib.plan import schema
from lib.plan.figures import indicator_state
from lib.plan.figures.status import Light
from tests.charts.figures import names, texts, trace, written
from tests.factory import decree_plan, with_indicator


def chart_of(plan, year=2024):
    return indicator_bars(indicator_state.indicator_status(plan), plan, year)


@pytest.fixture
def plan():
    return with_indicator(decree_plan(), "1.a", 2024, target=50.0, realisasi=45.0, satuan="orang")


def test_a_bar_is_the_capaian_in_its_lights_colour(plan):
    bars = trace(chart_of(plan), "Kuning")
    assert list(bars.x) == [90.0]
    assert bars.marker.color == BRIGHT.light[Light.YELLOW].fill


def test_predikat_direction_and_numbers_stand_beside_it(plan):
    assert "Tinggi · ↑ 45 dari target 50 orang" in texts(chart_of(plan))


def test_a_falling_indicator_has_its_arrow_down(plan):
    plan = with_indicator(plan, "1.a", 2024, arah=schema.DOWN)
    assert any("↓ 45 dari target 50 orang" in text for text in texts(chart_of(plan)))


def test_capaian_above_the_target_is_capped_in_the_bar_and_said_in_words(plan):
    plan = with_indicator(plan, "1.a", 2024, realisasi=60.0)
    chart = chart_of(plan)
    assert list(trace(chart, "Hijau").x) == [100.0]
    assert "120% ✓, lebih baik dari target" in texts(chart)


def test_what_cannot_be_computed_is_hatched_with_its_reason(plan):
    plan = with_indicator(plan, "1.b", 2024, target=10.0)
    chart = chart_of(plan)
    bars = trace(chart, "Belum dapat dihitung")
    assert bars.marker.pattern.shape == "/"
    assert set(bars.x) == {100.0}
    assert texts(chart).count("– Belum ada target") == 9
    assert texts(chart).count("– Belum ada data") == 1
    assert "Tidak dihitung: REALISASI kosong" in bars.customdata[0].replace("<br>", " ")


def test_a_capaian_of_zero_is_red_and_not_hatched(plan):
    plan = with_indicator(plan, "1.a", 2024, realisasi=0.0)
    bars = trace(chart_of(plan), "Merah")
    assert list(bars.x) == [0.0]
    assert "0% !" in texts(chart_of(plan))


def test_yes_and_no_are_written_without_a_unit(plan):
    words = {"target": "Ya", "realisasi": "Ya", "satuan": schema.YES_NO}
    plan = with_indicator(plan, "2.a", 2024, **words)
    assert "Sangat Tinggi · ↑ Ya dari target Ya" in texts(chart_of(plan))


def test_thresholds_are_drawn_behind_the_bars_and_name_their_source(plan):
    chart = chart_of(plan)
    lines = [shape for shape in chart.figure.layout.shapes if shape.x0 in (70, 90)]
    assert {shape.layer for shape in lines} == {"between"}
    assert "E-SAKIP" in written(chart)
    assert "Permendagri" in written(chart)


def test_only_the_year_asked_for_is_drawn(plan):
    chart = chart_of(plan, 2023)
    assert names(chart) == ["Belum dapat dihitung –"]
    assert len(chart.table) == 11


def test_programs_head_their_indicators_in_printed_order(plan):
    axis = chart_of(plan).figure.layout.yaxis
    in_order = [label for _, label in sorted(zip(axis.tickvals, axis.ticktext, strict=True))]
    assert in_order[0] == "<b>1. Penguatan Kelembagaan dan Kebijakan</b>"
    assert in_order[1].startswith("<b>1.a</b>")
    assert in_order[3].startswith("<b>2. ")
