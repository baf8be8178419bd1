"""Thirty tables as offices make them: each comes out right, and no cell is lost."""

from __future__ import annotations

from collections import Counter

import pytest

from lib.decree import drafting
from lib.decree.draft import DecreeDraft
from lib.decree.foreign_table import Source
from lib.decree.source.opening import open_source
from tests.decree import excel_cases, pasted_cases, word_cases
from tests.decree.cases import Case, expected, shown

CASES = (*word_cases.CASES, *excel_cases.CASES, *pasted_cases.CASES)
MOST_QUESTIONS = 8
WITHOUT_A_TOUCH = 27

of_each = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


def answered(source: Source, case: Case) -> DecreeDraft:
    """Read a case, its questions answered: as proposed where the case does not say otherwise."""
    first = drafting.read(source)
    answers = {one.id: one.proposed for one in first.open}
    for one in first.open:
        for seen, answer in case.answers.items():
            if one.seen.startswith(seen):
                answers[one.id] = answer
    return drafting.read(source, answers)


@of_each
def test_a_foreign_table_comes_out_as_it_reads(case: Case) -> None:
    draft = answered(open_source(case.content, case.name), case)
    assert shown(draft) == expected(case)
    assert draft.open == ()


@of_each
def test_extra_columns_budgets_and_targets_are_kept(case: Case) -> None:
    draft = answered(open_source(case.content, case.name), case)
    rows = {row.code: row for row in draft.rows}
    for code, cells in case.extra.items():
        assert cells.items() <= rows[code].extra.items()
    assert {code: rows[code].budget for code in case.budget} == dict(case.budget)
    assert {code: rows[code].targets for code in case.targets} == dict(case.targets)


@of_each
def test_every_source_cell_is_accounted_for(case: Case) -> None:
    source = open_source(case.content, case.name)
    account = answered(source, case).account
    assert account.unaccounted == ()
    assert account.read == account.used + len(account.left) >= len(source.cells)
    if case.left:
        assert Counter(one.why for one in account.left) == dict(case.left)


@of_each
def test_a_table_asks_as_often_as_it_must(case: Case) -> None:
    draft = drafting.read(open_source(case.content, case.name))
    assert len(draft.open) == case.asks <= MOST_QUESTIONS


def test_nearly_all_need_no_answer() -> None:
    assert len(CASES) == 30
    assert sum(not case.asks for case in CASES) >= WITHOUT_A_TOUCH
