"""Realisasi and reporting per agency, as bullet bars."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from lib.charts import lettering
from lib.charts.bars import Bars, Notes
from lib.charts.chart import PLAIN, Chart, Look
from lib.charts.layout import Canvas, Words, axis, canvas, chart
from lib.charts.lettering import sizes
from lib.charts.palette import Swatch
from lib.charts.rows import Rows, stack
from lib.plan.figures.rollup import Rollup
from lib.plan.figures.status import FULL, Status
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.text.indonesian import percent
from lib.plan.text.mentions import AGENCY, lead
from lib.voice import breakdowns, trend
from lib.voice.words.counting import filled_of, mean_of, some_of
from lib.voice.words.signs import SHARED, assumption, marked

WIDTH = 1250
LABELS = 165
"""Pixels that the longest label needs, however narrow the figure."""
_ACTUAL = "Realisasi rata-rata"
_COMPLIANCE = "Kepatuhan pelaporan"
_NO_DATA = marked(Status.NO_DATA)
_COLUMNS = [
    "PERANGKAT DAERAH",
    "KEGIATAN-TAHUN",
    "REALISASI RATA-RATA",
    "TARGET RATA-RATA",
    "LAPORAN MASUK",
    "KEPATUHAN PELAPORAN",
]


def agency_bullets(
    rollups: Mapping[str, Rollup], plan: Plan, position: Position, look: Look = PLAIN
) -> Chart:
    """Draw each agency's mean realisasi against its target, and its kepatuhan pelaporan.

    `rollups` is `rollup.by_agency` over the rows in scope.
    """
    labels = max(0.16, LABELS / (look.width or WIDTH))
    paper = canvas(look, WIDTH, labels, 0 if look.compact else _room_for_numbers(rollups, look))
    figure = go.Figure()
    shown = {name: sums for name, sums in rollups.items() if look.shows(name)}
    rows = _rows(shown, paper)
    _bars(figure, shown, rows, paper)
    _targets(figure, shown, rows, paper)
    figure.update_layout(xaxis=axis(0, FULL), yaxis=rows.axis(paper))
    shared = plan.activities["pihak_terlibat"].map(plan.agencies_in).map(len).gt(1).any()
    words = Words(
        breakdowns.compliance(rollups),
        f"Realisasi terhadap target dan kepatuhan pelaporan, posisi {position.label}"
        + some_of(len(shown), len(rollups), "perangkat daerah"),
        f"{trend.MEAN} {SHARED}" if shared else trend.MEAN,
    )
    return chart(
        figure,
        paper,
        words,
        rows.height,
        shows=f"Realisasi dan kepatuhan pelaporan {len(rollups)} perangkat daerah",
        table=_twin(rollups),
        name=f"realisasi-perangkat-daerah-{position.code}",
    )


def _room_for_numbers(rollups: Mapping[str, Rollup], look: Look) -> int:
    """Count the pixels that the longest words at the right take."""
    written = [word for rollup in rollups.values() for word in (_actual(rollup), _reports(rollup))]
    size = sizes(look).base
    return round(max((lettering.width(word, size) for word in written), default=0)) + 2 * size


def _goal(rollup: Rollup) -> str:
    return percent(rollup.mean_target) + assumption(rollup.target_assumed)


def _actual(rollup: Rollup) -> str:
    """Write mean realisasi; where nothing is reported there is none to speak of."""
    if not rollup.reported:
        return _NO_DATA
    return f"{mean_of(rollup)} · target {_goal(rollup)}"


def _reports(rollup: Rollup) -> str:
    if not rollup.due:
        return "belum ada yang jatuh tempo"
    share = f" ({percent(rollup.compliance)})" if rollup.filled else ""
    return f"{filled_of(rollup)} laporan{share}"


def _rows(rollups: Mapping[str, Rollup], paper: Canvas) -> Rows:
    """Two rows under each agency's name; on a phone their labels carry the numbers."""
    size = sizes(paper.look).base
    groups = []
    for name, rollup in rollups.items():
        pairs = [(_ACTUAL, _actual(rollup)), (_COMPLIANCE, _reports(rollup))]
        labels = [
            ((name, word), f"{word}: {number}" if paper.look.compact else word)
            for word, number in pairs
        ]
        groups.append((lettering.heading(name, paper.text_width, size), labels))
    return stack(groups, paper, minimum=180)


def _bars(figure: go.Figure, rollups: Mapping[str, Rollup], rows: Rows, paper: Canvas) -> None:
    """Draw tracks, both quantities, missing data hatched, and the numbers at the right."""
    colours = paper.colours
    track, actual, reports, missing = Bars(), Bars(), Bars(), Bars()
    notes = Notes()
    for name, rollup in rollups.items():
        upper, lower = rows.by_key[name, _ACTUAL], rows.by_key[name, _COMPLIANCE]
        report = lead(AGENCY, name)
        bold = f"<b>{lettering.safe(name)}</b><br>"
        if rollup.reported:
            hover = f"{bold}{_ACTUAL} {_actual(rollup)}"
            track.add(0, FULL, upper.centre, upper.bar, "", hover, report)
            actual.add(0, rollup.mean_all or 0, upper.centre, upper.bar, "", hover, report)
        else:
            hover = f"{bold}{Status.NO_DATA}<br>Target {_goal(rollup)}"
            missing.add(0, FULL, upper.centre, upper.bar, "", hover, report)
        hover = f"{bold}{_COMPLIANCE}: {_reports(rollup)}"
        track.add(0, FULL, lower.centre, lower.bar, "", hover, report)
        thin = lower.bar * 0.7
        reports.add(0, rollup.compliance or 0, lower.centre, thin, "", hover, report)
        notes.add(FULL, upper.centre, _actual(rollup), colours.ink)
        notes.add(FULL, lower.centre, _reports(rollup), colours.ink)
    for bars, swatch, name in (
        (track, Swatch(colours.track, colours.ink, ""), ""),
        (actual, Swatch(colours.accent, colours.accent_text, ""), _ACTUAL),
        (reports, Swatch(colours.soft, colours.ink, ""), _COMPLIANCE),
        (missing, colours.status[Status.NO_DATA], _NO_DATA),
    ):
        if bars.start:
            figure.add_trace(bars.trace(paper, swatch, name))
    if not paper.look.compact:
        figure.add_trace(notes.trace(sizes(paper.look).base))


def _targets(figure: go.Figure, rollups: Mapping[str, Rollup], rows: Rows, paper: Canvas) -> None:
    """Draw each target as a tick across its bar."""
    found = {name: r for name, r in rollups.items() if r.mean_target is not None}
    if not found:
        return
    assumed = any(rollup.target_assumed for rollup in found.values())
    height = next(iter(rows.by_key.values())).bar
    figure.add_scatter(
        x=[rollup.mean_target for rollup in found.values()],
        y=[rows.by_key[name, _ACTUAL].centre for name in found],
        mode="markers",
        name="Target rata-rata" + (" (sebagian asumsi)" if assumed else ""),
        marker={
            "symbol": "line-ns",
            "size": height * 0.72,
            "line": {"width": 3, "color": paper.colours.ink},
        },
        customdata=[f"Target {_goal(rollup)}" for rollup in found.values()],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _twin(rollups: Mapping[str, Rollup]) -> pd.DataFrame:
    rows = [
        (
            name,
            rollup.planned,
            mean_of(rollup) if rollup.reported else _NO_DATA,
            _goal(rollup),
            filled_of(rollup),
            percent(rollup.compliance),
        )
        for name, rollup in rollups.items()
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)
