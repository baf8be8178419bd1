"""Linimasa: the timeline by year, and the cumulative curve."""

from lib.ui import components
from lib.ui.screens.pantau import drawings
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.TIMELINE)
components.stop_where_empty(screen.standing.activities)

drawings.timeline(screen)
drawings.curve(screen)
