"""Plans larger than anybody's: stored, read, shown and taken back, or refused beforehand."""

import pytest

from lib.findings.finding import Severity
from lib.plan.change.difference import same
from lib.plan.figures.status import activity_status
from lib.plan.plan import Plan
from lib.plan.position import positions
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, VISITOR
from lib.service.changing import NotReady
from lib.service.library import Library
from lib.service.proposal import Proposal, Question
from lib.store.records import Origin
from lib.workbook.writing import writer
from lib.xlsx import limits
from tests.factory import make_plan


def sent(library: Library, plan: Plan, keep: int) -> Proposal:
    """Check a new plan whose workbook holds only the first rows of the progress sheets."""
    short = plan.with_progress(plan.activity_progress.head(keep), plan.indicator_progress.head(1))
    return changing.check(library, LOCAL_ADMIN, writer.write(short), "baru.xlsx")


def test_a_plan_that_grows_when_it_is_completed_opens_and_comes_back(library):
    """1,001 kegiatan in 5 years, three of whose rows were sent."""
    plan = make_plan(range(2025, 2031), groups=7, activities_per_group=143)
    assert len(plan.activity_progress) == 5_005
    proposal = sent(library, plan, keep=3)
    changing.apply(library, LOCAL_ADMIN, proposal, "catatan", yes=proposal.questions)
    assert same(library.snapshot(VISITOR, "rencana-rekaan").plan, plan)
    back = library.download(LOCAL_ADMIN, "rencana-rekaan")
    again = changing.check(library, LOCAL_ADMIN, back, "kembali.xlsx")
    assert again.unchanged
    assert not again.of(Severity.ERROR)


def test_ten_thousand_kegiatan_years_are_stored_read_and_judged(library):
    plan = make_plan(range(2025, 2030), groups=10, activities_per_group=250)
    assert len(plan.activity_progress) == 10_000
    proposal = Proposal(Origin.BASELINE, "rencana-rekaan", head=0, base=None, proposed=plan)
    changing.apply(library, LOCAL_ADMIN, proposal, "catatan", yes=set(Question))
    found = library.snapshot(VISITOR, "rencana-rekaan").plan
    assert same(found, plan)
    assert len(activity_status(found, positions(found.years)[-1])) == 10_000


def test_what_could_not_be_taken_back_is_refused_before_it_is_stored(library, monkeypatch):
    monkeypatch.setattr(limits, "DATA_ROWS", 100)
    plan = make_plan(range(2025, 2030), groups=2, activities_per_group=20)
    proposal = sent(library, plan, keep=3)
    with pytest.raises(NotReady, match="terlalu besar"):
        changing.apply(library, LOCAL_ADMIN, proposal, "catatan", yes=proposal.questions)
    assert len(library.plans(VISITOR)) == 1
