"""The target stated first stays visible, whatever versions came since."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from lib.briefing.deck.slides import board_slide
from lib.charts import quarter_board
from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.service import changing
from lib.service.library import Library
from tests.service.verifying import ADMIN, OPERATOR, PLAN, ROW, filled, form, newest, reported

END = Position(2025, 4)
NOTE = "Perbup 12/2025 tanggal 3 Mei 2025"


def state(library: Library, **targets: float) -> None:
    proposal = form(library, OPERATOR, **targets)
    changing.apply(library, OPERATOR, proposal, NOTE, proposal.questions)


def stated(folder: Path) -> Library:
    library = filled(folder, reported())
    state(library, target_tw2=50.0, target_tw3=75.0)
    return library


@pytest.fixture
def library(copied) -> Library:
    return copied(stated)


def ghosts(plan) -> dict[int, float]:
    table = Standing(plan, END).quarters
    own = table[(table["no"] == ROW[0]) & (table["tahun"] == ROW[1])]
    shown = zip(own["triwulan"], own["target_awal"], strict=True)
    return {quarter: first for quarter, first in shown if not math.isnan(first)}


def test_a_target_stated_once_has_no_ghost(library):
    assert ghosts(newest(library)) == {}


def test_the_first_one_stays_through_every_revision_and_goes_when_it_is_back(library):
    state(library, target_tw2=40.0)
    state(library, target_tw2=30.0)
    assert ghosts(newest(library)) == {2: 50.0}
    assert ghosts(library.snapshot(ADMIN, PLAN, 2).plan) == {}
    state(library, target_tw2=50.0)
    assert ghosts(newest(library)) == {}


def test_what_stood_in_the_first_version_counts_as_stated_there(tmp_path):
    from tests.factory import with_activity

    library = filled(tmp_path, with_activity(reported(), *ROW, target_tw1=20.0))
    state(library, target_tw1=10.0)
    assert ghosts(newest(library)) == {1: 20.0}


def test_page_and_deck_mark_it_and_say_what_it_was(library):
    state(library, target_tw2=40.0)
    standing = Standing(newest(library), END)
    made = quarter_board(standing.quarters, standing.plan, END)
    hovers = str(made.figure.to_dict())
    assert "(semula 50%)" in hovers
    assert "Target direvisi" in hovers
    cells = board_slide._cells(standing.quarters, standing.plan)
    assert "I.1.b TW II 2025 40% (semula 50%)" in board_slide._source(cells)
    marked = [board_slide._painted(cell).text for cell in cells.itertuples()]
    assert sum(text.endswith("*") for text in marked) == 1


def test_a_plan_without_revisions_is_drawn_as_ever():
    standing = Standing(reported(), END)
    made = quarter_board(standing.quarters, standing.plan, END)
    assert "semula" not in str(made.figure.to_dict())
