"""An agency that is renamed in the register keeps its rows, accounts, rights and history."""

import pytest

from lib.plan.schema import Sheet
from lib.service import changing
from lib.service.access.identity import open_identity
from lib.service.actor import LOCAL_ADMIN, VISITOR, Role, split_allowed
from lib.service.startup import open_library
from tests.service.books import edited, reworked

PLAN = "banjarnegara-pengaduan-2023-2024"
OLD, NEW = "DINKOMINFO", "DISKOMDIGI"
REGISTER = "Perangkat Daerah"


@pytest.fixture
def library(tmp_path):
    library = open_library(tmp_path)
    open_identity(library.store, 8).accounts.add(
        LOCAL_ADMIN, "info", Role.OPERATOR, agency=OLD, password="gunung dieng dingin"
    )
    return library


def operator(library):
    accounts = open_identity(library.store, 8).accounts.all(LOCAL_ADMIN)
    return next(one.actor for one in accounts if one.name == "info")


def send(library, actor, content: bytes) -> int:
    made = changing.check(library, actor, content, "a.xlsx")
    assert made.accepted, made.findings
    return changing.apply(library, actor, made, yes=made.questions)


def rename(book) -> None:
    """Give the agency its new name, the old one staying among its aliases."""
    sheet = book[REGISTER]
    [row] = [row for row in sheet.iter_rows() if row[0].value == OLD]
    row[0].value, row[2].value = NEW, OLD


@pytest.fixture
def renamed(library):
    """The store after the operator reported, and the admin renamed the agency."""
    send(library, operator(library), edited(library.download(VISITOR, PLAN), I6=0.25))
    send(library, LOCAL_ADMIN, reworked(library.download(LOCAL_ADMIN, PLAN), rename))
    return library


def test_the_rows_of_a_renamed_agency_are_those_of_the_new_name(renamed):
    plan = renamed.snapshot(VISITOR, PLAN).plan
    assert NEW in plan.agencies
    assert OLD not in plan.agencies
    assert plan.agencies_in(OLD) == (NEW,)
    assert OLD in set(plan.program["pihak_terlibat"])  # as the decree printed it


def test_an_account_of_the_old_name_keeps_its_rights_and_no_other(renamed):
    number = send(renamed, operator(renamed), edited(renamed.download(VISITOR, PLAN), J6=0.5))
    [change] = renamed.changes(VISITOR, PLAN, number)
    assert (change.column, change.after) == ("realisasi_tw2", 50.0)
    other = changing.check(
        renamed, operator(renamed), edited(renamed.download(VISITOR, PLAN), I4=0.25), "a.xlsx"
    )
    assert (other.changes, len(other.denied)) == ((), 1)
    allowed, denied = split_allowed(
        operator(renamed), [change], renamed.snapshot(VISITOR, PLAN).plan
    )
    assert (allowed, denied) == ((change,), ())


def test_what_a_renamed_agency_reported_before_stays_in_the_history(renamed):
    key = renamed.changes(VISITOR, PLAN, 2)[0].key
    told = renamed.history(VISITOR, PLAN, Sheet.ACTIVITY_PROGRESS, key)
    assert [(entry.version.author, entry.change.after) for entry in told] == [("info", 25.0)]
    assert renamed.snapshot(VISITOR, PLAN, 2).plan.agencies_in(OLD) == (OLD,)


def test_an_account_given_the_new_name_has_the_same_rights(renamed):
    accounts = open_identity(renamed.store, 8).accounts
    accounts.set_role(LOCAL_ADMIN, "info", Role.OPERATOR, NEW)
    assert send(renamed, operator(renamed), edited(renamed.download(VISITOR, PLAN), J6=0.5)) == 4
