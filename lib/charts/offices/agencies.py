"""Status per agency: how many kegiatan-years of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from lib.charts import lettering
from lib.charts.bars import Bars, add_statuses
from lib.charts.chart import PLAIN, Chart, Look
from lib.charts.layout import Canvas, Words, axis, canvas, chart
from lib.charts.lettering import sizes
from lib.charts.rows import Rows, stack
from lib.plan.figures.rollup import Rollup, by_agency, in_scope
from lib.plan.figures.status import Status
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.text.mentions import AGENCY, lead
from lib.voice import breakdowns
from lib.voice.words.counting import some_of
from lib.voice.words.signs import SHARED

WIDTH = 420


def agency_status(table: pd.DataFrame, plan: Plan, position: Position, look: Look = PLAIN) -> Chart:
    """Draw how many kegiatan-years of each status every agency has, up to the position's year.

    `table` is `status.activity_status`, filtered.
    """
    due = in_scope(table, position)
    present = {name for names in due["pihak"] for name in names}
    rollups = by_agency(due, [name for name in plan.agencies if name in present])
    paper = canvas(look, WIDTH, _share_of_labels(rollups, look))
    shown = {name: sums for name, sums in rollups.items() if look.shows(name)}
    rows = stack([(None, labels(shown, paper))], paper, minimum=110)
    most = max((sum(r.counts.values()) for r in shown.values()), default=1)
    figure = go.Figure()
    add_statuses(figure, _stacked(shown, rows, paper.inner / most), paper)
    figure.update_layout(xaxis=axis(0, most), yaxis=rows.axis(paper))
    words = Words(
        breakdowns.agencies(table, position),
        f"Kegiatan-tahun menurut status, posisi {position.label}"
        + some_of(len(shown), len(rollups), "perangkat daerah"),
        SHARED if (due["pihak"].map(len) > 1).any() else "",
    )
    return chart(
        figure,
        paper,
        words,
        rows.height,
        shows=f"Status kegiatan pada {len(rollups)} perangkat daerah",
        table=_status_twin(rollups),
        name=f"status-perangkat-daerah-{position.code}",
    )


def _share_of_labels(names: Iterable[str], look: Look) -> float:
    """Give names the part of the width that they need, within reason."""
    longest = max((lettering.width(name, sizes(look).base) for name in names), default=0)
    return min(0.46, max(0.34, (longest + 24) / (look.width or WIDTH)))


def labels(rollups: Mapping[str, Rollup], paper: Canvas) -> list[tuple[object, str]]:
    """Name agencies as printed, which mostly is in capitals."""
    size = sizes(paper.look).base
    return [
        (name, lettering.safe(lettering.fit(name, paper.label_width, size))) for name in rollups
    ]


def _stacked(rollups: Mapping[str, Rollup], rows: Rows, pixels: float) -> dict[Status, Bars]:
    """Lay each agency's counts end to end; marks stand where `pixels` per count allow."""
    found = {status: Bars() for status in Status}
    for name, rollup in rollups.items():
        start = 0
        row = rows.by_key[name]
        for status, count in rollup.counts.items():
            if count:
                hover = f"<b>{lettering.safe(name)}</b><br>{status}: {count} kegiatan-tahun"
                text = str(count) if count * pixels > 12 else ""
                report = lead(AGENCY, name)
                found[status].add(start, count, row.centre, row.bar, text, hover, report)
                start += count
    return found


def _status_twin(rollups: Mapping[str, Rollup]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "PERANGKAT DAERAH": name,
                **{status.value: count for status, count in rollup.counts.items()},
                "JUMLAH": sum(rollup.counts.values()),
            }
            for name, rollup in rollups.items()
        ],
        columns=["PERANGKAT DAERAH", *(status.value for status in Status), "JUMLAH"],
    )
