"""Arahan rapat yang masih terbuka: what the meetings asked for, of whom, until when."""

from __future__ import annotations

from datetime import date

from lib.briefing.celltext import line
from lib.briefing.deck.drawing import flow
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.flow import Passage
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.theme import WIDTH
from lib.plan.registers.directives import Directive
from lib.plan.text.names import short_names
from lib.voice import directive_words
from lib.voice.directive_words import STILL_OPEN as SECTION

_COLUMNS = (
    Heading("Arahan", 4.2),
    Heading("Kegiatan", 2.3),
    Heading("Penanggung jawab", 1.9),
    Heading("Tenggat", 1.7),
    Heading("Tindak lanjut", WIDTH - 10.1),
)
_NOT_WRITTEN = "Belum ditulis"


def add(stage: Stage) -> None:
    """Add the slides; none where no instruction is open."""
    standing = stage.standing
    found = standing.directives
    if not found:
        return
    names, day = short_names(standing.plan), standing.day
    headline = directive_words.headline(found, day)
    notes = [
        f"{directive_words.named(one)} ({directive_words.origin(one)}): {one.words}"
        for one in found
    ]
    rows = [_row(one, names.get(one.activity, ""), day) for one in found]
    flow.add(stage, SECTION, headline, _COLUMNS, rows, notes)


def _row(one: Directive, name: str, day: date) -> tuple[Passage, ...]:
    return (
        Passage(f"{one.no}. {line(one.words)}\n{line(directive_words.origin(one))}"),
        Passage(line(f"{one.activity} {name}".strip())),
        Passage(line(directive_words.who(one))),
        Passage(directive_words.until(one, day).removeprefix("tenggat ")),
        Passage(line(one.follow_up) or _NOT_WRITTEN),
    )
