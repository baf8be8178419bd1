"""How agencies report: since when nothing came, what came late, who never did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from lib.plan.reporting.report_times import AgencyReports
from lib.plan.text.indonesian import MISSING, number
from lib.voice.freshness import NEVER, ago
from lib.voice.words.counting import joined

_AGENCY, _LAST, _IN_TIME, _LATE, _OWED, _NOT_DUE = _COLUMNS = (
    "Perangkat daerah",
    "Terakhir melapor",
    "Tepat waktu",
    "Terlambat",
    "Masih ditunggu",
    "Belum jatuh tempo",
)
WITHOUT_TIME = "sejak versi pertama"
"""Of figures that a plan was added with: nobody knows when they were reported."""


def per_agency(found: Sequence[AgencyReports], today: date, is_stated: bool) -> pd.DataFrame:
    """Lay out how those report who ever did, columns that say nothing of anybody left out.

    Only where the plan itself states when reports are due is one called late or in time.
    """
    rows = [_row(one, today, is_stated) for one in found if one.has_reported]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    idle = [name for name in (_IN_TIME, _LATE, _NOT_DUE) if (table[name] == MISSING).all()]
    return table.drop(columns=idle)


def sentence(one: AgencyReports, today: date, is_stated: bool) -> str:
    """Say behind an agency's name how it reports, such as on a phone."""
    _, last, in_time, late, owed, not_due = _row(one, today, is_stated)
    said = NEVER if not one.has_reported else f"terakhir melapor {last}"
    facts = (
        (in_time, "tepat waktu {}"),
        (late, "terlambat {}"),
        (owed, "masih ditunggu {}"),
        (not_due, "belum jatuh tempo {}"),
    )
    return "; ".join([said, *(words.format(fact) for fact, words in facts if fact != MISSING)])


def never(found: Sequence[AgencyReports], today: date, is_stated: bool) -> tuple[str, ...]:
    """Name those that never reported, each with what it owes."""
    silent = [one for one in found if not one.has_reported]
    owed = ((one.agency, _owed(one, today, is_stated)) for one in silent)
    return tuple(f"{name} ({what})" if what != MISSING else name for name, what in owed)


def _row(one: AgencyReports, today: date, is_stated: bool) -> tuple[str, ...]:
    late = f"{reports(one.late)}, paling lama {number(one.latest)} hari" if one.late else MISSING
    return (
        one.agency,
        ago(one.last) if one.last else WITHOUT_TIME,
        reports(one.in_time) if is_stated else MISSING,
        late if is_stated else MISSING,
        _owed(one, today, is_stated),
        reports(one.not_due),
    )


def _owed(one: AgencyReports, today: date, is_stated: bool) -> str:
    """Say how many reports are owed, since which quarter and for how many days."""
    if one.owed_since is None:
        return MISSING
    late = f", lewat {number(one.owed_since.days_late(today))} hari" if is_stated else ""
    return f"{reports(one.owed)} sejak {one.owed_since.position.label}{late}"


def reports(count: int) -> str:
    """Write how many reports: `3 laporan`; `–` for none."""
    return joined([(count, "laporan")]) or MISSING
