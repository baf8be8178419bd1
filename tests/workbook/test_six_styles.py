"""The usual ways to number and mark a plan's table, typed into a workbook of our own shape."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

import openpyxl
import pytest

from lib.plan.breach import PRINTED
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import open_library
from lib.workbook import intake
from lib.workbook.writing import writer
from tests.factory import make_plan

YEARS = (2025, 2026)
Row = tuple[str, ...]
"""NO, text, what stands under either year, PIHAK TERLIBAT."""


@dataclass(frozen=True)
class Style:
    """Rows as typed, and the levels and keys that they have."""

    name: str
    rows: tuple[Row, ...]
    levels: str
    keys: tuple[str, ...]

    @classmethod
    def of(cls, name: str, table: str) -> Style:
        lines = [[*map(str.strip, line.split("|"))] for line in table.strip().splitlines()]
        rows = tuple(tuple([*line[2:], "", "", ""][:5]) for line in lines)
        levels, keys = zip(*(line[:2] for line in lines), strict=True)
        return cls(name, rows, "".join(levels), keys)


STYLES = tuple(
    Style.of(name, table)
    for name, table in {
        "letters": """
            1 | A | A | Kelembagaan
            2 | A.1 | 1 | Organisasi
            K | A.1.a | a | Reviu peraturan | X |  | DINAS A
            K | b | b | Penetapan tim | X | X | DINAS B
            2 | 2 | 2 | Prosedur
            K | A.2.a | a | Penyusunan SOP |  | X | DINAS A
            1 | B | B | Layanan
            2 | B.1 | 1 | Kanal
            K | B.1.a | a | Integrasi kanal | X | X | DINAS B
        """,
        "decimal": """
            1 | 1 | 1 | Kelembagaan
            2 | 1.1 | 1.1 | Organisasi
            K | 1.1.1 | 1.1.1 | Reviu peraturan | X |  | DINAS A
            K | 1.1.2 | 1.1.2 | Penetapan tim | X | X | DINAS B
            1 | 2 | 2 | Layanan
            2 | 2.1 | 2.1 | Kanal
            K | 2.1.1 | 2.1.1 | Integrasi kanal | X | X | DINAS B
        """,
        "roman-without-program": """
            1 | I | I | Kelembagaan
            K | I.1 | 1 | Reviu peraturan | X |  | DINAS A
            K | 2 | 2 | Penetapan tim | X | X | DINAS B
            1 | II | II | Layanan
            K | II.1 | 1 | Integrasi kanal | X | X | DINAS B
        """,
        "flat": """
            K | 1 | 1 | Reviu peraturan | X |  | DINAS A
            K | 2 | 2 | Penetapan tim | X | X | DINAS B
            K | 3 | 3 | Integrasi kanal |  | X | DINAS A
        """,
        "dotted-codes": """
            1 | 2.16.02 | 2.16.02 | Program informasi publik
            2 | 2.16.02.2.01 | 2.16.02.2.01 | Pengelolaan informasi
            K | 2.16.02.2.01.0021 | 2.16.02.2.01.0021 | Monitoring opini publik | X | X | DINAS A
            K | 2.16.02.2.01.0022 | 2.16.02.2.01.0022 | Pengelolaan konten | X |  | DINAS B
            1 | 2.16.03 | 2.16.03 | Program aplikasi informatika
            2 | 2.16.03.2.02 | 2.16.03.2.02 | Pengelolaan e-government
            K | 2.16.03.2.02.0005 | 2.16.03.2.02.0005 | Integrasi aplikasi |  | X | DINAS B
        """,
        "years-that-say-more": """
            1 | KP I | KP I | KELEMBAGAAN
            2 | I.1 | I.1 | PROGRAM PENATAAN
            K | I.1.a | I.1.a | Reviu peraturan | TW I - TW II | √ | DINAS A
            K | I.1.b | I.1.b | Penetapan tim | 100% | Rp 25.000.000 | DINAS B
            K | I.1.c | I.1.c | Penyusunan SOP | Jan-Des | - | DINAS A
        """,
    }.items()
)
"""Each row: its level (`1`, `2`, `3`, or `K` for a kegiatan), its key, then as it is typed."""


def typed(rows: Iterable[Row], *, with_levels: str = "") -> bytes:
    """Return a workbook of our own in which somebody typed table A anew, row by row."""
    book = openpyxl.load_workbook(io.BytesIO(writer.write(make_plan(YEARS, groups=1))))
    sheet = book["A. Program"]
    beside = {cell.value: cell.column for row in sheet["A1:Z4"] for cell in row if cell.value}
    sheet.delete_rows(5, sheet.max_row)
    for number, row in enumerate(rows):
        for column, text in enumerate(row, 1):
            sheet.cell(5 + number, column, text or None)
        if with_levels:
            level = with_levels[number].replace("K", "Kegiatan")
            sheet.cell(5 + number, beside["TINGKAT"], level)
    for name in ("Progres Kegiatan", "Progres Indikator"):
        book[name].delete_rows(4, book[name].max_row)
    book["B. Indikator"].delete_rows(4, book["B. Indikator"].max_row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("stated", [False, True], ids=["by-number", "by-tingkat"])
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_a_style_is_read_in_our_own_workbook(style: Style, stated: bool) -> None:
    content = typed(style.rows, with_levels=style.levels if stated else "")
    reading = intake.examine(content, "rencana.xlsx")
    assert reading.errors == ()
    program = reading.plan.program
    assert [level[0] for level in program["tingkat"]] == list(style.levels)
    assert tuple(program["kode"]) == style.keys
    planned = {
        (code, year)
        for code, row in zip(style.keys, style.rows, strict=True)
        for year, mark in zip(YEARS, row[2:4], strict=True)
        if mark.strip("-")
    }
    rows = reading.plan.completed().activity_progress
    assert set(zip(rows["no"], rows["tahun"], strict=True)) == planned


ODD = {
    "repeated under a heading": (
        "KP I LEMBAGA,I.1 PROGRAM,I.1.a Reviu X,I.1.a Uji X", "12KK",
        "KP I|I.1|I.1.a|I.1.a (2)", {"A8": "number-repeated"}),
    "repeated in other letters": (
        "A LEMBAGA,1 Reviu X,a Uji X,A Lain X", "1KKK", "A|1|A.a|A.A (2)",
        {"A8": "number-repeated"}),
    "repeated in a flat list": (
        "1 Reviu X,2 Uji X,2 Lain X,22 Rapat X", "KKKK", "1|2|2 (3)|22",
        {"A7": "number-repeated"}),
    "one above the first heading": (
        "1 Rapat X,A LEMBAGA,2 Reviu X", "K1K", "1|A|2", {"A5": "group-missing"}),
    "two above the first heading": (
        "1 Rapat X,2 Uji X,I LEMBAGA,1 Reviu X", "KK1K", "1|2|I|I.1", {"A5": "group-missing"}),
    "a program above the first heading": (
        "9 PROGRAM,9.1 Rapat X,KP I LEMBAGA,I.1 Reviu X", "2K1K", "9|9.1|KP I|I.1",
        {"A5": "group-missing"}),
}  # fmt: skip
"""Rows, levels and keys of what decrees print oddly, and the notice at its cell."""


@pytest.mark.parametrize(("rows", "levels", "keys", "told"), ODD.values(), ids=ODD)
def test_what_a_decree_prints_oddly_is_taken_with_a_notice(rows, levels, keys, told, tmp_path):
    printed = [odd_row(row) for row in rows.split(",")]
    content = typed(printed, with_levels=levels if levels[0] == "2" else "")
    reading = intake.examine(content, "rencana.xlsx")
    assert [level[0] for level in reading.plan.program["tingkat"]] == list(levels)
    assert reading.plan.program["kode"].tolist() == keys.split("|")
    assert reading.plan.program["no"].tolist() == [row[0] for row in printed]
    odd = {f.cell: f.code for f in reading.findings if f.code in PRINTED}
    assert odd == told
    assert reading.errors == ()
    library = open_library(tmp_path)
    made = changing.check(library, LOCAL_ADMIN, content, "rencana.xlsx")
    changing.apply(library, LOCAL_ADMIN, made, yes=made.questions)
    again = library.download(LOCAL_ADMIN, made.plan_id)
    assert changing.check(library, LOCAL_ADMIN, again, "unduhan.xlsx").findings == ()


def odd_row(words: str) -> Row:
    """A row of NO and text, a kegiatan of DINAS A where it ends with X."""
    number, text, *mark = words.rsplit(" ", 2 if words.endswith("X") else 1)
    return (number, text, *mark, "", "DINAS A" if mark else "")


def test_what_a_year_says_is_kept_as_printed() -> None:
    style = next(style for style in STYLES if style.name == "years-that-say-more")
    program = intake.examine(typed(style.rows), "rencana.xlsx").plan.program
    printed = program[["waktu_2025", "waktu_2026"]].fillna("").to_numpy().tolist()
    assert printed == [list(row[2:4]) for row in style.rows]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_a_style_is_added_to_a_store_and_its_download_taken_back(style: Style, tmp_path) -> None:
    library = open_library(tmp_path)
    made = changing.check(library, LOCAL_ADMIN, typed(style.rows), "rencana.xlsx")
    changing.apply(library, LOCAL_ADMIN, made, yes=made.questions)
    back = changing.check(
        library, LOCAL_ADMIN, library.download(LOCAL_ADMIN, made.plan_id), "unduhan.xlsx"
    )
    assert back.unchanged
    assert back.findings == ()
