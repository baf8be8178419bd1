"""Legends in words with signs, the same beside tables and charts."""

from __future__ import annotations

from collections.abc import Iterable

from pptx.slide import Slide

from lib.briefing.deck.drawing.text_boxes import Run, textbox
from lib.briefing.deck.theme import BODY, SMALL, Box
from lib.briefing.native import legend_entries
from lib.briefing.native.legend_entries import Entry
from lib.charts.palette import BRIGHT

BOX = Box(BODY.x, 6.43, BODY.w, 0.44)
"""Two lines at the foot of a content slide."""
_TIE = "\u00a0"
"""Keeps a sign and its words on one line."""


def draw(slide: Slide, entries: Iterable[Entry], note: str = "", box: Box = BOX) -> None:
    """Write the entries and a note in one text box."""
    runs: list[Run] = []
    for swatch, words in entries:
        runs.append(
            Run(f"{legend_entries.sign(swatch)}{_TIE}", SMALL, False, legend_entries.ink(swatch))
        )
        runs.append(Run(f"{words.replace(' ', _TIE)}   ", SMALL, False, BRIGHT.muted))
    if note:
        runs.append(Run(note, SMALL, False, BRIGHT.muted))
    if runs:
        textbox(slide, box, [runs], "Keterangan warna")
