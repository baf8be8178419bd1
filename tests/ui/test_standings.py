"""Standings are kept by all that tells them apart, and by nothing else."""

from dataclasses import replace

import pytest

from lib import charts
from lib.charts.chart import PLAIN, Look
from lib.plan.position import Position
from lib.plan.standing import EVERYTHING, Narrowing
from lib.service.actor import LOCAL_ADMIN, VISITOR
from lib.ui.viewer import screen, viewer
from lib.ui.viewer.standings import drawing, key_of, standing
from tests.ui.drawn import charts as drawn_on

AT = Position(2024, 3)


@pytest.fixture
def asked(open_page):
    """What the sample's newest version is asked with."""
    open_page(sample=True)
    here = viewer.arrive(VISITOR)
    return (VISITOR, here.snapshot(3), AT, EVERYTHING, here.snapshot(2))


def test_the_same_question_has_the_same_answer_whoever_of_a_role_asks(asked):
    _, *rest = asked
    other = replace(VISITOR, name="siti", agency="DINKOMINFO")
    assert standing(*asked) is standing(other, *rest)


@pytest.mark.parametrize(
    ("place", "other"),
    [
        (0, LOCAL_ADMIN),
        (2, Position(2024, 2)),
        (3, Narrowing(2024)),
        (3, Narrowing(group="KP I")),
        (3, Narrowing(agency="INSPEKTORAT")),
        (4, None),
    ],
)
def test_each_part_of_a_question_tells_standings_apart(asked, place, other):
    changed = [*asked]
    changed[place] = other
    assert standing(*changed) is not standing(*asked)


def test_another_version_is_another_standing(asked):
    actor, newest, position, narrowing, older = asked
    assert standing(actor, older, position, narrowing, None).plan is older.plan
    assert standing(actor, newest, position, narrowing, None).plan is newest.plan
    reused = replace(older, code=newest.code)
    assert standing(actor, reused, position, narrowing, None).plan is older.plan


def board(asked, look: Look = PLAIN, kind: str = "board"):
    """The sample's board for a question, made anew where nobody asked so before."""
    plan, position = asked[1].plan, asked[2]
    quarters = standing(*asked).quarters
    make = lambda: charts.quarter_board(quarters, plan, position, look)  # noqa: E731
    return drawing(key_of(*asked), kind, look, make)


def test_a_finished_chart_is_kept_for_everybody_of_a_role(asked):
    _, *rest = asked
    assert board(asked) is board((replace(VISITOR, name="siti"), *rest))


@pytest.mark.parametrize(
    "look",
    [
        Look(dark=True),
        Look(compact=True),
        Look(meeting=True),
        Look(footer="data versi 3"),
        Look(sample=True),
        Look(width=790),
    ],
)
def test_another_look_is_another_chart(asked, look):
    assert board(asked, look) is not board(asked)
    assert board(asked, look).figure != board(asked).figure


def test_another_standing_or_kind_is_another_chart(asked):
    actor, newest, _, narrowing, older = asked
    before = (actor, newest, Position(2023, 4), narrowing, older)
    assert board(before).figure != board(asked).figure
    assert board(asked, kind="status") is not board(asked)


@pytest.mark.parametrize("page", ["", "linimasa", "perangkat-daerah", "indikator"])
def test_a_second_look_at_a_page_builds_no_figure(open_page, monkeypatch, page):
    app = open_page(page, sample=True)
    first = drawn_on(app)
    assert first

    def refuse(*_args, **_kwargs):
        raise AssertionError("a figure was built anew")

    for name in charts.__all__:
        if name.islower():
            monkeypatch.setattr(charts, name, refuse)
    app.run()
    assert not app.exception
    assert drawn_on(app) == first


@pytest.mark.parametrize(
    ("browser", "is_phone"),
    [
        ("Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 Mobile Safari/537.36", True),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148", True),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0", False),
        ("", False),
    ],
)
def test_a_phone_is_known_by_what_its_browser_says(monkeypatch, browser, is_phone):
    monkeypatch.setattr(type(screen.st.context), "headers", {"User-Agent": browser})
    assert screen.on_phone() is is_phone
