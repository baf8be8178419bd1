"""A store of made-up figures: its story, its lock, and never taken for the real plan."""

import pytest
from openpyxl.workbook import Workbook

from lib.plan import schema
from lib.plan.change.difference import same
from lib.plan.change.lock import corrections, locked_until
from lib.plan.position import Position
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.changing import NotReady
from lib.service.proposal import Question
from lib.service.startup import open_library
from lib.store.records import Origin
from lib.workbook.writing import writer
from tests.factory import reported_sample, sample_plan
from tests.service.books import edited, reworked

PLAN = "banjarnegara-pengaduan-2023-2024"
OPERATOR = Actor("info", "Petugas Dinkominfo", Role.OPERATOR, "DINKOMINFO")


def test_a_sample_store_tells_a_story_and_is_marked(tmp_path):
    library = open_library(tmp_path, sample=True)
    [record] = library.plans(VISITOR)
    assert record.head == 5
    plans = [library.snapshot(VISITOR, record.id, number).plan for number in range(1, 6)]
    assert all(plan.is_sample for plan in plans)
    filled = [int(plan.activity_progress["realisasi_tw4"].notna().sum()) for plan in plans]
    assert filled[0] == 0 < filled[1] < filled[2] == filled[3] == filled[4]
    assert same(plans[2], reported_sample())
    assert same(plans[4], sample_plan())


def test_a_sample_store_corrects_what_is_locked_and_never_what_is_not(tmp_path):
    library = open_library(tmp_path, sample=True)
    [record] = library.plans(VISITOR)
    assert locked_until(library.snapshot(VISITOR, record.id, 1).plan) is None
    lock = library.lock(VISITOR, record.id)
    assert (lock.until, lock.by) == (Position(2023, 4), "sistem")
    for version in library.log(VISITOR, record.id)[:-1]:
        before = library.snapshot(VISITOR, record.id, version.number - 1).plan
        changes = library.changes(VISITOR, record.id, version.number)
        corrected = corrections(changes, before)
        assert bool(corrected) == (version.kind is Origin.CORRECTION)
        assert not corrected or (version.note and len(corrected) == len(changes))


def test_the_sample_cannot_be_taken_for_the_real_plan(library):
    content = open_sample()
    proposal = changing.check(library, LOCAL_ADMIN, content, "contoh.xlsx")
    assert proposal.plan_id != PLAN
    assert proposal.current is None
    assert [finding.code for finding in proposal.findings] == ["plan-made-up", "plan-new"]
    others = set(proposal.questions) - {Question.MADE_UP}
    with pytest.raises(NotReady, match="CONTOH"):
        changing.apply(library, LOCAL_ADMIN, proposal, yes=others)
    assert len(library.plans(VISITOR)) == 1
    assert changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions) == 1


@pytest.mark.parametrize("actor", [LOCAL_ADMIN, OPERATOR])
@pytest.mark.parametrize("plan_id", [None, PLAN])
def test_made_up_figures_under_the_real_plans_name_are_still_called_so(library, actor, plan_id):
    """Whose stamp is lost or written over is taken for the only plan there is."""

    def stamp_anew(book: Workbook) -> None:
        rows = book["Dokumen"].iter_rows(min_col=1, max_col=2)
        [cell] = [value for item, value in rows if item.value == schema.STAMP_PLAN]
        cell.value = plan_id

    content = reworked(open_sample(), stamp_anew)
    proposal = changing.check(library, actor, content, "contoh.xlsx")
    assert proposal.plan_id == PLAN
    assert proposal.changes
    assert "plan-made-up" in {finding.code for finding in proposal.findings}
    with pytest.raises(NotReady, match="CONTOH"):
        changing.apply(library, actor, proposal, yes=set(proposal.questions) - {Question.MADE_UP})
    assert library.head(PLAN) == 1


def test_a_sample_goes_on_in_a_sample_store_without_a_word(tmp_path):
    library = open_library(tmp_path, sample=True)
    [record] = library.plans(VISITOR)
    copy = edited(library.download(LOCAL_ADMIN, record.id), P5="Menunggu jaringan")
    proposal = changing.check(library, LOCAL_ADMIN, copy, "contoh.xlsx")
    assert proposal.accepted
    assert (proposal.findings, proposal.questions) == ((), ())


def open_sample() -> bytes:
    return writer.data_file("contoh_progres.xlsx")
