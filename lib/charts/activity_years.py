"""One kegiatan-year in a hover box, and many in the table beside a figure."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.charts import lettering
from lib.charts.rows import records
from lib.plan.text.indonesian import MISSING, percent
from lib.typeface.fitting import shorten
from lib.voice.words.sayings import goal_of, owed

_COLUMNS = [
    "NO",
    "KEGIATAN",
    "PIHAK TERLIBAT",
    "TAHUN",
    "STATUS",
    "REALISASI",
    "TARGET",
    "CAPAIAN",
    "CATATAN",
]


def hover(row: Any) -> str:
    """Write a row's hover box, with the decree's full words."""
    known = row.realisasi == row.realisasi
    lines = [
        f"<b>{lettering.safe(row.no)}</b> · {row.tahun} · {row.status}",
        lettering.paragraph(row.kegiatan),
        lettering.safe(" · ".join(row.pihak)),
        f"Realisasi: {percent(row.realisasi) if known else 'belum ada data'}",
    ]
    if row.target == row.target:
        lines.append(f"Target: {goal_of(row)}")
    if known and row.belum_lapor:
        lines.append(owed(row))
    if isinstance(row.kendala, str) and row.kendala:
        lines.append(f"Kendala: {lettering.paragraph(shorten(row.kendala, 200))}")
    return "<br>".join(lines)


def twin(table: pd.DataFrame) -> pd.DataFrame:
    """Lay kegiatan-years out as text."""
    rows = [
        (
            row.no,
            row.kegiatan,
            row.pihak_terlibat,
            row.tahun,
            row.status,
            percent(row.realisasi),
            goal_of(row) if row.target == row.target else MISSING,
            percent(row.capaian),
            owed(row),
        )
        for row in records(table)
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)
