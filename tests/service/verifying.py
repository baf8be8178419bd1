"""A store with one plan, its people, and both ways in: a workbook sent back and a form."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from lib.plan.plan import Plan
from lib.plan.record import packed
from lib.plan.registers.register_sheet import register_frame
from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import PROGRESS_COLUMNS, Sheet, letter
from lib.service import changing, filling
from lib.service.actor import LOCAL_ADMIN, Actor, Role
from lib.service.library import Library
from lib.service.proposal import Proposal
from lib.service.startup import open_store
from lib.store.records import NewVersion, Origin
from tests.factory import make_plan, with_activity
from tests.service.books import edited

PLAN = "rencana-rekaan"
ROW = ("I.1.b", 2025)
"""Of DINAS B and BADAN C."""
CHECKERS_OWN = ("I.1.a", 2026)
"""Of DINAS A, which verifies."""
ADMIN = Actor("admin", "Admin", Role.ADMIN)
OPERATOR = Actor("b", "Petugas B", Role.OPERATOR, "DINAS B")
VERIFIER = Actor("a", "Pemeriksa A", Role.OPERATOR, "DINAS A")
VIEWER = Actor("lihat", "Pengamat", Role.VIEWER)
FIGURES = {"realisasi_tw1": 25.0, "realisasi_tw2": 50.0, "bukti_dukung": "https://a.id/1"}
MARK = {"diverifikasi_sampai": "TW II", "hasil_verifikasi": "Sesuai"}
SHEET = Sheet.ACTIVITY_PROGRESS


def reported() -> Plan:
    """The plan with figures in three rows; DINAS A verifies."""
    plan = make_plan()
    rows = [
        {"nama": name, "peran": "Verifikator" if name == "DINAS A" else None}
        for name in ("DINAS A", "DINAS B", "BADAN C")
    ]
    plan = plan.with_rows(Sheet.AGENCIES, register_frame(Sheet.AGENCIES, rows))
    for row in (ROW, CHECKERS_OWN):
        plan = with_activity(plan, *row, **FIGURES)
    return plan


def filled(folder, plan: Plan) -> Library:
    library = Library(open_store(folder))
    new = NewVersion(PLAN, packed(plan), "sistem", datetime.now(UTC), Origin.BASELINE)
    library.store.add_plan(plan.title, new)
    return library


def upload(
    library: Library, actor: Actor, row=ROW, base: int | None = None, **cells: object
) -> Proposal:
    """Send a workbook back with cells of one row filled in, percentages as a person sees them."""
    copy = library.download(LOCAL_ADMIN, PLAN, base)
    plan = library.snapshot(LOCAL_ADMIN, PLAN, base).plan
    frame = plan.activity_progress
    [label] = frame.index[(frame["no"] == row[0]) & (frame["tahun"] == row[1])]
    names = [column.name for column in PROGRESS_COLUMNS[SHEET]]
    written = {f"{letter(names.index(name))}{label}": _typed(v) for name, v in cells.items()}
    return changing.check(library, actor, edited(copy, SHEET, **written), "laporan.xlsx")


def _typed(value: object) -> object:
    return value / 100 if isinstance(value, float) else value


def form(
    library: Library, actor: Actor, row=ROW, base: int | None = None, **cells: object
) -> Proposal:
    """Fill in the form of one row."""
    words = tuple(
        (name, "" if value is None else f"{value:g}%" if isinstance(value, float) else str(value))
        for name, value in cells.items()
    )
    number = base or library.head(PLAN)
    return filling.propose(library, actor, FilledForm(PLAN, number, SHEET, *row, words))


WAYS = pytest.mark.parametrize("way", [upload, form])


def stored(library: Library, actor: Actor, proposal: Proposal, note: str = "") -> Plan:
    """Apply, saying yes to whatever is asked, and return the plan as it stands then."""
    changing.apply(library, actor, proposal, note, proposal.questions)
    return newest(library)


def newest(library: Library) -> Plan:
    return library.snapshot(LOCAL_ADMIN, PLAN).plan
