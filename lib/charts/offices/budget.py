"""Pagu and what was spent of it, per agency."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from lib.charts import lettering
from lib.charts.bars import Bars, Notes
from lib.charts.chart import PLAIN, Chart, Look
from lib.charts.layout import Canvas, Words, axis, canvas, chart
from lib.charts.lettering import sizes
from lib.charts.offices.agencies import labels
from lib.charts.palette import Swatch
from lib.charts.rows import Rows, stack
from lib.plan.figures.rollup import Rollup
from lib.plan.figures.status import Status
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.text.indonesian import percent, rupiah
from lib.plan.text.mentions import AGENCY, lead
from lib.voice import budgets
from lib.voice.words.signs import SHARED

WIDTH = 1250
_COLUMNS = ["PERANGKAT DAERAH", "PAGU", "REALISASI", "SERAPAN", "PAGU TANPA REALISASI"]


def agency_budget(
    rollups: Mapping[str, Rollup],
    total: Rollup,
    plan: Plan,
    position: Position,
    look: Look = PLAIN,
) -> Chart:
    """Draw each agency's pagu with what was spent of it, in rupiah.

    `rollups` is `rollup.by_agency` over the rows in scope, `total` the sums over them all. What
    has a pagu and no realisasi anggaran stands beside it, hatched.
    """
    paper = canvas(look, WIDTH, 0.18, 0 if look.compact else _room_for_words(rollups, look))
    rows = stack([(None, _labels(rollups, paper))], paper)
    figure = go.Figure()
    _bars(figure, rollups, rows, paper)
    most = max((_end(each) for each in rollups.values()), default=0)
    figure.update_layout(xaxis=axis(0, most or 1), yaxis=rows.axis(paper))
    shared = plan.activities["pihak_terlibat"].map(plan.agencies_in).map(len).gt(1).any()
    words = Words(
        budgets.headline(total),
        f"Pagu dan realisasi anggaran sampai posisi {position.label}",
        f"{budgets.ROWS} {SHARED}" if shared else budgets.ROWS,
    )
    return chart(
        figure,
        paper,
        words,
        rows.height,
        shows=f"Pagu dan realisasi anggaran {len(rollups)} perangkat daerah",
        table=_twin(rollups),
        name=f"anggaran-perangkat-daerah-{position.code}",
    )


def _end(sums: Rollup) -> float:
    """Return where an agency's bar ends, in rupiah."""
    return max(sums.budget + sums.silent_budget, sums.spent)


def _room_for_words(rollups: Mapping[str, Rollup], look: Look) -> int:
    size = sizes(look).base
    longest = (lettering.width(budgets.spent_of(sums), size) for sums in rollups.values())
    return round(max(longest, default=0)) + 2 * size


def _labels(rollups: Mapping[str, Rollup], paper: Canvas) -> list[tuple[object, str]]:
    """Name the agencies; on a phone with their amounts, for which there is no room beside."""
    if not paper.look.compact:
        return labels(rollups, paper)
    size = sizes(paper.look).base
    said = {name: f"{name}: {budgets.spent_of(sums)}" for name, sums in rollups.items()}
    return [
        (name, lettering.safe(lettering.fit(text, paper.label_width, size)))
        for name, text in said.items()
    ]


def _bars(figure: go.Figure, rollups: Mapping[str, Rollup], rows: Rows, paper: Canvas) -> None:
    """Draw pagu as the track, what was spent in it, and what nobody states hatched behind it."""
    colours = paper.colours
    ceiling, spent, silent, notes = Bars(), Bars(), Bars(), Notes()
    for name, sums in rollups.items():
        row, report = rows.by_key[name], lead(AGENCY, name)
        hover = f"<b>{lettering.safe(name)}</b><br>{budgets.spent_of(sums)}"
        if sums.budget_rows:
            ceiling.add(0, sums.budget, row.centre, row.bar, "", hover, report)
            spent.add(0, sums.spent, row.centre, row.bar * 0.7, "", hover, report)
        if sums.silent_budget:
            silent.add(sums.budget, sums.silent_budget, row.centre, row.bar, "", hover, report)
        notes.add(_end(sums), row.centre, budgets.spent_of(sums), colours.ink)
    for bars, swatch, name in (
        (ceiling, Swatch(colours.soft, colours.ink, ""), budgets.CEILING),
        (spent, Swatch(colours.accent, colours.accent_text, ""), budgets.SPENT),
        (silent, colours.status[Status.NO_DATA], budgets.SILENT),
    ):
        if bars.start:
            figure.add_trace(bars.trace(paper, swatch, name))
    if not paper.look.compact:
        figure.add_trace(notes.trace(sizes(paper.look).base))


def _twin(rollups: Mapping[str, Rollup]) -> pd.DataFrame:
    rows = [
        (
            name,
            rupiah(sums.budget if sums.budget_rows else None),
            rupiah(sums.spent if sums.budget_rows else None),
            percent(sums.absorption),
            rupiah(sums.silent_budget or None),
        )
        for name, sums in rollups.items()
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)
