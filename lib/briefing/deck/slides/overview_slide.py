"""Capaian umum: five figures, status per year, and what leadership should look at first."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide

from lib.briefing.celltext import line
from lib.briefing.deck.drawing import slide_legend
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.drawing.text_boxes import INSET, Run, panel, textbox, write
from lib.briefing.deck.slides import breakdown_slides
from lib.briefing.deck.theme import BODY, LEADING, SMALL, Box
from lib.briefing.native import legend_entries, status_bars
from lib.charts.palette import BRIGHT
from lib.plan.figures import rollup
from lib.plan.figures.attention import Overdue, Pressing
from lib.plan.standing import Part, Standing
from lib.typeface import fitting
from lib.voice import activities, concerns
from lib.voice.key_figures import KeyFigure, budget_sentence, evidence_sentence, figures_of

SECTION = "Capaian umum"
_TILES = Box(BODY.x, BODY.y, BODY.w, 1.5)
_SPACE = 0.15
_SIZES = (28, 26, 24, 22, 20, 18, 16)
_CHART = Box(BODY.x, 3.3, 6.3, 3.0)
_ASIDE = Box(BODY.x + 6.6, 3.3, BODY.w - 6.6, 3.55)
_LEGEND = Box(BODY.x, 6.43, 6.3, 0.44)


def add(stage: Stage) -> None:
    """Add the slide."""
    standing = stage.standing
    headline = activities.headline(standing.activities, standing.position)
    figures = [f"{one.label}: {one.value} ({one.note})" for one in figures_of(standing)]
    slide = stage.slide(SECTION, headline, [*figures, *_sentences(standing)])
    _tiles(slide, figures_of(standing))
    years = [
        Part(str(year), "", rollup.rollup(rollup.select(standing.activities, year=year)))
        for year in standing.plan.years
    ]
    columns = breakdown_slides.columns("Tahun", 0.9, done=1.5)
    breakdown_slides.chart(slide, _CHART, columns, years, f"Status per tahun. {headline}.")
    slide_legend.draw(slide, legend_entries.statuses(status_bars.found(years)), box=_LEGEND)
    _aside(slide, standing)


def _sentences(standing: Standing) -> list[str]:
    found = (evidence_sentence(standing.sums), budget_sentence(standing.sums))
    return [sentence for sentence in found if sentence]


def _tiles(slide: Slide, figures: Sequence[KeyFigure]) -> None:
    width = (_TILES.w - _SPACE * (len(figures) - 1)) / len(figures)
    points = (width - 2 * INSET) * 72
    size = next(
        (
            size
            for size in _SIZES
            if all(fitting.width(one.value, size, True) <= points for one in figures)
        ),
        _SIZES[-1],
    )
    for number, one in enumerate(figures):
        box = Box(_TILES.x + number * (width + _SPACE), _TILES.y, width, _TILES.h)
        _tile(slide, box, one, size)


def _tile(slide: Slide, box: Box, one: KeyFigure, size: int) -> None:
    frame = panel(slide, box, BRIGHT.track, one.label)
    label = Run(one.label, SMALL, False, BRIGHT.ink)
    value = Run(one.value, size, True, BRIGHT.ink)
    write(frame, [[label], [value], [Run(one.note, SMALL, False, BRIGHT.muted)]])
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT


_AFTER = 4
_ROOM = _ASIDE.h * 72 - 2 * (14 * LEADING + _AFTER)
"""Points beside the heading and the line that counts the rest."""
_INVITATION = (
    "Perangkat daerah mengisi realisasi pada buku kerja, lalu mengunggahnya. "
    "Angka capaian tampil setelah laporan pertama diterapkan."
)


def _aside(slide: Slide, standing: Standing) -> None:
    """Name what leadership should look at first, as far as there is room; then the rest."""
    rest = [_INVITATION] if standing.silent else _sentences(standing)
    items = () if standing.silent else standing.attention
    shown = _shown(items, _ROOM - sum(map(_height, rest)))
    left = len(items) - len(shown)
    if left:
        more = "dan " if shown else ""
        rest_of = items[len(shown) :]
        mixed = any(isinstance(item, Overdue) for item in rest_of)
        shown.append([Run(f"{more}{left} {'hal' if mixed else 'kegiatan-tahun'} lain")])
    paragraphs = [[Run(_title(standing), 14, True)], *shown, *([Run(text)] for text in rest)]
    textbox(slide, _ASIDE, paragraphs, concerns.ATTENTION, after=_AFTER)


def _shown(items: Sequence[Pressing], room: float) -> list[list[Run]]:
    """Write the first items, at most three lines each, the kegiatan before the rest."""
    found = []
    for item in items:
        words = fitting.fit(line(concerns.sentence(item)), _ASIDE.points, SMALL, 3)
        room -= _height(words)
        if room < 0:
            break
        head = len(line(concerns.called(item)))
        found.append([Run(words[:head], SMALL, True), Run(words[head:])])
    return found


def _height(text: str) -> float:
    """Return the points a paragraph takes, with the space below it."""
    lines = fitting.lines(text, _ASIDE.points, SMALL)
    return len(lines) * SMALL * LEADING + _AFTER


def _title(standing: Standing) -> str:
    if standing.silent:
        return "Langkah berikutnya"
    return concerns.ATTENTION if standing.attention else "Bukti dan anggaran"
