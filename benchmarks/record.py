"""How long reading a stored version takes, against pandas reading its workbook."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pandas as pd

from benchmarks.ratio import Ratio, compare
from lib.plan.plan import Plan
from lib.plan.record import unpacked
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.proposal import Proposal, Question
from lib.service.startup import open_library
from lib.store.records import Origin
from lib.workbook.writing import writer
from tests.factory import make_plan

TITLE = "membaca versi tersimpan 1.000 kegiatan-tahun terhadap pandas.read_excel buku kerjanya"
WANTED = 0.2
ROUNDS = 7
ROWS = 1_000
PLAN = "rencana-rekaan"


def measure() -> Ratio:
    """Read both by turns: the version out of its store, and its workbook out of memory."""
    plan = _filled()
    workbook = io.BytesIO(writer.write(plan))
    with tempfile.TemporaryDirectory() as name:
        library = open_library(Path(name))
        proposal = Proposal(Origin.BASELINE, PLAN, head=0, base=None, proposed=plan)
        changing.apply(library, LOCAL_ADMIN, proposal, yes=set(Question))

        def stored() -> Plan:
            return unpacked(library.store.version(PLAN).record, PLAN)

        try:
            return compare(stored, lambda: _read_excel(workbook), ROUNDS)
        finally:
            library.store.close()


def _filled() -> Plan:
    """A plan of which every kegiatan-year has a report."""
    plan = make_plan(range(2025, 2030), groups=10, activities_per_group=25)
    rows = plan.activity_progress
    if len(rows) != ROWS:
        raise ValueError(f"{len(rows)} rows instead of {ROWS}")
    reported = rows.assign(
        realisasi_tw1=[float(row % 100) for row in range(ROWS)],
        kendala=[f"Kendala nomor {row}" for row in range(ROWS)],
        bukti_dukung=[f"https://contoh.go.id/{row}" for row in range(ROWS)],
    )
    return plan.with_progress(reported)


def _read_excel(workbook: io.BytesIO) -> dict[str, pd.DataFrame]:
    return pd.read_excel(workbook, sheet_name=None, engine="openpyxl")
