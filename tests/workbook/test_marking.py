"""The marked copy shows each finding at its cell; mending those cells makes it pass."""

from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from lib.workbook import intake
from lib.workbook.reading.sheet_tables import REPAIRS
from lib.workbook.writing import marking
from lib.xlsx import gate
from tests.workbook.mistakes import (
    MISTAKES,
    PA,
    PI,
    Mistake,
    download,
    edited,
    name_of,
    stamped_plan,
    typed,
)
from tests.workbook.register_mistakes import REGISTER_MISTAKES


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def marked(content: bytes) -> bytes:
    return marking.mark(content, examined(content).findings)


def examined(content: bytes) -> intake.Reading:
    return intake.examine(content, "isian.xlsx", stamped_plan())


MENDED = [mistake for mistake in (*MISTAKES, *REGISTER_MISTAKES) if mistake.mend is not None]


@pytest.mark.parametrize("mistake", MENDED, ids=name_of)
def test_mending_the_marked_cell_alone_makes_the_marked_copy_pass(mistake: Mistake) -> None:
    copy = marked(edited(mistake.edit))
    cell = opened(copy)[mistake.sheet][mistake.cell]
    assert cell.comment.text.count("Langkah: ") == 1
    assert cell.fill.fgColor.rgb[2:] in marking.COLOURS.values()
    assert mistake.mend is not None
    mended = examined(edited(mistake.mend, copy))
    assert mended.errors == ()
    assert mended.warnings == ()


def test_the_list_of_repairs_links_to_each_cell() -> None:
    copy = marked(edited(typed(PA, K7="tujuh", M8="1.250")))
    sheet = opened(copy)[REPAIRS]
    links = {row[2].value: row[2].hyperlink.location for row in sheet.iter_rows(min_row=4)}
    assert links == {
        "Progres Kegiatan!K7": "'Progres Kegiatan'!K7",
        "Progres Kegiatan!M8": "'Progres Kegiatan'!M8",
    }
    assert sheet["B4"].value == "Harus diperbaiki"


def test_only_the_list_is_selected_when_the_copy_opens() -> None:
    workbook = opened(marked(edited(typed(PA, K7="tujuh"))))
    assert workbook.active.title == REPAIRS
    assert [s.title for s in workbook.worksheets if s.sheet_view.tabSelected] == [REPAIRS]


@pytest.mark.parametrize("edit", [None, typed(PA, P7=" rapi ")], ids=["untouched", "notices only"])
def test_a_file_with_nothing_to_mend_is_returned_as_it_came(edit) -> None:
    content = download() if edit is None else edited(edit)
    assert marked(content) == content


def test_a_file_that_is_not_safe_to_open_is_returned_as_it_came() -> None:
    content = b"PK\x03\x04 bukan buku kerja"
    assert marked(content) == content


def test_values_formats_widths_and_validations_survive_the_marking() -> None:
    content = edited(typed(PA, K7="tujuh", I7=0.25, P7="jaringan"))
    before, after = opened(content)[PA], opened(marked(content))[PA]
    assert [[c.value for c in row] for row in after] == [[c.value for c in row] for row in before]
    assert after["I7"].number_format == "0%"
    assert after.column_dimensions["B"].width == before.column_dimensions["B"].width
    assert len(after.data_validations.dataValidation) == len(before.data_validations.dataValidation)
    assert after.freeze_panes == before.freeze_panes
    assert after.protection.sheet


def test_a_second_round_forgets_the_marks_of_the_first() -> None:
    first = marked(edited(typed(PA, K7="tujuh")))
    second = marked(edited(typed(PA, K7=0.75, M8="1.250"), first))
    sheet = opened(second)[PA]
    assert sheet["K7"].comment is None
    assert sheet["K7"].fill.fill_type is None
    assert sheet["M8"].comment is not None
    assert opened(second).sheetnames.count(REPAIRS) == 1


def test_two_findings_at_one_cell_share_its_comment_and_a_persons_own_is_kept() -> None:
    def edit(workbook: Workbook) -> None:
        typed(PA, K7=75, I7=0.8)(workbook)
        workbook[PA]["K7"].comment = openpyxl.comments.Comment("dari Budi", "Budi")

    text = opened(marked(edited(edit)))[PA]["K7"].comment.text
    assert "Harus diperbaiki" in text
    assert "Perlu persetujuan" in text
    assert text.endswith("Komentar semula: dari Budi")


def test_a_finding_inside_a_merge_is_marked_at_its_first_cell() -> None:
    def edit(workbook: Workbook) -> None:
        workbook[PA]["O8"].value = "Ditunda"
        workbook[PA].merge_cells("P7:P8")

    sheet = opened(marked(edited(edit)))[PA]
    assert "digabung" in sheet["P7"].comment.text
    assert "tetapi KENDALA kosong" in sheet["P7"].comment.text


def test_findings_beyond_the_limit_are_counted_not_marked(monkeypatch) -> None:
    monkeypatch.setattr(marking, "MARKED", 2)
    copy = marked(edited(typed(PI, I4="a", I5="b", I6="c")))
    assert opened(copy)[PI]["I6"].comment is None
    assert "masih ada 1 lagi" in opened(copy)[REPAIRS]["A2"].value


def test_a_marked_copy_passes_the_gate() -> None:
    copy = marked(edited(typed(PA, K7="tujuh")))
    inspection = gate.inspect(copy, "isian.xlsx")
    assert inspection.findings == ()
    assert inspection.facts is not None


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    copy = marked(edited(typed(PA, K7="'=1+1")))
    assert opened(copy)[REPAIRS]["D4"].data_type == "s"
