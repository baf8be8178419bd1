"""What became of a row over the versions, and where each of its figures comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Protocol

from lib.plan.change.difference import Change
from lib.plan.plan import Plan
from lib.plan.schema import Sheet
from lib.plan.text.indonesian import WIB, day
from lib.voice.changes import Sides, happened, units_in

HISTORY = "Riwayat"
NO_HISTORY = "Belum ada sel yang berubah sejak versi pertama."
OLDER = "Versi yang lebih lama ada pada kartu ini di dasbor."
VERSIONS_SHOWN = 6


class Writer(Protocol):
    """A version, as whoever keeps versions hands it out."""

    @property
    def number(self) -> int: ...
    @property
    def time(self) -> datetime: ...
    @property
    def author(self) -> str: ...
    @property
    def correction(self) -> str: ...


class Entry(Protocol):
    """A changed cell and the version that changed it."""

    @property
    def version(self) -> Writer: ...
    @property
    def change(self) -> Change: ...


Histories = Mapping[tuple[Sheet, str], Sequence[Entry]]
"""What became of the rows of several keys, newest first; keys whose rows never changed lack."""


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """What one version did to a row."""

    day: str
    what: str
    who: str


def versions(entries: Sequence[Entry], plan: Plan) -> tuple[VersionFacts, ...]:
    """Say version by version what became of a row up to a plan, newest first."""
    said, units = [], units_in(plan)
    for _, group in groupby(entries, lambda entry: entry.version.number):
        version = list(group)
        sides = Sides.of((entry.change for entry in version), units)
        said.append(_version(version, sides))
        units = sides.before
    return tuple(said)


def _version(entries: Sequence[Entry], sides: Sides) -> VersionFacts:
    version = entries[0].version
    what = "; ".join(_cell(entry.change, sides) for entry in entries)
    who = f"{version.author}, versi {version.number}"
    why = f", koreksi: {version.correction}" if version.correction else ""
    return VersionFacts(_day(version), what, f"{who}{why}")


def _cell(change: Change, sides: Sides) -> str:
    year = f" {change.year}" if change.year else ""
    return f"{change.header}{year} {happened(change, sides)}"


def _day(version: Writer) -> str:
    return day(version.time.astimezone(WIB))


def source(entries: Sequence[Entry], column: str, year: int, place: str) -> str:
    """Say in which version, when, by whom and in which cell a figure was reported."""
    written = (one for one in entries if (one.change.column, one.change.year) == (column, year))
    entry = next(written, None)
    if entry is None:
        return f"versi 1 · {place}"
    version = entry.version
    return f"versi {version.number} · {_day(version)} · {version.author} · {place}"


def older(count: int) -> str:
    """Head what stands below the newest versions."""
    return f"{count} versi sebelumnya"
