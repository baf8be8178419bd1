"""Each mistake gives its finding at its cell, in whole sentences."""

import re

import pytest

from lib.findings.catalogue import CATALOGUE
from lib.workbook import intake
from tests.factory import make_plan
from tests.workbook.mistakes import (
    MISTAKES,
    PA,
    Mistake,
    download,
    edited,
    name_of,
    stamped_plan,
    typed,
    with_saved_formula,
)
from tests.workbook.register_mistakes import REGISTER_MISTAKES


def findings_of(content: bytes) -> list:
    return list(intake.examine(content, "isian.xlsx", stamped_plan()).findings)


@pytest.mark.parametrize("mistake", [*MISTAKES, *REGISTER_MISTAKES], ids=name_of)
def test_a_mistake_is_found_at_its_cell_in_complete_sentences(mistake: Mistake) -> None:
    found = findings_of(edited(mistake.edit))
    places = [(item.code, item.sheet, item.cell) for item in found]
    assert (mistake.code, mistake.sheet, mistake.cell) in places
    item = found[places.index((mistake.code, mistake.sheet, mistake.cell))]
    assert mistake.words in item.seen
    assert item.severity is CATALOGUE[mistake.code].severity
    for sentence in (text for item in found for text in (item.seen, item.expected, item.advice)):
        assert re.match(r"[A-Z“]", sentence)
        assert sentence.endswith(".")
        assert not re.search(r"[{}]|\bnan\b|\bNone\b|  ", sentence)


def test_an_untouched_download_has_no_findings() -> None:
    assert findings_of(download()) == []


def test_a_formula_is_read_by_its_saved_value_with_a_notice() -> None:
    content = with_saved_formula(edited(typed(PA, K7=0.75)), PA, "K7", "SUM(I7:J7)")
    reading = intake.examine(content, "isian.xlsx")
    assert [(item.code, item.cell) for item in reading.findings] == [("formula-saved", "K7")]
    assert reading.plan is not None
    assert reading.plan.activity_progress.at[7, "realisasi_tw3"] == 75


def test_a_refused_cell_has_one_error_even_where_rules_would_add_another() -> None:
    long_reason = typed(PA, O7="Ditunda", P7="a" * 2001)
    codes = [item.code for item in findings_of(edited(long_reason))]
    assert codes == ["text-long"]


def test_the_same_notice_in_one_column_is_said_once_with_its_count() -> None:
    words = typed(PA, **{f"P{row}": f" kendala {row} " for row in range(4, 16)})
    [item] = findings_of(edited(words))
    assert (item.code, item.cell) == ("text-tidied", "P4")
    assert item.seen.endswith("Demikian pula 11 sel lain di kolom ini.")


def test_errors_stay_one_per_cell() -> None:
    words = typed(PA, **{f"M{row}": "1.250" for row in range(4, 16)})
    assert [item.cell for item in findings_of(edited(words))] == [f"M{row}" for row in range(4, 16)]


def test_a_fall_is_measured_against_the_highest_earlier_quarter_across_a_blank() -> None:
    [item] = findings_of(edited(typed(PA, I7=0.6, J7=None, K7=0.5, L7=0.6)))
    assert (item.code, item.cell) == ("cumulative-falls", "K7")


def test_another_plans_workbook_is_refused_without_listing_every_difference() -> None:
    reading = intake.examine(download(), "isian.xlsx", make_plan())
    assert [item.code for item in reading.findings] == ["plan-other"]
    assert not reading.accepted
