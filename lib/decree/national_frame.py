"""The national frame of complaint handling (SP4N) as the start of a plan.

Its kelompok program and indicators are those of the decree that comes with the dashboard, which
follow the national guide word for word; years, kegiatan and agencies are filled in. What comes of
it is a workbook like a decree's, and is read as one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.schema import Sheet
from lib.workbook import transcript

LONGEST = 6
"""Years of one plan; a regency's term of office has five."""
_YEARS = re.compile(r"\s+TAHUN\s+\d{4}(?:\s*[-–]\s*\d{4})?$", re.IGNORECASE)
_KP = re.compile(r"^KP\s+")


@dataclass(frozen=True, slots=True)
class Filling:
    """What is filled in for one kelompok program."""

    activities: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    """In charge of each of its kegiatan, in every year; single rows are corrected later."""


def groups() -> Mapping[str, str]:
    """Return the frame's kelompok program: name by code, in printed order."""
    return _decree().groups


def indicator_count() -> int:
    """Count the frame's indicators."""
    return len(_decree().indicators)


def workbook(first: int, last: int, fillings: Mapping[str, Filling]) -> bytes:
    """Write the frame with what was filled in, by code of kelompok program, as an Excel file."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = Sheet.PROGRAM
    _write(sheet, _program(range(first, last + 1), fillings))
    _write(book.create_sheet(Sheet.INDICATOR), _indicators())
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _program(years: Sequence[int], fillings: Mapping[str, Filling]) -> Iterator[Sequence[str]]:
    period = f"{years[0]}-{years[-1]}" if len(years) > 1 else f"{years[0]}"
    yield (f"{_YEARS.sub('', _decree().title)} TAHUN {period}",)
    yield "NO", "KELOMPOK PROGRAM/KEGIATAN", *map(str, years), "PIHAK TERLIBAT"
    for code, name in groups().items():
        yield code, name
        filling = fillings.get(code, Filling())
        planned = (schema.MARK,) * len(years)
        for turn, text in enumerate(filling.activities, 1):
            number = f"{_KP.sub('', code)}.{turn}"
            yield number, text, *planned, "; ".join(filling.agencies)


def _indicators() -> Iterator[Sequence[str]]:
    yield "NO", "PROGRAM", "INDIKATOR (UKURAN) KEBERHASILAN"
    for row in _decree().indicators.to_dict("records"):
        yield row["nomor"], row["program"], row["indikator"]


def _write(sheet: Worksheet, rows: Iterable[Sequence[str]]) -> None:
    """Write rows of texts; none of them is a formula, whatever it begins with."""
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            if text:
                sheet.cell(row, column, text).data_type = "s"


@lru_cache(maxsize=1)
def _decree() -> Plan:
    return transcript.load()
