"""How a mean is written: never a zero where nothing was reported, nor one alone where part was."""

import pytest

from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.voice.words.counting import mean_of
from tests.factory import make_plan, with_activity


@pytest.mark.parametrize(
    ("reported", "words"),
    [
        ((), "–"),
        ((0.0,), "0% (yang melapor saja 0%)"),
        ((0.0, 0.0), "0%"),
        ((40.0,), "20%"),
        ((0.04,), "0% (yang melapor saja 0%)"),
    ],
)
def test_a_mean_in_words(reported, words):
    plan = make_plan((2025,), groups=1, activities_per_group=2)
    for no, value in zip(("I.1.a", "I.1.b"), reported, strict=False):
        plan = with_activity(plan, no, 2025, realisasi_tw1=value)
    assert mean_of(Standing(plan, Position(2025, 1)).sums) == words
