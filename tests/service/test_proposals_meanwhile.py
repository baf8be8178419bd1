"""What others store between a preview and its press does not undo the work, nor store it twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.changing import HeadMoved
from lib.service.library import Library
from lib.service.proposal import Proposal
from lib.workbook.writing import writer
from tests.factory import make_plan
from tests.service.books import edited

PLAN = "banjarnegara-pengaduan-2023-2024"
OTHER = Actor("admin-dua", "Admin kedua", Role.ADMIN)


def maker(library: Library, content: bytes, actor: Actor = LOCAL_ADMIN) -> Callable[[], Proposal]:
    return lambda: changing.check(library, actor, content, "laporan.xlsx")


def send(library: Library, content: bytes) -> int:
    made = maker(library, content, OTHER)()
    return changing.apply(library, OTHER, made, yes=made.questions)


def press(library: Library, made: Proposal, make: Callable[[], Proposal]) -> int | Proposal:
    return changing.apply_where_others_write(library, LOCAL_ADMIN, made, make, yes=made.questions)


def reports(library: Library) -> list[float]:
    return (
        library.snapshot(VISITOR, PLAN).plan.activity_progress.loc[[4, 5], "realisasi_tw1"].tolist()
    )


def test_what_others_wrote_elsewhere_is_kept_and_the_press_counts(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    make = maker(library, edited(copy, I4=0.1))
    made = make()
    for value in (0.2, 0.3):
        send(library, edited(library.download(OTHER, PLAN), I5=value))
    assert press(library, made, make) == 4
    assert reports(library) == [10, 30]


def test_what_others_wrote_into_what_was_seen_is_shown_first(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    make = maker(library, edited(copy, I4=0.1))
    made = make()
    send(library, edited(copy, I4=0.2))
    fresh = press(library, made, make)
    assert isinstance(fresh, Proposal)
    assert [conflict.theirs for conflict in fresh.conflicts] == [20]
    assert library.head(PLAN) == 2
    assert [v.author for v in changing.versions_since(library, LOCAL_ADMIN, made)] == [OTHER.name]


def test_a_rule_that_what_others_wrote_would_break_is_shown_first(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    make = maker(library, edited(copy, J4=0.1))
    made = make()
    send(library, edited(copy, I4=0.2))
    assert isinstance(press(library, made, make), Proposal)
    assert library.head(PLAN) == 2


def test_a_choice_among_conflicts_is_not_asked_again_for_what_others_wrote_elsewhere(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    send(library, edited(copy, I4=0.2))
    make = maker(library, edited(copy, I4=0.1))
    made = make()
    made = changing.settle(made, {conflict.id: "mine" for conflict in made.conflicts})
    send(library, edited(library.download(OTHER, PLAN), I5=0.3))
    assert press(library, made, make) == 4
    assert reports(library) == [10, 30]


def test_pressing_again_stores_nothing_more_and_tells_the_same_number(library):
    made = maker(library, edited(library.download(LOCAL_ADMIN, PLAN), I4=0.1))()
    numbers = [changing.apply(library, LOCAL_ADMIN, made) for _ in range(5)]
    assert numbers == [2] * 5
    assert library.head(PLAN) == 2
    send(library, edited(library.download(OTHER, PLAN), I5=0.3))
    assert changing.apply(library, LOCAL_ADMIN, made) == 2
    with pytest.raises(HeadMoved):
        changing.apply(library, OTHER, made)


def test_a_new_plan_is_added_once_however_often_it_is_pressed(library):
    made = maker(library, writer.write(make_plan()))()
    for _ in range(3):
        assert changing.apply(library, LOCAL_ADMIN, made, yes=made.questions) == 1
    assert len(library.plans(VISITOR)) == 2
    with pytest.raises(HeadMoved):
        changing.apply(library, OTHER, made, yes=made.questions)
