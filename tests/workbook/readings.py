"""Files read against the plan they came from: what is told of them, and what changes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from lib.plan.change.difference import Change, differences
from lib.plan.schema import Sheet
from lib.workbook import intake
from tests.factory import reported_sample
from tests.workbook.mistakes import PA, edited, stamped_plan, typed

CASES = Path(__file__).parents[2].parent / "shared" / "cases"

real = pytest.mark.skipif(not CASES.is_dir(), reason="shared/cases is not on this machine")


def read(content: bytes, plan: object = None) -> tuple[intake.Reading, tuple[Change, ...]]:
    before = plan or stamped_plan()
    reading = intake.examine(content, "isian.xlsx", before)
    return reading, differences(before, reading.plan) if reading.plan else ()


def case(name: str) -> tuple[intake.Reading, tuple[Change, ...]]:
    return read((CASES / f"{name}.xlsx").read_bytes(), reported_sample())


def told(reading: intake.Reading) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in reading.findings]


def made(edit, content: bytes | None = None) -> tuple[intake.Reading, tuple[Change, ...]]:
    return read(edited(edit, content))


def stored(content: bytes, change) -> bytes:
    """Change the parts of a file as a writer stores them; `change` takes name and bytes."""
    saved = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(saved, "w") as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return saved.getvalue()


def in_r5(formula: str, attributes: str, value: str) -> bytes:
    """Our download with a cell R5 as a writer stores it: a picture, a formula with its result."""
    part = f"xl/worksheets/sheet{list(Sheet).index(Sheet.ACTIVITY_PROGRESS) + 1}.xml"
    content = edited(typed(PA, R5="tempat"))

    def change(name: str, data: bytes) -> bytes:
        if name != part:
            return data
        start = data.index(b'<c r="R5"')
        end = data.index(b"</c>", start)
        cell = f'<c r="R5" {attributes}>{formula}<v>{value}</v>'.encode()
        return data[:start] + cell + data[end:]

    return stored(content, change)
