"""What is verified, what waits for a verifier, and what a verifier asks an agency to mend."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lib.plan.change.verified import quarter_of
from lib.plan.plan import Plan
from lib.plan.schema import ACTUALS, CORRECT, QUARTERS, RESULT, TO_MEND, VERIFICATION
from lib.plan.text.names import short_names


@dataclass(frozen=True, slots=True)
class Checking:
    """One kegiatan-year on a verifier's list, or on the list of whoever is to mend it."""

    no: str
    year: int
    name: str
    """What the kegiatan is called in short."""
    agencies: tuple[str, ...]
    quarter: int
    """Up to which quarter there is something to check, or was checked."""
    note: str
    """CATATAN VERIFIKASI; blank where nothing was asked."""


def is_verified(progress: pd.DataFrame, last: pd.Series) -> pd.Series:
    """Tell which rows were found right up to their `last` reported quarter (0 for none)."""
    until = _checked_until(progress)
    return (progress[RESULT] == CORRECT) & (until >= last) & (last > 0)


def to_check(plan: Plan, agency: str) -> tuple[Checking, ...]:
    """List what others than `agency` reported and nobody looked at yet, as printed."""
    progress = plan.activity_progress
    last = _last_filled(progress)
    until = _checked_until(progress)
    waiting = progress[(last > 0) & (progress[RESULT].isna() | (until < last))]
    found = _listed(plan, waiting, last)
    return tuple(one for one in found if agency not in one.agencies)


def to_mend(plan: Plan, agency: str) -> tuple[Checking, ...]:
    """List what a verifier asks an agency to mend, the latest year first."""
    progress = plan.activity_progress
    until = _checked_until(progress)
    asked = progress[progress[RESULT] == TO_MEND]
    found = (one for one in _listed(plan, asked, until) if agency in one.agencies)
    return tuple(sorted(found, key=lambda one: -one.year))


def _checked_until(progress: pd.DataFrame) -> pd.Series:
    """Return the quarter up to which each row was checked; 0 for none."""
    # A column of no rows keeps its type, text, which is never compared with a number.
    return progress[VERIFICATION[0]].map(quarter_of).astype("float64").fillna(0)


def _last_filled(progress: pd.DataFrame) -> pd.Series:
    return (progress[list(ACTUALS)].notna() * list(QUARTERS)).max(axis=1)


def _listed(plan: Plan, rows: pd.DataFrame, quarters: pd.Series) -> tuple[Checking, ...]:
    names = short_names(plan)
    return tuple(
        Checking(
            row["no"],
            int(row["tahun"]),
            names[row["no"]],
            plan.agencies_in(row["pihak_terlibat"]),
            int(quarters[label]),
            row[VERIFICATION[2]] if isinstance(row[VERIFICATION[2]], str) else "",
        )
        for label, row in zip(rows.index, rows.to_dict("records"), strict=True)
    )
