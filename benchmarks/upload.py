"""How long checking an upload takes, against pandas reading the same file."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import openpyxl
import pandas as pd

from benchmarks.measuring.plans import PLAN, filled, stored
from benchmarks.measuring.ratio import Ratio, compare
from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library

TITLE = "pemeriksaan unggahan dan pratinjaunya terhadap pandas.read_excel (openpyxl) berkas itu"
LIMIT = 1.0
SIZES = ((1_000, 5), (10_000, 2))
"""Kegiatan-years, and rounds."""
CHANGED = 40
"""Rows in which the upload says something new."""


def measure() -> Iterator[Ratio]:
    """Check a download in which some rows were filled in, and compute what its preview shows."""
    for rows, rounds in SIZES:
        with tempfile.TemporaryDirectory() as name:
            library = stored(Path(name), filled(rows))
            try:
                upload = _filled_in(library.download(LOCAL_ADMIN, PLAN))
                yield compare(
                    f"{rows} kegiatan-tahun / pandas, semua lembar",
                    LIMIT,
                    partial(_previewed, library, upload),
                    partial(_read_excel, upload),
                    rounds,
                )
            finally:
                library.store.close()


def _filled_in(workbook: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    sheet = book["Progres Kegiatan"]
    headers = {cell.value: cell.column for row in sheet.iter_rows(max_row=4) for cell in row}
    for row in range(10, 10 + CHANGED):
        sheet.cell(row, headers["KENDALA"]).value = f"Kendala baru baris {row}"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _previewed(library: Library, upload: bytes) -> None:
    proposal = changing.check(library, LOCAL_ADMIN, upload, "laporan.xlsx")
    if len(proposal.changes) != CHANGED:
        raise ValueError(f"{len(proposal.changes)} changes instead of {CHANGED}")
    assert proposal.proposed is not None
    _ = Standing(proposal.proposed, Position(2026, 2), previous=proposal.current).effect


def _read_excel(upload: bytes) -> dict[str, pd.DataFrame]:
    return pd.read_excel(io.BytesIO(upload), sheet_name=None, engine="openpyxl")
