"""The national frame as a start: what is filled in, and what comes of it."""

from __future__ import annotations

import pytest

from lib.service import sketches
from lib.service.actor import LOCAL_ADMIN, STRANGER, VISITOR, Actor, Denied, Role
from lib.service.new_plan import frames
from lib.service.new_plan.frames import BadFrame, Filling
from tests.factory import decree_plan

OPERATOR = Actor("op", "Operator", Role.OPERATOR, "DINKOMINFO")
FILLED = {
    "KP I": Filling(("Reviu peraturan", "=1+1"), ("DINKOMINFO", "Dinas Baru, Usaha dan Kerja")),
    "KP V": Filling(("Rapat koordinasi",), ("INSPEKTORAT",)),
}


def test_a_frame_gives_the_groups_and_indicators_of_the_decree_word_for_word(library):
    made = frames.begin(library, LOCAL_ADMIN, 2025, 2029, FILLED).conversion
    decree = decree_plan()
    assert made.plan.groups == decree.groups
    wanted = ["nomor", "program", "indikator"]
    assert made.plan.indicators[wanted].to_numpy().tolist() == (
        decree.indicators[wanted].to_numpy().tolist()
    )
    assert made.plan.years == (2025, 2026, 2027, 2028, 2029)
    assert made.plan.title == decree.title.replace("2023-2024", "2025-2029")
    assert made.plan.government == decree.government


def test_kegiatan_stand_under_their_group_in_every_year_with_their_agencies(library):
    made = frames.begin(library, LOCAL_ADMIN, 2025, 2026, FILLED).conversion
    rows = [(row.code, row.text, tuple(row.years)) for row in made.draft.rows if row.is_activity]
    assert rows == [
        ("I.1", "Reviu peraturan", (2025, 2026)),
        ("I.2", "=1+1", (2025, 2026)),
        ("V.1", "Rapat koordinasi", (2025, 2026)),
    ]
    assert made.plan.agencies == ("DINKOMINFO", "Dinas Baru, Usaha dan Kerja", "INSPEKTORAT")
    assert made.accepted
    assert not made.draft.account.unaccounted


def test_a_frame_is_added_as_any_sketch_is(library):
    sketch = frames.begin(library, LOCAL_ADMIN, 2030, 2030, FILLED)
    proposal = sketches.propose(library, LOCAL_ADMIN, sketch)
    assert proposal.accepted
    assert proposal.findings == ()


@pytest.mark.parametrize(("first", "last", "filled", "says"), [
    (2026, 2025, FILLED, "2026 sampai 2031"),
    (2026, 2032, FILLED, "2026 sampai 2031"),
    (2026, 2027, {}, "paling sedikit satu kegiatan"),
    (2026, 2027, {"KP I": Filling((), ("DINKOMINFO",))}, "paling sedikit satu kegiatan"),
])  # fmt: skip
def test_what_makes_no_plan_is_said_and_nothing_kept(library, first, last, filled, says):
    with pytest.raises(BadFrame, match=says):
        frames.begin(library, LOCAL_ADMIN, first, last, filled)
    assert sketches.waiting(library, LOCAL_ADMIN) == ()


@pytest.mark.parametrize("actor", [VISITOR, STRANGER, OPERATOR])
def test_a_frame_is_for_who_may_add_a_plan(library, actor):
    with pytest.raises(Denied):
        frames.begin(library, actor, 2025, 2026, FILLED)
