"""What leadership should look at first, as one short list."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from lib.plan.indonesian import listing, percent
from lib.plan.position import quarter_label
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
    """One kegiatan-year on the list, and the sentence that says why."""

    concern: Concern
    no: str
    year: int
    activity: str
    agencies: tuple[str, ...]
    reason: str

    @property
    def sentence(self) -> str:
        return f"{self.no} ({self.year}): {self.reason}, {listing(self.agencies)}"


def attention(table: pd.DataFrame) -> tuple[Attention, ...]:
    """List the kegiatan-years of `status.activity_status` that need leadership, worst first.

    A row appears once, under the first concern that holds; in equals the printed order stays.
    """
    found = []
    for row in table.to_dict("records"):
        concern, reason = _concern(row)
        if concern is not None:
            place = (row["no"], row["tahun"], row["kegiatan"], row["pihak"])
            found.append(Attention(concern, *place, reason))
    order = list(Concern)
    return tuple(sorted(found, key=lambda item: order.index(item.concern)))


def _concern(row: Mapping[Hashable, Any]) -> tuple[Concern | None, str]:
    status, light = row["status"], row["lampu"]
    against = f"realisasi {percent(row['realisasi'])} dari target {percent(row['target'])}"
    if row["asumsi"]:
        against += " (asumsi)"
    if status == Status.LATE:
        return Concern.LATE, f"baru {percent(row['realisasi'])}"
    if status == Status.NOT_DONE:
        return Concern.NOT_DONE, "tidak terlaksana"
    if status == Status.POSTPONED:
        return Concern.POSTPONED, "ditunda"
    if status == Status.NO_DATA:
        return Concern.NO_DATA, "belum ada laporan"
    if status != Status.DONE and light == Light.RED:
        return Concern.RED, against
    if status != Status.DONE and row["belum_lapor"]:
        return Concern.UNREPORTED, unreported(row["berakhir"], row["belum_lapor"])
    if status != Status.DONE and light == Light.YELLOW:
        return Concern.YELLOW, against
    return None, ""


def unreported(ended: int, count: int) -> str:
    """Say which quarters lack a report, such as `TW II dan TW III belum dilaporkan`."""
    quarters = [quarter_label(quarter) for quarter in range(ended - count + 1, ended + 1)]
    return f"{listing(quarters)} belum dilaporkan" if quarters else ""
