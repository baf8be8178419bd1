"""The reporting calendar: when each quarter's figures are due, and which of them are owed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
import pandas as pd

from lib.plan import schema
from lib.plan.change.lock import locked_until
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.schema import ACTUALS, QUARTERS
from lib.plan.text.names import short_names

_DAYS = re.compile(r"(\d{1,3})(?:\s+hari(?:\s+kerja)?)?", re.IGNORECASE)


class ReportState(StrEnum):
    """What a day makes of one quarter's figure of a kegiatan."""

    NOT_DUE = "belum jatuh tempo"
    TO_REPORT = "perlu dilaporkan"
    """The quarter is over, its due date is not."""
    LATE = "terlambat"
    REPORTED = "sudah dilaporkan"
    NOT_REPORTED = "tidak dilaporkan"
    """Left blank and no longer asked for: see `owed`."""


OWED = frozenset({ReportState.TO_REPORT, ReportState.LATE})


@dataclass(frozen=True, slots=True)
class Deadline:
    """A quarter, its last day, and the last day on which its report comes in time."""

    position: Position
    end: date
    due: date

    def days_late(self, day: date) -> int:
        """Count the days that a report of that day comes late; 0 in time."""
        return max(0, (day - self.due).days)


@dataclass(frozen=True, slots=True)
class OwedReport:
    """The quarters of one kegiatan-year that wait for their figures."""

    no: str
    name: str
    """What the kegiatan is called in short."""
    first: Deadline
    """Of the quarter that has waited longest."""
    last: Deadline


def working_days(plan: Plan) -> int | None:
    """Return how many working days after a quarter's end its report is due, as the plan states.

    None where it states no number of days: then 0 is assumed, which whoever shows it says.
    """
    match = _DAYS.fullmatch(plan.document.get(schema.REPORTING_DAYS, "").strip())
    return int(match[1]) if match else None


def deadline(position: Position, days: int) -> Deadline:
    """Return when a quarter's report is due, `days` from Monday to Friday after its end."""
    end = last_day(position)
    due = str(np.busday_offset(end, days, roll="backward")) if days else end.isoformat()
    return Deadline(position, end, date.fromisoformat(due))


def last_day(position: Position) -> date:
    """Return the last day of a quarter."""
    over = position.quarter * 3  # months of the year that are over by then
    return date(position.year + over // 12, over % 12 + 1, 1) - timedelta(days=1)


def ended_quarters(years: pd.Series, position: Position) -> pd.Series:
    """Count, per row, how many quarters of its year have ended by the position (0 to 4)."""
    return ((position.year - years) * 4 + position.quarter).clip(0, 4)


def last_due(plan: Plan, day: date) -> Position:
    """Return the last quarter whose due date lies before a day: what is blank later is not late."""
    return last_due_after(working_days(plan) or 0, day)


def last_due_after(days: int, day: date) -> Position:
    """Return the same where reports are due so many working days after a quarter's end."""
    found = Position.last_ended(day)
    while deadline(found, days).due >= day:
        found = found.before
    return found


def due_until(plan: Plan, position: Position, day: date) -> Position | None:
    """Return `last_due`; None where all that a position asks for was due by then."""
    due = last_due(plan, day)
    return due if due < position else None


def quarters_asked(progress: pd.DataFrame, position: Position, due: Position | None) -> pd.Series:
    """Count, per row, the quarters of its year that a position asks for (0 to 4).

    They are those that have ended; of those after `due`, the last quarter that was due, only the
    ones up to the row's last report. None for `due`: whatever has ended was due.
    """
    ended = ended_quarters(progress["tahun"], position)
    if due is None or due >= position:
        return ended
    answered = last_reported(progress, ended)
    return answered.clip(lower=ended_quarters(progress["tahun"], due))


def reported(progress: pd.DataFrame, ended: pd.Series) -> pd.DataFrame:
    """Tell which of the four REALISASI are filled in, of the quarters ended alone."""
    return progress[list(ACTUALS)].notna() & (np.array(QUARTERS) <= ended.to_numpy()[:, None])


def last_reported(progress: pd.DataFrame, ended: pd.Series) -> pd.Series:
    """Return each row's last reported quarter of those ended, 0 for none."""
    return (reported(progress, ended) * np.array(QUARTERS)).max(axis=1).astype("int64")


def owed(progress: pd.DataFrame, ended: pd.Series) -> pd.Series:
    """Count the last of the quarters ended for which a row owes its figure.

    That is those after the last reported one: figures add up within a year, so that a later one
    answers for a blank before it. A row whose KETERANGAN says that it is postponed or was not
    carried out has answered, too.
    """
    decided = progress["keterangan"].isin((schema.POSTPONED, schema.NOT_DONE))
    return (ended - last_reported(progress, ended)).mask(decided, 0)


def report_states(plan: Plan, day: date) -> pd.DataFrame:
    """Return what a day makes of every kegiatan, planned year and quarter.

    Columns: `no`, `tahun`, `triwulan`, `keadaan` (a `ReportState`). Labels are those of
    `plan.activity_progress`, each four times.
    """
    progress = plan.activity_progress
    days = working_days(plan) or 0
    ended = ended_quarters(progress["tahun"], Position.last_ended(day))
    answered = ended - owed(progress, ended)
    tables = []
    for quarter, actual in zip(QUARTERS, ACTUALS, strict=True):
        due = {
            year: np.datetime64(deadline(Position(year, quarter), days).due)
            for year in progress["tahun"].unique().tolist()
        }
        conditions = {
            ReportState.REPORTED: progress[actual].notna(),
            ReportState.NOT_DUE: ended < quarter,
            ReportState.NOT_REPORTED: answered >= quarter,
            ReportState.LATE: progress["tahun"].map(due) < np.datetime64(day),
        }
        words = np.select(
            [np.asarray(holds) for holds in conditions.values()],
            [state.value for state in conditions],
            ReportState.TO_REPORT.value,
        )
        tables.append(progress[["no", "tahun"]].assign(triwulan=quarter, keadaan=words))
    return pd.concat(tables).sort_index(kind="stable")


def owed_reports(plan: Plan, day: date, agency: str) -> tuple[OwedReport, ...]:
    """List what an agency owes on a day, what has waited longest first, then as printed."""
    states = report_states(plan, day)
    texts = plan.activity_progress["pihak_terlibat"]
    mine = texts.index[[agency in plan.agencies_in(text) for text in texts]]
    waiting = states[states["keadaan"].isin(OWED) & states.index.isin(mine)]
    if (until := locked_until(plan)) is not None:  # an admin alone reports there
        beyond = waiting["tahun"] * 4 + waiting["triwulan"] > until.year * 4 + until.quarter
        waiting = waiting[beyond]
    names, days = short_names(plan), working_days(plan) or 0
    found = []
    rows = waiting.groupby(["no", "tahun"], sort=False)["triwulan"].agg(["min", "max"])
    for no, year, *quarters in rows.reset_index().itertuples(index=False):
        first, last = (deadline(Position(year, quarter), days) for quarter in quarters)
        found.append(OwedReport(no, names[no], first, last))
    return tuple(sorted(found, key=lambda report: report.first.due))
