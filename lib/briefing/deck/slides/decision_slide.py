"""Keputusan yang diminta: whose decision each kegiatan waits for, lowest office first."""

from __future__ import annotations

from lib.briefing import written_tables
from lib.briefing.celltext import line
from lib.briefing.deck.drawing import flow
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.flow import Passage
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.theme import WIDTH
from lib.voice import concerns, decision_words

_WIDTHS = (1.75, 2.35, 1.65, 2.3, 2.2)


def add(stage: Stage) -> None:
    """Add the slides; none where no row asks for a decision."""
    found = stage.standing.decisions
    if not found:
        return
    table = written_tables.decisions(found)
    widths = (*_WIDTHS, WIDTH - sum(_WIDTHS))
    columns = [Heading(name, width) for name, width in zip(table.headers, widths, strict=True)]
    rows = [
        [Passage(str(cell), bold=not place) for place, cell in enumerate(row)] for row in table.rows
    ]
    notes = [line(concerns.sentence(item)) for item in found]
    headline = decision_words.headline(found)
    flow.add(stage, decision_words.REQUESTED, headline, columns, rows, notes)
