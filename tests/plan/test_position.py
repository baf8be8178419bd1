from datetime import date

import pytest

from lib.plan.position import Position, positions

YEARS = (2025, 2026)


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(2024, 6, 1), "2025-TW1"),
        (date(2025, 2, 1), "2025-TW1"),
        (date(2025, 6, 30), "2025-TW1"),
        (date(2025, 7, 1), "2025-TW2"),
        (date(2025, 12, 31), "2025-TW3"),
        (date(2026, 1, 1), "2025-TW4"),
        (date(2026, 12, 31), "2026-TW3"),
        (date(2031, 1, 1), "2026-TW4"),
    ],
)
def test_default_is_the_last_ended_quarter_inside_the_plan(today, code):
    assert Position.default(YEARS, today).code == code


@pytest.mark.parametrize("code", ["", None, "2025", "2025-TW5", "2025-TW0", "x2025-TW1", "TW1"])
def test_parse_refuses_what_is_not_a_position(code):
    assert Position.parse(code) is None


def test_parse_reads_its_own_code():
    for position in positions(YEARS):
        assert Position.parse(position.code) == position
    assert Position.parse(" 2025-tw3 ") == Position(2025, 3)


def test_label_is_what_people_read():
    assert Position(2025, 3).label == "TW III 2025"


def test_ended_counts_quarters_of_a_year():
    here = Position(2026, 2)
    assert [here.ended(year) for year in (2024, 2025, 2026, 2027)] == [4, 4, 2, 0]
