"""Steps of a rubric in words: on cards, in histories, in sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lib.plan.change.difference import differences
from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.voice.cards import indicator_facts
from lib.voice.changes import Sides, happened, units_in, values
from lib.voice.key_figures import figures_of
from lib.voice.words.measures import measure, step_sayings, steps
from lib.voice.words.signs import STEPS_RULE
from tests.factory import make_plan, with_indicator, with_steps

AT = ("1.a", 2025)
END = Position(2026, 4)


@pytest.mark.parametrize(
    ("actual", "target", "words"),
    [
        (3.0, 4.0, "Tahap 3 dari 4"),
        (3.0, 3.0, "Tahap 3 dari 3"),
        (1.0, 4.0, "Tahap 1 dari 4"),
        (4.0, 3.0, "Tahap 4, melampaui target tahap 3"),
    ],
)
def test_steps_are_told_of_the_step_wanted(actual, target, words):
    assert steps(actual, target) == words
    told = step_sayings(actual, target)
    assert all(len(one) > len(other) for one, other in pairwise(told))


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (3.0, "Tahap", "Tahap 3"),
        (3.0, " tahap", "Tahap 3"),
        (75.0, "Tahap", "75"),
        (None, "Tahap", "–"),
        (3.0, "tahapan", "3 tahapan"),
        ("Meningkat", "%", "Meningkat"),
        ("Ya", "Ya/Tidak", "Ya"),
    ],
)
def test_a_figure_is_written_in_its_unit(value, unit, words):
    assert measure(value, unit) == words


def facts(plan, position=END):
    found = indicator_facts.facts(Standing(plan, position), "1.a")
    assert found is not None
    return found, next(year for year in found.years if year.year == AT[1])


def test_the_card_describes_each_step_and_names_the_reached_and_the_wanted():
    whole, year = facts(with_steps(make_plan(), *AT, target=4.0, realisasi=3.0))
    assert [(step.text, step.is_noted) for step in year.steps] == [
        ("Tahap 1: Belum ada SOP", False),
        ("Tahap 2: SOP dirancang", False),
        ("Tahap 3: SOP ditetapkan (tahap saat ini)", True),
        ("Tahap 4: SOP dijalankan dan dievaluasi (target)", True),
    ]
    assert year.achieved == "◐ Tahap 3 dari 4"
    assert (year.target, year.actual, year.reason) == ("Tahap 4", "Tahap 3", "")
    assert not whole.direction.startswith("Tahap")  # its last year is not in steps


def test_the_step_that_is_both_says_so_and_the_rule_stands_on_the_card():
    plan = make_plan()
    for year in plan.years:
        plan = with_steps(plan, "1.a", year, target=3.0, realisasi=3.0)
    whole, year = facts(plan)
    assert year.steps[2].text == "Tahap 3: SOP ditetapkan (tahap saat ini, target)"
    assert whole.direction == STEPS_RULE


def test_other_indicators_have_no_steps_on_their_cards():
    _, year = facts(with_indicator(make_plan(), *AT, satuan="%", target=80.0, realisasi=72.0))
    assert year.steps == ()
    assert year.achieved == "◐ capaian 90%, Tinggi"


def test_a_reached_step_counts_among_the_five_figures():
    plan = with_steps(make_plan(), "1.a", 2026, target=3.0, realisasi=3.0)
    figure = next(one for one in figures_of(Standing(plan, END)) if "ndikator" in one.label)
    assert figure.value.startswith("1 dari")


def moved(*plans):
    """What each plan changed in the one before it, in words."""
    said = []
    for before, after in pairwise(plans):
        changes = differences(before, after)
        sides = Sides.of(changes, units_in(after))
        said.append({change.column: happened(change, sides) for change in changes})
    return said


def test_a_history_tells_steps_and_what_was_counted_before_as_a_number():
    counted = with_indicator(make_plan(), *AT, satuan="perbaikan", realisasi=3.0)
    begun = with_steps(counted, *AT, realisasi=2.0)
    further = with_indicator(begun, *AT, realisasi=3.0, target=4.0)
    over, on = moved(counted, begun, further)
    assert over["realisasi"] == "3 menjadi Tahap 2"
    assert on == {"realisasi": "Tahap 2 menjadi Tahap 3", "target": "diisi Tahap 4"}


def test_without_the_units_a_figure_stays_a_number():
    plan = with_steps(make_plan(), *AT, realisasi=2.0)
    [change] = differences(plan, with_indicator(plan, *AT, realisasi=3.0))
    assert values(change) == ("2", "3")
    assert units_in(None) == {}
