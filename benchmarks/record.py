"""How long reading a stored version takes, against pandas reading its workbook."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from benchmarks.measuring.plans import PLAN, filled, stored
from benchmarks.measuring.ratio import Ratio, compare
from lib.plan.record import unpacked
from lib.workbook.writing import writer

TITLE = "membaca versi tersimpan terhadap pandas.read_excel (openpyxl) seluruh buku kerjanya"
LIMIT = 0.2
ROWS, ROUNDS = 1_000, 9


def measure() -> Iterator[Ratio]:
    """Read both by turns: the record out of its store into a `Plan`, all sheets out of memory."""
    plan = filled(ROWS)
    workbook = io.BytesIO(writer.write(plan))
    with tempfile.TemporaryDirectory() as name:
        library = stored(Path(name), plan)
        try:
            yield compare(
                f"versi {ROWS} kegiatan-tahun / pandas, semua lembar",
                LIMIT,
                lambda: unpacked(library.store.version(PLAN).record, PLAN),
                lambda: pd.read_excel(workbook, sheet_name=None, engine="openpyxl"),
                ROUNDS,
            )
        finally:
            library.store.close()
