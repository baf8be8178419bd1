"""What a report concludes and asks for, by rule from the standing; a person adds the rest."""

from __future__ import annotations

from collections.abc import Iterable

from lib.plan.figures.attention import Concern, Overdue, Pressing
from lib.plan.figures.status import IndicatorStatus
from lib.plan.standing import Standing
from lib.voice import activities, breakdowns, obstacles, since, trend
from lib.voice.concerns import called, sentence
from lib.voice.key_figures import budget_sentence, evidence_sentence
from lib.voice.words import measures
from lib.voice.words.counting import ended, unit

_NAMED = 6
"""As many kegiatan are named in one sentence; more are only counted."""

_STEPS = {
    Concern.OVERDUE: "Menuntaskan {} yang lewat tenggat",
    Concern.LATE: "Menyelesaikan {} yang terlambat",
    Concern.NOT_DONE: "Memutuskan kelanjutan {} yang tidak terlaksana",
    Concern.RED: "Mempercepat {} yang capaiannya merah",
    Concern.NO_DATA: "Menyampaikan laporan pertama untuk {}",
    Concern.POSTPONED: "Menetapkan jadwal baru bagi {} yang ditunda",
    Concern.UNREPORTED: "Melengkapi laporan triwulan {}",
    Concern.YELLOW: "Mendorong {} yang capaiannya kuning agar mencapai target",
    Concern.DECISION: "Memutuskan kendala pada {}",
}


def findings(standing: Standing, previous: str = "") -> tuple[str, ...]:
    """Say where the plan stands: kegiatan, realisasi, reports, indicators, obstacles, budget.

    `previous` names the version compared with.
    """
    reports = breakdowns.compliance({part.code: part.sums for part in standing.agencies})
    found = (
        activities.headline(standing.activities, standing.position),
        trend.of_standing(standing),
        reports,
        measures.headline(standing.measures, standing.indicator_year),
        obstacles.headline(standing),
        budget_sentence(standing.sums),
        evidence_sentence(standing.sums),
        since.headline(standing.since, previous) if standing.since else "",
    )
    return tuple(dict.fromkeys(ended(each) for each in found if each))


def steps(standing: Standing) -> tuple[str, ...]:
    """Say what the rules ask for next, most pressing first; () where nothing is asked."""
    by_concern: dict[Concern, list[Pressing]] = {
        concern: [item for item in standing.attention if item.concern is concern]
        for concern in Concern
    }
    found = [
        ended(f"{_STEPS[concern].format(_counted(items, standing))}{_named(items)}")
        for concern, items in by_concern.items()
        if items
    ]
    without = standing.measures.counts[IndicatorStatus.NO_TARGET]
    if without:
        found.append(f"Menetapkan target bagi {without} indikator {standing.indicator_year}.")
    return tuple(found)


def _counted(items: list[Pressing], standing: Standing) -> str:
    what = "arahan rapat" if isinstance(items[0], Overdue) else unit(standing.due)
    return f"{len(items)} {what}"


def _named(items: list[Pressing]) -> str:
    """Name them, unless they are too many to read."""
    if len(items) > _NAMED:
        return ""
    names = (
        called(item) if isinstance(item, Overdue) else f"{item.no} {called(item)}" for item in items
    )
    return ": " + "; ".join(names)


def bullets(items: Iterable[Pressing]) -> tuple[str, ...]:
    """Write the attention list, one sentence each."""
    return tuple(ended(f"{item.concern}: {sentence(item)}") for item in items)
