"""How many kegiatan-years have each status, per part of the plan, and how many reports are in."""

from __future__ import annotations

from collections.abc import Sequence

from lib.briefing.celltext import line
from lib.briefing.native.bar_series import COUNT, Bar, Ruler, Series
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import Status
from lib.plan.standing import Part
from lib.plan.text.indonesian import MISSING
from lib.voice.words.signs import NOT_REPORTED

REPORTS = ((Status.DONE, "Sudah dilaporkan"), (Status.NO_DATA, f"{NOT_REPORTED} {MISSING}"))
"""How reports that are in and those that are owed are painted, and what they are called."""


def names(parts: Sequence[Part]) -> list[str]:
    return [line(f"{part.code} {part.name}") for part in parts]


def most(parts: Sequence[Part]) -> int:
    """Return the length of the longest bar, at least one."""
    return max((sum(part.sums.counts.values()) for part in parts), default=0) or 1


def found(parts: Sequence[Part]) -> list[Status]:
    """Return the statuses that occur, in their own order."""
    return [status for status in Status if any(part.sums.counts[status] for part in parts)]


def statuses(parts: Sequence[Part], ruler: Ruler) -> list[Series]:
    """Return one series per status that occurs; counts too narrow for their bar go unlabelled."""
    return [_series(status, parts, ruler) for status in found(parts) or [Status.NO_DATA]]


def _series(status: Status, parts: Sequence[Part], ruler: Ruler) -> Series:
    counts = [part.sums.counts[status] for part in parts]
    look = _counted(status)
    narrow = {
        at: Bar(look.swatch)
        for at, count in enumerate(counts)
        if count and not ruler.fits(str(count), count)
    }
    return Series(status.value, counts, look, narrow)


def reports(parts: Sequence[Part]) -> list[Series]:
    """Return the quarterly reports that are in and those that are owed."""
    values = ([p.sums.filled for p in parts], [p.sums.due - p.sums.filled for p in parts])
    return [
        Series(words.removesuffix(f" {MISSING}"), counts, _counted(status))
        for (status, words), counts in zip(REPORTS, values, strict=True)
    ]


def _counted(status: Status) -> Bar:
    return Bar(BRIGHT.status[status], COUNT)
