"""The list for leadership."""

from lib.plan import schema
from lib.plan.figures.attention import Concern
from lib.plan.position import Position
from lib.plan.standing import Standing
from tests.factory import make_plan, sample_plan, with_activity

END = Position(2026, 4)


def concerns(position=END, **cells):
    plan = make_plan(years=(2026,), groups=1, activities_per_group=1)
    plan = with_activity(plan, plan.activities["no"].iloc[0], 2026, **cells)
    return Standing(plan, position).attention


def test_each_row_stands_once_under_its_most_pressing_concern():
    third = Position(2026, 3)
    cases = {
        Concern.LATE: concerns(realisasi_tw4=60.0),
        Concern.NOT_DONE: concerns(keterangan=schema.NOT_DONE),
        Concern.RED: concerns(third, realisasi_tw3=40.0),
        Concern.NO_DATA: concerns(),
        Concern.POSTPONED: concerns(keterangan=schema.POSTPONED),
        Concern.UNREPORTED: concerns(third, realisasi_tw1=75.0),
        Concern.YELLOW: concerns(third, realisasi_tw3=65.0),
    }
    assert {concern: [item.concern for item in found] for concern, found in cases.items()} == {
        concern: [concern] for concern in cases
    }
    assert (cases[Concern.RED][0].actual, cases[Concern.RED][0].target) == (40.0, 75.0)
    assert (cases[Concern.UNREPORTED][0].ended, cases[Concern.UNREPORTED][0].owed) == (3, 2)


def test_what_is_done_or_on_track_needs_nobody():
    assert concerns(realisasi_tw4=100.0) == ()
    assert concerns(Position(2026, 3), realisasi_tw3=75.0) == ()


def test_worst_comes_first():
    found = Standing(sample_plan(), Position(2024, 4)).delayed
    asked = [item for item in found if item.decision]
    assert found[: len(asked)] == tuple(asked)
    order = [list(Concern).index(item.concern) for item in found[len(asked) :]]
    assert order == sorted(order)
    assert len(set(order)) > 1


def test_who_can_decide_lowest_comes_before_everything_worse():
    plan = sample_plan()
    plan = plan.with_progress(plan.activity_progress.assign(perlu_keputusan=None))
    asked = {
        ("III.1.a", 2024): "Kepala Daerah",
        ("IV.1.b", 2023): "Provinsi atau Pusat",
        ("II.1.a", 2024): "Sekretaris Daerah",
    }
    for row, office in asked.items():
        plan = with_activity(plan, *row, perlu_keputusan=office)
    standing = Standing(plan, Position(2024, 4))
    first = [(item.no, item.year) for item in standing.delayed[:3]]
    assert first == [("II.1.a", 2024), ("III.1.a", 2024), ("IV.1.b", 2023)]
    assert standing.decisions == standing.delayed[:3]
    assert {item.decision for item in standing.delayed[3:]} == {""}


def test_what_is_on_track_but_waits_for_a_decision_is_listed_and_what_is_done_is_not():
    told = {"kendala": "dana", "perlu_keputusan": "Sekretaris Daerah"}
    [item] = concerns(Position(2026, 3), realisasi_tw3=75.0, **told)
    assert (item.concern, item.decision) == (Concern.DECISION, "Sekretaris Daerah")
    assert concerns(realisasi_tw4=100.0, **told) == ()
