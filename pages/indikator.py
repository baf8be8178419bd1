"""Indikator: target against realisasi of each indicator."""

from lib.ui import components
from lib.ui.screens.pantau import drawings
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.INDICATORS)
components.stop_where_none_decreed(screen.plan)
components.stop_where_empty(screen.standing.all_indicators)

drawings.indicators(screen)
