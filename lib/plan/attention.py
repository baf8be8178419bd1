"""What leadership should look at first, as one short list."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from lib.plan.status import Light, Status


class Concern(StrEnum):
    """Why a kegiatan-year is on the list, most pressing first."""

    LATE = "Terlambat"
    NOT_DONE = "Tidak terlaksana"
    RED = "Merah"
    NO_DATA = "Belum ada data"
    POSTPONED = "Ditunda"
    UNREPORTED = "Belum lapor"
    YELLOW = "Kuning"


@dataclass(frozen=True, slots=True)
class Attention:
    """One kegiatan-year on the list, and what its sentence is made from."""

    concern: Concern
    no: str
    year: int
    activity: str
    agencies: tuple[str, ...]
    actual: float
    """Realisasi in percent; NaN where none is reported."""
    target: float
    assumed: bool
    """Whether the target is the assumed one."""
    ended: int
    """Quarters of the year that have ended, 0 to 4."""
    owed: int
    """How many of them came after the last report."""


def attention(table: pd.DataFrame) -> tuple[Attention, ...]:
    """List the kegiatan-years of `status.activity_status` that need leadership, worst first.

    A row appears once, under the first concern that holds; in equals the printed order stays.
    """
    rows = table.to_dict("records")
    found = [_item(concern, row) for row in rows if (concern := _concern(row)) is not None]
    order = list(Concern)
    return tuple(sorted(found, key=lambda item: order.index(item.concern)))


def _item(concern: Concern, row: Mapping[Hashable, Any]) -> Attention:
    return Attention(
        concern,
        row["no"],
        row["tahun"],
        row["kegiatan"],
        row["pihak"],
        row["realisasi"],
        row["target"],
        bool(row["asumsi"]),
        row["berakhir"],
        row["belum_lapor"],
    )


_BY_STATUS = {
    Status.DONE: None,
    Status.LATE: Concern.LATE,
    Status.NOT_DONE: Concern.NOT_DONE,
    Status.POSTPONED: Concern.POSTPONED,
    Status.NO_DATA: Concern.NO_DATA,
}


def _concern(row: Mapping[Hashable, Any]) -> Concern | None:
    status = Status(row["status"])
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if row["lampu"] == Light.RED:
        return Concern.RED
    if row["belum_lapor"]:
        return Concern.UNREPORTED
    return Concern.YELLOW if row["lampu"] == Light.YELLOW else None
