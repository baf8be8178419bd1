"""What a report concludes and asks for, by rule from the facts; a person adds the rest."""

from __future__ import annotations

from collections.abc import Iterable

from lib.briefing import headlines
from lib.briefing.facts import Facts
from lib.charts import headlines as charts
from lib.plan.attention import Attention, Concern
from lib.plan.indonesian import listing
from lib.plan.status import IndicatorStatus
from lib.plan.summary import budget_sentence, evidence_sentence

_NAMED = 6
"""As many kegiatan are named in one sentence; more are only counted."""

NOTHING_URGENT = "Tidak ada yang perlu perhatian khusus pada posisi ini."

_STEPS = {
    Concern.LATE: "Menyelesaikan {} yang terlambat",
    Concern.NOT_DONE: "Memutuskan kelanjutan {} yang tidak terlaksana",
    Concern.RED: "Mempercepat {} yang capaiannya merah",
    Concern.NO_DATA: "Menyampaikan laporan pertama untuk {}",
    Concern.POSTPONED: "Menetapkan jadwal baru bagi {} yang ditunda",
    Concern.UNREPORTED: "Melengkapi laporan triwulan {}",
    Concern.YELLOW: "Mendorong {} yang capaiannya kuning agar mencapai target",
}


def findings(facts: Facts) -> tuple[str, ...]:
    """Say where the plan stands: kegiatan, realisasi, reports, indicators, obstacles, budget."""
    reports = charts.compliance({part.code: part.sums for part in facts.agencies})
    found = (
        charts.activities(facts.activities, facts.position),
        headlines.curve(facts),
        reports,
        charts.indicators(facts.measures, facts.indicator_year),
        headlines.obstacles(facts),
        budget_sentence(facts.sums),
        evidence_sentence(facts.sums),
        headlines.since(facts.since) if facts.since else "",
    )
    return tuple(dict.fromkeys(_ended(sentence) for sentence in found if sentence))


def steps(facts: Facts) -> tuple[str, ...]:
    """Say what the rules ask for next, most pressing first; () where nothing is asked."""
    by_concern: dict[Concern, list[Attention]] = {}
    for item in facts.attention:
        by_concern.setdefault(item.concern, []).append(item)
    found = [
        _ended(f"{_STEPS[concern].format(_counted(items, facts))}{_named(items)}")
        for concern, items in by_concern.items()
    ]
    without = facts.measures.counts[IndicatorStatus.NO_TARGET]
    if without:
        found.append(f"Menetapkan target bagi {without} indikator {facts.indicator_year}.")
    return tuple(found)


def _counted(items: list[Attention], facts: Facts) -> str:
    return f"{len(items)} {charts.unit(facts.due)}"


def _named(items: list[Attention]) -> str:
    """Name the kegiatan, unless they are too many to read."""
    if len(items) > _NAMED:
        return ""
    return ": " + listing(f"{item.no} ({item.year})" for item in items)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."


def bullets(items: Iterable[Attention]) -> tuple[str, ...]:
    """Write the attention list, one sentence each."""
    return tuple(_ended(f"{item.concern}: {item.sentence}") for item in items)
