"""What leadership should look at first, as one short list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from lib.plan.figures.status import FULL, Light, Status
from lib.plan.position import Position
from lib.plan.registers.directives import Directive
from lib.plan.schema import OFFICES


class Concern(StrEnum):
    """Why something is on the list, most pressing first."""

    OVERDUE = "Arahan lewat tenggat"
    LATE = "Terlambat"
    NOT_DONE = "Tidak terlaksana"
    RED = "Merah"
    NO_DATA = "Belum ada data"
    POSTPONED = "Ditunda"
    UNREPORTED = "Belum lapor"
    YELLOW = "Kuning"
    DECISION = "Perlu keputusan"
    """Nothing else is wrong, but somebody has to decide."""


@dataclass(frozen=True, slots=True)
class Attention:
    """One kegiatan-year on the list, and what its sentence is made from."""

    concern: Concern
    no: str
    year: int
    activity: str
    """Its decreed words."""
    name: str
    """What it is called in short."""
    agencies: tuple[str, ...]
    actual: float
    """Realisasi in percent; NaN where none is reported."""
    target: float
    assumed: bool
    """Whether the target is the assumed one."""
    ended: int
    """Quarters of the year that have ended, 0 to 4."""
    reported: int
    """The last of them that is reported, 0 for none."""
    owed: int
    """How many of them, the last ones, are owed."""
    behind: Position | None
    """First quarter of the unbroken run below target that lasts until the last report."""
    behind_assumed: bool
    """Whether that quarter's target is the assumed one."""
    obstacle: str
    """KENDALA, blank where none is written."""
    follow_up: str
    decision: str
    """The office whose decision is asked for, one of `schema.OFFICES`; blank for none."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """An instruction of a meeting that is open after it was due."""

    directive: Directive
    concern: Concern = Concern.OVERDUE


Pressing = Attention | Overdue


def attention(
    table: pd.DataFrame, quarters: pd.DataFrame, overdue: Iterable[Directive] = ()
) -> tuple[Pressing, ...]:
    """List what needs leadership: kegiatan-years, and overdue instructions.

    First the kegiatan-years that ask for a decision, by the lowest office that can decide; then
    the instructions; then the others, worst first. Kegiatan-years are rows of
    `status.activity_status`, `quarters` is `status.quarter_table` under the same labels. A row
    appears once, under the first concern that holds; in equals the printed order stays.
    """
    rows = zip(table.index, table.to_dict("records"), strict=True)
    found = [
        _item(concern, row, quarters.loc[label])
        for label, row in rows
        if (concern := _concern(row)) is not None
    ]
    ranked = sorted(found, key=_rank)
    asked = decisions(ranked)
    return (*asked, *map(Overdue, overdue), *ranked[len(asked) :])


def decisions(items: Iterable[Attention]) -> tuple[Attention, ...]:
    """Return what of `attention` asks for a decision, lowest office first."""
    return tuple(item for item in items if item.decision)


def _rank(item: Attention) -> tuple[int, int]:
    office = OFFICES.index(item.decision) if item.decision else len(OFFICES)
    return office, list(Concern).index(item.concern)


def behind_since(cells: pd.DataFrame) -> Position | None:
    """Return the first quarter of the run below target that lasts until the last report.

    `cells` are one kegiatan-year's four rows of `status.quarter_table`; quarters without a
    report do not break the run, one whose capaian cannot be computed does.
    """
    start = None
    for cell in cells[cells["realisasi"].notna()].to_dict("records"):
        if not cell["capaian"] < FULL:
            start = None
        elif start is None:
            start = Position(cell["tahun"], cell["triwulan"])
    return start


def _item(concern: Concern, row: Mapping[Hashable, Any], cells: pd.DataFrame) -> Attention:
    behind = behind_since(cells)
    return Attention(
        concern,
        row["no"],
        row["tahun"],
        row["kegiatan"],
        row["nama"],
        row["pihak"],
        row["realisasi"],
        row["target"],
        bool(row["asumsi"]),
        row["berakhir"],
        row["realisasi_tw"],
        row["belum_lapor"],
        behind,
        behind is not None and behind.quarter < 4 and bool(cells["asumsi"].iloc[0]),
        text(row["kendala"]),
        text(row["tindak_lanjut"]),
        _decision(row),
    )


def _decision(row: Mapping[Hashable, Any]) -> str:
    """Return the office that a row asks; a word that no list has asks nobody."""
    office = text(row["perlu_keputusan"])
    return office if office in OFFICES else ""


def text(cell: object) -> str:
    """Return what a text cell says; "" for a blank."""
    return cell.strip() if isinstance(cell, str) else ""


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
    return _of_figures(row) or (Concern.DECISION if _decision(row) else None)


def _of_figures(row: Mapping[Hashable, Any]) -> Concern | None:
    if row["lampu"] == Light.RED:
        return Concern.RED
    if row["belum_lapor"]:
        return Concern.UNREPORTED
    return Concern.YELLOW if row["lampu"] == Light.YELLOW else None
