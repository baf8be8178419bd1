"""Cells of real mishaps: what they show is what is read, or it is said."""

from pathlib import Path

import pytest

from lib.plan.change.difference import Change, differences
from lib.workbook import intake
from tests.factory import reported_sample

CASES = Path(__file__).parents[2].parent / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="shared/cases is not on this machine")


def read(name: str) -> tuple[intake.Reading, tuple[Change, ...]]:
    reading = intake.examine((CASES / name).read_bytes(), name, reported_sample())
    return reading, differences(reported_sample(), reading.plan) if reading.plan else ()


def told(reading: intake.Reading) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in reading.findings]


def test_one_under_a_written_percent_sign_is_one_percent() -> None:
    reading, [change] = read("percent_literal_fmt_small.xlsx")
    assert (reading.accepted, change.column, change.after) == (True, "realisasi_tw2", 1.0)


def test_a_time_in_a_percent_cell_is_refused_in_indonesian() -> None:
    [finding] = read("percent_time.xlsx")[0].errors
    assert (finding.code, finding.cell) == ("date-for-number", "K5")
    assert "75:00" in finding.seen


def test_words_for_nothing_are_blank_or_asked_about() -> None:
    reading, _ = read("nihil.xlsx")
    assert told(reading) == [
        ("number-nothing", "K5"),
        ("placeholder-blank", "M5"),
        ("placeholder-blank", "R5"),
    ]
    assert "kosongkan" in reading.findings[0].advice
    assert "“belum ada”" in reading.findings[2].seen


def test_a_dash_is_no_obstacle() -> None:
    reading, _ = read("ditunda_dash.xlsx")
    assert told(reading) == [("remark-without-obstacle", "P8"), ("placeholder-blank", "P8")]
