"""Whatever people do to a plan with stale copies, what is stored is sound, and a way back stands.

Two properties, through the service and a real store: every version can be read, gone back to,
undone and downloaded; and its download is accepted unchanged from everybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count, cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.plan.breach import ASKED
from lib.plan.change.difference import apply_changes, differences, same
from lib.plan.change.merge import Side
from lib.plan.plan import Plan
from lib.plan.record import packed
from lib.plan.rules import breaches
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.change import judgement
from lib.service.library import Library
from lib.service.proposal import Proposal
from lib.store.records import NewVersion, Origin
from lib.store.store import Store
from tests.plan.small_plans import CLASHING, FIRST, Slots, built, edits

OPERATORS = tuple(
    Actor(f"petugas-{letter}", f"Petugas {letter}", Role.OPERATOR, f"DINAS {letter}")
    for letter in "AB"
)
ADMINS = (LOCAL_ADMIN, Actor("admin-dua", "Admin kedua", Role.ADMIN))
ROUNDS = 4
"""How often somebody chooses anew before giving in to what stands."""

MANY = settings().max_examples > 100
"""Whether the tests were started with `--long`; an example here is a whole history of a plan."""
FRESH = built(FIRST)

_IDS = count(1)


@dataclass(frozen=True)
class Step:
    """One person's work: on how old a copy, what they made of it, how they settle conflicts."""

    actor: Actor
    age: int
    edited: Slots
    sides: tuple[Side, ...]


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from((*ADMINS, *ADMINS, *OPERATORS)),
        st.integers(0, 2),
        edits(st.sampled_from(list(CLASHING)), 1, 4),
        st.lists(st.sampled_from(Side), min_size=1, max_size=3).map(tuple),
    ),
    min_size=2,
    max_size=5,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Iterator[Library]:
    """One store for all examples, each of which adds a plan of its own."""
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('acak') / 'rencana.sqlite'}")
    yield Library(store)
    store.close()


def started(library: Library) -> str:
    """Add a sound plan and return its id."""
    plan_id = f"acak-{next(_IDS)}"
    plan = replace(FRESH, stamp=replace(FRESH.stamp, plan_id=plan_id))
    new = NewVersion(plan_id, packed(plan), "admin", datetime.now(UTC), Origin.BASELINE)
    library.store.add_plan("Rencana acak", new)
    return plan_id


def made_of(plan: Plan, slots: Slots) -> Plan:
    """Do to a plan what filling these slots does to a fresh one."""
    return apply_changes(plan, differences(FRESH, built(FIRST | slots)))


def gravely(plan: Plan) -> set:
    return {breach for breach in breaches(plan) if breach.rule not in ASKED}


def proposed(library: Library, plan_id: str, step: Step) -> Proposal | None:
    """Propose a step's work; None where no file could say it, for it breaks a rule by itself."""
    head = library.snapshot(step.actor, plan_id)
    base = library.snapshot(step.actor, plan_id, max(1, head.number - step.age))
    mine = made_of(base.plan, step.edited)
    if gravely(mine) - gravely(base.plan):
        return None
    opened = Proposal(Origin.UPLOAD, plan_id, head=head.number, base=base.number, current=head.plan)
    return judgement.compare(opened, step.actor, base.plan, mine)


def settled(made: Proposal, sides: tuple[Side, ...]) -> Proposal:
    """Settle as this person does, and in the end with what stands."""
    turns = cycle(sides)
    for _ in range(ROUNDS if made.conflicts else 0):
        made = changing.settle(made, {c.id: next(turns) for c in made.conflicts})
    while made.conflicts:
        made = changing.settle(made, {c.id: Side.THEIRS for c in made.conflicts})
    return made


def done(library: Library, plan_id: str, steps: list[Step]) -> None:
    for step in steps:
        made = proposed(library, plan_id, step)
        if made is None:
            continue
        assert gravely(made.proposed) == set(), "unsettled"
        made = settled(made, step.sides)
        assert made.accepted
        if not made.unchanged:
            changing.apply(library, step.actor, made, "catatan", yes=made.questions)


@settings(max_examples=1_000 if MANY else 5)
@given(STEPS)
def test_what_people_store_is_sound_and_every_way_back_stands(library, steps):
    plan_id = started(library)
    done(library, plan_id, steps)
    versions = library.log(VISITOR, plan_id)
    for version in versions:
        plan = library.snapshot(VISITOR, plan_id, version.number).plan
        assert gravely(plan) == set()
        back = changing.propose_rollback(library, LOCAL_ADMIN, plan_id, version.number)
        assert back.accepted
        assert same(back.proposed, plan)
    newest = versions[0]
    if newest.number > 1:
        actor = next(a for a in (*ADMINS, *OPERATORS) if a.name == newest.author)
        undo = changing.propose_undo(library, actor, plan_id)
        changing.apply(library, actor, undo, "catatan", yes=undo.questions)
        before = library.snapshot(VISITOR, plan_id, newest.number - 1).plan
        assert same(library.snapshot(VISITOR, plan_id).plan, before)


@settings(max_examples=1_000 if MANY else 2)
@given(STEPS)
def test_the_download_of_every_version_is_accepted_unchanged_from_everybody(library, steps):
    plan_id = started(library)
    done(library, plan_id, steps)
    everybody = (*ADMINS[:1], *OPERATORS, VISITOR)
    head = library.head(plan_id)
    for number in range(1, head + 1):
        content = library.download(VISITOR, plan_id, number)
        for actor in everybody if number == head else everybody[:1]:
            sent = changing.check(library, actor, content, "laporan.xlsx")
            assert sent.accepted, sent.findings
            assert sent.unchanged
            assert sent.questions == ()
