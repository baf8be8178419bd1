"""Mutants of a download: none makes the check raise, none that is accepted is misread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from lib.findings.finding import Severity
from lib.plan.plan import Plan
from lib.workbook import intake
from lib.workbook.writing import writer
from tests.factory import sample_plan
from tests.workbook import mutations, second_reading
from tests.workbook.mistakes import stamped_plan

SHORT, LONG = 20, 2_000
"""Of each kind, of which there are six."""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return replace(sample_plan(), stamp=stamped_plan().stamp)


@pytest.fixture(scope="module")
def bases(plan: Plan) -> tuple[bytes, ...]:
    """Our own download, and as openpyxl saves it again."""
    ours, again = writer.write(plan), BytesIO()
    openpyxl.load_workbook(BytesIO(ours)).save(again)
    return ours, again.getvalue()


@pytest.mark.parametrize("kind", mutations.MAKERS)
def test_no_mutant_raises_and_none_is_misread_in_silence(
    kind: str, plan: Plan, bases: tuple[bytes, ...], long: bool, figure: Callable[[str], None]
) -> None:
    rounds = LONG if long else SHORT
    outcomes = {"accepted": 0, "refused": 0}
    for number in range(rounds):
        content = mutations.mutant(kind, number, bases)
        if content is None:
            continue
        reading = intake.examine(content, "isian.xlsx", plan)
        outcomes["accepted" if reading.accepted else "refused"] += 1
        if reading.plan is None or not reading.accepted:
            assert any(item.severity is Severity.ERROR for item in reading.findings), number
        else:
            assert second_reading.misread(content, reading) == [], f"{kind} {number}"
    assert sum(outcomes.values()) > rounds * 0.7
    assert outcomes["accepted" if kind != "bytes" else "refused"]
    figure(
        f"{kind}: {outcomes['accepted']} accepted and {outcomes['refused']} refused, "
        "0 raised, 0 misread in silence"
    )


def test_the_second_reading_sees_a_misread_cell(plan: Plan, bases: tuple[bytes, ...]) -> None:
    reading = intake.examine(bases[0], "isian.xlsx", plan)
    assert reading.plan is not None
    progress = reading.plan.activity_progress.copy()
    row = progress.index[progress["realisasi_tw2"].notna()][0]
    progress.loc[row, "realisasi_tw2"] += 1
    wrong = replace(reading, plan=reading.plan.with_progress(progress))
    [said] = second_reading.misread(bases[0], wrong)
    assert said.startswith(f"J{row} ")
