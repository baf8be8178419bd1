"""Sejak rapat lalu: the five figures and the kegiatan that moved since another version."""

from __future__ import annotations

from typing import Any

from lib.briefing.celltext import line
from lib.briefing.deck.drawing import flow
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.flow import Passage
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.slides.board_slide import name
from lib.briefing.deck.theme import WIDTH
from lib.plan.figures.status import Status
from lib.plan.standing import Since
from lib.plan.text.indonesian import MISSING, percent
from lib.typeface.fitting import shorten
from lib.voice import since
from lib.voice.key_figures import KeyFigure, moved_figures
from lib.voice.words.signs import marked

SECTION = "Sejak rapat lalu"
_FIGURES = (
    Heading("Ukuran", 4.3),
    Heading("Rapat lalu", 2.4),
    Heading("Sekarang", 2.4),
    Heading("Selisih", WIDTH - 9.1),
)
_ROWS = (
    Heading("Kegiatan", 5.2),
    Heading("Perangkat daerah", 2.2),
    Heading("Status lalu dan sekarang", 2.9),
    Heading("Realisasi", WIDTH - 10.3),
)
_NAME = 120


def add(stage: Stage) -> None:
    """Add the slides; none where no version to compare with was chosen."""
    moved = stage.standing.since
    if moved is None:
        return
    headline = since.headline(moved, stage.briefing.previous_label)
    figures = [_figure(old, new) for old, new in moved_figures(moved.effect)]
    notes = [" ".join(cell.words for cell in row) for row in figures]
    flow.add(stage, SECTION, headline, _FIGURES, figures, notes)
    if len(moved.effect.rows):
        _add_rows(stage, moved, headline)


def _add_rows(stage: Stage, moved: Since, headline: str) -> None:
    records = moved.effect.rows.to_dict("records")
    rows = [_row(record) for record in records]
    notes = [f"{row[0].words}: {row[2].words}, {row[3].words}" for row in rows]
    flow.add(stage, f"{SECTION}: kegiatan yang bergeser", headline, _ROWS, rows, notes)


def _figure(old: KeyFigure, new: KeyFigure) -> tuple[Passage, ...]:
    return (
        Passage(f"{new.label}\n({new.note})"),
        Passage(f"{old.value}"),
        Passage(f"{new.value}"),
        Passage(since.difference(old, new)),
    )


def _row(record: Any) -> tuple[Passage, ...]:
    before, after = (_status(record[f"status_{side}"]) for side in ("lama", "baru"))
    old, new = (percent(record[f"realisasi_{side}"]) for side in ("lama", "baru"))
    title = shorten(name(record["kegiatan"]), _NAME)
    return (
        Passage(f"{record['no']} ({record['tahun']}) {title}"),
        Passage(line(record["pihak_terlibat"])),
        Passage(after if before == after else f"{before} → {after}"),
        Passage(new if old == new else f"{old} → {new}"),
    )


def _status(word: object) -> str:
    if not isinstance(word, str):
        return MISSING
    return marked(Status(word))
