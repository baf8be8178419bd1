"""The five figures as people read them, and the sentences of budget and evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lib.plan.figures import status
from lib.plan.figures.effect import Effect
from lib.plan.figures.rollup import IndicatorRollup, Rollup
from lib.plan.figures.status import IndicatorStatus, Status
from lib.plan.figures.summary import Summary
from lib.plan.plan import Plan
from lib.plan.standing import Standing
from lib.plan.table_a import Level
from lib.plan.text.indonesian import listing, percent, rupiah
from lib.voice.words.counting import done_of, filled_of


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure as people read it: what it is, its value, and what must be said with it."""

    label: str
    value: str
    note: str
    number: float | None
    """The value alone, to compare versions by; percent or a count."""


def key_figures(summary: Summary) -> tuple[KeyFigure, ...]:
    """Write the five figures at a position."""
    sums = summary.sums
    return (
        _done(sums),
        _mean(sums),
        _late(sums),
        _compliance(sums),
        _achieved(summary.measures, summary.indicator_year),
    )


def figures_of(standing: Standing) -> tuple[KeyFigure, ...]:
    """Write the five figures; those of the plan itself where nothing at all is reported."""
    if not standing.plan.is_reported:
        return plan_figures(standing.plan)
    return key_figures(standing.summary)


def moved_figures(effect: Effect) -> tuple[tuple[KeyFigure, KeyFigure], ...]:
    """Pair the five figures before and after a change."""
    return tuple(zip(key_figures(effect.before), key_figures(effect.after), strict=True))


def checked(sums: Rollup) -> str:
    """Say how many of the finished rows were found right, and how many carry evidence."""
    return f"diverifikasi {sums.verified}, berbukti {sums.evidenced}"


def _done(sums: Rollup) -> KeyFigure:
    note = (
        f"{sums.postponed} ditunda, tidak dihitung" if sums.postponed else "tidak ada yang ditunda"
    )
    if sums.checked:
        note = checked(sums) + (f"; {sums.postponed} ditunda" if sums.postponed else "")
    return KeyFigure("Kegiatan-tahun selesai", done_of(sums), note, sums.done)


def _mean(sums: Rollup) -> KeyFigure:
    reported = f"yang melapor saja {percent(sums.mean_reported)}"
    note = reported if sums.reported else "belum ada yang melapor"
    return KeyFigure("Rata-rata realisasi", percent(sums.mean_all), note, sums.mean_all)


def _late(sums: Rollup) -> KeyFigure:
    silent = sums.counts[Status.NO_DATA]
    note = f"{silent} belum ada data" if silent else "semua sudah ada data"
    late = sums.counts[Status.LATE]
    return KeyFigure("Terlambat", str(late), note, late)


def _compliance(sums: Rollup) -> KeyFigure:
    note = f"{filled_of(sums)} triwulan dilaporkan"
    return KeyFigure("Kepatuhan pelaporan", percent(sums.compliance, 0), note, sums.compliance)


def _achieved(measures: IndicatorRollup, year: int) -> KeyFigure:
    without = measures.counts[IndicatorStatus.NO_TARGET]
    note = f"tahun {year}; {without} belum ada target" if without else f"tahun {year}"
    value = f"{measures.achieved} dari {measures.total}"
    return KeyFigure("Indikator tercapai", value, note, measures.achieved)


def plan_figures(plan: Plan) -> tuple[KeyFigure, ...]:
    """Write the five figures of a plan with nothing reported: what the document itself says."""
    per_year = status.planned_count(plan)
    planned = sum(per_year.values())
    counts = (
        _headings(plan),
        ("Kegiatan", len(plan.activities), f"tahun {plan.period}"),
        ("Kegiatan-tahun direncanakan", planned, _per_year(per_year)),
        ("Perangkat daerah", len(plan.agencies), "pihak terlibat"),
        ("Indikator", len(plan.indicators), f"{len(plan.indicator_progress)} indikator-tahun"),
    )
    return tuple(KeyFigure(label, str(count), note, count) for label, count, note in counts)


def _headings(plan: Plan) -> tuple[str, int, str]:
    """Count the headings: outermost ones, and how many stand below them."""
    level = plan.program["tingkat"]
    below = int(level.isin([Level.SECOND, Level.THIRD]).sum())
    note = f"{below} program" if below else "tanpa tingkat di bawahnya"
    return "Kelompok program", len(plan.groups), note if plan.groups else "rencana tanpa kelompok"


def _per_year(counts: Mapping[int, int]) -> str:
    """Say how many there are in each year; of more than two years, only the least and the most."""
    if len(counts) < 3:
        return listing(f"{count} pada {year}" for year, count in counts.items())
    least, most = min(counts.values()), max(counts.values())
    return f"{least} tiap tahun" if least == most else f"{least}–{most} tiap tahun"


def budget_sentence(sums: Rollup) -> str:
    """Say how much of the budget was spent; "" where no row states both pagu and realisasi."""
    if not sums.budget_rows:
        return ""
    return (
        f"Serapan anggaran {percent(sums.absorption)}: {rupiah(sums.spent)} dari pagu "
        f"{rupiah(sums.budget)}, pada {sums.budget_rows} kegiatan-tahun yang keduanya terisi."
    )


def evidence_sentence(sums: Rollup) -> str:
    """Say how many of the finished rows carry evidence, and were found right where any was
    checked; "" where none is finished.
    """
    if not sums.done:
        return ""
    if sums.checked:
        return f"Selesai {sums.done}: {checked(sums)}."
    return f"{sums.evidenced} dari {sums.done} kegiatan-tahun selesai disertai bukti dukung."
