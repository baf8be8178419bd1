"""What waits for a verifier and what a verifier asks for, by table."""

from __future__ import annotations

import pytest

from lib.plan.plan import Plan
from lib.plan.reporting import checking
from tests.factory import make_plan, with_activity
from tests.service.verifying import CHECKERS_OWN, ROW

OFFICES, CHECKER = ("DINAS B", "BADAN C"), "DINAS A"
TWO = {"realisasi_tw1": 10.0, "realisasi_tw2": 40.0}


def said(until: str | None, result: str | None, note: str | None = None) -> dict[str, str | None]:
    return {
        "diverifikasi_sampai": until, "hasil_verifikasi": result, "catatan_verifikasi": note,
    }  # fmt: skip


def plan(*parts: dict, row=ROW) -> Plan:
    cells = {name: value for part in parts for name, value in part.items() if value is not None}
    return with_activity(make_plan(), *row, **cells)


WAITING = {
    "nothing reported": ((), 0),
    "reported, nobody looked": ((TWO,), 2),
    "only a later quarter is filled": (({"realisasi_tw3": 70.0},), 3),
    "a report of 0 is a report": (({"realisasi_tw1": 0.0},), 1),
    "found right up to the last figure": ((TWO, said("TW II", "Sesuai")), 0),
    "found right, then reported on": ((TWO, said("TW I", "Sesuai")), 2),
    "to be mended, nothing new": ((TWO, said("TW II", "Perlu perbaikan", "Lampirkan foto")), 0),
    "to be mended, then reported on": ((TWO, said("TW I", "Perlu perbaikan", "Kurang")), 2),
    "looked at beyond what is reported": ((TWO, said("TW IV", "Sesuai")), 0),
}


@pytest.mark.parametrize(("parts", "quarter"), WAITING.values(), ids=WAITING)
def test_a_row_waits_up_to_its_last_figure_until_somebody_looked(parts, quarter):
    found = checking.to_check(plan(*parts), CHECKER)
    assert [(one.no, one.year, one.quarter) for one in found] == [(*ROW, quarter)][: bool(quarter)]
    assert all(one.agencies == OFFICES for one in found)


def test_nobody_checks_the_rows_of_the_own_agency():
    own = plan(TWO, row=CHECKERS_OWN)
    assert checking.to_check(own, CHECKER) == ()
    assert [(one.no, one.year) for one in checking.to_check(own, "BADAN C")] == [CHECKERS_OWN]


ASKED = {
    "found right": ((TWO, said("TW II", "Sesuai")), None),
    "nobody looked": ((TWO,), None),
    "to be mended": ((TWO, said("TW II", "Perlu perbaikan", "Lampirkan foto")), "Lampirkan foto"),
}


@pytest.mark.parametrize("agency", OFFICES)
@pytest.mark.parametrize(("parts", "note"), ASKED.values(), ids=ASKED)
def test_each_agency_of_a_row_is_asked_to_mend_it(parts, note, agency):
    found = checking.to_mend(plan(*parts), agency)
    expected = [(*ROW, 2, note)] if note else []
    assert [(one.no, one.year, one.quarter, one.note) for one in found] == expected


def test_others_are_asked_nothing():
    asked = plan(TWO, said("TW II", "Perlu perbaikan", "Lampirkan foto"))
    assert checking.to_mend(asked, CHECKER) == ()


def test_the_latest_year_comes_first():
    asked = make_plan(range(2025, 2028))
    rows = asked.activity_progress.groupby("no")["tahun"].apply(list)
    code, years = next((code, years) for code, years in rows.items() if len(years) > 1)
    [owner] = set(asked.activity_progress.query("no == @code")["pihak_terlibat"])
    for year in years:
        mark = said("TW I", "Perlu perbaikan", "Kurang")
        asked = with_activity(asked, code, year, realisasi_tw1=10.0, **mark)
    found = checking.to_mend(asked, asked.agencies_in(owner)[0])
    assert [one.year for one in found] == sorted(years, reverse=True)


def test_found_right_means_right_up_to_the_last_figure():
    for parts, quarter in WAITING.values():
        frame = plan(*parts).activity_progress
        row = (frame["no"] == ROW[0]) & (frame["tahun"] == ROW[1])
        last = checking._last_filled(frame)
        right = parts[1:] and parts[1]["hasil_verifikasi"] == "Sesuai" and not quarter
        assert bool(checking.is_verified(frame, last)[row].iloc[0]) == bool(right)


def test_a_plan_without_a_row_has_nothing_to_check_or_mend():
    whole = make_plan()
    none = whole.with_progress(activity_progress=whole.activity_progress.iloc[:0])
    assert checking.to_check(none, CHECKER) == checking.to_mend(none, "DINAS B") == ()
    last = none.activity_progress["tahun"]
    assert checking.is_verified(none.activity_progress, last).empty
