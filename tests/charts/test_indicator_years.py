"""Indicators over the years: one column per year, missing and not yet due apart."""

import pytest

from lib.charts import Look, indicator_years
from lib.charts.palette import BRIGHT
from lib.plan.figures import indicator_state
from lib.plan.figures.status import Light
from tests.charts.figures import texts, trace, written
from tests.factory import decree_plan, make_plan, sample_plan, with_indicator

YEARS = (2025, 2026, 2027)
NO = "1.a"


def plan_of(**years: tuple[float | None, float | None]):
    """Two indicators; of the first, target and realisasi by year (`y2025=(10, 8)`)."""
    plan = make_plan(YEARS, groups=1)
    for year, (target, actual) in years.items():
        cells = {"target": target, "realisasi": actual}
        plan = with_indicator(plan, NO, int(year[1:]), **{k: v for k, v in cells.items() if v})
    return plan


def chart_of(plan, year=2026, look=None):
    return indicator_years(indicator_state.indicator_status(plan), plan, year, look or Look())


def test_every_year_has_its_column_named_above_its_bars():
    chart = chart_of(plan_of(y2025=(10.0, 8.0), y2026=(10.0, 10.0)))
    yellow, green = trace(chart, "Kuning"), trace(chart, "Hijau")
    assert [yellow.base[0], yellow.x[0]] == [0, 80]
    assert green.base[0] > 100
    assert green.x[0] == 100
    assert all(f"<b>{year}</b>" in written(chart) for year in YEARS)
    assert green.marker.color == BRIGHT.light[Light.GREEN].fill


def test_a_later_year_without_report_is_not_due_and_never_missing():
    chart = chart_of(plan_of(y2025=(10.0, 8.0)))
    ahead, missing = trace(chart, "Belum jatuh tempo"), trace(chart, "Belum dapat dihitung")
    last = max(ahead.base)
    assert len(ahead.base) == 2
    assert ahead.marker.pattern.shape is None
    assert all(start < last for start in missing.base)
    assert missing.marker.pattern.shape == "/"


def test_a_later_year_that_is_reported_is_shown():
    chart = chart_of(plan_of(y2027=(10.0, 9.0)))
    assert len(trace(chart, "Belum jatuh tempo").base) == 1
    assert any(text.startswith("90% ◐") for text in texts(chart))


def test_the_headline_counts_the_last_years_up_to_the_position():
    plan = plan_of(y2025=(10.0, 10.0), y2026=(10.0, 5.0), y2027=(10.0, 10.0))
    assert chart_of(plan).headline == (
        "Indikator mencapai target: 1 dari 2 pada 2025 dan 0 dari 2 pada 2026; 1 belum ada target"
    )


def test_while_no_target_is_reached_the_last_year_speaks_alone():
    assert chart_of(decree_plan(), 2024).headline == "11 indikator 2024 belum memiliki target"


@pytest.mark.parametrize("width", [None, 520, 700])
def test_what_is_written_in_a_bar_fits_it(width):
    chart = chart_of(sample_plan(), 2024, Look(width=width))
    assert len(chart.table) == 22
    assert "102,2% ✓ Sangat Tinggi" in texts(chart) or width
    assert len(chart.figure.data) <= 12


def test_the_numbers_beside_the_bars_are_those_of_the_positions_year():
    plan = plan_of(y2025=(10.0, 8.0), y2026=(12.0, 9.0))
    assert "↑ 9 dari target 12" in texts(chart_of(plan))
    assert "↑ 8 dari target 10" in texts(chart_of(plan, 2025))


def test_bars_lead_to_the_card_of_their_indicator():
    leads = {lead for bars in chart_of(sample_plan(), 2024).figure.data for lead in bars.meta or ()}
    assert "no=1.a" in leads
    assert len(leads) == 11
