"""The charts of the Pantau pages: each lays a standing out in the card that its page gives it."""

from __future__ import annotations

from lib import charts
from lib.ui import components
from lib.ui.viewer.screen import Screen

# Pixels of a card on a small laptop.
_WHOLE, _TWO_THIRDS, _HALF, _THIRD = 1210, 790, 580, 370


def board(screen: Screen) -> None:
    """Draw the quarter board, beside a narrower column."""
    quarters, look = screen.standing.quarters, screen.look_at(_TWO_THIRDS)
    drawn = charts.quarter_board(quarters, screen.plan, screen.position, look, screen.year)
    components.chart(drawn, screen.look.meeting)


def status_beside(screen: Screen) -> None:
    """Draw the status per agency in the narrow column; a meeting's screen has no room for it."""
    if not screen.look.meeting:
        _status(screen, _THIRD)


def status(screen: Screen) -> None:
    """Draw the status per agency on half the page."""
    _status(screen, _HALF)


def _status(screen: Screen, width: int) -> None:
    due, look = screen.standing.due, screen.look_at(width)
    drawn = charts.agency_status(due, screen.plan, screen.position, look)
    components.chart(drawn, screen.look.meeting)


def timeline(screen: Screen) -> None:
    """Draw the timeline over the whole page."""
    activities, look = screen.standing.activities, screen.look_at(_WHOLE)
    drawn = charts.timeline(activities, screen.plan, screen.position, look, screen.year)
    components.chart(drawn, screen.look.meeting)


def curve(screen: Screen) -> None:
    """Draw the cumulative curve over the whole page; a meeting's screen has no room for it."""
    if not screen.look.meeting:
        activities, look = screen.standing.activities, screen.look_at(_WHOLE)
        components.chart(charts.s_curve(screen.plan, screen.position, look, activities))


def bullets(screen: Screen) -> None:
    """Draw each agency's realisasi and reporting on half the page."""
    sums = {part.code: part.sums for part in screen.standing.busy_agencies}
    look = screen.look_at(_HALF)
    drawn = charts.agency_bullets(sums, screen.plan, screen.position, look)
    components.chart(drawn, screen.look.meeting)


def indicators(screen: Screen) -> None:
    """Draw target and realisasi of the indicators of one year over the whole page."""
    standing, look = screen.standing, screen.look_at(_WHOLE)
    year = screen.year or standing.indicator_year
    drawn = charts.indicator_bars(standing.all_indicators, screen.plan, year, look)
    components.chart(drawn, screen.look.meeting)
