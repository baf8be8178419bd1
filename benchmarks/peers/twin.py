"""What every twin of Ringkasan draws: the sample's figures, made by the project's own charts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lib import charts
from lib.charts.chart import Chart, Look
from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.voice import concerns
from lib.voice.key_figures import figures_of
from lib.workbook.reading import reader

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Summary:
    """The sample's Ringkasan, laid out for a small laptop."""

    figures: list[tuple[str, str, str]]
    items: list[str]
    board: Chart
    status: Chart


@cache
def summary() -> Summary:
    """Compute it once; a peer keeps what it shows in memory, as ours does."""
    plan = reader.read((ROOT / "data" / "contoh_progres.xlsx").read_bytes())
    position = Position(max(plan.years), 4)
    standing = Standing(plan, position)
    return Summary(
        [(one.label, one.value, one.note) for one in figures_of(standing)],
        [concerns.sentence(item) for item in standing.attention[:SHOWN]],
        charts.quarter_board(standing.quarters, plan, position, Look(width=790)),
        charts.agency_status(standing.due, plan, position, Look(width=370)),
    )
