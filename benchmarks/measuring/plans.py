"""Made-up plans of many kegiatan-years, each with a report, and stores that hold them."""

from __future__ import annotations

from pathlib import Path

from lib.plan.plan import Plan
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.service.proposal import Proposal, Question
from lib.service.startup import open_library
from lib.store.records import Origin
from tests.factory import make_plan

PLAN = "rencana-rekaan"
_YEARS, _GROUPS = range(2025, 2030), 10


def filled(rows: int) -> Plan:
    """Make a plan of so many kegiatan-years over five years, each planned in four, all reported."""
    plan = make_plan(_YEARS, _GROUPS, activities_per_group=rows // (len(_YEARS) - 1) // _GROUPS)
    progress = plan.activity_progress
    if len(progress) != rows:
        raise ValueError(f"{len(progress)} rows instead of {rows}")
    reported = progress.assign(
        realisasi_tw1=[float(row % 100) for row in range(rows)],
        kendala=[f"Kendala nomor {row}" for row in range(rows)],
        bukti_dukung=[f"https://contoh.go.id/{row}" for row in range(rows)],
    )
    return plan.with_progress(activity_progress=reported)


def stored(folder: Path, plan: Plan) -> Library:
    """Open a new store and add the plan, which then is its newest."""
    library = open_library(folder)
    proposal = Proposal(Origin.BASELINE, PLAN, head=0, base=None, proposed=plan)
    changing.apply(library, LOCAL_ADMIN, proposal, yes=set(Question))
    return library
