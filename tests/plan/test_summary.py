"""The sums behind the five figures."""

from lib.plan.figures import indicator_state, status
from lib.plan.figures.summary import summarise
from lib.plan.position import Position
from tests.factory import make_plan, with_activity, with_indicator


def summary(plan, position):
    activities = status.activity_status(plan, position)
    return summarise(activities, indicator_state.indicator_status(plan), position)


def test_what_lies_after_the_positions_year_is_left_out():
    plan = make_plan(years=(2025, 2026), groups=1, activities_per_group=1)
    plan = with_activity(plan, plan.activities["no"].iloc[0], 2026, realisasi_tw4=100.0)
    assert summary(plan, Position(2025, 4)).sums.done == 0
    assert summary(plan, Position(2026, 4)).sums.done == 1


def test_indicators_are_those_of_the_latest_year_up_to_the_position():
    plan = with_indicator(make_plan(years=(2025, 2026)), "1.a", 2025, target=1.0, realisasi=1.0)
    early, late = summary(plan, Position(2025, 4)), summary(plan, Position(2026, 1))
    assert (early.indicator_year, early.measures.achieved) == (2025, 1)
    assert (late.indicator_year, late.measures.achieved) == (2026, 0)
