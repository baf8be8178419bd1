"""What LibreOffice makes of the workbook: opened and saved there, no cell differs."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from lib.plan.plan import Stamp
from lib.plan.schema import Sheet
from lib.workbook import intake
from lib.workbook.writing import writer
from tests.factory import assert_same_plan, continued, sample_plan, with_activity

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")


@pytest.fixture(scope="module")
def resaved(tmp_path_factory) -> tuple[openpyxl.Workbook, openpyxl.Workbook]:
    """Return the workbook as written, and as LibreOffice saves it again."""
    folder = tmp_path_factory.mktemp("libreoffice")
    plan = with_activity(
        sample_plan(), "V.2.a", 2024, kendala="=1+1", tindak_lanjut="- satu\n- dua"
    )
    source = folder / "buku kerja.xlsx"
    source.write_bytes(writer.write(continued(plan)))
    convert(source, folder / "kembali", folder / "profil")
    return openpyxl.load_workbook(source), openpyxl.load_workbook(folder / "kembali" / source.name)


def convert(source: Path, target: Path, profile: Path) -> None:
    command = [
        str(OFFICE),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(target),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


def cells(workbook: openpyxl.Workbook, sheet: str) -> dict[str, object]:
    return {
        found.coordinate: found.value
        for row in workbook[sheet].iter_rows()
        for found in row
        if found.value is not None
    }


@pytest.mark.parametrize("sheet", list(Sheet))
def test_libreoffice_brings_every_cell_back(resaved, sheet):
    before, after = resaved
    assert cells(after, sheet) == cells(before, sheet)


def test_what_libreoffice_saves_reads_as_the_same_plan(tmp_path):
    source = tmp_path / "contoh.xlsx"
    plan = replace(sample_plan(), stamp=Stamp("x", 3, "3 Oktober 2024 09.14 WIB"))
    source.write_bytes(writer.write(plan))
    convert(source, tmp_path / "kembali", tmp_path / "profil")
    reading = intake.examine((tmp_path / "kembali" / source.name).read_bytes(), source.name)
    assert reading.findings == ()
    assert_same_plan(reading.plan, plan)


def test_libreoffice_keeps_percentages_and_text(resaved):
    _, after = resaved
    sheet = after[Sheet.ACTIVITY_PROGRESS]
    assert "%" in sheet["I4"].number_format
    assert "%" in sheet["E5"].number_format
    row = next(row for row in sheet.iter_rows(min_row=4) if row[15].value == "=1+1")
    assert row[15].data_type == "s"


def test_libreoffice_keeps_merges_protection_and_drop_downs(resaved):
    before, after = resaved
    for sheet in (Sheet.PROGRAM, Sheet.INDICATOR):
        merged = {str(area) for area in after[sheet].merged_cells.ranges}
        assert merged == {str(area) for area in before[sheet].merged_cells.ranges}
    progress = after[Sheet.ACTIVITY_PROGRESS]
    assert progress.protection.sheet
    assert progress["A4"].protection.locked
    assert not progress["I4"].protection.locked
    assert any(
        rule.type == "list" and "Ditunda" in (rule.formula1 or "")
        for rule in progress.data_validations.dataValidation
    )
