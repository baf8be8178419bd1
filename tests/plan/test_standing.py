"""One standing: every figure of a reader's view, computed once, of nothing that is not reported."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier, Lock

import pytest

from lib.plan.figures import rollup, status
from lib.plan.figures.curve import cumulative
from lib.plan.figures.status import Status
from lib.plan.kept import kept
from lib.plan.position import Position
from lib.plan.standing import OUTSIDE, Narrowing, Standing
from lib.plan.table_a import program_frame
from tests.factory import (
    decree_plan,
    make_plan,
    sample_plan,
    with_activity,
    without_first_heading,
)

AT = Position(2024, 3)
AGENCY = "DINKOMINFO"


def test_a_standing_agrees_with_the_rules_it_is_made_from():
    standing = Standing(sample_plan(), AT)
    activities = status.activity_status(sample_plan(), AT)
    due = rollup.in_scope(activities, AT)
    assert standing.activities.equals(activities)
    assert standing.sums == rollup.rollup(due)
    assert standing.summary.sums == standing.sums
    assert standing.curve.equals(cumulative(activities, sample_plan().years, AT))
    assert [part.sums for part in standing.agencies] == [
        rollup.rollup(rollup.select(due, agency=agency)) for agency in sample_plan().agencies
    ]


def test_a_narrowed_standing_holds_only_what_is_looked_at():
    standing = Standing(sample_plan(), AT, Narrowing(2024, agency=AGENCY))
    assert set(standing.activities["tahun"]) == {2024}
    assert standing.activities["pihak"].map(lambda names: AGENCY in names).all()
    assert set(standing.quarters.index) == set(standing.activities.index)
    assert [part.code for part in standing.agencies] == [AGENCY]
    assert set(standing.all_activities["tahun"]) == {2023, 2024}
    shown = {(item.no, item.year) for item in standing.attention}
    assert shown <= set(zip(standing.due["no"], standing.due["tahun"], strict=True))


def test_agencies_without_anything_due_are_not_busy():
    plan = make_plan((2025, 2026), groups=1, activities_per_group=2)
    standing = Standing(plan, Position(2025, 4))
    idle = {part.code for part in standing.agencies} - {p.code for p in standing.busy_agencies}
    assert idle
    for part in standing.agencies:
        assert (part.code in idle) == (part.sums.planned == 0)


def test_unfinished_are_those_not_done_or_not_fully_reported():
    standing = Standing(sample_plan(), AT)
    rows = standing.unfinished
    assert 0 < len(rows) < len(standing.due)
    left_out = standing.due.drop(rows.index)
    assert (left_out["status"] == Status.DONE).all()
    assert (left_out["belum_lapor"] == 0).all()


def test_without_another_version_nothing_moved():
    assert Standing(sample_plan(), AT).since is None


def test_what_moved_is_read_within_the_narrowing():
    before = decree_plan()
    everything = Standing(sample_plan(), AT, previous=before).since
    narrowed = Standing(sample_plan(), AT, Narrowing(agency="INSPEKTORAT"), before).since
    assert everything is not None
    assert narrowed is not None
    assert 0 < len(narrowed.effect.rows) < len(everything.effect.rows)
    assert narrowed.effect.before.sums.mean_all is None
    assert (
        narrowed.effect.after.sums
        == Standing(sample_plan(), AT, Narrowing(agency="INSPEKTORAT")).sums
    )


@pytest.mark.parametrize(
    ("reported", "mean_all", "mean_reported"), [(None, None, None), (0.0, 0.0, 0.0), (50.0, 25, 50)]
)
def test_no_report_no_number_but_a_reported_zero_is_one(reported, mean_all, mean_reported):
    plan = make_plan((2025,), groups=1, activities_per_group=2)
    if reported is not None:
        plan = with_activity(plan, "I.1.a", 2025, realisasi_tw1=reported)
    sums = Standing(plan, Position(2025, 1)).sums
    assert (sums.mean_all, sums.mean_reported) == (mean_all, mean_reported)


class Counted:
    """Counts how often its one property is computed, each time slowly enough to be overtaken."""

    def __init__(self) -> None:
        self.times, self.lock, self.ready = 0, Lock(), Barrier(8)

    @kept
    def answer(self) -> object:
        with self.lock:
            self.times += 1
        return self.inner, object()

    @kept
    def inner(self) -> int:
        return self.times


def test_of_several_threads_that_ask_at_once_one_computes():
    for _ in range(50):
        counted = Counted()

        def ask(one: Counted = counted) -> object:
            one.ready.wait()
            return one.answer

        with ThreadPoolExecutor(8) as pool:
            answers = [task.result() for task in [pool.submit(ask) for _ in range(8)]]
        assert counted.times == 1
        assert len({id(answer) for answer in answers}) == 1


def test_a_standing_computes_nothing_twice(monkeypatch):
    asked = []
    real = status.activity_status
    monkeypatch.setattr(
        status, "activity_status", lambda *given: asked.append(given) or real(*given)
    )
    standing = Standing(sample_plan(), AT, Narrowing(2024))
    for _ in range(2):
        assert standing.sums
        assert standing.attention
        assert standing.agencies
        assert not standing.quarters.empty
    assert len(asked) == 1


def test_kegiatan_above_every_group_are_a_part_of_their_own_and_parts_make_the_whole():
    plan = without_first_heading(make_plan((2025, 2026), groups=3, activities_per_group=2))
    standing = Standing(plan, Position(2026, 4))
    codes = [part.code for part in standing.groups]
    assert codes == [OUTSIDE[0], *plan.groups]
    assert sum(part.sums.planned for part in standing.groups) == standing.sums.planned
    in_one = Standing(plan, Position(2026, 4), Narrowing(group=codes[1]))
    assert OUTSIDE[0] not in [part.code for part in in_one.groups]
    flat = replace(plan, program=program_frame(plan.activities))
    assert Standing(flat, Position(2026, 4)).groups == ()
