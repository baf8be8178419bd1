"""Who may verify whose rows, by every way in; and a mark never outlives what it was given for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lib.findings.finding import Severity
from lib.plan.change.difference import same
from lib.plan.change.verified import marks
from lib.plan.plan import Stamp
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, Denied, open_columns
from lib.service.library import Library
from lib.store.records import Origin
from lib.workbook.writing import writer
from tests.factory import with_activity
from tests.service.verifying import (
    ADMIN,
    CHECKERS_OWN,
    MARK,
    OPERATOR,
    PLAN,
    ROW,
    SHEET,
    VERIFIER,
    VIEWER,
    WAYS,
    filled,
    form,
    newest,
    reported,
    stored,
)


def as_reported(folder: Path) -> Library:
    return filled(folder, reported())


def as_verified(folder: Path) -> Library:
    library = as_reported(folder)
    stored(library, VERIFIER, form(library, VERIFIER, **MARK))
    assert marks(newest(library)).keys() == {ROW}
    return library


@pytest.fixture
def library(copied):
    return copied(as_reported)


@pytest.fixture
def verified(copied):
    """The same with the row of DINAS B and BADAN C verified up to TW II, as version 2."""
    return copied(as_verified)


def may(library, way, actor, row, **cells) -> bool:
    """Tell whether somebody's change gets into the plan; what does not leaves it as it was."""
    before = newest(library)
    try:
        proposal = way(library, actor, row, **cells)
        changing.apply(library, actor, proposal, yes=proposal.questions)
    except (Denied, changing.NotReady):
        assert same(newest(library), before)
        return False
    return True


@WAYS
@pytest.mark.parametrize(
    ("actor", "row", "cells", "allowed"),
    [
        (VERIFIER, ROW, MARK, True),
        (VERIFIER, CHECKERS_OWN, MARK, False),
        (VERIFIER, CHECKERS_OWN, {"realisasi_tw2": 55.0}, True),
        (VERIFIER, ROW, {"realisasi_tw2": 55.0}, False),
        (VERIFIER, ROW, {"kendala": "hujan"}, False),
        (OPERATOR, ROW, MARK, False),
        (OPERATOR, CHECKERS_OWN, MARK, False),
        (OPERATOR, ROW, {"realisasi_tw2": 55.0}, True),
        (ADMIN, ROW, MARK, False),
        (LOCAL_ADMIN, ROW, MARK, False),
        (ADMIN, ROW, {"realisasi_tw2": 55.0}, True),
        (VIEWER, ROW, MARK, False),
    ],
)
def test_each_cell_has_its_owner_whatever_the_way_in(library, way, actor, row, cells, allowed):
    assert may(library, way, actor, row, **cells) is allowed


def test_the_form_shows_each_their_own_fields(library):
    plan = newest(library)
    names = {column.name for column in open_columns(VERIFIER, plan, SHEET, *ROW)}
    assert names == {*MARK, "catatan_verifikasi"}
    assert not {*MARK} & {column.name for column in open_columns(OPERATOR, plan, SHEET, *ROW)}
    assert not {*MARK} & {column.name for column in open_columns(ADMIN, plan, SHEET, *ROW)}


@WAYS
@pytest.mark.parametrize("actor", [OPERATOR, ADMIN])
@pytest.mark.parametrize(
    "cells", [{"realisasi_tw2": 55.0}, {"realisasi_tw1": 20.0}, {"bukti_dukung": "https://a.id/2"}]
)
def test_whoever_changes_a_verified_value_lets_the_mark_lapse(verified, way, actor, cells):
    proposal = way(verified, actor, **cells)
    [told] = [item for item in proposal.findings if item.code == "verification-lapsed"]
    assert "I.1.b tahun 2025 sampai TW II (Sesuai) gugur, karena" in told.seen
    assert told.severity is Severity.NOTICE
    assert proposal.denied == ()
    plan = stored(verified, actor, proposal)
    assert marks(plan) == {}
    columns = {change.column for change in verified.changes(ADMIN, PLAN, 3)}
    assert columns == {*cells, *MARK}
    assert same(plan, with_activity(reported(), *ROW, **cells))


@WAYS
def test_a_mark_outlives_a_later_quarter(verified, way):
    plan = stored(verified, OPERATOR, way(verified, OPERATOR, realisasi_tw3=60.0))
    assert marks(plan).keys() == {ROW}


@WAYS
def test_an_operators_stale_copy_lets_a_newer_mark_lapse(verified, way):
    plan = stored(verified, OPERATOR, way(verified, OPERATOR, base=1, realisasi_tw2=55.0))
    assert marks(plan) == {}


@WAYS
def test_a_verifiers_stale_copy_marks_nothing_that_moved(library, way):
    stored(library, OPERATOR, form(library, OPERATOR, realisasi_tw2=55.0))
    proposal = way(library, VERIFIER, base=1, **MARK)
    [told] = [item for item in proposal.findings if item.code == "verification-outdated"]
    assert (told.severity, told.cell) == (Severity.WARNING, "U5")
    assert proposal.unchanged


def test_going_back_brings_no_mark_and_lets_lapse_what_it_touches(verified):
    stored(verified, OPERATOR, form(verified, OPERATOR, realisasi_tw2=55.0))  # version 3
    back = changing.propose_rollback(verified, ADMIN, PLAN, 2)
    plan = stored(verified, ADMIN, back)
    assert same(plan, reported())  # the figures of version 2, unmarked


def test_going_back_to_before_a_mark_keeps_it_where_its_figures_stay(verified):
    stored(verified, OPERATOR, form(verified, OPERATOR, realisasi_tw3=60.0))
    marked = newest(verified)
    plan = stored(verified, ADMIN, changing.propose_rollback(verified, ADMIN, PLAN, 1))
    assert marks(plan) == marks(marked)
    assert plan.activity_progress["realisasi_tw3"].isna().all()


def test_going_back_over_verified_figures_lets_the_mark_lapse(library):
    stored(library, OPERATOR, form(library, OPERATOR, realisasi_tw2=55.0))
    stored(library, VERIFIER, form(library, VERIFIER, **MARK))
    back = changing.propose_rollback(library, ADMIN, PLAN, 1)
    assert "verification-lapsed" in {item.code for item in back.findings}
    assert marks(stored(library, ADMIN, back)) == {}


def test_who_undoes_a_report_is_not_refused_for_the_mark_it_cost(verified):
    stored(verified, OPERATOR, form(verified, OPERATOR, realisasi_tw2=55.0))
    plan = stored(verified, OPERATOR, changing.propose_undo(verified, OPERATOR, PLAN))
    assert same(plan, reported())


def test_a_verifier_undoes_their_own_mark(verified):
    plan = stored(verified, VERIFIER, changing.propose_undo(verified, VERIFIER, PLAN))
    assert marks(plan) == {}


def test_a_new_plan_comes_without_marks(library):
    other = replace(with_activity(reported(), *ROW, **MARK), stamp=Stamp("lain", 1))
    proposal = changing.check(library, ADMIN, writer.write(other), "lain.xlsx")
    changing.apply(library, ADMIN, proposal, yes=proposal.questions)
    assert proposal.kind is Origin.BASELINE
    assert marks(other)
    assert not marks(library.snapshot(ADMIN, "lain").plan)


@WAYS
def test_what_needs_mending_needs_a_note(library, way):
    proposal = way(
        library, VERIFIER, diverifikasi_sampai="TW II", hasil_verifikasi="Perlu perbaikan"
    )
    assert [item.code for item in proposal.of(Severity.ERROR)] == ["verification-unexplained"]
