"""Who may do what, cell by cell: people by service calls and rows."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from inspect import isfunction
from types import ModuleType

import pytest

from lib.plan.change.difference import Change
from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import Sheet
from lib.service import changing, drafts, filling, plan_choice, sketches
from lib.service.access.accounts import Accounts
from lib.service.actor import LOCAL_ADMIN, STRANGER, VISITOR, Actor, Denied, Role
from lib.service.changing import NotReady
from lib.service.library import Library
from lib.service.plan_choice import ChoiceRefused
from lib.service.proposal import Proposal
from lib.service.sketches import Sketch
from lib.store.records import HeadMoved, Origin, PlanExists
from lib.store.waiting.draft_store import StoredDraft
from tests.decree import word_cases
from tests.factory import decree_plan
from tests.service.books import edited

# --- Service calls -------------------------------------------------------------------------

FIRST_ROW = 4
"""Of `Progres Kegiatan`, which the operator below may change."""
OWNER = decree_plan().activity_progress.loc[FIRST_ROW, "pihak_terlibat"]
OPERATOR = Actor("operator", "Operator", Role.OPERATOR, OWNER)
READER = Actor("pengamat", "Pengamat", Role.VIEWER)
ACTORS = (STRANGER, VISITOR, READER, OPERATOR, LOCAL_ADMIN)
LOOKING = {VISITOR, READER, OPERATOR, LOCAL_ADMIN}
PLAN = decree_plan().stamp.plan_id


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    from lib.service.startup import open_library

    return open_library(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def accounts(library: Library) -> Accounts:
    from lib.service.access.identity import open_identity

    made = open_identity(library.store, 8).accounts
    made.make_first("gudeg manggar pertama")
    made.add(LOCAL_ADMIN, "contoh", Role.VIEWER, password="sandi yang panjang")
    return made


@cache
def report(library: Library) -> Proposal:
    """A report that was checked once for all cases, none of which gets it stored."""
    book = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    return changing.check(library, LOCAL_ADMIN, book, "a.xlsx")


def proposal(library: Library, kind: Origin) -> Proposal:
    """Something of a kind that could be applied, were it allowed."""
    return replace(report(library), kind=kind, head=-1)


def sketched(library: Library) -> Sketch:
    """A decree's file that an admin put in."""
    return sketches.begin(library, LOCAL_ADMIN, word_cases.KP.content, "keputusan.docx")


def take_back(call) -> None:
    """Ask to take back the newest version, which here is the plan itself and nobody's upload."""
    with pytest.raises(Denied) as refusal:
        call(PLAN)
    if "milik sendiri" not in str(refusal.value):
        raise refusal.value


def refused(call) -> None:
    """Ask to put the one plan away, which is the default and stays."""
    with pytest.raises(ChoiceRefused):
        call(PLAN)


def taken_up(call) -> None:
    """Take up a draft that is nobody's."""
    with pytest.raises(KeyError):
        call(StoredDraft("siapa", "0" * 64, PLAN, "a.json", datetime.now(UTC)))


LIBRARY_CALLS = {
    "plans": (lambda call, _: call(), LOOKING),
    "snapshot": (lambda call, _: call(PLAN), LOOKING),
    "newest_sound": (lambda call, _: call(PLAN), LOOKING),
    "agencies": (lambda call, _: call(), LOOKING),
    "log": (lambda call, _: call(PLAN), LOOKING),
    "find": (lambda call, _: call(PLAN, "0" * 8), LOOKING),
    "changes": (lambda call, _: call(PLAN, 1), LOOKING),
    "rows_changed": (lambda call, _: call(PLAN), LOOKING),
    "history": (lambda call, _: call(PLAN, Sheet.ACTIVITY_PROGRESS, "I.1.b"), LOOKING),
    "histories": (lambda call, _: call(PLAN, 1, 6), LOOKING),
    "report_times": (lambda call, _: call(PLAN, 1), LOOKING),
    "download": (lambda call, _: call(PLAN), LOOKING),
    "lock": (lambda call, _: call(PLAN), LOOKING),
    "received": (lambda call, _: call(PLAN, 1), {OPERATOR, LOCAL_ADMIN}),
}
CHANGING_CALLS = {
    "check": (lambda call, _: call(b"", "a.xlsx"), LOOKING),
    "writers": (lambda call, lib: call(proposal(lib, Origin.UPLOAD)), LOOKING),
    "versions_since": (lambda call, lib: call(proposal(lib, Origin.UPLOAD)), LOOKING),
    "propose_rollback": (lambda call, _: call(PLAN, 1), {LOCAL_ADMIN}),
    "propose_undo": (lambda call, _: take_back(call), {OPERATOR, LOCAL_ADMIN}),
}
SKETCH_CALLS = {
    "begin": (lambda call, _: call(b"", "a.docx"), {LOCAL_ADMIN}),
    "waiting": (lambda call, _: call(), {LOCAL_ADMIN}),
    "resume": (lambda call, lib: call(sketched(lib).id), {LOCAL_ADMIN}),
    "answered": (lambda call, lib: call(sketched(lib), {}), {LOCAL_ADMIN}),
    "propose": (lambda call, lib: call(sketched(lib)), {LOCAL_ADMIN}),
    "forget": (lambda call, lib: call(sketched(lib).sha256), {LOCAL_ADMIN}),
}
"""Everything about a decree's file that is becoming a plan."""
CHOICE_CALLS = {
    "names": (lambda call, _: call(), LOOKING),
    "name": (lambda call, lib: call(lib.store.plans()[0]), LOOKING),
    "make_default": (lambda call, _: call(PLAN), {LOCAL_ADMIN}),
    "put_away": (lambda call, _: refused(call), {LOCAL_ADMIN}),
    "bring_back": (lambda call, _: call(PLAN), {LOCAL_ADMIN}),
}
ABOUT_RECORDS = {"default_of", "called"}
"""What they tell of plans, they are handed."""
FILLED = FilledForm(PLAN, 1, Sheet.ACTIVITY_PROGRESS, "I.1.b", 2023, (("realisasi_tw1", "25"),))
FORM_CALLS = {
    (filling, "propose"): lambda call, _: call(FILLED),
    (drafts, "keep"): lambda call, lib: call(filling.propose(lib, LOCAL_ADMIN, FILLED)),
    (drafts, "keep_unread"): lambda call, _: call(b"", "laporan.xlsx"),
    (drafts, "keep_form"): lambda call, _: call(FILLED),
    (drafts, "form_waiting"): lambda call, _: call(FILLED.row),
    (drafts, "waiting"): lambda call, _: call(),
    (drafts, "forget"): lambda call, _: call("0" * 64),
    (drafts, "forget_file"): lambda call, _: call(b""),
    (drafts, "keep_choices"): lambda call, lib: call(proposal(lib, Origin.UPLOAD)),
    (drafts, "keep_note"): lambda call, _: call(b"", "catatan"),
    (drafts, "resume"): lambda call, _: taken_up(call),
}
"""Forms, and what waits: for who may change data alone."""
WITHOUT_ACTOR = {"head", "is_put_away"}
"""A number and a yes, which show nothing of what a plan says."""
SETTLING = {"settle"}
"""A choice among values the proposal holds already: neither shows nor stores."""
OF_A_PROPOSAL = {"chosen_before"}
"""Choices that a draft and a proposal in hand hold already."""
APPLY_CALLS = {"apply", "apply_where_others_write"}
APPLYING = {
    Origin.UPLOAD: {OPERATOR, LOCAL_ADMIN},
    Origin.EDIT: {OPERATOR, LOCAL_ADMIN},
    Origin.ROLLBACK: {OPERATOR, LOCAL_ADMIN},  # an operator's own rows only: taking back an upload
    Origin.BASELINE: {LOCAL_ADMIN},
}
ACCOUNT_CALLS = {
    "all": (),
    "events": (),
    "add": ("baru", Role.VIEWER),
    "set_active": ("contoh", True),
    "set_role": ("contoh", Role.VIEWER),
    "set_email": ("contoh", None),
    "reset_password": ("contoh",),
}


def public(kind: type) -> set[str]:
    return {name for name in vars(kind) if not name.startswith("_")}


def public_functions(module: ModuleType) -> set[str]:
    return {
        name
        for name, call in vars(module).items()
        if isfunction(call) and call.__module__ == module.__name__ and not name.startswith("_")
    }


def test_every_service_call_is_in_the_matrix() -> None:
    assert public(Library) == {*LIBRARY_CALLS, *WITHOUT_ACTOR}
    assert public_functions(sketches) == {*SKETCH_CALLS, "short"}
    assert public_functions(changing) == {*CHANGING_CALLS, *APPLY_CALLS, *SETTLING}
    assert public_functions(plan_choice) == {*CHOICE_CALLS, *ABOUT_RECORDS}
    for module in (filling, drafts):
        named = {name for owner, name in FORM_CALLS if owner is module}
        assert public_functions(module) - OF_A_PROPOSAL == named
    assert public(Accounts) == {*ACCOUNT_CALLS, "make_first", "require_strong"}


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: f"{actor.role}-{actor.name}")
@pytest.mark.parametrize("call", SKETCH_CALLS)
def test_a_sketch_is_for_who_may_add_a_plan(library: Library, call: str, actor: Actor) -> None:
    ask, allowed = SKETCH_CALLS[call]

    def bound(*arguments):
        return getattr(sketches, call)(library, actor, *arguments)

    if actor in allowed:
        ask(bound, library)
    else:
        with pytest.raises(Denied, match="tidak berhak"):
            ask(bound, library)


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: f"{actor.role}-{actor.name}")
@pytest.mark.parametrize("call", [*LIBRARY_CALLS, *CHANGING_CALLS, *CHOICE_CALLS])
def test_library_answers_those_who_may_ask(library: Library, call: str, actor: Actor) -> None:
    ask, allowed = (LIBRARY_CALLS | CHANGING_CALLS | CHOICE_CALLS)[call]

    def bound(*arguments):
        if call in LIBRARY_CALLS:
            return getattr(library, call)(actor, *arguments)
        module = plan_choice if call in CHOICE_CALLS else changing
        return getattr(module, call)(library, actor, *arguments)

    if actor in allowed:
        ask(bound, library)
    else:
        with pytest.raises(Denied, match="tidak berhak"):
            ask(bound, library)


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: f"{actor.role}-{actor.name}")
@pytest.mark.parametrize("call", FORM_CALLS, ids=lambda call: call[1])
def test_forms_and_what_waits_are_for_who_may_change_data(library: Library, call, actor) -> None:
    def bound(*arguments):
        return getattr(*call)(library, actor, *arguments)

    if actor in (OPERATOR, LOCAL_ADMIN):
        FORM_CALLS[call](bound, library)
    else:
        with pytest.raises(Denied, match="tidak berhak"):
            FORM_CALLS[call](bound, library)


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: f"{actor.role}-{actor.name}")
@pytest.mark.parametrize("kind", APPLYING)
def test_library_applies_for_those_who_may(library: Library, kind: Origin, actor: Actor) -> None:
    """The proposal's head is wrong on purpose: who may go on learns of that instead."""
    head = library.head(PLAN)
    with pytest.raises(Exception) as caught:  # noqa: PT011
        changing.apply(library, actor, proposal(library, kind))
    assert isinstance(caught.value, Denied) == (actor not in APPLYING[kind])
    assert library.head(PLAN) == head


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: f"{actor.role}-{actor.name}")
@pytest.mark.parametrize("kind", APPLYING)
def test_trying_again_where_others_write_is_for_those_who_may_apply(
    library: Library, kind: Origin, actor: Actor
) -> None:
    head, sent = library.head(PLAN), replace(proposal(library, kind), head=0)

    def again():
        return changing.apply_where_others_write(library, actor, sent, lambda: sent)

    if actor in APPLYING[kind]:
        with contextlib.suppress(HeadMoved, NotReady, PlanExists):
            again()
    else:
        with pytest.raises(Denied):
            again()
    assert library.head(PLAN) == head


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: f"{actor.role}-{actor.name}")
@pytest.mark.parametrize("call", ACCOUNT_CALLS)
def test_accounts_obey_admins_alone(accounts: Accounts, call: str, actor: Actor) -> None:
    def ask():
        return getattr(accounts, call)(actor, *ACCOUNT_CALLS[call])

    if actor == LOCAL_ADMIN:
        ask()
    else:
        before = accounts.store.accounts()
        with pytest.raises(Denied, match="tidak berhak mengelola akun"):
            ask()
        assert accounts.store.accounts() == before


# --- Rows ----------------------------------------------------------------------------------


@pytest.mark.parametrize("agency", decree_plan().agencies)
def test_an_operators_upload_changes_the_rows_of_its_agency_alone(
    library: Library, agency: str
) -> None:
    """The file touches a row of every agency; the others' stay, named, and the rest can go on."""
    operator = Actor("operator", "Operator", Role.OPERATOR, agency)
    rows = decree_plan().activity_progress
    one_each = {row["pihak_terlibat"]: number for number, row in rows.iterrows()}
    cells = {f"I{number}": 0.1 for number in one_each.values()}
    made = changing.check(
        library, operator, edited(library.download(operator, PLAN), **cells), "a.xlsx"
    )
    assert [change.key for change in made.changes] == [rows.loc[one_each[agency], "no"]]
    others = {rows.loc[number, "no"] for name, number in one_each.items() if name != agency}
    assert {change.key for change in made.denied} == others


def test_a_proposal_made_by_another_is_denied_when_it_is_applied(library: Library) -> None:
    made = changing.check(
        library,
        LOCAL_ADMIN,
        edited(library.download(LOCAL_ADMIN, PLAN), I4=0.1, I5=0.1, I6=0.1),
        "a.xlsx",
    )
    assert made.changes
    stranger_to_all = Actor("operator", "Operator", Role.OPERATOR, "DINAS LAIN")
    with pytest.raises(Denied):
        changing.apply(library, stranger_to_all, made)
    assert library.head(PLAN) == 1


def test_a_locked_column_is_nobodys_but_the_admins() -> None:
    from lib.service.actor import split_allowed

    change = Change("I.1.b", 2023, "kegiatan", "a", "b", Sheet.ACTIVITY_PROGRESS)
    for agency in decree_plan().agencies:
        operator = Actor("operator", "Operator", Role.OPERATOR, agency)
        assert split_allowed(operator, [change], decree_plan()) == ((), (change,))
