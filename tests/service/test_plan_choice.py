"""Several plans: whose default, what is put away, and that both are an admin's to say."""

from collections.abc import Iterator
from dataclasses import replace
from threading import Thread

import pytest
from sqlalchemy.exc import IntegrityError

from lib.service import changing, plan_choice
from lib.service.access.identity import open_identity
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Denied, Role
from lib.service.library import Library
from lib.service.plan_choice import ChoiceRefused
from lib.store import Store
from lib.store.records import PlanState
from lib.workbook.writing import writer
from tests.factory import make_plan
from tests.service.books import edited, reworked

FIRST, SECOND = "pertama", "kedua"
STATES = {FIRST: PlanState.DEFAULT, SECOND: PlanState.LISTED}


@pytest.fixture(params=["sqlite", "postgresql"])
def library(request, tmp_path) -> Iterator[Library]:
    """Two plans of the same subject, on either database."""
    url = f"sqlite:///{tmp_path}/rencana.sqlite"
    if request.param == "postgresql":
        url = request.getfixturevalue("new_postgresql")()
    library = Library(Store.open(url))
    for plan_id, years in ((FIRST, (2025, 2026)), (SECOND, (2027,))):
        add(library, plan_id, years)
    yield library
    library.store.engine.dispose()


def add(library: Library, plan_id: str, years=(2025,), actor: Actor = LOCAL_ADMIN) -> None:
    made = changing.check(
        library, actor, writer.write(make_plan(years, plan_id=plan_id)), "rencana.xlsx"
    )
    changing.apply(library, actor, made, yes=made.questions)


def states(library: Library) -> dict[str, PlanState]:
    return {plan.id: plan.state for plan in library.plans(VISITOR)}


def events(library: Library) -> list[tuple[str, str, str]]:
    found = open_identity(library.store, 8).accounts.events(LOCAL_ADMIN)
    return [(event.kind, event.subject, event.detail) for event in found]


def test_the_first_plan_is_everybodys_and_one_added_later_changes_nothing(library):
    assert states(library) == STATES
    assert plan_choice.default_of(library.plans(VISITOR)).id == FIRST


def test_a_plan_made_the_default_takes_the_others_place_and_is_recorded(library):
    plan_choice.make_default(library, LOCAL_ADMIN, SECOND)
    assert states(library) == {FIRST: PlanState.LISTED, SECOND: PlanState.DEFAULT}
    [(kind, subject, detail)] = events(library)
    assert (kind, subject) == ("rencana dijadikan utama", SECOND)
    assert detail == ("2027: RENCANA AKSI REKAAN, menggantikan 2025–2026: RENCANA AKSI REKAAN")


def test_doing_it_twice_is_recorded_once(library):
    for _ in range(2):
        plan_choice.make_default(library, LOCAL_ADMIN, SECOND)
        plan_choice.put_away(library, LOCAL_ADMIN, FIRST)
    assert [kind for kind, *_ in events(library)] == [
        "rencana disembunyikan",
        "rencana dijadikan utama",
    ]


def test_a_plan_put_away_is_whole_and_comes_back(library):
    before = library.download(LOCAL_ADMIN, SECOND)
    plan_choice.put_away(library, LOCAL_ADMIN, SECOND)
    assert states(library)[SECOND] is PlanState.PUT_AWAY
    assert len(library.download(LOCAL_ADMIN, SECOND)) == pytest.approx(len(before), abs=200)
    assert library.log(VISITOR, SECOND)
    plan_choice.bring_back(library, LOCAL_ADMIN, SECOND)
    assert states(library) == STATES


def test_a_plan_put_away_takes_no_changes_until_it_is_back(library):
    content = edited(library.download(LOCAL_ADMIN, SECOND), I4=0.25)
    begun = changing.check(library, LOCAL_ADMIN, content, "a.xlsx")
    assert begun.accepted
    changing.apply(library, LOCAL_ADMIN, begun, yes=begun.questions)
    back = changing.propose_rollback(library, LOCAL_ADMIN, SECOND, 1)
    content = edited(library.download(LOCAL_ADMIN, SECOND), J4=0.5)
    begun = changing.check(library, LOCAL_ADMIN, content, "a.xlsx")
    plan_choice.put_away(library, LOCAL_ADMIN, SECOND)
    for proposal in (back, begun):
        with pytest.raises(changing.NotReady, match="disembunyikan dan tidak menerima perubahan"):
            changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions)
    for named in ({}, {"meant": SECOND}, {"looked_at": SECOND}):
        refused = changing.check(library, LOCAL_ADMIN, content, "a.xlsx", **named)
        assert [finding.code for finding in refused.findings] == ["plan-put-away"]
        assert not refused.accepted
        assert refused.marked is None
    assert library.head(SECOND) == 2
    plan_choice.bring_back(library, LOCAL_ADMIN, SECOND)
    assert changing.apply(library, LOCAL_ADMIN, begun, yes=begun.questions) == 3


def test_the_default_plan_cannot_be_put_away_nor_one_that_is_not_there(library):
    with pytest.raises(ChoiceRefused, match="rencana utama"):
        plan_choice.put_away(library, LOCAL_ADMIN, FIRST)
    for step in (plan_choice.put_away, plan_choice.make_default, plan_choice.bring_back):
        with pytest.raises(ChoiceRefused, match="“tidak-ada” tidak ada"):
            step(library, LOCAL_ADMIN, "tidak-ada")
    assert (states(library), events(library)) == (STATES, [])


def test_a_plan_put_away_that_becomes_the_default_is_back(library):
    plan_choice.put_away(library, LOCAL_ADMIN, SECOND)
    plan_choice.make_default(library, LOCAL_ADMIN, SECOND)
    assert states(library)[SECOND] is PlanState.DEFAULT


def test_who_is_no_admin_any_more_is_refused_at_that_moment(library):
    accounts = open_identity(library.store, 8).accounts
    for name in ("kepala", "wakil"):
        accounts.add(LOCAL_ADMIN, name, Role.ADMIN, password="gunung dieng dingin")
    kepala = next(one.actor for one in accounts.all(LOCAL_ADMIN) if one.name == "kepala")
    accounts.set_role(LOCAL_ADMIN, "kepala", Role.VIEWER)
    for step in (plan_choice.put_away, plan_choice.make_default, plan_choice.bring_back):
        with pytest.raises(Denied, match="tidak berhak mengatur daftar rencana"):
            step(library, kepala, SECOND)
    assert states(library) == STATES


def test_the_database_itself_knows_one_default_alone(library):
    with pytest.raises(IntegrityError), library.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE plan SET state = 'utama'")


def test_of_many_who_choose_at_once_one_plan_is_left_as_the_default(library):
    steps = [
        Thread(target=plan_choice.make_default, args=(library, LOCAL_ADMIN, plan_id))
        for plan_id in (FIRST, SECOND) * 4
    ]
    for step in steps:
        step.start()
    for step in steps:
        step.join()
    assert sorted(states(library).values()) == [PlanState.LISTED, PlanState.DEFAULT]
    kinds = [kind for kind, *_ in events(library)]
    assert kinds
    assert set(kinds) == {"rencana dijadikan utama"}


def test_plans_alike_are_told_apart_by_years_and_else_by_id(library):
    assert plan_choice.names(library, VISITOR) == {
        FIRST: "2025–2026: RENCANA AKSI REKAAN",
        SECOND: "2027: RENCANA AKSI REKAAN",
    }
    add(library, "ketiga", (2027,))
    assert plan_choice.names(library, VISITOR)[SECOND] == "2027: RENCANA AKSI REKAAN [kedua]"


def unstamped(plan_id: str) -> bytes:
    """The workbook of a plan whose ID and version were wiped out."""

    def wipe(book) -> None:
        for row in book["Dokumen"].iter_rows():
            if row[0].value in ("ID Rencana", "Versi data"):
                row[1].value = None

    return reworked(writer.write(make_plan((2027,), plan_id=plan_id)), wipe)


def test_a_workbook_without_a_stamp_is_held_against_the_plan_looked_at(library):
    content = unstamped(SECOND)
    asked = changing.check(library, LOCAL_ADMIN, content, "a.xlsx", looked_at=SECOND)
    assert (asked.plan_id, asked.accepted, asked.base) == (SECOND, True, None)
    told = changing.check(library, LOCAL_ADMIN, content, "a.xlsx", meant=SECOND)
    assert told.plan_id == SECOND
    lost = changing.check(library, LOCAL_ADMIN, content, "a.xlsx")
    assert not lost.accepted
    assert "plan-unknown" in [finding.code for finding in lost.findings]


def test_a_workbook_of_another_plan_than_is_meant_is_refused(library):
    content = library.download(LOCAL_ADMIN, FIRST)
    made = changing.check(library, LOCAL_ADMIN, content, "a.xlsx", meant=SECOND)
    assert not made.accepted
    assert "plan-other" in [finding.code for finding in made.findings]
    with pytest.raises(changing.NotReady):
        changing.apply(library, LOCAL_ADMIN, replace(made), yes=made.questions)
