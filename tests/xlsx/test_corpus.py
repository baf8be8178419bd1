"""Files from the wild: none may make the gate raise, none is taken for our workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.findings.finding import Severity
from lib.workbook.intake import examine
from lib.xlsx.gate import inspect

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
FILES = sorted(path for path in CORPUS.glob("*") if path.suffix != ".json")

pytestmark = pytest.mark.skipif(not FILES, reason=f"no corpus beside the project ({CORPUS.name})")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_gate_judges_every_file(path: Path, record_property: pytest.RecordProperty) -> None:
    inspection = inspect(path.read_bytes(), path.name)
    codes = [finding.code for finding in inspection.findings]
    record_property("codes", codes or ["passes"])
    errors = [finding for finding in inspection.findings if finding.severity is Severity.ERROR]
    assert len(errors) == (inspection.facts is None)
    assert all(finding.seen and finding.advice for finding in errors)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("*.ods", "file-ods"),
        ("*ods_renamed*", "file-ods"),
        ("*.xlsm", "file-macro"),
        ("*.csv", "file-csv"),
        ("*.zip", "file-archive"),
        ("*csvzip_renamed*", "file-archive"),
        ("*.xml", "file-xml"),
        ("*.html", "file-html"),
        ("*.numbers", "file-numbers"),
        ("*numbers_renamed*", "file-numbers"),
        ("*encrypt*", "file-password"),
        ("*password*", "file-password"),
        ("*xls_renamed*", "file-xls"),
        ("*dates-1904.xls", "file-xls"),
        ("*any_sheets.xlsb", "file-xlsb"),
        ("*HasEntities*", ("xml-doctype", "file-document")),
    ],
)
def test_files_are_called_what_they_are(pattern: str, code: str | tuple[str, ...]) -> None:
    known = ("*protectstructurewithpassword*",)
    for path in CORPUS.glob(pattern):
        if any(path.match(other) for other in known):
            continue
        (finding,) = inspect(path.read_bytes(), path.name).findings
        assert finding.code in ((code,) if isinstance(code, str) else code), path.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_intake_refuses_every_file(path: Path) -> None:
    reading = examine(path.read_bytes(), path.name)
    assert reading.errors
    assert not reading.accepted
