"""When figures were reported: how old a plan's data are, who came in time, who never did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import pandas as pd

from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.reporting.calendar import (
    Deadline,
    ReportState,
    deadline,
    report_states,
    working_days,
)
from lib.plan.schema import ACTUALS, Sheet
from lib.plan.text.indonesian import WIB

REPORTED = frozenset({*ACTUALS, "realisasi"})
"""Columns that hold what was done; the others are targets, reasons, evidence."""

_Cell = tuple[Sheet, str, int | None, str]


@dataclass(frozen=True, slots=True)
class Written:
    """What a version made of one reported cell, and when."""

    sheet: Sheet
    key: str
    year: int | None
    column: str
    time: datetime
    is_blank: bool
    """Whether the cell is blank since."""

    @property
    def cell(self) -> _Cell:
        return self.sheet, self.key, self.year, self.column


@dataclass(frozen=True)
class ReportTimes:
    """When the reported cells of a plan were written, up to one of its versions."""

    written: tuple[Written, ...]
    """Oldest first; what the first version held already is not among them."""

    @cached_property
    def last(self) -> datetime | None:
        """When any of them was written last; None for never."""
        return self.written[-1].time if self.written else None

    @cached_property
    def since(self) -> Mapping[_Cell, datetime]:
        """Since when each cell holds a figure without a break."""
        found: dict[_Cell, datetime] = {}
        for one in self.written:
            if one.is_blank:
                found.pop(one.cell, None)
            else:
                found.setdefault(one.cell, one.time)
        return found

    def last_of(self, plan: Plan, agency: str) -> datetime | None:
        """Return when a figure of an agency's rows was written last; None for never."""
        rows = (one for one in reversed(self.written))
        owners = plan.owners
        mine = (one.time for one in rows if agency in owners.get(one.cell[:3], ()))
        return next(mine, None)


@dataclass(frozen=True, slots=True)
class AgencyReports:
    """How an agency reports, as of a day. Counts are quarters of kegiatan."""

    agency: str
    last: datetime | None
    """When one of its figures was written last; None where no version after the first did."""
    has_reported: bool
    """Whether any of its figures is filled in at all."""
    in_time: int
    late: int
    latest: int
    """Days by which the latest of them came late."""
    owed: int
    owed_since: Deadline | None
    """Of the quarter that is owed longest."""
    not_due: int
    """Quarters that have ended and are not due yet."""


def agency_reports(
    plan: Plan,
    times: ReportTimes,
    day: date,
    agencies: Iterable[str],
    labels: pd.Index | None = None,
) -> tuple[AgencyReports, ...]:
    """Say how each agency reports; what the first version held counts as neither in time nor late.

    A kegiatan of several agencies counts for each of them. With `labels` of
    `plan.activity_progress`, the quarters of those rows alone count.
    """
    states = report_states(plan, day)
    rows = _quarters(plan, times, states if labels is None else states[states.index.isin(labels)])
    return tuple(
        _of_agency(plan, times, agency, [row for row in rows if agency in row.agencies])
        for agency in agencies
    )


@dataclass(frozen=True, slots=True)
class _Quarter:
    agencies: tuple[str, ...]
    state: ReportState
    deadline: Deadline
    late: int | None
    """Days by which its report came late; None where nobody knows or there is none."""


def _quarters(plan: Plan, times: ReportTimes, states: pd.DataFrame) -> list[_Quarter]:
    days, owners, since = working_days(plan) or 0, plan.owners, times.since
    deadlines: dict[tuple[int, int], Deadline] = {}
    found = []
    cells = states[["no", "tahun", "triwulan", "keadaan"]]
    for no, year, quarter, state in cells.itertuples(index=False):
        at = deadlines.setdefault((year, quarter), deadline(Position(year, quarter), days))
        came = since.get((Sheet.ACTIVITY_PROGRESS, no, year, ACTUALS[quarter - 1]))
        late = at.days_late(came.astimezone(WIB).date()) if came else None
        agencies = owners[Sheet.ACTIVITY_PROGRESS, no, year]
        found.append(_Quarter(agencies, ReportState(state), at, late))
    return found


def _of_agency(
    plan: Plan, times: ReportTimes, agency: str, quarters: list[_Quarter]
) -> AgencyReports:
    came = [one.late for one in quarters if one.state is ReportState.REPORTED]
    known = [days for days in came if days is not None]
    owed = [one.deadline for one in quarters if one.state is ReportState.LATE]
    last = times.last_of(plan, agency)
    return AgencyReports(
        agency,
        last,
        has_reported(plan, agency),
        in_time=sum(not days for days in known),
        late=sum(days > 0 for days in known),
        latest=max(known, default=0),
        owed=len(owed),
        owed_since=min(owed, key=lambda one: one.due, default=None),
        not_due=sum(one.state is ReportState.TO_REPORT for one in quarters),
    )


def has_reported(plan: Plan, agency: str) -> bool:
    """Tell whether any REALISASI of an agency's kegiatan or indicators is filled in."""
    activities, indicators = plan.activity_progress, plan.indicator_progress
    done = activities[list(ACTUALS)].notna().any(axis=1)
    owners = (
        *activities.loc[done, "pihak_terlibat"].unique(),
        *indicators.loc[indicators["realisasi"].notna(), "penanggung_jawab"].unique(),
    )
    return any(agency in plan.agencies_in(text) for text in owners)
