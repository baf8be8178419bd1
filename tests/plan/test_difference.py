from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given

from lib.plan.change.difference import Change, ChangeKind, apply_changes, differences, same
from lib.plan.plan import Plan, Stamp
from lib.plan.reporting.progress_frame import blank_activity_progress
from lib.plan.schema import Sheet
from lib.plan.table_a import mark_name, program_frame
from tests.factory import big_plan, make_plan, with_activity, with_indicator
from tests.plan.small_plans import two_plans


def assert_equal(left: Plan, right: Plan) -> None:
    """Compare all five tables cell for cell, types and labels included."""
    assert left.document == right.document
    for table in ("program", "indicators", "activity_progress", "indicator_progress"):
        pd.testing.assert_frame_equal(getattr(left, table), getattr(right, table))


def without(plan: Plan, no: str) -> Plan:
    """Take a kegiatan out of table A, and its progress rows with it."""
    progress = plan.activity_progress
    return replace(
        plan,
        program=plan.program[plan.program["no"] != no],
        activity_progress=progress[progress["no"] != no],
    )


def marked(plan: Plan, no: str, year: int, planned: bool) -> Plan:
    """Set or take away an X, with a fresh progress table."""
    program = plan.program.copy()
    here = program["no"] == no
    program.loc[here, year] = planned
    program.loc[here, mark_name(year)] = "X" if planned else None
    return replace(plan, program=program, activity_progress=blank_activity_progress(program))


def test_a_changed_cell_is_one_change():
    plan = with_activity(make_plan(), "II.1.a", 2026, realisasi_tw3=50.0)
    edited = with_activity(plan, "II.1.a", 2026, realisasi_tw3=75.0)
    assert differences(plan, edited) == (Change("II.1.a", 2026, "realisasi_tw3", 50.0, 75.0),)


def test_a_first_report_comes_from_blank_and_zero_is_a_report():
    plan = make_plan()
    edited = with_activity(plan, "I.1.a", 2026, realisasi_tw1=0.0)
    assert differences(plan, edited) == (Change("I.1.a", 2026, "realisasi_tw1", None, 0.0),)


def test_a_blanked_cell_is_cleared():
    plan = with_indicator(make_plan(), "1.a", 2025, target="Ya", satuan="Ya/Tidak")
    [change] = differences(plan, with_indicator(plan, "1.a", 2025, target=float("nan")))
    assert change == Change(
        "1.a", 2025, "target", "Ya", None, Sheet.INDICATOR_PROGRESS, ChangeKind.CLEARED
    )
    assert change.header == "TARGET"


def test_order_and_labels_of_progress_rows_do_not_count():
    plan = with_activity(make_plan(), "I.1.a", 2026, kendala="hujan")
    shuffled = plan.activity_progress.iloc[::-1].reset_index(drop=True)
    assert same(plan, plan.with_progress(activity_progress=shuffled))


def test_the_stamp_does_not_count():
    plan = make_plan()
    stamped = replace(
        plan,
        stamp=Stamp("lain", 7),
        document={**plan.document, "Versi data": "7"},
    )
    assert same(plan, stamped)


def test_a_number_is_the_same_whole_or_with_decimals():
    plan = with_indicator(make_plan(), "1.a", 2025, target=5)
    assert same(plan, with_indicator(plan, "1.a", 2025, target=5.0))


def test_particulars_are_compared_by_item():
    plan = make_plan()
    document = {item: text for item, text in plan.document.items() if item != "Nomor"}
    edited = replace(plan, document={**document, "Tentang": "LAIN", "Sifat data": "CONTOH"})
    kinds = {change.key: change.kind for change in differences(plan, edited)}
    assert kinds == {
        "Nomor": ChangeKind.REMOVED,
        "Tentang": ChangeKind.SET,
        "Sifat data": ChangeKind.ADDED,
    }
    assert_equal(apply_changes(plan, differences(plan, edited)), edited)


def test_a_removed_kegiatan_lists_what_was_reported_for_it():
    plan = with_activity(make_plan(), "I.1.b", 2025, realisasi_tw1=40.0)
    changes = differences(plan, without(plan, "I.1.b"))
    assert {change.kind for change in changes} == {ChangeKind.REMOVED}
    lost = [change for change in changes if change.sheet is Sheet.ACTIVITY_PROGRESS]
    assert [(change.column, change.before) for change in lost] == [("realisasi_tw1", 40.0)]


def test_an_added_kegiatan_comes_back_where_it_was_printed():
    plan = make_plan()
    fewer = without(plan, "I.1.a")
    added = apply_changes(fewer, differences(fewer, plan))
    assert_equal(added, plan)
    assert list(added.activities["kp"]) == ["KP I", "KP I", "KP II", "KP II"]


def test_a_new_mark_plans_a_progress_row():
    plan = make_plan()
    edited = marked(plan, "I.1.a", 2025, True)
    [change] = differences(plan, edited)
    assert (change.header, change.before, change.after) == ("WAKTU", None, "X")
    assert_equal(apply_changes(plan, [change]), edited)


def test_a_mark_taken_away_takes_its_progress_row():
    plan = make_plan()
    change = Change("I.1.a", 2026, "waktu", "X", None, Sheet.PROGRAM, ChangeKind.CLEARED)
    rows = apply_changes(plan, [change]).activity_progress
    assert ("I.1.a", 2026) not in set(zip(rows["no"], rows["tahun"], strict=True))
    assert len(rows) == len(plan.activity_progress) - 1


def test_locked_copies_follow_table_a():
    plan = make_plan()
    change = Change("I.1.a", None, "uraian", "Kegiatan ke-1", "Bimtek", Sheet.PROGRAM)
    rows = apply_changes(plan, [change]).activity_progress
    assert set(rows.loc[rows["no"] == "I.1.a", "kegiatan"]) == {"Bimtek"}


def test_a_row_moved_to_another_group_is_a_change_of_place():
    plan = make_plan()
    order = [0, 1, 2, 4, 5, 6, 7, 3]
    rows = plan.program.drop(columns=["kp", "kelompok"]).iloc[order]
    program = program_frame(rows.set_axis(plan.program.index))
    moved = replace(plan, program=program, activity_progress=blank_activity_progress(program))
    [change] = differences(plan, moved)
    assert (change.key, change.header, change.after) == ("I.1.b", "LETAK", "II.1.b")
    assert_equal(apply_changes(plan, [change]), moved)


def test_a_repeated_number_keeps_its_rows_apart():
    plan = make_plan()
    numbers = plan.program["no"].replace("II.1", "I.1")
    program = program_frame(plan.program.assign(no=numbers).drop(columns="kode"))
    misprinted = replace(plan, program=program)
    renamed = replace(
        misprinted, program=program.assign(uraian=program["uraian"].replace("PROGRAM II", "LAIN"))
    )
    [change] = differences(misprinted, renamed)
    assert (change.key, change.after) == ("KP II.I.1", "LAIN")
    assert_equal(apply_changes(misprinted, [change]), renamed)


def test_another_plan_altogether_is_reached_too():
    plan, other = make_plan(), make_plan(years=(2027, 2028, 2029), groups=3)
    assert_equal(apply_changes(plan, differences(plan, other)), other)


def test_a_full_report_on_a_big_plan_is_listed_cell_by_cell():
    plan = big_plan()
    reported = plan.with_progress(plan.activity_progress.assign(realisasi_tw1=10.0))
    changes = differences(plan, reported)
    assert len(changes) == len(plan.activity_progress)
    assert {(change.before, change.after) for change in changes} == {(None, 10.0)}


def test_nobodys_frames_are_changed():
    plan = make_plan()
    before = plan.activity_progress.copy()
    apply_changes(plan, [Change("I.1.a", 2026, "realisasi_tw1", None, 5.0)])
    pd.testing.assert_frame_equal(plan.activity_progress, before)


def test_an_unknown_column_is_refused():
    with pytest.raises(KeyError, match="warna"):
        apply_changes(make_plan(), [Change("I.1.a", 2026, "warna", None, "merah")])


@given(two_plans())
def test_applying_the_differences_gives_the_other_plan(plans):
    before, after = plans
    changes = differences(before, after)
    assert_equal(apply_changes(before, changes), after)
    assert (changes == ()) == same(before, after)
    assert all(change.before != change.after for change in changes)
