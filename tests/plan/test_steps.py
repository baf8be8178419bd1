"""Indicators in steps: what a rubric says, which rules hold, and what the figures mean."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.plan.breach import Breach, Rule
from lib.plan.change.merge import Side, merge, settle
from lib.plan.figures import rollup
from lib.plan.figures.indicator_state import indicator_status
from lib.plan.figures.status import IndicatorStatus, Light
from lib.plan.record import packed, unpacked
from lib.plan.rules import breaches
from lib.plan.schema import Sheet
from lib.plan.text.rubric import own_numbers, steps_of
from tests.factory import RUBRIC, assert_same_plan, make_plan, with_indicator, with_steps

INDICATOR = Sheet.INDICATOR_PROGRESS
AT = ("1.a", 2025)
BLANK = float("nan")


def state(**cells: object) -> pd.Series:
    """The state of one indicator-year in steps."""
    table = indicator_status(with_steps(make_plan(), *AT, **cells))
    return table[(table["no"] == AT[0]) & (table["tahun"] == AT[1])].iloc[0]


@pytest.mark.parametrize(
    ("rubric", "steps"),
    [
        (RUBRIC, ("Belum ada SOP", "SOP dirancang", "SOP ditetapkan",
                  "SOP dijalankan dan dievaluasi")),
        ("1. a\n2) b\nTahap 3: c\ntahap 4 - d", ("a", "b", "c", "d")),
        ("a\n\n  b \nc\nd\n", ("a", "b", "c", "d")),
        ("2. a\n1. b", ("2. a", "1. b")),
        ("1 lembar\n2 lembar\n3.000 lembar\n4", ("1 lembar", "2 lembar", "3.000 lembar", "4")),
        ("a\nb\nc\nd\n5. e", ("a", "b", "c", "d", "e")),
        ("1.a\n2)b\n3: c\n4 d", ("a", "b", "c", "4 d")),
        ("1 - 2 kali\n2 - 3 kali", ("1 - 2 kali", "2 - 3 kali")),
        ("a\n2.\n-\nTahap 4:\nb", ("a", "b")),
        (BLANK, ()),
        (None, ()),
    ],
)  # fmt: skip
def test_a_rubric_says_one_step_a_line(rubric, steps):
    assert steps_of(rubric) == steps


@pytest.mark.parametrize(
    ("rubric", "numbers"),
    [
        ("4. d\n3. c\n2. b\n1. a", (4, 3, 2, 1)),
        ("Tahap 0: a\nTahap 1: b", (0, 1)),
        ("1. a\nb", ()),
        ("1 - 2 kali\n2 - 3 kali", ()),
        (None, ()),
    ],
)
def test_a_rubric_is_counted_where_every_line_has_a_number(rubric, numbers):
    assert own_numbers(rubric) == numbers


@pytest.mark.parametrize(
    ("target", "actual", "light", "status"),
    [
        (3.0, 3.0, Light.GREEN, IndicatorStatus.ACHIEVED),
        (3.0, 2.0, Light.YELLOW, IndicatorStatus.NOT_ACHIEVED),
        (3.0, 1.0, Light.RED, IndicatorStatus.NOT_ACHIEVED),
        (3.0, 4.0, Light.GREEN, IndicatorStatus.ACHIEVED),
        (4.0, 3.0, Light.YELLOW, IndicatorStatus.NOT_ACHIEVED),
        (4.0, 1.0, Light.RED, IndicatorStatus.NOT_ACHIEVED),
        (1.0, 1.0, Light.GREEN, IndicatorStatus.ACHIEVED),
        (3.0, None, Light.GREY, IndicatorStatus.NO_DATA),
        (None, 2.0, Light.GREY, IndicatorStatus.NO_TARGET),
        (None, None, Light.GREY, IndicatorStatus.NO_TARGET),
    ],
)
def test_steps_have_a_light_and_a_status_but_no_capaian(target, actual, light, status):
    row = state(target=target, realisasi=actual)
    assert (row["lampu"], row["status"]) == (light, status)
    assert pd.isna(row["capaian"])
    assert pd.isna(row["predikat"])
    assert row["bertahap"] == (light != Light.GREY)
    assert bool(row["alasan"]) == (light == Light.GREY)


@pytest.mark.parametrize(
    ("cells", "status", "reason"),
    [
        ({"target": 5.0, "realisasi": 2.0}, "Belum ada target",
         "TARGET bukan tahap 1 sampai 4 (5)"),
        ({"target": 0.0, "realisasi": 2.0}, "Belum ada target",
         "TARGET bukan tahap 1 sampai 4 (0)"),
        ({"target": 3.0, "realisasi": 2.5}, "Belum ada data",
         "REALISASI bukan tahap 1 sampai 4 (2,5)"),
        ({"target": "SOP", "realisasi": 2.0}, "Belum ada target",
         "TARGET bukan tahap 1 sampai 4 (SOP)"),
    ],
)  # fmt: skip
def test_what_stood_before_and_is_no_step_tells_nothing(cells, status, reason):
    row = state(**cells)
    assert (row["status"], row["lampu"]) == (status, Light.GREY)
    assert reason in row["alasan"]


def test_case_and_spaces_of_the_unit_do_not_matter():
    assert state(satuan=" tahap ", target=3.0, realisasi=3.0)["lampu"] == Light.GREEN
    assert not state(satuan="tahapan", target=3.0, realisasi=3.0)["bertahap"]


def test_steps_count_as_reached_and_are_in_no_mean():
    plan = with_steps(make_plan(), *AT, target=4.0, realisasi=4.0)
    plan = with_indicator(plan, "1.b", 2025, target=10.0, realisasi=5.0)
    sums = rollup.indicator_rollup(rollup.select(indicator_status(plan), year=2025))
    assert sums.achieved == 1
    assert sums.counts[IndicatorStatus.NOT_ACHIEVED] == 1
    assert sums.mean_capaian == 50
    assert sums.stepped == 1


BACKWARDS, FROM_ZERO = "4. d\n3. c\n2. b\n1. a", "0. a\n1. b\n2. c\n3. d"
FIVE = RUBRIC.replace("SOP dirancang", "SOP\ndirancang")


@pytest.mark.parametrize(
    ("cells", "rule", "columns", "values"),
    [
        ({"rubrik": None}, Rule.RUBRIC_MISSING, ("rubrik", "satuan"), (None, "Tahap")),
        ({"rubrik": FIVE}, Rule.RUBRIC_LINES, ("rubrik",), (FIVE,)),
        ({"rubrik": "a\nb\nc"}, Rule.RUBRIC_LINES, ("rubrik",), ("a\nb\nc",)),
        ({"rubrik": BACKWARDS}, Rule.RUBRIC_ORDER, ("rubrik",), (BACKWARDS,)),
        ({"rubrik": FROM_ZERO}, Rule.RUBRIC_ORDER, ("rubrik",), (FROM_ZERO,)),
        ({"satuan": "%"}, Rule.RUBRIC_UNUSED, ("rubrik", "satuan"), (RUBRIC, "%")),
        ({"satuan": None}, Rule.RUBRIC_UNUSED, ("rubrik", "satuan"), (RUBRIC, None)),
        ({"arah": "Turun"}, Rule.STEPS_FALL, ("arah", "satuan"), ("Turun", "Tahap")),
        ({"target": 5.0}, Rule.STEP_INVALID, ("target", "satuan"), (5.0, "Tahap")),
        ({"target": 0.0}, Rule.STEP_INVALID, ("target", "satuan"), (0.0, "Tahap")),
        ({"realisasi": 2.5}, Rule.STEP_INVALID, ("realisasi", "satuan"), (2.5, "Tahap")),
        ({"realisasi": "Ya"}, Rule.STEP_INVALID, ("realisasi", "satuan"), ("Ya", "Tahap")),
        ({"target": "SOP jadi"}, Rule.STEP_INVALID, ("target", "satuan"), ("SOP jadi", "Tahap")),
        ({"rubrik": "a" * 2001 + "\nb\nc\nd"}, Rule.TEXT_LONG, ("rubrik",),
         ("a" * 2001 + "\nb\nc\nd",)),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_at_its_cell(cells, rule, columns, values):
    plan = with_steps(make_plan(), *AT, **cells)
    assert breaches(plan) == (Breach(rule, INDICATOR, *AT, columns, values),)


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"rubrik": "1. a\n2. b\n3. c\n4. d"},
        {"rubrik": "4. a\nb\nc\nd"},
        {"target": 3.0},
        {"target": 3.0, "realisasi": 4.0},
        {"arah": "Naik", "realisasi": 1.0},
    ],
)
def test_what_fits_breaks_nothing(cells):
    assert breaches(with_steps(make_plan(), *AT, **cells)) == ()


def test_a_record_keeps_the_rubric_and_one_from_before_it_reads_as_untouched():
    plan = with_steps(make_plan(), *AT, target=3.0, realisasi=2.0)
    assert_same_plan(unpacked(packed(plan), plan.stamp.plan_id or ""), plan)
    without = make_plan()
    old = unpacked(packed(without), without.stamp.plan_id or "")
    assert old.indicator_progress["rubrik"].isna().all()


def test_two_rubrics_of_one_row_are_a_conflict():
    base = with_steps(make_plan(), *AT)
    theirs, mine = (with_indicator(base, *AT, rubrik=f"{w}\nb\nc\nd") for w in "xy")
    merged = merge(base, theirs, mine)
    [conflict] = merged.conflicts
    assert (conflict.column, conflict.theirs, conflict.mine) == (
        "rubrik", "x\nb\nc\nd", "y\nb\nc\nd"
    )  # fmt: skip
    settled = settle(merged, {conflict.id: Side.MINE})
    assert settled.plan.indicator_progress["rubrik"].dropna().tolist() == ["y\nb\nc\nd"]


def test_a_unit_and_a_figure_that_two_people_wrote_apart_are_asked_about():
    base = with_indicator(make_plan(), *AT, target=3.0)
    theirs = with_steps(base, *AT)
    mine = with_indicator(base, *AT, realisasi=75.0)
    merged = merge(base, theirs, mine)
    assert {one.column for one in merged.conflicts} == {"realisasi", "satuan"}
