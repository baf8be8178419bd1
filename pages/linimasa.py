"""Linimasa: the timeline by year, and the cumulative curve."""

from lib.ui import components
from lib.ui.screens.pantau import drawings, obstacle_list
from lib.ui.viewer.screen import open_screen
from lib.ui.words import text

screen = open_screen(text.TIMELINE)
components.stop_where_empty(screen.standing.activities)

timeline, beside = obstacle_list.places(screen)
with timeline:
    drawings.timeline(screen)
with beside:
    obstacle_list.draw(screen)
drawings.curve(screen)
