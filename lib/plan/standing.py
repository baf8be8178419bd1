"""Where a plan stands at a position: the one answer that screens, slides and messages lay out.

Everything is computed at the first question and kept; a standing is as immutable as its version.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from lib.plan.change.difference import differences
from lib.plan.figures import indicator_state, rollup, status, summary
from lib.plan.figures.attention import (
    Attention,
    Pressing,
    attention,
    behind_since,
    decisions,
    text,
)
from lib.plan.figures.curve import cumulative
from lib.plan.figures.effect import Effect, effect
from lib.plan.figures.rollup import IndicatorRollup, Rollup
from lib.plan.figures.status import Status
from lib.plan.figures.summary import Summary
from lib.plan.kept import kept
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.registers.directives import Directive, open_directives
from lib.plan.reporting.calendar import last_day


@dataclass(frozen=True, slots=True)
class Part:
    """A kelompok program or a perangkat daerah, and the sums over its kegiatan-years."""

    code: str
    name: str
    """Blank where the code says it all."""
    sums: Rollup


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What hinders one unfinished kegiatan-year, who has it, and since when."""

    no: str
    year: int
    activity: str
    agencies: tuple[str, ...]
    status: Status
    behind: Position | None
    """First quarter of the unbroken run below target that lasts until the last report."""
    assumed: bool
    """Whether that target is the assumed one."""
    silent: Position | None
    """First of the quarters due after the last report."""
    standing: bool | None
    """Whether the version compared with named the same obstacle; None without such a version."""
    obstacle: str
    follow_up: str


@dataclass(frozen=True)
class Since:
    """What moved since another version, both read at the same position."""

    effect: Effect
    cells: int
    """Changed cells of the workbook, moved figures or not."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a reader chose to look at; None is all of it."""

    year: int | None = None
    group: str | None = None
    """Code of a kelompok program."""
    agency: str | None = None

    def keep(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of a table of `status` that are looked at."""
        return rollup.select(table, self.year, self.group, self.agency)


EVERYTHING = Narrowing()
OUTSIDE = "Lainnya", "Di luar kelompok program"
"""What the kegiatan above the first kelompok program are called together."""


@dataclass(frozen=True)
class Standing:
    """A plan at a position, as far as a reader looks, beside an earlier version of it if any."""

    plan: Plan
    position: Position
    narrowing: Narrowing = EVERYTHING
    previous: Plan | None = None
    due_until: Position | None = None
    """Last quarter whose report was due on the reader's day; None: whatever has ended was due."""
    today: date | None = None
    """The reader's day; None: the last one of the position."""

    @property
    def day(self) -> date:
        """The day as of which instructions are due or overdue."""
        return self.today or last_day(self.position)

    @kept
    def directives(self) -> tuple[Directive, ...]:
        """The open instructions looked at, the first due first.

        One that is about no kegiatan is nothing of a group or year.
        """
        found = open_directives(self.plan, self.narrowing.agency)
        if self.narrowing.year is None and self.narrowing.group is None:
            return found
        codes = set(self.activities["no"])
        return tuple(one for one in found if one.activity in codes)

    @kept
    def all_activities(self) -> pd.DataFrame:
        """Every kegiatan-year, whatever is looked at: `status.activity_status`."""
        return status.activity_status(self.plan, self.position, self.due_until)

    @kept
    def activities(self) -> pd.DataFrame:
        """The kegiatan-years looked at: `status.activity_status`."""
        return self.narrowing.keep(self.all_activities)

    @kept
    def due(self) -> pd.DataFrame:
        """The kegiatan-years that roll-ups are over."""
        return rollup.in_scope(self.activities, self.position)

    @kept
    def quarters(self) -> pd.DataFrame:
        """The kegiatan-years looked at, quarter by quarter: `status.quarter_table`."""
        quarters = status.quarter_table(self.plan, self.position, self.due_until)
        return quarters[quarters.index.isin(self.activities.index)]

    @kept
    def curve(self) -> pd.DataFrame:
        """Mean target and realisasi at the end of each quarter: `curve.cumulative`."""
        return cumulative(
            self.activities, self.plan.years, self.known_until, self.plan.first_targets
        )

    @property
    def known_until(self) -> Position:
        """The last quarter at the position that every row should have reported."""
        return min(self.position, self.due_until or self.position)

    @kept
    def sums(self) -> Rollup:
        return rollup.rollup(self.due)

    @kept
    def silent(self) -> bool:
        """Whether no kegiatan-year up to the position says anything."""
        return bool((self.due["realisasi"].isna() & self.due["keterangan"].isna()).all())

    @kept
    def all_indicators(self) -> pd.DataFrame:
        """The indicator-years looked at: `indicator_state.indicator_status`."""
        return self.narrowing.keep(indicator_state.indicator_status(self.plan))

    @property
    def indicator_year(self) -> int:
        return summary.indicator_year(self.all_indicators, self.position)

    @kept
    def indicators(self) -> pd.DataFrame:
        """The indicators of `indicator_year`."""
        return rollup.select(self.all_indicators, year=self.indicator_year)

    @kept
    def measures(self) -> IndicatorRollup:
        return rollup.indicator_rollup(self.indicators)

    @property
    def summary(self) -> Summary:
        """The sums behind the five figures."""
        return Summary(self.sums, self.measures, self.indicator_year)

    @kept
    def groups(self) -> tuple[Part, ...]:
        """Sums per kelompok program, in printed order; first of what stands above them all.

        A plan without any has no parts.
        """
        groups = self.plan.groups
        alone = self.due[self.due["kp"].isna()] if groups else self.due.iloc[:0]
        above = (Part(*OUTSIDE, rollup.rollup(alone)),) if len(alone) else ()
        return *above, *(
            Part(code, name, rollup.rollup(rollup.select(self.due, group=code)))
            for code, name in groups.items()
        )

    @kept
    def agencies(self) -> tuple[Part, ...]:
        """Sums per perangkat daerah looked at, in the plan's order; shared rows count for each."""
        chosen = self.narrowing.agency
        sums = rollup.by_agency(self.due, [chosen] if chosen else self.plan.agencies)
        return tuple(Part(name, "", each) for name, each in sums.items())

    @property
    def busy_agencies(self) -> tuple[Part, ...]:
        """Those of `agencies` that have kegiatan-years up to the position."""
        return tuple(part for part in self.agencies if part.sums.planned or part.sums.postponed)

    @kept
    def unfinished(self) -> pd.DataFrame:
        """The kegiatan-years of `due` that are not finished or not fully reported."""
        done = self.due["status"] == Status.DONE
        return self.due[~done | (self.due["belum_lapor"] > 0)]

    @kept
    def attention(self) -> tuple[Pressing, ...]:
        """What leadership should look at first: `attention.attention`."""
        overdue = (one for one in self.directives if one.is_overdue(self.day))
        return attention(self.due, self.quarters, overdue)

    @property
    def delayed(self) -> tuple[Attention, ...]:
        """The kegiatan-years of `attention`."""
        return tuple(item for item in self.attention if isinstance(item, Attention))

    @property
    def decisions(self) -> tuple[Attention, ...]:
        """What of `attention` asks for a decision, lowest office first."""
        return decisions(self.delayed)

    @kept
    def obstacles(self) -> tuple[Obstacle, ...]:
        """The unfinished kegiatan-years that name a kendala or tindak lanjut, worst first."""
        told = self.due["kendala"].notna() | self.due["tindak_lanjut"].notna()
        rows = self.due[told & (self.due["status"] != Status.DONE)]
        order = {(item.no, item.year): rank for rank, item in enumerate(self.delayed)}
        records = zip(rows.index, rows.to_dict("records"), strict=True)
        found = [self._obstacle(label, row) for label, row in records]
        return tuple(sorted(found, key=lambda one: order.get((one.no, one.year), len(order))))

    @property
    def unexplained(self) -> tuple[Attention, ...]:
        """What needs attention without a kendala being named; rows without any report left out."""
        told = {(one.no, one.year) for one in self.obstacles}
        reported = set(_keys(self.due[self.due["realisasi"].notna()]))
        return tuple(
            item
            for item in self.delayed
            if (item.no, item.year) in reported and (item.no, item.year) not in told
        )

    def _obstacle(self, label: Any, row: Any) -> Obstacle:
        ended, owed = row["berakhir"], row["belum_lapor"]
        cells = self.quarters.loc[label]
        return Obstacle(
            row["no"],
            row["tahun"],
            row["kegiatan"],
            row["pihak"],
            Status(row["status"]),
            behind_since(cells),
            bool(cells["asumsi"].iloc[0]),
            Position(row["tahun"], ended - owed + 1) if owed else None,
            self._standing(row),
            text(row["kendala"]),
            text(row["tindak_lanjut"]),
        )

    def _standing(self, row: Any) -> bool | None:
        if self.previous is None:
            return None
        rows = self.previous.activity_progress
        old = rows[(rows["no"] == row["no"]) & (rows["tahun"] == row["tahun"])]["kendala"]
        return text(row["kendala"]) in [text(cell) for cell in old]

    @kept
    def since(self) -> Since | None:
        """What moved since the version compared with; None where there is none."""
        if self.previous is None:
            return None
        return Since(self.effect, len(differences(self.previous, self.plan)))

    @kept
    def effect(self) -> Effect:
        """What moved on the screens since the version compared with, if any."""
        before, narrow = self.previous or self.plan, self.narrowing.keep
        return effect(before, self.plan, self.position, narrow, self.due_until)


def _keys(table: pd.DataFrame) -> list[tuple[str, int]]:
    return list(zip(table["no"], table["tahun"], strict=True))
