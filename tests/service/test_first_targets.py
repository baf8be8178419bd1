"""The target stated first stays visible, whatever versions came since."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from pptx.enum.chart import XL_MARKER_STYLE

from lib.briefing.deck.slides import board_slide
from lib.charts import quarter_board, s_curve
from lib.plan.change.difference import Change
from lib.plan.figures.first_target import first_targets
from lib.plan.position import Position
from lib.plan.schema import Sheet
from lib.plan.standing import Standing
from lib.plan.text.indonesian import percent
from lib.service import changing
from lib.service.library import Library
from lib.workbook.writing import writer
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


def test_the_curve_has_the_first_line_as_a_ghost(library):
    drawn = s_curve(newest(library), END)
    assert "semula" not in str((drawn.figure.to_dict(), drawn.table))
    state(library, target_tw2=40.0)
    plan = newest(library)
    curve = Standing(plan, END).curve
    moved = curve[curve["semula"] != curve["target"]]
    assert list(zip(moved["tahun"], moved["triwulan"], strict=True)) == [(ROW[1], 2)]
    rows = Standing(plan, END).activities
    assert (moved["semula"] - moved["target"]).iloc[0] == pytest.approx(10.0 / len(rows))
    drawn = s_curve(plan, END)
    ghost, *_ = drawn.figure.data
    assert (ghost.name, ghost.line.dash, len(ghost.x)) == ("Target semula", "dot", len(curve))
    [told] = [words for words in drawn.table["TARGET RATA-RATA"] if "semula" in words]
    assert told.startswith(percent(moved["target"].iloc[0]))


def test_a_filtered_curve_has_a_ghost_only_where_its_own_rows_moved(library):
    state(library, target_tw2=40.0)
    plan = newest(library)
    rows = Standing(plan, END).activities
    is_row = rows["no"] == ROW[0]
    for shown, dashes in ((rows[is_row], 2), (rows[~is_row], 1)):
        drawn = s_curve(plan, END, table=shown)
        assert sum(1 for one in drawn.figure.data if one.line.dash) == dashes


def test_slide_and_report_draw_the_ghost_and_name_it(library):
    from lib.briefing.native import curve_lines
    from lib.briefing.word import word_charts

    before = Standing(newest(library), END).curve
    assert [name for *_, name in curve_lines.key(before)] == ["Realisasi", "Target (asumsi)"]
    state(library, target_tw2=40.0)
    curve = Standing(newest(library), END).curve
    assert [name for *_, name in curve_lines.key(curve)][-1] == "Target semula"
    series = [one.name for one in curve_lines.data(curve)]
    assert series == ["Realisasi", "Target (asumsi)", "Target semula"]
    *others, ghost = word_charts.curve(curve).part.chart.plots[0].series
    assert ghost.marker.style is XL_MARKER_STYLE.NONE  # it lies over the targets' dots
    assert {one.marker.style for one in others} == {XL_MARKER_STYLE.CIRCLE}


def recode(library: Library, old: str, new: str, **targets: float) -> None:
    """Have an admin give a kegiatan another KODE, and move targets of it in the same copy."""
    plan = newest(library)
    program = plan.program.copy()
    program["kode"] = program["kode"].replace(old, new)
    progress = plan.activity_progress.copy()
    progress["no"] = progress["no"].replace(old, new)
    is_row = (progress["no"] == new) & (progress["tahun"] == ROW[1])
    for name, value in targets.items():
        progress.loc[is_row, name] = value
    recoded = replace(plan, program=program).with_progress(activity_progress=progress)
    stamp = replace(plan.stamp, plan_id=PLAN, version=library.head(PLAN))
    content = writer.write(replace(recoded, stamp=stamp))
    proposal = changing.check(library, ADMIN, content, "kode.xlsx")
    assert proposal.accepted, proposal.findings
    changing.apply(library, ADMIN, proposal, NOTE, proposal.questions)


def ghosts_of(library: Library, code: str) -> dict[int, float]:
    table = Standing(newest(library), END).quarters
    own = table[(table["no"] == code) & (table["tahun"] == ROW[1])].dropna(subset="target_awal")
    return dict(zip(own["triwulan"], own["target_awal"], strict=True))


def test_the_first_one_follows_a_row_whose_kode_changes(library):
    state(library, target_tw2=40.0)
    recode(library, ROW[0], "I.9.z")
    assert ghosts_of(library, "I.9.z") == {2: 50.0}
    assert ghosts_of(library, ROW[0]) == {}


def test_it_follows_where_target_and_kode_change_in_one_version_and_again_later(library):
    recode(library, ROW[0], "I.9.z", target_tw2=40.0)
    assert ghosts_of(library, "I.9.z") == {2: 50.0}
    recode(library, "I.9.z", "I.9.y", target_tw3=70.0)
    assert ghosts_of(library, "I.9.y") == {2: 50.0, 3: 75.0}


def test_it_is_there_still_after_going_back_to_the_old_kode(library):
    state(library, target_tw2=40.0)
    revised = library.head(PLAN)
    recode(library, ROW[0], "I.9.z", target_tw3=70.0)
    back = changing.propose_rollback(library, ADMIN, PLAN, revised)
    changing.apply(library, ADMIN, back, NOTE, back.questions)
    assert ghosts_of(library, ROW[0]) == {2: 50.0}
    assert ghosts_of(library, "I.9.z") == {}


def told(sheet: Sheet, key: str, column: str, before, after) -> Change:
    year = None if sheet is Sheet.PROGRAM else 2025
    return Change(key, year, column, before, after, sheet)


def test_of_rows_with_the_same_words_none_is_taken_for_another():
    swapped = [
        told(Sheet.PROGRAM, key, "uraian", before, after)
        for key, before, after in (("a", "Rapat", None), ("b", "Rapat", None), ("c", None, "Rapat"))
    ]
    stated = [told(Sheet.ACTIVITY_PROGRESS, key, "target_tw1", None, 20.0) for key in "ab"]
    found = first_targets([stated, swapped])
    assert {key for key, *_ in found} == {"a", "b"}


def test_two_rows_that_exchange_their_kode_keep_their_own():
    stated = [
        told(Sheet.ACTIVITY_PROGRESS, "a", "target_tw1", None, 10.0),
        told(Sheet.ACTIVITY_PROGRESS, "b", "target_tw1", None, 20.0),
    ]
    exchanged = [
        told(Sheet.PROGRAM, "a", "uraian", "Rapat", "Pelatihan"),
        told(Sheet.PROGRAM, "b", "uraian", "Pelatihan", "Rapat"),
    ]
    found = first_targets([stated, exchanged])
    assert found == {("b", 2025, "target_tw1"): 10.0, ("a", 2025, "target_tw1"): 20.0}


def test_a_plan_without_revisions_is_drawn_as_ever():
    standing = Standing(reported(), END)
    made = quarter_board(standing.quarters, standing.plan, END)
    assert "semula" not in str(made.figure.to_dict())
