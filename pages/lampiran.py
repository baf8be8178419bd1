"""Lampiran: tables A and B as printed, the oddities, and what differs from the decree."""

from lib.ui.screens.pantau import annex_view
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.ANNEX)
annex_view.program(screen)
if not screen.look.meeting:
    annex_view.indicators(screen)
    annex_view.oddities(screen)
    annex_view.departures(screen)
