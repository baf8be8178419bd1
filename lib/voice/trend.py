"""How far the plan has come along its cumulative curve, and the rule by which means are taken."""

from __future__ import annotations

from lib.plan.figures import status
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.plan.text.indonesian import listing, number, percent
from lib.voice.words.signs import assumption

MEAN = "Dalam rata-rata, yang belum melapor dihitung 0 dan yang Ditunda tidak dihitung."
"""The rule of every mean that is shown, beside whatever shows one."""


def headline(target: float, actual: float, assumed: bool, position: Position) -> str:
    """Say how far mean cumulative realisasi stands from its target; NaN for none reported."""
    goal = f"target {percent(target)}{assumption(assumed)}"
    if actual != actual:
        return f"Menurut rencana, {goal} pada {position.label}; realisasinya belum dilaporkan"
    gap = round(actual, 1) - round(target, 1)
    if abs(gap) < 0.05:
        return f"Realisasi kumulatif {percent(actual)}, sesuai {goal}"
    side = "di atas" if gap > 0 else "di bawah"
    return f"Realisasi kumulatif {percent(actual)}, {number(abs(gap))} poin {side} {goal}"


def of_standing(standing: Standing) -> str:
    """Say the same of a whole plan; how it spreads over its years while nothing is reported."""
    points, position = standing.curve, standing.known_until
    now = points[(points["tahun"] == position.year) & (points["triwulan"] == position.quarter)]
    if standing.silent or now.empty:
        return planned_years(standing.plan)
    point = now.iloc[0]
    return headline(point["target"], point["realisasi"], bool(point["asumsi"]), position)


def planned_years(plan: Plan) -> str:
    """Say how the plan spreads over its years, while there is nothing to report on."""
    per_year = status.planned_count(plan)
    total = sum(per_year.values())
    if len(per_year) == 1:
        return f"{total} kegiatan direncanakan pada {plan.period}"
    spread = listing(f"{count} pada {year}" for year, count in per_year.items())
    return f"{total} kegiatan-tahun direncanakan: {spread}"
