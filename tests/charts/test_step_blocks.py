"""Steps in figures: blocks instead of a bar, and the rule beside them."""

from __future__ import annotations

import pytest

from lib.charts import Look, indicator_bars, indicator_years
from lib.charts.palette import BRIGHT
from lib.plan.figures.indicator_state import indicator_status
from lib.plan.figures.status import Light
from lib.voice.words.signs import STEPS_RULE
from tests.charts.figures import names, texts, written
from tests.factory import decree_plan, with_indicator, with_steps

YEAR = 2024


def chart_of(plan, look=None):
    return indicator_bars(indicator_status(plan), plan, YEAR, look or Look())


def stepped(target=4.0, actual=3.0):
    return with_steps(decree_plan(), "1.a", YEAR, target=target, realisasi=actual)


def blocks(chart):
    """How many blocks there are of each fill, in rows of four."""
    bars = [t for t in chart.figure.data if t.type == "bar" and not t.name]
    return {bar.marker.color: len(bar.x) for bar in bars}


@pytest.mark.parametrize(
    ("target", "actual", "light", "reached", "wanted", "beyond"),
    [
        (3.0, 3.0, Light.GREEN, 3, 0, 1),
        (3.0, 2.0, Light.YELLOW, 2, 1, 1),
        (3.0, 1.0, Light.RED, 1, 2, 1),
        (4.0, 3.0, Light.YELLOW, 3, 1, 0),
        (3.0, 4.0, Light.GREEN, 4, 0, 0),
    ],
)
def test_blocks_are_reached_wanted_or_beyond(target, actual, light, reached, wanted, beyond):
    found = blocks(chart_of(stepped(target, actual)))
    counts = {BRIGHT.light[light].fill: reached, BRIGHT.card: wanted, BRIGHT.track: beyond}
    assert found == {fill: count for fill, count in counts.items() if count}


def test_words_say_the_steps_and_no_percentage():
    chart = chart_of(stepped())
    assert "Tahap 3 dari 4 ◐" in texts(chart)
    row = chart.table.set_index("NO").loc["1.a"]
    assert (row["TARGET"], row["REALISASI"], row["CAPAIAN"], row["PREDIKAT"]) == (
        "Tahap 4",
        "Tahap 3",
        "Tahap 3 dari 4",
        "–",
    )
    hovers = [box for t in chart.figure.data if t.customdata for box in t.customdata]
    box = next(box for box in hovers if "SOP ditetapkan" in box)
    assert "SOP dijalankan dan dievaluasi" in box
    assert "%" not in box
    assert "Arah" not in box


def test_the_rule_stands_below_where_steps_do_and_nowhere_else():
    told = " ".join(STEPS_RULE.split()[:4])
    assert told in written(chart_of(stepped()))
    assert told not in written(chart_of(with_indicator(decree_plan(), "1.a", YEAR, target=5.0)))
    assert told not in written(chart_of(stepped(actual=None)))


def test_the_legend_of_thresholds_is_not_of_steps():
    assert not any(name.startswith("Kuning") for name in names(chart_of(stepped())))
    both = with_indicator(stepped(), "1.b", YEAR, target=100.0, realisasi=75.0)
    assert any(name.startswith("Kuning") for name in names(chart_of(both)))


@pytest.mark.parametrize("actual", [None, 5.0])
def test_without_a_step_the_row_is_hatched(actual):
    chart = chart_of(stepped(actual=actual))
    assert blocks(chart) == {}
    assert "– Belum ada data" in texts(chart)
    assert any("target Tahap 4" in text for text in texts(chart))


def test_over_the_years_blocks_stand_in_their_years_column():
    plan = with_steps(stepped(), "1.a", 2023, target=2.0, realisasi=1.0)
    for look in (Look(), Look(compact=True), Look(meeting=True)):
        chart = indicator_years(indicator_status(plan), plan, YEAR, look)
        found = blocks(chart)
        assert found[BRIGHT.light[Light.YELLOW].fill] == 4  # one of two, three of four
        assert [text for text in texts(chart) if "dari" in text and "◐" in text] == [
            "Tahap 1 dari 2 ◐",
            "Tahap 3 dari 4 ◐",
        ]
