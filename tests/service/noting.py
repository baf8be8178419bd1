"""Instructions noted and answered, by a form and by a workbook sent back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lib.findings.finding import Severity
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import DIRECTIVES, REGISTER_FIRST_ROW
from lib.plan.reporting.filled_form import NEW_ROW, FilledForm
from lib.plan.schema import Sheet, letter
from lib.service import changing, filling
from lib.service.actor import LOCAL_ADMIN, Actor, Role
from lib.service.library import Library
from lib.service.proposal import Proposal
from lib.service.startup import open_library
from tests.service.books import edited

PLAN = "banjarnegara-pengaduan-2023-2024"
SHEET = Sheet.DIRECTIVES
CODE, AGENCY = "III.1.a", "DINKOMINFO"
OPERATOR = Actor("petugas", "Petugas", Role.OPERATOR, AGENCY)
OTHER = Actor("lain", "Lain", Role.OPERATOR, "INSPEKTORAT")
GIVEN, DUE = "2024-07-15", "2024-09-30"
NOTED = {
    "tanggal": GIVEN,
    "rapat": "Rapat evaluasi",
    "arahan": "Selesaikan integrasi aplikasi",
    "kegiatan": CODE,
    "penanggung_jawab": AGENCY,
    "tenggat": DUE,
    "status": "Terbuka",
}
ANSWER = {
    "status": "Selesai",
    "tindak_lanjut": "Sudah terintegrasi sejak Agustus",
    "bukti_dukung": "https://contoh.id/berita-acara",
}
LETTERS = {name: letter(place) for place, name in enumerate(DIRECTIVES.names)}


def note(base: int = 1, **typed: str) -> FilledForm:
    return FilledForm(PLAN, base, SHEET, CODE, NEW_ROW, tuple({**NOTED, **typed}.items()))


def answer(base: int, no: str = "1", **typed: str) -> FilledForm:
    return FilledForm(PLAN, base, SHEET, no, 0, tuple(typed.items()))


def cells(row: int = REGISTER_FIRST_ROW, **typed: object) -> dict[str, object]:
    days = {
        name: date.fromisoformat(str(typed[name]))
        for name in ("tanggal", "tenggat")
        if name in typed
    }
    return {f"{LETTERS[name]}{row}": cell for name, cell in {**typed, **days}.items()}


def sent(library: Library, actor: Actor, copy: bytes, **typed: object) -> Proposal:
    return changing.check(library, actor, edited(copy, SHEET, **cells(**typed)), "isian.xlsx")


def apply(library: Library, actor: Actor, proposal: Proposal) -> int:
    assert [f for f in proposal.findings if f.severity is Severity.ERROR] == []
    return changing.apply(library, actor, proposal, yes=proposal.questions)


def noted(library: Library, **typed: str) -> int:
    head = library.head(PLAN)
    return apply(library, LOCAL_ADMIN, filling.propose(library, LOCAL_ADMIN, note(head, **typed)))


def with_a_note(folder: Path) -> Library:
    library = open_library(folder)
    noted(library)
    return library


def plan_of(library: Library) -> Plan:
    return library.snapshot(LOCAL_ADMIN, PLAN).plan
