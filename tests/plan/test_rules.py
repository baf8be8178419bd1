"""Each rule names the row and the cells that break it, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.plan.breach import Breach, Rule
from lib.plan.change.difference import Change, apply_changes
from lib.plan.change.merge import Side, merge, settle
from lib.plan.plan import Plan
from lib.plan.rules import breaches, oddities
from lib.plan.schema import Sheet
from tests.factory import (
    big_plan,
    decree_plan,
    make_plan,
    sample_plan,
    with_activity,
    with_indicator,
)

ACTIVITY, INDICATOR = Sheet.ACTIVITY_PROGRESS, Sheet.INDICATOR_PROGRESS
AT = ("I.1.a", 2026)


def changed(plan: Plan, *changes: tuple, sheet: Sheet = Sheet.PROGRAM) -> Plan:
    """Write cells of table A or B: `(key, year, column, value)`."""
    return apply_changes(plan, [Change(k, y, c, None, value, sheet) for k, y, c, value in changes])


def numbered(plan: Plan, old: str, new: str) -> Plan:
    program = plan.program
    return replace(plan, program=program.assign(no=program["no"].replace(old, new)))


@pytest.mark.parametrize("plan", [decree_plan(), sample_plan(), big_plan(), make_plan()])
def test_a_sound_plan_breaks_no_rule(plan):
    assert breaches(plan) == ()


@pytest.mark.parametrize(
    ("cells", "rule", "columns", "values"),
    [
        (
            {"target_tw1": 50.0, "target_tw3": 20.0},
            Rule.CUMULATIVE_FALLS,
            ("target_tw3", "target_tw1"),
            (20.0, 50.0),
        ),
        ({"realisasi_tw2": 120.0}, Rule.PERCENT_RANGE, ("realisasi_tw2",), (120.0,)),
        ({"target_tw1": -1.0}, Rule.PERCENT_RANGE, ("target_tw1",), (-1.0,)),
        ({"pagu_anggaran": -5.0}, Rule.AMOUNT_NEGATIVE, ("pagu_anggaran",), (-5.0,)),
        (
            {"pagu_anggaran": 5.0, "realisasi_anggaran": 6.0},
            Rule.BUDGET_OVER,
            ("realisasi_anggaran", "pagu_anggaran"),
            (6.0, 5.0),
        ),
        (
            {"keterangan": "Ditunda"},
            Rule.REMARK_WITHOUT_OBSTACLE,
            ("kendala", "keterangan"),
            (None, "Ditunda"),
        ),
        ({"kendala": "a" * 2001}, Rule.TEXT_LONG, ("kendala",), ("a" * 2001,)),
        (
            {"keterangan": "Selesai", "kendala": "x"},
            Rule.CHOICE_UNKNOWN,
            ("keterangan",),
            ("Selesai",),
        ),
        (
            {"bukti_dukung": "https://a.id\nftp://b.id"},
            Rule.LINK_INVALID,
            ("bukti_dukung",),
            ("https://a.id\nftp://b.id",),
        ),
    ],
)
def test_a_report_that_breaks_a_rule_is_named(cells, rule, columns, values):
    plan = with_activity(make_plan(), *AT, **cells)
    assert breaches(plan) == (Breach(rule, ACTIVITY, *AT, columns, values),)


@pytest.mark.parametrize(
    ("cells", "rule", "columns", "values"),
    [
        (
            {"satuan": "ya/tidak", "target": 5.0},
            Rule.UNIT_YES_NO,
            ("target", "satuan"),
            (5.0, "ya/tidak"),
        ),
        (
            {"satuan": "orang", "realisasi": "Ya"},
            Rule.UNIT_NUMBER,
            ("realisasi", "satuan"),
            ("Ya", "orang"),
        ),
        ({"realisasi": "banyak"}, Rule.NUMBER_INVALID, ("realisasi", "satuan"), ("banyak", None)),
        ({"target": "75 an"}, Rule.NUMBER_INVALID, ("target", "satuan"), ("75 an", None)),
        ({"arah": "Datar"}, Rule.CHOICE_UNKNOWN, ("arah",), ("Datar",)),
    ],
)
def test_a_measure_that_does_not_fit_is_named(cells, rule, columns, values):
    plan = with_indicator(make_plan(), "1.a", 2025, **cells)
    assert breaches(plan) == (Breach(rule, INDICATOR, "1.a", 2025, columns, values),)


def test_measures_that_fit_break_nothing():
    for cells in (
        {"satuan": "Ya/Tidak", "target": "Ya", "realisasi": "Tidak"},
        {"satuan": "orang", "target": "Meningkat", "realisasi": 5.0},
    ):
        assert breaches(with_indicator(make_plan(), "1.a", 2025, **cells)) == ()


def test_every_fall_is_measured_against_the_highest_before_it_across_a_blank():
    plan = with_activity(
        make_plan(), *AT, realisasi_tw1=60.0, realisasi_tw3=50.0, realisasi_tw4=55.0
    )
    found = [(breach.columns, breach.values) for breach in breaches(plan)]
    assert found == [
        (("realisasi_tw3", "realisasi_tw1"), (50.0, 60.0)),
        (("realisasi_tw4", "realisasi_tw1"), (55.0, 60.0)),
    ]


def test_tables_without_what_they_need_are_named():
    plan = make_plan()
    rules = {
        Rule.YEARS_MISSING: replace(plan, program=plan.program.drop(columns=[2025, 2026])),
        Rule.TABLE_EMPTY: replace(plan, program=plan.program.iloc[:0]),
        Rule.ACTIVITIES_MISSING: replace(plan, program=plan.program.iloc[:2]),
        Rule.CODE_MISSING: changed(plan, ("I.1", None, "uraian", None)),
    }
    for rule, unsound in rules.items():
        assert [breach.rule for breach in breaches(unsound)] == [rule]


@pytest.mark.parametrize("again", ["I.1.a", "i.1.A", "I. 1. a", "I-.1.a."])
def test_a_number_written_another_way_is_the_same_number(again):
    plan = numbered(make_plan(), "I.1.b", again)
    assert breaches(plan) == ()
    [odd] = oddities(plan)
    assert (odd.rule, odd.key) == (Rule.NUMBER_REPEATED, "I.1.b")
    assert (odd.first, odd.values) == ("I.1.a", (again,))


@pytest.mark.parametrize("again", ["I.1.a", "i.1.A", "I. 1. a", "I-.1.a."])
def test_two_kegiatan_of_one_kode_are_told_apart_by_nobody(again):
    plan = make_plan()
    program = plan.program.assign(kode=plan.program["kode"].replace("I.1.b", again))
    breach = breaches(replace(plan, program=program))[0]
    assert (breach.rule, breach.first, breach.values) == (Rule.CODE_DOUBLED, "I.1.a", (again,))


def test_rows_above_the_first_heading_are_odd_where_there_are_headings():
    plan = make_plan()
    kp = plan.program["kp"].where(plan.program["kp"] != "KP I")
    above = replace(plan, program=plan.program.assign(kp=kp))
    assert breaches(above) == ()
    found = oddities(above)
    assert {one.rule for one in found} == {Rule.GROUP_MISSING}
    assert [one.key for one in found] == plan.program["kode"][kp.isna()].tolist()
    assert oddities(replace(plan, program=plan.activities.assign(kp=None))) == ()


def new_row(no: str, above: str) -> list[tuple]:
    cells = {"no": no, "uraian": no, "pihak_terlibat": "DINAS", "letak": above}
    return [(no, None, column, text) for column, text in cells.items()]


def gone(plan: Plan, *keys: str, sheet: Sheet = Sheet.PROGRAM) -> Plan:
    return changed(plan, *((key, None, "letak", None) for key in keys), sheet=sheet)


def year_gone(plan: Plan, year: int) -> Plan:
    return changed(plan, ("", year, "tahun", None))


BASE = make_plan(activities_per_group=1)
STRUCTURE = {
    "the same number in two spellings": (
        changed(BASE, *new_row("I.1.b", "I.1.a")),
        changed(BASE, *new_row("I.1.B", "I.1.a")),
    ),
    "the last years": (year_gone(BASE, 2025), year_gone(BASE, 2026)),
    "the last kegiatan": (gone(BASE, "I.1.a"), gone(BASE, "II.1.a")),
    "a row under a group that goes": (
        gone(BASE, "KP I", "I.1", "I.1.a"),
        changed(BASE, *new_row("I.1.b", "I.1.a")),
    ),
    "a row moved under a group that goes": (
        gone(BASE, "KP I", "I.1", "I.1.a"),
        changed(BASE, ("II.1.a", None, "letak", "I.1.a")),
    ),
    "a group that moves away from a new row": (
        changed(
            BASE,
            ("KP I", None, "letak", "II.1.a"),
            ("I.1", None, "letak", "KP I"),
            ("I.1.a", None, "letak", "I.1"),
        ),
        changed(BASE, *new_row("I.1.0", "KP I")),
    ),
}


@pytest.mark.parametrize(("left", "right"), STRUCTURE.values(), ids=STRUCTURE)
def test_what_two_people_would_break_together_is_settled_soundly_whatever_is_chosen(left, right):
    for theirs, mine in ((left, right), (right, left)):
        merged = merge(BASE, theirs, mine)
        assert breaches(merged.plan) == ()
        for sides in ((Side.THEIRS,), (Side.MINE,), tuple(Side), tuple(reversed(Side))):
            chosen = settle(merged, by_turns(merged, sides))
            assert breaches(chosen.plan) == ()


def by_turns(merged, sides: tuple[Side, ...]) -> dict[str, Side]:
    return {c.id: sides[turn % len(sides)] for turn, c in enumerate(merged.conflicts)}


CLASHING = {name for name in STRUCTURE if name != "a group that moves away from a new row"}


@pytest.mark.parametrize("name", sorted(CLASHING))
def test_what_two_people_would_break_together_is_a_conflict_with_a_cell_of_each(name):
    theirs, mine = STRUCTURE[name]
    merged = merge(BASE, theirs, mine)
    assert merged.conflicts
    places = {conflict.place for conflict in merged.conflicts}
    assert places & merged.sides.theirs.keys()
    assert places & merged.sides.mine.keys()
    assert all(conflict.breach for conflict in merged.conflicts)


@pytest.mark.parametrize("name", sorted(CLASHING))
def test_settling_all_for_one_side_gives_that_side_where_only_one_rule_was_broken(name):
    theirs, mine = STRUCTURE[name]
    merged = merge(BASE, theirs, mine)
    assert settle(merged, by_turns(merged, (Side.THEIRS,))).changes == ()
