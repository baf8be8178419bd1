"""Saved cells: what openpyxl itself reads, cell for cell, by whichever way they are stored."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from lib.workbook.reading import saved_cells
from lib.xlsx import gate
from tests.workbook.mistakes import PA, download, edited, typed

PLAIN = b'<is><t xml:space="preserve"> dua  kata </t></is>'
INLINE = {
    "plain": PLAIN,
    "blank": b"<is><t></t></is>",
    "in runs": b"<is><r><t>satu</t></r><r><t> dua</t></r></is>",
    "with its reading": b"<is><t>satu</t><rPh sb='0' eb='1'><t>dua</t></rPh></is>",
    "nothing": b"",
}


def with_cell(inside: bytes, opening: bytes = b'<c r="P7" s="0" t="inlineStr">') -> bytes:
    """The download with another cell P7 on its last progress sheet for kegiatan."""
    source = BytesIO(edited(typed(PA, P7="isi")))
    saved = BytesIO()
    with ZipFile(source) as before, ZipFile(saved, "w") as after:
        for name in before.namelist():
            body = before.read(name)
            if b">KENDALA<" in body:
                cell = opening + inside + b"</c>"
                body, count = re.subn(rb'<c r="P7".*?</c>', cell, body)
                assert count == 1
            after.writestr(name, body)
    return saved.getvalue()


def by_openpyxl(content: bytes) -> dict[str, list[tuple]]:
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
    return {sheet.title: seen(sheet.iter_rows()) for sheet in book.worksheets}


def seen(rows) -> list[tuple]:
    """Every cell that is stored: its place, value, kind and style."""
    return [
        (cell.row, cell.column, cell.value, cell.data_type, cell._style_id)
        for row in rows
        for cell in row
        if hasattr(cell, "row")
    ]


@pytest.mark.parametrize(
    "make",
    [
        download,
        lambda: edited(typed(PA, K7=0.75, P7="a\nb", M7=1, T7=True)),
        *(lambda inside=inside: with_cell(inside) for inside in INLINE.values()),
        lambda: with_cell(PLAIN, b'<c t="inlineStr">'),
    ],
    ids=["download", "typed", *INLINE, "without an address"],
)
def test_every_cell_is_read_as_openpyxl_reads_it(make: Callable[[], bytes]) -> None:
    content = make()
    facts = gate.inspect(content, "isian.xlsx").facts
    if facts is None:
        pytest.fail("the gate refuses it")
    theirs = by_openpyxl(content)
    for title, rows in saved_cells.load(content, facts).items():
        extent = facts.sheets[title]
        inside = [
            cell
            for cell in theirs[title]
            if cell[0] <= extent.last_row and cell[1] <= extent.last_column
        ]
        assert seen(rows) == inside
        assert {len(row) for row in rows} <= {extent.last_column}
