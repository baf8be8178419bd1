"""What is said of one kegiatan-year: in a bar, in a hover box, in the table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lib.charts import lettering
from lib.charts.palette import BRIGHT
from lib.charts.rows import records
from lib.plan.indonesian import MISSING, percent, shorten
from lib.plan.position import quarter_label
from lib.plan.schema import ROMAN
from lib.plan.status import Status

_UNFINISHED = (Status.IN_PROGRESS, Status.NOT_STARTED, Status.LATE)
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


def sayings(row: Any) -> list[str]:
    """Say how a row of `status.activity_status` stands, longest first; the last is its mark."""
    status = Status(row.status)
    mark = BRIGHT.status[status].mark
    texts = [f"{mark} {status}", mark]
    if status in _UNFINISHED:
        actual = percent(row.realisasi)
        texts = [f"{mark} {status}, {actual}", f"{mark} {actual}", mark]
        goal = f"{actual} dari target {goal_of(row)}"
        if row.berakhir < 4:
            texts = [f"{mark} {status}, {goal}", f"{mark} {goal}", *texts]
        if row.belum_lapor:
            texts = [
                f"{mark} {status}, {goal}; {owed(row)}",
                f"{mark} {actual}; {owed(row)}",
                *texts,
            ]
    elif status is Status.NOT_DONE and row.realisasi == row.realisasi:
        texts.insert(0, f"{mark} {status}, realisasi {percent(row.realisasi)}")
    return sorted(texts, key=len, reverse=True)


def goal_of(row: Any) -> str:
    """Write a row's target, called an assumption where it is one."""
    return percent(row.target) + (" (asumsi)" if row.asumsi else "")


def owed(row: Any) -> str:
    """Name the quarters due after the last report: `TW III belum dilaporkan`."""
    return f"{silent_quarters(row)} belum dilaporkan"


def silent_quarters(row: Any) -> str:
    """Name the quarters due after the last report alone: `TW III–IV`; "" where there is none."""
    first, last = row.berakhir - row.belum_lapor + 1, row.berakhir
    if last < first:
        return ""
    return quarter_label(first) + (f"–{ROMAN[last - 1]}" if last > first else "")


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
            owed(row) if row.belum_lapor else "",
        )
        for row in records(table)
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)
