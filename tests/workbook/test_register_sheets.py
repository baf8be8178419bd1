"""Registers as hurried people send them back: sheets renamed or gone, kegiatan named otherwise."""

from __future__ import annotations

import pytest
from openpyxl.workbook import Workbook

from lib.plan.change.difference import differences
from lib.plan.registers.directives import directives
from lib.plan.schema import Sheet
from lib.workbook import intake
from lib.workbook.writing import writer
from tests.factory import sample_plan
from tests.workbook.mistakes import Edit, edited, typed

ARAHAN = Sheet.DIRECTIVES


def read(edit: Edit) -> intake.Reading:
    return intake.examine(edited(edit, writer.write(sample_plan())), "a.xlsx", sample_plan())


def said(reading: intake.Reading) -> list[tuple[str, str | None, str]]:
    return [(one.code, one.sheet, one.seen) for one in reading.findings if one.sheet == ARAHAN]


@pytest.mark.parametrize("title", ["Arahan baru", "Tindak lanjut rapat", "Arahan (2)"])
def test_a_register_under_another_name_is_refused_and_called_by_that_name(title):
    def renamed(book: Workbook) -> None:
        book[ARAHAN].title = title

    found = read(renamed)
    [(code, _, seen)] = said(found)
    assert code == "sheet-missing"
    assert title in seen
    assert not found.accepted
    assert not [one for one in found.findings if one.code == "sheet-extra"]


def test_a_register_that_is_gone_stays_as_it_was_and_that_is_said():
    def without(book: Workbook) -> None:
        del book[ARAHAN]

    found = read(without)
    assert [code for code, _, _ in said(found)] == ["sheet-absent"]
    assert found.accepted
    assert differences(sample_plan(), found.plan) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Kegiatan Pengelolaan Media Komunikasi Publik (infografis, diseminasi data ke publik)",
        "pengelolaan media komunikasi  publik",
        "III. 2. a",
    ],
)
def test_a_kegiatan_may_be_named_in_words(words):
    found = read(typed(ARAHAN, E3=words))
    assert found.accepted
    assert directives(found.plan)[0].activity == "III.2.a"


@pytest.mark.parametrize("words", ["III.1.a, III.2.a", "III.1.a; III.2.a", "III.1.a dan III.2.a"])
def test_several_codes_in_one_cell_are_called_several(words):
    [(code, _, seen)] = said(read(typed(ARAHAN, E3=words)))
    assert code == "activity-unknown"
    assert "hanya memuat satu KODE" in seen
    assert "Barangkali" not in seen


def test_another_wrong_code_is_met_with_the_nearest_one():
    [(_, _, seen)] = said(read(typed(ARAHAN, E3="III.1.b")))
    assert "Barangkali maksudnya “III.1.a”" in seen
