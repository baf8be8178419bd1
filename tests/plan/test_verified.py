"""A verification stands over the values it was given for, whoever changes them."""

import pytest

from lib.plan.change.difference import Change, differences, same
from lib.plan.change.merge import merge
from lib.plan.change.verified import following, marks, outdated
from lib.plan.schema import VERIFICATION, Sheet
from tests.factory import make_plan, with_activity

KEY = ("I.1.b", 2025)
MARK = dict(zip(VERIFICATION, ("TW II", "Sesuai", None), strict=True))
FIGURES = {"realisasi_tw1": 25.0, "realisasi_tw2": 50.0, "realisasi_tw3": 60.0}


def cell(plan=None, **cells):
    return with_activity(plan or make_plan(), *KEY, **cells)


REPORTED = cell(**FIGURES, bukti_dukung="https://a.id/1")
VERIFIED = cell(REPORTED, **MARK)

BOUND = [
    {"realisasi_tw1": 20.0},
    {"realisasi_tw2": 55.0},
    {"realisasi_tw2": float("nan"), "realisasi_tw3": float("nan")},
    {"bukti_dukung": "https://a.id/2"},
    {"bukti_dukung": float("nan")},
]
FREE = [
    {"realisasi_tw3": 70.0},
    {"realisasi_tw4": 100.0},
    {"kendala": "hujan"},
    {"target_tw1": 10.0},
    {"pagu_anggaran": 5.0},
]


@pytest.mark.parametrize("cells", BOUND)
def test_a_mark_lapses_with_every_value_it_was_given_for(cells):
    changed = cell(VERIFIED, **cells)
    merged = merge(VERIFIED, VERIFIED, changed).plan
    assert marks(merged) == {}
    assert same(merged, cell(REPORTED, **cells))


@pytest.mark.parametrize("cells", FREE)
def test_a_mark_outlives_what_it_says_nothing_of(cells):
    changed = cell(VERIFIED, **cells)
    assert same(merge(VERIFIED, VERIFIED, changed).plan, changed)


@pytest.mark.parametrize("cells", BOUND)
def test_a_stale_copy_lets_a_newer_mark_lapse_too(cells):
    merged = merge(REPORTED, VERIFIED, cell(REPORTED, **cells))
    assert marks(merged.plan) == {}
    assert merged.conflicts == ()


@pytest.mark.parametrize("cells", BOUND)
def test_a_mark_given_by_figures_that_others_changed_is_not_stored(cells):
    current = cell(REPORTED, **cells)
    merged = merge(REPORTED, current, VERIFIED)
    assert same(merged.plan, current)
    assert merged.outdated == (KEY,)


def test_a_mark_comes_in_beside_what_others_reported_elsewhere():
    current = with_activity(cell(REPORTED, realisasi_tw3=70.0), "II.1.a", 2026, realisasi_tw1=5.0)
    merged = merge(REPORTED, current, VERIFIED)
    assert marks(merged.plan).keys() == {KEY}
    assert merged.outdated == ()


def test_a_mark_without_its_quarter_is_bound_to_every_quarter():
    part = cell(REPORTED, hasil_verifikasi="Sesuai")
    assert marks(merge(part, part, cell(part, realisasi_tw4=90.0)).plan) == {}


def test_what_follows_from_a_change_is_its_rows_mark_alone():
    other = with_activity(VERIFIED, "II.1.a", 2026, realisasi_tw1=5.0, **MARK)
    changes = [Change(*KEY, "realisasi_tw2", 50.0, 55.0)]
    found = following(changes, other)
    assert found == {(Sheet.ACTIVITY_PROGRESS, *KEY, name) for name in VERIFICATION}
    assert outdated(REPORTED, REPORTED, VERIFIED) == ()
    assert len(differences(REPORTED, VERIFIED)) == 2
