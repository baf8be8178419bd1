"""Indicators in steps, by form and by workbook: rights, lock, stale copies."""

from __future__ import annotations

import pytest

from lib.findings.finding import Severity
from lib.plan import schema
from lib.plan.position import Position
from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import Sheet
from lib.service import changing, filling
from lib.service.actor import LOCAL_ADMIN, Actor, Denied, Role
from lib.service.change.locking import propose_lock
from lib.service.proposal import Question
from tests.factory import RUBRIC, make_plan, with_indicator, with_steps
from tests.service.books import edited
from tests.service.verifying import ADMIN, PLAN, filled, newest, stored

SHEET = Sheet.INDICATOR_PROGRESS
ROW = ("1.a", 2025)
OWNER = Actor("b", "Petugas B", Role.OPERATOR, "DINAS B")
OTHER = Actor("c", "Petugas C", Role.OPERATOR, "BADAN C")
NEW = RUBRIC.replace("dirancang", "disusun")


@pytest.fixture
def library(tmp_path):
    cells = {"penanggung_jawab": "DINAS B", "target": 4.0, "realisasi": 2.0}
    return filled(tmp_path, with_steps(make_plan(), *ROW, **cells))


def upload(library, actor, base=None, **cells):
    plan = library.snapshot(LOCAL_ADMIN, PLAN, base).plan
    frame = plan.indicator_progress
    [label] = frame.index[(frame["no"] == ROW[0]) & (frame["tahun"] == ROW[1])]
    places = {schema.address(SHEET, name, label).split("!")[1]: cells[name] for name in cells}
    copy = edited(library.download(LOCAL_ADMIN, PLAN, base), SHEET, **places)
    return changing.check(library, actor, copy, "laporan.xlsx")


def form(library, actor, base=None, **cells):
    words = tuple((name, "" if value is None else str(value)) for name, value in cells.items())
    number = base or library.head(PLAN)
    return filling.propose(library, actor, FilledForm(PLAN, number, SHEET, *ROW, words))


WAYS = pytest.mark.parametrize("way", [upload, form])


def cell(library, name):
    frame = newest(library).indicator_progress
    return frame.query("no == @ROW[0] and tahun == @ROW[1]").iloc[0][name]


@WAYS
@pytest.mark.parametrize("actor", [ADMIN, OWNER], ids=["admin", "owner"])
def test_admin_and_the_agency_in_charge_change_rubric_and_step(library, way, actor):
    stored(library, actor, way(library, actor, rubrik=NEW, realisasi=3))
    assert (cell(library, "rubrik"), cell(library, "realisasi")) == (NEW, 3)


def test_nobody_else_changes_them(library):
    proposal = upload(library, OTHER, rubrik=NEW, realisasi=3)
    assert {change.column for change in proposal.denied} == {"rubrik", "realisasi"}
    assert proposal.unchanged
    with pytest.raises(Denied):
        form(library, OTHER, rubrik=NEW)


@WAYS
@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"rubrik": None}, "rubric-missing"),
        ({"rubrik": "satu\ndua"}, "rubric-lines"),
        ({"rubrik": "4. d\n3. c\n2. b\n1. a"}, "rubric-order"),
        ({"realisasi": 5}, "step-invalid"),
        ({"realisasi": "75%"}, "step-invalid"),
        ({"arah": "Turun"}, "steps-fall"),
    ],
)
def test_a_mistake_is_refused_in_either_way(library, way, cells, code):
    proposal = way(library, OWNER, **cells)
    assert [one.code for one in proposal.of(Severity.ERROR)] == [code]
    assert not proposal.accepted


@WAYS
def test_a_rubric_beside_another_unit_is_asked_about(library, way):
    proposal = way(library, OWNER, satuan="dokumen")
    assert [one.code for one in proposal.of(Severity.WARNING)] == ["rubric-unused"]
    assert Question.WARNINGS in proposal.questions
    stored(library, OWNER, proposal)
    assert cell(library, "satuan") == "dokumen"
    again = way(library, OWNER, realisasi=3)  # what stands is told, and asked no more
    assert [one.code for one in again.of(Severity.NOTICE)].count("rubric-unused") == 1
    assert Question.WARNINGS not in again.questions


@WAYS
@pytest.mark.parametrize(
    "cells",
    [{"rubrik": NEW}, {"realisasi": 3}, {"target": 3}, {"satuan": "dokumen"}, {"arah": "Naik"}],
)
def test_a_locked_year_keeps_its_step_and_what_it_means(library, way, cells):
    lock = propose_lock(library, ADMIN, PLAN, Position(2025, 4))
    changing.apply(library, ADMIN, lock, "rapat", lock.questions)
    proposal = way(library, OWNER, **cells)
    assert [one.code for one in proposal.of(Severity.ERROR)] == ["quarter-locked"]
    stored(library, ADMIN, way(library, ADMIN, **cells), "Koreksi berita acara 1/2026")


@WAYS
def test_a_stale_copy_merges_with_another_rubric_cell_by_cell(library, way):
    stored(library, ADMIN, form(library, ADMIN, rubrik=NEW))
    stored(library, OWNER, way(library, OWNER, base=1, realisasi=3))
    assert (cell(library, "rubrik"), cell(library, "realisasi")) == (NEW, 3)
    theirs = way(library, OWNER, base=1, rubrik=RUBRIC.replace("ditetapkan", "disahkan"))
    assert [one.column for one in theirs.conflicts] == ["rubrik"]


def test_a_plan_that_broke_the_rule_before_is_told_and_goes_on(tmp_path):
    old = with_indicator(make_plan(), *ROW, satuan="Tahap", target=7.0, penanggung_jawab="DINAS B")
    library = filled(tmp_path, old)
    proposal = form(library, OWNER, catatan="menunggu rubrik")
    assert proposal.accepted
    told = {one.code for one in proposal.of(Severity.NOTICE)}
    assert {"rubric-missing", "step-invalid"} <= told
    stored(library, OWNER, proposal)


def test_the_download_offers_the_unit_and_keeps_the_lines(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    proposal = changing.check(library, OWNER, copy, "laporan.xlsx")
    assert proposal.unchanged
    assert cell(library, "rubrik").count("\n") == 3
