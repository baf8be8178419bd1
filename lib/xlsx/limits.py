"""What a workbook may be at most, in one place, and the refusal raised where it is more.

A workbook of this shape has a few hundred rows; the limits leave room for much longer plans
and for the odd things Excel saves, and stay far below what makes a reader slow.
"""

from __future__ import annotations

from typing import NoReturn

from lib.findings.finding import CatalogueEntry, Finding

FILE_BYTES = 5 * 1024 * 1024
ENTRIES = 1_000
"""Files inside the zip."""
EXPANDED_BYTES = 40 * 1024 * 1024
EXPANSION_RATIO = 100
RATIO_FLOOR = 10 * 1024 * 1024
"""Up to here any ratio goes: small workbooks full of repeated styles pack very well."""
READING_BYTES = 2 * EXPANDED_BYTES
"""What a reader would read in all, a part that is referred to twice counted twice."""

DATA_ROWS = 12_000
"""Room for plans of ten thousand kegiatan-years; what a sheet costs is held by the sums below."""
DATA_COLUMNS = 64
EXCEL_ROWS = 1_048_576
EXCEL_COLUMNS = 16_384
FOOTPRINT = 500_000
"""Cells between A1 and the farthest styled cell, all sheets together."""
RANGE_CELLS = 100_000
"""Cells of all merges, and again of all hyperlink ranges: openpyxl makes one by one."""

DEPTH = 100
TOKEN_BYTES = 256 * 1024
"""One tag with its attributes: expat holds it whole and rescans it."""
TEXT_CHARACTERS = 250_000
"""One text; a cell holds 32.767 characters, each escaped in at most 7."""
FORMULA_CHARACTERS = 2_000_000
"""All formulas, a shared one counted wherever it is used."""
REPEATED_CHARACTERS = 30_000_000
"""All cell texts, a shared one counted wherever it is used."""
RANGES = 100_000
"""Areas listed in validations, conditional formats and the like."""

ELEMENTS = 2_000_000
COUNTS: dict[str, tuple[int, str]] = {
    "row": (50_000, "baris"),
    "c": (400_000, "sel"),
    "si": (200_000, "teks"),
    "sheet": (60, "lembar"),
    "xf": (20_000, "gaya sel"),
    "font": (20_000, "huruf"),
    "fill": (20_000, "warna isian"),
    "border": (20_000, "garis tepi"),
    "dxf": (20_000, "gaya bersyarat"),
    "numFmt": (10_000, "format angka"),
    "cellStyle": (20_000, "gaya bernama"),
    "col": (10_000, "pengaturan kolom"),
    "mergeCell": (5_000, "sel gabungan"),
    "hyperlink": (20_000, "tautan"),
    "dataValidation": (5_000, "validasi data"),
    "cfRule": (5_000, "format bersyarat"),
    "definedName": (10_000, "nama rentang"),
    "comment": (10_000, "komentar"),
    "Relationship": (20_000, "hubungan antarbagian"),
}
"""How often an XML element may occur in the whole workbook, and what people call it."""


class Refused(Exception):
    """The file must not be opened by any reader; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def refuse(
    entry: CatalogueEntry, sheet: str | None = None, cell: str | None = None, **values: object
) -> NoReturn:
    """Raise `Refused` with a finding of this entry."""
    raise Refused(entry.at(sheet, cell, **values))
