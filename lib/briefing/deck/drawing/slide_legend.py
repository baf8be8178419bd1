"""Legends in words with signs, the same beside tables and charts."""

from __future__ import annotations

from collections.abc import Iterable

from pptx.slide import Slide

from lib.briefing.deck.drawing.text_boxes import Run, textbox
from lib.briefing.deck.theme import BODY, SMALL, Box
from lib.charts.palette import BRIGHT, Swatch
from lib.plan.figures.status import Status
from lib.voice.words.signs import status_entry

BOX = Box(BODY.x, 6.43, BODY.w, 0.44)
"""Two lines at the foot of a content slide."""
_TIE = "\u00a0"
"""Keeps a sign and its words on one line."""
Entry = tuple[Swatch, str]


def statuses(found: Iterable[Status]) -> list[Entry]:
    """Return the entries of the statuses that occur, in their own order."""
    present = set(found)
    return [(BRIGHT.status[status], status_entry(status)) for status in Status if status in present]


def draw(slide: Slide, entries: Iterable[Entry], note: str = "", box: Box = BOX) -> None:
    """Write the entries and a note in one text box."""
    runs: list[Run] = []
    for swatch, words in entries:
        runs.append(Run(f"{_sign(swatch)}{_TIE}", SMALL, False, _colour(swatch)))
        runs.append(Run(f"{words.replace(' ', _TIE)}   ", SMALL, False, BRIGHT.muted))
    if note:
        runs.append(Run(note, SMALL, False, BRIGHT.muted))
    if runs:
        textbox(slide, box, [runs], "Keterangan warna")


def _sign(swatch: Swatch) -> str:
    if swatch.hatched:
        return "▨" if swatch.outlined else "▩"
    return "□" if swatch.outlined else "■"


def _colour(swatch: Swatch) -> str:
    return BRIGHT.plan if swatch.outlined else swatch.fill
