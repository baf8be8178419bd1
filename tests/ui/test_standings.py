"""Standings are kept by all that tells them apart, and by nothing else."""

from dataclasses import replace

import pytest

from lib.plan.position import Position
from lib.plan.standing import EVERYTHING, Narrowing
from lib.service.actor import LOCAL_ADMIN, VISITOR
from lib.ui.viewer import screen, viewer
from lib.ui.viewer.standings import standing

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
    assert screen._on_phone() is is_phone
