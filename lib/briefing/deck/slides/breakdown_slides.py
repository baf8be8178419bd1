"""Per kelompok program and per perangkat daerah: status counts beside names and means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pptx.slide import Slide

from lib.briefing.celltext import line
from lib.briefing.deck.drawing import figure_table, native_charts, slide_legend
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.native_table import TableCell
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.theme import BODY, Box
from lib.briefing.native import legend_entries, status_bars
from lib.briefing.native.row_pages import pages
from lib.charts.palette import BRIGHT
from lib.plan.standing import Part, Standing
from lib.plan.text.indonesian import percent
from lib.voice import breakdowns
from lib.voice.words.counting import done_of, filled_of, mean_of
from lib.voice.words.signs import SHARED, assumption

AREA = Box(BODY.x, BODY.y, BODY.w, 4.79)
"""What legends leave of the body."""
_GAP = 35
Figure = tuple[Heading, Callable[[Part], str]]


def columns(what: str, width: float, done: float = 1.5) -> list[Figure]:
    """Return the columns that every breakdown has: the name, and how many are done."""
    return [
        (Heading(what, width), lambda part: part.name),
        (Heading("Selesai", done), lambda part: done_of(part.sums)),
    ]


def _means(standing: Standing) -> list[Figure]:
    target = f"Target{assumption(standing.sums.target_assumed)}"
    return [
        (Heading("Rata-rata realisasi", 1.3), lambda part: mean_of(part.sums)),
        (Heading(target, 1.15), lambda part: percent(part.sums.mean_target)),
    ]


def add_groups(stage: Stage) -> None:
    """Add the slides per kelompok program."""
    standing = stage.standing
    figures = [*columns("Kelompok program", 4.5), *_means(standing)]
    headline = breakdowns.per_group(standing)
    _add(stage, "Per kelompok program", headline, figures, standing.groups)


def add_agencies(stage: Stage) -> None:
    """Add the slides per perangkat daerah: status, then reports."""
    standing = stage.standing
    figures = [*columns("Perangkat daerah", 3.2), *_means(standing)]
    shared = SHARED if (standing.due["pihak"].map(len) > 1).any() else ""
    headline = breakdowns.per_agency(standing)
    _add(stage, "Per perangkat daerah", headline, figures, standing.agencies, shared)
    _add_compliance(stage, shared)


def _add(
    stage: Stage,
    section: str,
    headline: str,
    figures: Sequence[Figure],
    parts: Sequence[Part],
    note: str = "",
) -> None:
    if not parts:
        # A plan without headings has no slide of them.
        return
    spans = pages(len(parts))
    for number, span in enumerate(spans, 1):
        shown = parts[span]
        notes = [_note(part) for part in shown]
        slide = stage.slide(section, headline, notes, number, len(spans))
        chart(slide, AREA, figures, shown, f"{section}: status kegiatan-tahun. {headline}.", parts)
        slide_legend.draw(slide, legend_entries.statuses(status_bars.found(parts)), note)


def _note(part: Part) -> str:
    counts = [f"{status} {count}" for status, count in part.sums.counts.items() if count]
    name = line(f"{part.code} {part.name}")
    means = f"rata-rata realisasi {mean_of(part.sums)}"
    reports = f"laporan {filled_of(part.sums)}"
    return f"{name}: {', '.join([*counts, means, reports])}"


def chart(
    slide: Slide,
    area: Box,
    figures: Sequence[Figure],
    parts: Sequence[Part],
    alt: str,
    scale_by: Sequence[Part] | None = None,
) -> None:
    """Add names and figures, and beside them how many kegiatan-years have each status."""
    rows = [
        [TableCell(line(figures[0][1](part)), lead=line(part.code))]
        + [TableCell(text(part)) for _, text in figures[1:]]
        for part in parts
    ]
    heads = [column for column, _ in figures]
    beside = "Kegiatan-tahun menurut status"
    box = figure_table.draw(slide, area, heads, rows, beside, "Rincian", alt)
    most = status_bars.most(scale_by or parts)
    series = status_bars.statuses(parts, native_charts.ruler(box, most))
    names = status_bars.names(parts)
    native_charts.stacked(slide, box, names, series, most, _GAP, "Grafik status", alt)


def _add_compliance(stage: Stage, note: str) -> None:
    """Add who has reported how many of the quarters due."""
    standing = stage.standing
    parts = [part for part in standing.agencies if part.sums.due]
    headline = breakdowns.compliance({part.code: part.sums for part in standing.agencies})
    if not parts:
        return
    spans = pages(len(parts))
    for number, span in enumerate(spans, 1):
        shown = parts[span]
        notes = [
            f"{line(part.code)}: {filled_of(part.sums)} triwulan dilaporkan, "
            f"kepatuhan {percent(part.sums.compliance, 0)}"
            for part in shown
        ]
        slide = stage.slide("Kepatuhan pelaporan", headline, notes, number, len(spans))
        _reports(slide, shown, max(part.sums.due for part in parts), headline)
        states = [(BRIGHT.status[status], words) for status, words in status_bars.REPORTS]
        slide_legend.draw(slide, states, note)


def _reports(slide: Slide, parts: Sequence[Part], most: int, headline: str) -> None:
    alt = f"Laporan triwulan per perangkat daerah. {headline}."
    heads = [
        Heading("Perangkat daerah", 4.0),
        Heading("Dilaporkan", 1.7),
        Heading("Kepatuhan", 1.3),
    ]
    rows = [
        [
            TableCell(lead=line(part.code)),
            TableCell(filled_of(part.sums)),
            TableCell(percent(part.sums.compliance, 0)),
        ]
        for part in parts
    ]
    box = figure_table.draw(slide, AREA, heads, rows, "Triwulan yang jatuh tempo", "Rincian", alt)
    series, names = status_bars.reports(parts), status_bars.names(parts)
    native_charts.stacked(slide, box, names, series, most, _GAP, "Grafik laporan", alt)
