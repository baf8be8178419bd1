"""Kendala dan tindak lanjut: what hinders, who has it, since when, and what is done."""

from __future__ import annotations

from lib.briefing.celltext import line
from lib.briefing.deck.drawing import flow
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.flow import Passage
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.drawing.text_boxes import Run, textbox
from lib.briefing.deck.slides.board_slide import name
from lib.briefing.deck.theme import BODY, WIDTH, Box
from lib.plan.standing import Obstacle, Standing
from lib.plan.text.indonesian import listing
from lib.typeface import fitting
from lib.typeface.fitting import shorten
from lib.voice import concerns, obstacles
from lib.voice.words.signs import marked

SECTION = "Kendala dan tindak lanjut"
_WIDTHS = (2.6, 1.65, 2.6, 2.7)
_COLUMNS = (
    *(
        Heading(title, width)
        for title, width in zip(
            ("Kegiatan", "Perangkat daerah", "Keadaan, sejak kapan", "Kendala"),
            _WIDTHS,
            strict=True,
        )
    ),
    Heading("Tindak lanjut", WIDTH - sum(_WIDTHS)),
)
_NOT_WRITTEN = "Belum ditulis"
_NAME = 90
_HOW = (
    "Perangkat daerah menuliskannya pada kolom KENDALA dan TINDAK LANJUT di buku kerja; "
    "rapat berikutnya membacanya di sini."
)


def add(stage: Stage) -> None:
    """Add the slides; one with a sentence where no obstacle is told."""
    standing = stage.standing
    headline = obstacles.headline(standing)
    if standing.obstacles:
        rows = [_row(one) for one in standing.obstacles]
        flow.add(stage, SECTION, headline, _COLUMNS, rows, _notes(standing))
        return
    slide = stage.slide(SECTION, headline, _notes(standing))
    words = [[Run(_HOW, 18)], *([Run(text, 14)] for text in _unexplained(standing))]
    textbox(slide, Box(BODY.x, BODY.y + 0.2, BODY.w, 4.6), words, SECTION, after=8)


def _row(one: Obstacle) -> tuple[Passage, ...]:
    state = "\n".join([marked(one.status), *obstacles.since_when(one)])
    return (
        Passage(f"{one.no} ({one.year}) {shorten(name(one.activity), _NAME)}"),
        Passage(", ".join(map(line, one.agencies))),
        Passage(state),
        Passage(one.obstacle or _NOT_WRITTEN),
        Passage(one.follow_up or _NOT_WRITTEN),
    )


def _notes(standing: Standing) -> list[str]:
    told = [
        f"{one.no} ({one.year}), {listing(one.agencies)}: {', '.join(obstacles.since_when(one))}"
        for one in standing.obstacles
    ]
    count = f"{len(told)} kegiatan-tahun belum selesai menuliskan kendala atau tindak lanjut"
    others = [f"Tanpa kendala tertulis: {concerns.sentence(item)}" for item in standing.unexplained]
    return [count, *told, *others]


_LISTED = 6


def _unexplained(standing: Standing) -> list[str]:
    return [
        fitting.fit(line(concerns.sentence(item)), BODY.points, 14, 2)
        for item in standing.unexplained[:_LISTED]
    ]
