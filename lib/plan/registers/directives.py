"""Arahan: the instructions of meetings, whose they are, until when, and what became of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lib.plan.cell_rules import is_date
from lib.plan.kept import kept_beside
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import DONE as CARRIED_OUT
from lib.plan.registers.register_sheet import OPEN, WITHDRAWN
from lib.plan.schema import Sheet

SHEET = Sheet.DIRECTIVES
__all__ = ["CARRIED_OUT", "OPEN", "WITHDRAWN"]


@dataclass(frozen=True, slots=True)
class Directive:
    """One instruction of a meeting; a blank text where its cell is."""

    no: str
    given: date | None
    meeting: str
    words: str
    activity: str
    """KODE of the kegiatan that it is about; blank for none."""
    agencies: tuple[str, ...]
    due: date | None
    status: str
    follow_up: str
    evidence: str

    @property
    def is_open(self) -> bool:
        return self.status == OPEN

    def is_overdue(self, day: date) -> bool:
        """Tell whether it is open on a day after it was due."""
        return self.is_open and self.due is not None and self.due < day


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that gave instructions, told by its name and day."""

    name: str
    day: date | None
    directives: tuple[Directive, ...]


@kept_beside
def directives(plan: Plan) -> tuple[Directive, ...]:
    """List the instructions of a plan, in the order of its sheet."""
    return tuple(_directive(plan, row) for row in plan.registers[SHEET].to_dict("records"))


def open_directives(plan: Plan, agency: str | None = None) -> tuple[Directive, ...]:
    """List what is still to be carried out, by an agency or by anybody, the first due first."""
    found = [
        one
        for one in directives(plan)
        if one.is_open and (agency is None or agency in one.agencies)
    ]
    return tuple(sorted(found, key=lambda one: one.due or date.max))


def of_activity(plan: Plan, code: str) -> tuple[Directive, ...]:
    """List the instructions about a kegiatan, the open ones first."""
    mine = [one for one in directives(plan) if one.activity == code]
    return tuple(sorted(mine, key=lambda one: not one.is_open))


def meetings(plan: Plan) -> tuple[Meeting, ...]:
    """List the meetings that gave instructions, the newest first."""
    groups: dict[tuple[str, date | None], list[Directive]] = {}
    for one in directives(plan):
        groups.setdefault((one.meeting, one.given), []).append(one)
    found = [Meeting(name, day, tuple(group)) for (name, day), group in groups.items()]
    return tuple(sorted(found, key=lambda one: one.day or date.min, reverse=True))


def addressed(plan: Plan) -> tuple[str, ...]:
    """List whom a reminder may be for: the agencies of kegiatan, then those of instructions."""
    others = (agency for one in open_directives(plan) for agency in one.agencies)
    return tuple(dict.fromkeys((*plan.agencies, *others)))


def _directive(plan: Plan, row: Mapping[Hashable, Any]) -> Directive:
    cells = {name: cell if isinstance(cell, str) else "" for name, cell in row.items()}
    given, due = (
        date.fromisoformat(cells[name]) if is_date(cells[name]) else None
        for name in ("tanggal", "tenggat")
    )
    return Directive(
        cells["no"],
        given,
        cells["rapat"],
        cells["arahan"],
        cells["kegiatan"],
        plan.agencies_in(cells["penanggung_jawab"]),
        due,
        cells["status"] or OPEN,
        cells["tindak_lanjut"],
        cells["bukti_dukung"],
    )
