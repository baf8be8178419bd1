from __future__ import annotations

from dataclasses import replace
from itertools import cycle, product

import pandas as pd
import pytest
from hypothesis import given, settings

from lib.plan.change.conflict import owners
from lib.plan.change.difference import Change, apply_changes, differences, same
from lib.plan.change.merge import Merge, Side, merge, settle
from lib.plan.plan import Plan, Stamp
from lib.plan.reporting.progress_frame import blank_activity_progress
from lib.plan.rules import breaches
from lib.plan.schema import Sheet
from tests.factory import make_plan, with_activity
from tests.plan.small_plans import ACTIVITIES, FIRST, YEARS, built, three_plans

FEW = settings(max_examples=settings().max_examples // 2)
"""A merge of whole plans takes its time."""
ABSENT = "baris tidak ada"
CELLS = ("realisasi_tw1", "kendala")


def reported(plan: Plan) -> dict[tuple, object]:
    """Read every report of the kegiatan, straight from the frame; ABSENT without a row."""
    rows = {
        (row["no"], row["tahun"]): row for row in plan.activity_progress.to_dict(orient="records")
    }
    return {
        (no, year, cell): _value(rows[no, year][cell]) if (no, year) in rows else ABSENT
        for no in ACTIVITIES
        for year in YEARS
        for cell in CELLS
    }


def _value(cell: object) -> object:
    return None if pd.isna(cell) else cell


def clash(base: object, theirs: object, mine: object) -> bool:
    """Tell by the definition whether both changed a cell to different values."""
    blanks = (None, ABSENT)
    if theirs in blanks and mine in blanks:
        return False
    return all(
        side != base and not (base == ABSENT and side is None) for side in (theirs, mine)
    ) and (theirs != mine)


def settled(merged: Merge, side: Side) -> Plan:
    return settle(merged, {conflict.id: side for conflict in merged.conflicts}).plan


def mark_removed(plan: Plan, no: str, year: int) -> Plan:
    return apply_changes(plan, [Change(no, year, "waktu", "X", None, Sheet.PROGRAM)])


def test_changes_to_different_cells_come_together():
    base = make_plan()
    theirs = with_activity(base, "I.1.a", 2026, realisasi_tw1=10.0)
    mine = with_activity(base, "I.1.a", 2026, kendala="hujan")
    merged = merge(base, theirs, mine)
    assert same(merged.plan, with_activity(theirs, "I.1.a", 2026, kendala="hujan"))
    assert merged.changes == (Change("I.1.a", 2026, "kendala", None, "hujan"),)
    assert merged.conflicts == ()


def test_equal_changes_do_not_conflict():
    base = make_plan()
    both = with_activity(base, "I.1.a", 2026, realisasi_tw1=10.0)
    merged = merge(base, both, with_activity(both, "I.1.b", 2025, realisasi_tw1=5.0))
    assert merged.conflicts == ()
    assert [change.key for change in merged.changes] == ["I.1.b"]


@pytest.mark.parametrize(("side", "value"), [("theirs", 25.0), ("mine", 30.0)])
def test_a_conflict_names_three_values_and_is_settled_by_choice(side, value):
    base = with_activity(make_plan(), "I.1.a", 2026, realisasi_tw1=10.0)
    theirs = with_activity(base, "I.1.a", 2026, realisasi_tw1=25.0)
    mine = with_activity(base, "I.1.a", 2026, realisasi_tw1=30.0)
    merged = merge(base, theirs, mine)
    [conflict] = merged.conflicts
    assert (conflict.base, conflict.theirs, conflict.mine) == (10.0, 25.0, 30.0)
    assert conflict.id == "Progres Kegiatan|I.1.a|2026|realisasi_tw1"
    assert same(merged.plan, theirs)
    chosen = settle(merged, {conflict.id: side})
    assert chosen.conflicts == ()
    assert reported_at(chosen.plan) == value


def reported_at(plan: Plan) -> float:
    rows = plan.activity_progress
    return rows.loc[(rows["no"] == "I.1.a") & (rows["tahun"] == 2026), "realisasi_tw1"].item()


def test_settling_one_conflict_leaves_the_others():
    base = make_plan()
    theirs = with_activity(base, "I.1.a", 2026, realisasi_tw1=10.0, kendala="hujan")
    mine = with_activity(base, "I.1.a", 2026, realisasi_tw1=20.0, kendala="cuaca")
    first, second = merge(base, theirs, mine).conflicts
    halfway = settle(merge(base, theirs, mine), {first.id: "mine"})
    assert halfway.conflicts == (second,)
    assert same(settle(halfway, {second.id: "mine"}).plan, mine)


def test_a_choice_for_no_conflict_is_refused():
    base = make_plan()
    with pytest.raises(KeyError):
        settle(merge(base, base, base), {"Progres Kegiatan|I.1.a|2026|kendala": "mine"})


def test_clearing_against_changing_conflicts():
    base = with_activity(make_plan(), "I.1.a", 2026, realisasi_tw1=10.0)
    mine = with_activity(base, "I.1.a", 2026, realisasi_tw1=float("nan"))
    [conflict] = merge(base, with_activity(base, "I.1.a", 2026, realisasi_tw1=15.0), mine).conflicts
    assert (conflict.theirs, conflict.mine) == (15.0, None)


def test_a_report_for_a_row_they_removed_conflicts_and_can_bring_the_row_back():
    base = with_activity(make_plan(), "I.1.a", 2026, realisasi_tw1=10.0)
    mine = with_activity(base, "I.1.a", 2026, realisasi_tw2=30.0)
    merged = merge(base, mark_removed(base, "I.1.a", 2026), mine)
    [conflict] = merged.conflicts
    assert (conflict.column, conflict.theirs, conflict.mine) == ("realisasi_tw2", None, 30.0)
    assert same(settle(merged, {conflict.id: "mine"}).plan, mine)
    assert same(settle(merged, {conflict.id: "theirs"}).plan, merged.current)


def test_a_row_they_report_on_stays_until_i_insist_on_removing_it():
    base = with_activity(make_plan(), "I.1.a", 2026, realisasi_tw1=10.0)
    theirs = with_activity(base, "I.1.a", 2026, realisasi_tw2=30.0)
    mine = mark_removed(base, "I.1.a", 2026)
    merged = merge(base, theirs, mine)
    assert same(merged.plan, theirs)
    assert same(settle(merged, {merged.conflicts[0].id: "mine"}).plan, mine)


def test_two_new_rows_below_the_same_one_both_find_their_place():
    base = make_plan(activities_per_group=1)
    theirs, mine = (
        apply_changes(
            base,
            [
                Change(no, None, column, None, text, Sheet.PROGRAM)
                for column, text in (
                    ("no", no),
                    ("uraian", no),
                    ("pihak_terlibat", "DINAS"),
                    ("letak", "I.1.a"),
                )
            ],
        )
        for no in ("I.1.c", "I.1.b")
    )
    merged = merge(base, theirs, mine)
    assert merged.conflicts == ()
    assert list(merged.plan.activities["no"]) == ["I.1.a", "I.1.b", "I.1.c", "II.1.a"]


def test_moving_a_row_against_removing_it_conflicts_the_same_both_ways():
    base = make_plan()
    removed = apply_changes(base, [Change("I.1.b", None, "letak", "I.1.a", None, Sheet.PROGRAM)])
    moved = apply_changes(base, [Change("I.1.b", None, "letak", None, "II.1", Sheet.PROGRAM)])
    for theirs, mine in ((removed, moved), (moved, removed)):
        [conflict] = merge(base, theirs, mine).conflicts
        assert (conflict.column, conflict.base) == ("letak", "I.1.a")
        for side, plan in ((Side.THEIRS, theirs), (Side.MINE, mine)):
            assert same(settle(merge(base, theirs, mine), {conflict.id: side}).plan, plan)


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("sides", list(product(Side, repeat=3)))
def test_a_row_that_was_renumbered_under_somebodys_report_stays_once(sides, swapped):
    """Theirs gives the kegiatan another number while mine reports under the old one."""
    base, report = built(FIRST), ("activity", "I.1.a", 2025, "target_tw2")
    renumbered = built(FIRST | {("number", "I.1.a"): "I.1.A"})
    reported = built(FIRST | {report: 40.0})
    made = merge(base, *((reported, renumbered) if swapped else (renumbered, reported)))
    turns = cycle(sides)
    for _ in range(4):  # who keeps or drops both is asked again
        made = settle(made, {c.id: next(turns) for c in made.conflicts})
    made = settled_in(made, Side.THEIRS)
    assert breaches(made.plan) == ()
    numbers = list(made.plan.program["no"])
    assert numbers.count("I.1.a") + numbers.count("I.1.A") <= 1
    assert set(made.plan.activity_progress["no"]) <= set(numbers)


def settled_in(made: Merge, side: Side) -> Merge:
    while made.conflicts:
        made = settle(made, {c.id: side for c in made.conflicts})
    return made


def test_the_stamp_is_the_current_one():
    base = make_plan()
    current = replace(base, stamp=Stamp("rencana", 5))
    assert merge(base, current, replace(base, stamp=Stamp("rencana", 3))).plan.stamp.version == 5


@FEW
@given(three_plans())
def test_one_sided_merges_give_that_side(plans):
    base, plan, _ = plans
    for merged in (merge(base, base, plan), merge(base, plan, base), merge(base, plan, plan)):
        assert same(merged.plan, plan)
        assert merged.conflicts == ()


@FEW
@given(three_plans())
def test_roles_may_be_swapped(plans):
    base, left, right = plans
    here, there = merge(base, left, right), merge(base, right, left)
    assert here.conflicts == tuple(
        replace(conflict, theirs=conflict.mine, mine=conflict.theirs)
        for conflict in there.conflicts
    )
    assert same(settled(here, Side.MINE), settled(there, Side.THEIRS))


@FEW
@given(three_plans())
def test_a_conflict_stands_exactly_where_both_changed_to_different_values(plans):
    base, theirs, mine = plans
    cells = [reported(plan) for plan in plans]
    expected = {cell for cell in cells[0] if clash(*(sheet[cell] for sheet in cells))}
    found = {
        (conflict.key, conflict.year, conflict.column)
        for conflict in merge(base, theirs, mine).conflicts
        if conflict.sheet is Sheet.ACTIVITY_PROGRESS
    }
    assert found == expected


@FEW
@given(three_plans())
def test_no_value_appears_that_nobody_wrote(plans):
    base, theirs, mine = plans
    merged = merge(base, theirs, mine)
    written = [reported(plan) for plan in plans]
    for side in Side:
        result = settled(merged, side)
        for cell, value in reported(result).items():
            assert value in {sheet[cell] for sheet in written} | {None}
        assert set(result.program["uraian"]) <= {t for p in plans for t in p.program["uraian"]}


@FEW
@given(three_plans())
def test_everything_written_without_a_clash_is_kept(plans):
    base, theirs, mine = plans
    merged = merge(base, theirs, mine)
    clashing = {conflict.place for conflict in merged.conflicts}
    kept = reported(merged.plan)

    def waits(change: Change) -> bool:
        return not clashing.isdisjoint((change.place, *owners(change.place)))

    for side in (theirs, mine):
        for change in differences(base, side):
            written = change.sheet is Sheet.ACTIVITY_PROGRESS and change.after is not None
            if written and not waits(change):
                assert kept[change.key, change.year, change.column] == change.after


@FEW
@given(three_plans())
def test_progress_rows_are_the_planned_ones_and_only_my_changes_are_new(plans):
    base, theirs, mine = plans
    merged = merge(base, theirs, mine)
    planned = blank_activity_progress(merged.plan.program)
    rows = ["no", "kegiatan", "pihak_terlibat", "tahun"]
    pd.testing.assert_frame_equal(merged.plan.activity_progress[rows], planned[rows])
    assert same(apply_changes(theirs, merged.changes), merged.plan)
