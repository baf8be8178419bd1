"""What is said of one kegiatan-year, as fully as there is room."""

from __future__ import annotations

from typing import Any

from lib.plan.figures.status import Status
from lib.plan.position import quarter_label
from lib.plan.schema import ROMAN
from lib.plan.text.indonesian import percent
from lib.voice.words.signs import NOT_DUE, STATUS_MARKS, assumption

_DECIDED = (Status.DONE, Status.NOT_DONE, Status.POSTPONED)
_UNFINISHED = (Status.IN_PROGRESS, Status.NOT_STARTED, Status.LATE)


def sayings(row: Any) -> list[str]:
    """Say how a row of `status.activity_status` stands, longest first; the last is its mark."""
    status = Status(row.status)
    mark = STATUS_MARKS[status]
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
    return percent(row.target) + assumption(row.asumsi)


def owed(row: Any) -> str:
    """Say which quarters of a row are due after its last report."""
    return unreported(row.berakhir, row.belum_lapor)


def not_due(row: Any) -> str:
    """Say which quarters of an unfinished row have ended and are not due yet: `TW III belum …`."""
    if not row.menunggu or Status(row.status) in _DECIDED:
        return ""
    return f"{silent_quarters(row.berakhir + row.menunggu, row.menunggu)} {NOT_DUE.lower()}"


def unreported(ended: int, count: int) -> str:
    """Say which of the quarters ended lack a report: `TW III–IV belum dilaporkan`; "" for none."""
    quarters = silent_quarters(ended, count)
    return f"{quarters} belum dilaporkan" if quarters else ""


def silent_quarters(ended: int, count: int) -> str:
    """Name the last `count` of the quarters ended alone: `TW III–IV`; "" for none."""
    if not count:
        return ""
    first = ended - count + 1
    return quarter_label(first) + (f"–{ROMAN[ended - 1]}" if ended > first else "")
