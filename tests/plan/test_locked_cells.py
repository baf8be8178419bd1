"""Which cells a lock holds: the figures of quarters that are over, and what gives them meaning."""

from __future__ import annotations

import pytest

from lib.plan.change.lock import locks
from lib.plan.position import Position
from lib.plan.schema import Sheet

YEARS_END, BEFORE = Position(2025, 4), Position(2025, 3)


@pytest.mark.parametrize("column", ["target", "realisasi", "satuan", "arah", "rubrik"])
def test_an_indicators_year_is_locked_whole_with_its_last_quarter(column: str) -> None:
    assert locks(YEARS_END, Sheet.INDICATOR_PROGRESS, 2025, column)
    assert not locks(BEFORE, Sheet.INDICATOR_PROGRESS, 2025, column)
    assert not locks(YEARS_END, Sheet.INDICATOR_PROGRESS, 2026, column)
    assert not locks(None, Sheet.INDICATOR_PROGRESS, 2025, column)


@pytest.mark.parametrize("column", ["sumber_data", "penanggung_jawab", "kendala"])
def test_what_explains_a_figure_stays_open(column: str) -> None:
    assert not locks(YEARS_END, Sheet.INDICATOR_PROGRESS, 2025, column)


@pytest.mark.parametrize("kind", ["target", "realisasi"])
@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
def test_a_kegiatan_is_locked_quarter_by_quarter(kind: str, quarter: int) -> None:
    column = f"{kind}_tw{quarter}"
    assert locks(BEFORE, Sheet.ACTIVITY_PROGRESS, 2025, column) == (quarter <= BEFORE.quarter)
    assert locks(BEFORE, Sheet.ACTIVITY_PROGRESS, 2024, column)
