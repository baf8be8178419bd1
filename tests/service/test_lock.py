"""What is locked changes by an admin's correction alone, with a note, whatever the way in."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from lib import cli
from lib.findings.finding import Severity
from lib.plan.change.difference import same
from lib.plan.position import Position
from lib.plan.schema import LOCKED, Sheet
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, Denied, open_columns
from lib.service.change.locking import propose_lock
from lib.service.changing import NotReady
from lib.service.library import Library
from lib.store.records import Origin
from tests.factory import with_document
from tests.service.books import edited
from tests.service.verifying import (
    ADMIN,
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
    upload,
)

LOCKED_CELLS = [
    {"realisasi_tw1": 10.0},
    {"realisasi_tw2": 55.0},
    {"realisasi_tw2": None},
    {"target_tw2": 45.0},
]
OPEN_CELLS = [{"realisasi_tw3": 60.0}, {"target_tw3": 70.0}, {"kendala": "hujan"}]
NOTE = "Koreksi menurut berita acara 3/2026"


def locked(folder: Path) -> Library:
    library = filled(folder, reported())
    lock(library, Position(2025, 2))
    return library


@pytest.fixture
def library(copied):
    """Two versions: as reported, then locked up to TW II 2025 by the admin."""
    return copied(locked)


def lock(library, until, actor=ADMIN) -> int:
    proposal = propose_lock(library, actor, PLAN, until)
    return changing.apply(library, actor, proposal, "rapat", proposal.questions)


@WAYS
@pytest.mark.parametrize("cells", LOCKED_CELLS)
@pytest.mark.parametrize("base", [1, 2], ids=["stale", "fresh"])
def test_an_operator_is_refused_at_the_cell(library, way, cells, base):
    proposal = way(library, OPERATOR, base=base, **cells)
    [told] = proposal.of(Severity.ERROR)
    assert told.code == "quarter-locked"
    assert told.cell
    assert "dikunci sampai TW II 2025 sejak" in told.seen
    assert "oleh admin" in told.seen
    assert "admin" in told.advice
    with pytest.raises(NotReady):
        changing.apply(library, OPERATOR, proposal, NOTE, proposal.questions)
    assert library.head(PLAN) == 2


def test_the_marked_copy_shows_the_refusal(library):
    assert upload(library, OPERATOR, realisasi_tw2=55.0).marked


@WAYS
@pytest.mark.parametrize("cells", OPEN_CELLS)
def test_what_lies_beyond_the_lock_is_reported_as_ever(library, way, cells):
    stored(library, OPERATOR, way(library, OPERATOR, **cells))
    assert library.log(ADMIN, PLAN)[0].kind is not Origin.CORRECTION


@WAYS
@pytest.mark.parametrize("cells", LOCKED_CELLS)
def test_an_admin_corrects_with_a_note_and_it_is_called_so(library, way, cells):
    proposal = way(library, ADMIN, **cells)
    assert proposal.accepted
    with pytest.raises(NotReady, match="dikunci ikut berubah"):
        changing.apply(library, ADMIN, proposal, "  ", proposal.questions)
    stored(library, ADMIN, proposal, NOTE)
    newest_version = library.log(ADMIN, PLAN)[0]
    assert (newest_version.kind, newest_version.note) == (Origin.CORRECTION, NOTE)


def test_going_back_over_the_lock_takes_a_note_too(library):
    stored(library, ADMIN, form(library, ADMIN, realisasi_tw2=55.0), NOTE)
    back = changing.propose_rollback(library, ADMIN, PLAN, 1)
    with pytest.raises(NotReady, match="Catatan"):
        changing.apply(library, ADMIN, back, "", back.questions)
    stored(library, ADMIN, back, NOTE)
    assert library.log(ADMIN, PLAN)[0].kind is Origin.CORRECTION


def test_taking_the_lock_away_in_the_same_version_does_not_free_its_figures(library):
    current = newest(library)
    document = {item: text for item, text in current.document.items() if item != LOCKED}
    freed = changing.propose_rollback(library, ADMIN, PLAN, 1)
    assert LOCKED not in freed.proposed.document
    assert document.keys() == freed.proposed.document.keys()
    assert freed.corrections == ()  # no figure moves: no correction
    stored(library, ADMIN, form(library, ADMIN, realisasi_tw2=55.0), NOTE)
    assert changing.propose_rollback(library, ADMIN, PLAN, 1).corrections


def test_who_undoes_a_report_that_was_locked_since_is_refused(library):
    stored(library, OPERATOR, form(library, OPERATOR, realisasi_tw3=60.0))
    lock(library, Position(2025, 3))
    with pytest.raises(Denied):
        changing.propose_undo(library, OPERATOR, PLAN)  # the lock is the newest, not theirs
    back = changing._back_to(library, OPERATOR, PLAN, 2)
    assert [item.code for item in back.of(Severity.ERROR)] == ["quarter-locked"]
    with pytest.raises(NotReady):
        changing.apply(library, OPERATOR, back, NOTE, back.questions)


def test_a_proposal_of_an_admin_is_no_way_round_for_others(library):
    proposal = form(library, ADMIN, realisasi_tw2=55.0)
    with pytest.raises(Denied, match="dikunci"):
        changing.apply(library, OPERATOR, proposal, NOTE, proposal.questions)


def test_the_shell_goes_the_same_way(library, tmp_path, capsys):
    sent = upload(library, ADMIN, realisasi_tw2=55.0).upload
    file = tmp_path / "laporan.xlsx"
    file.write_bytes(sent)
    library.store.close()
    command = ["apply", str(file), "--as", "admin", "--yes", "--data", str(tmp_path)]
    assert cli.main(command) == 1
    assert "Catatan" in capsys.readouterr().err
    assert cli.main([*command, "--note", NOTE]) == 0
    assert library.log(ADMIN, PLAN)[0].kind is Origin.CORRECTION


def test_a_new_plan_may_come_locked(tmp_path):
    plan = with_document(reported(), {LOCKED: "2025-TW2"})
    library = filled(tmp_path, plan)
    found = library.lock(LOCAL_ADMIN, PLAN)
    assert (found.until, found.since) == (Position(2025, 2), None)
    proposal = form(library, OPERATOR, realisasi_tw2=55.0)
    assert [item.code for item in proposal.of(Severity.ERROR)] == ["quarter-locked"]


@pytest.mark.parametrize("words", ["Juni 2025", "2025-TW5", "2031-TW1"])
def test_a_lock_that_names_no_quarter_of_the_plan_is_found_at_its_cell(library, words):
    copy = library.download(ADMIN, PLAN)
    place = sheet_cell(copy, LOCKED)
    proposal = changing.check(library, ADMIN, edited(copy, "Dokumen", **{place: words}), "a.xlsx")
    [told] = proposal.of(Severity.ERROR)
    assert (told.code, told.cell) == ("lock-unknown", place)


def sheet_cell(content, item) -> str:
    rows = openpyxl.load_workbook(io.BytesIO(content))["Dokumen"].iter_rows(min_col=1, max_col=1)
    [row] = [cell.row for (cell,) in rows if cell.value == item]
    return f"B{row}"


@pytest.mark.parametrize("actor", [OPERATOR, VERIFIER, VIEWER])
def test_only_an_admin_locks(library, actor):
    with pytest.raises(Denied):
        propose_lock(library, actor, PLAN, None)


def test_the_form_leaves_locked_fields_out_for_all_but_admin(library):
    names = {column.name for column in open_columns(OPERATOR, newest(library), SHEET, *ROW)}
    assert not {"realisasi_tw1", "target_tw2"} & names
    assert {"realisasi_tw3", "target_tw4", "kendala"} <= names
    mine = {column.name for column in open_columns(ADMIN, newest(library), SHEET, *ROW)}
    assert {"realisasi_tw1", "target_tw2"} <= mine


def test_unlocking_frees_the_figures(library):
    lock(library, None)
    assert same(newest(library), reported())
    stored(library, OPERATOR, form(library, OPERATOR, realisasi_tw2=55.0))
    changes = {change.sheet for change in library.changes(ADMIN, PLAN, 2)}
    assert changes == {Sheet.DOCUMENT}


# --- Targets that are revised -----------------------------------------------------------------


@pytest.fixture
def stated(tmp_path):
    library = filled(tmp_path, reported())
    targets = {"target_tw1": 20.0, "target_tw2": 45.0, "target_tw3": 70.0, "target_tw4": 100.0}
    stored(library, OPERATOR, form(library, OPERATOR, **targets))
    return library


@WAYS
@pytest.mark.parametrize(
    "cells", [{"target_tw2": 40.0}, {"target_tw2": 50.0}, {"target_tw1": None}]
)
def test_a_stated_target_that_moves_after_its_quarter_began_takes_a_note(stated, way, cells):
    proposal = way(stated, OPERATOR, **cells)
    with pytest.raises(NotReady, match="dasar hukum"):
        changing.apply(stated, OPERATOR, proposal, "", proposal.questions)
    stored(stated, OPERATOR, proposal, "Perbup 12/2025 tanggal 3 Mei 2025")
    assert stated.log(ADMIN, PLAN)[0].kind is not Origin.CORRECTION


@WAYS
def test_a_target_stated_for_the_first_time_takes_none(tmp_path, way):
    library = filled(tmp_path, reported())
    plan = stored(library, OPERATOR, way(library, OPERATOR, target_tw2=40.0))
    row = plan.activity_progress.query("no == @ROW[0] and tahun == @ROW[1]").iloc[0]
    assert row["target_tw2"] == 40.0
