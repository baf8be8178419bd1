"""An upload that looks like another thing than a report needs a yes, and is told at its cell."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from lib.findings.finding import Finding, Severity
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.service.proposal import Proposal, Question
from lib.service.startup import open_library
from tests.service.books import ACTIVITIES, edited, reworked

CASES = Path(__file__).parents[2].parent / "shared" / "cases"
FROM_A_CASE = pytest.mark.skipif(not CASES.is_dir(), reason="shared/cases is not on this machine")


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    return open_library(tmp_path_factory.mktemp("contoh"), sample=True)


@pytest.fixture(scope="module")
def copy(library: Library) -> bytes:
    [record] = library.plans(LOCAL_ADMIN)
    return library.download(LOCAL_ADMIN, record.id)


def check(library: Library, content: bytes) -> Proposal:
    return changing.check(library, LOCAL_ADMIN, content, "isian.xlsx")


def warnings(proposal: Proposal) -> list[tuple[str, str | None]]:
    assert proposal.accepted
    return [(finding.code, finding.cell) for finding in proposal.of(Severity.WARNING)]


def said(proposal: Proposal, code: str) -> Finding:
    [found] = [finding for finding in proposal.findings if finding.code == code]
    return found


@FROM_A_CASE
@pytest.mark.parametrize(
    ("case", "code", "cell", "words"),
    [
        ("sorted_keys_only", "rows-moved", "E12", "baris lain sebelumnya"),
        ("not_cumulative", "per-quarter", "L6", "REALISASI TW IV 100% menjadi 25%"),
        ("indicator_date_serial", "date-serial", "I11", "4 Februari 2024"),
        ("formula_blank_link_zero", "formula-blank-link", "K5", "Lembar2!A1"),
    ],
)
def test_a_case_is_told_and_waits_for_a_yes(library, case, code, cell, words) -> None:
    proposal = check(library, (CASES / f"{case}.xlsx").read_bytes())
    assert warnings(proposal) == [(code, cell)]
    assert words in said(proposal, code).seen
    assert Question.WARNINGS in proposal.questions
    with pytest.raises(changing.NotReady):
        changing.apply(library, LOCAL_ADMIN, proposal)


def test_a_pagu_in_millions_is_told_with_both_amounts(library, copy) -> None:
    proposal = check(library, edited(copy, M5=250, M4=45))
    assert ("other-unit", "M4") in warnings(proposal)
    assert "Rp45.000.000 menjadi Rp45" in said(proposal, "other-unit").seen


def test_one_amount_filled_down_is_told(library, copy) -> None:
    cells = {f"M{row}": 31_000_000 for row in range(4, 12)} | {"N8": 9_000_000, "N11": 9_000_000}
    codes = dict(warnings(check(library, edited(copy, **cells))))
    assert codes["same-amount"] == "M4"


def test_columns_shifted_by_one_are_told(library, copy) -> None:
    def shift(book: Workbook) -> None:
        for row in book[ACTIVITIES].iter_rows(min_row=9, max_row=13, min_col=9, max_col=12):
            values = [cell.value for cell in row]
            for cell, value in zip(row, [None, *values], strict=False):
                cell.value = value

    assert warnings(check(library, reworked(copy, shift))) == [("columns-moved", "I9")]


def test_a_typical_quarter_passes_in_silence(library, copy) -> None:
    proposal = check(library, edited(copy, K5=0.55, N5=4_500_000, P5="Hujan", I18=0.2, J18=0.4))
    assert warnings(proposal) == []
    assert Question.WARNINGS not in proposal.questions


@pytest.mark.parametrize(
    ("formula", "source", "told"),
    [
        ("Rekap!A1", None, "Rekap!A1"),
        ("+'Rekap'!$A$1", None, "Rekap!A1"),
        ("Rekap!A2", None, "Rekap!A1"),
        ("VLOOKUP(A5,Rekap!A:B,2,FALSE)", None, "hasil pencarian"),
        ("Rekap!A1", 0, None),
        ("SUM(Rekap!A1:A9)", None, None),
        ("Rekap!A1*2", None, None),
    ],
)
def test_a_link_to_a_blank_cell_is_no_report_of_zero(library, copy, formula, source, told) -> None:
    def link(book: Workbook) -> None:
        rekap = book.create_sheet("Rekap")
        rekap["A1"], rekap["A2"] = source, "=A1"
        book[ACTIVITIES]["K5"] = f"={formula}"

    proposal = check(library, with_zeros(reworked(copy, link)))
    found = [f.seen for f in proposal.findings if f.code == "formula-blank-link"]
    assert len(found) == (told is not None)
    assert told is None or f"({told})" in found[0]


def with_zeros(content: bytes) -> bytes:
    """Save 0 as the result of every formula, as Excel does for links to blank cells."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w") as changed:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v ?/>|(</f>)<v></v>", rb"</f><v>0</v>", data)
            changed.writestr(name, data)
    saved = openpyxl.load_workbook(BytesIO(target.getvalue()), data_only=True)
    assert saved[ACTIVITIES]["K5"].value == 0
    return target.getvalue()
