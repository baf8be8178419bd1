"""The charts of the Pantau pages: each lays a standing out in the card that its page gives it."""

from __future__ import annotations

from collections.abc import Callable

from lib import charts
from lib.charts.chart import Chart, Look
from lib.ui import components
from lib.ui.screens.pantau import meeting_rows
from lib.ui.viewer.screen import Screen

# Pixels of a card on a small laptop.
_WHOLE, _BESIDE_KENDALA, _LARGER, _HALF, _SMALLER = 1210, 828, 708, 580, 460


def board(screen: Screen) -> None:
    """Draw the quarter board, beside a narrower column."""
    _draw(screen, _board, _LARGER, meeting_rows.board(screen))


def status_beside(screen: Screen) -> None:
    """Draw the status per agency in the narrow column; a meeting's screen has no room for it."""
    if not screen.look.meeting:
        _draw(screen, _status, _SMALLER, meeting_rows.status(screen))


def status(screen: Screen) -> None:
    """Draw the status per agency on half the page."""
    _draw(screen, _status, _HALF, meeting_rows.status(screen))


def timeline(screen: Screen) -> None:
    """Draw the timeline over the whole page; in a meeting, beside the kendala where any is told."""
    beside = screen.look.meeting and screen.standing.obstacles
    width = _BESIDE_KENDALA if beside else _WHOLE
    _draw(screen, _timeline, width, meeting_rows.timeline(screen))


def curve(screen: Screen) -> None:
    """Draw the cumulative curve over the whole page; a meeting's screen has no room for it."""
    if not screen.look.meeting:
        _draw(screen, _curve, _WHOLE)


def bullets(screen: Screen) -> None:
    """Draw each agency's realisasi and reporting on half the page."""
    _draw(screen, _bullets, _HALF, meeting_rows.bullets(screen))


def budget(screen: Screen) -> None:
    """Draw pagu and its realisasi per agency, where any is stated; a meeting has no room for it."""
    if screen.standing.sums.states_budget and not screen.look.meeting:
        _draw(screen, _budget, _WHOLE)


def indicators(screen: Screen) -> None:
    """Draw capaian of the indicators over the years, or of the one picked, over the whole page."""
    _draw(screen, _indicators, _WHOLE, meeting_rows.indicators(screen))


def _draw(
    screen: Screen,
    make: Callable[[Screen, Look], Chart],
    width: int,
    rows: tuple[str, ...] | None = None,
) -> None:
    components.chart(screen.drawing(make, width, rows), screen.look.meeting)


def _board(screen: Screen, look: Look) -> Chart:
    quarters = screen.standing.quarters
    return charts.quarter_board(quarters, screen.plan, screen.position, look, screen.year)


def _status(screen: Screen, look: Look) -> Chart:
    return charts.agency_status(screen.standing.due, screen.plan, screen.position, look)


def _timeline(screen: Screen, look: Look) -> Chart:
    activities = screen.standing.activities
    return charts.timeline(activities, screen.plan, screen.position, look, screen.year)


def _curve(screen: Screen, look: Look) -> Chart:
    standing = screen.standing
    return charts.s_curve(screen.plan, standing.known_until, look, standing.activities)


def _bullets(screen: Screen, look: Look) -> Chart:
    sums = {part.code: part.sums for part in screen.standing.busy_agencies}
    return charts.agency_bullets(sums, screen.plan, screen.position, look)


def _budget(screen: Screen, look: Look) -> Chart:
    standing = screen.standing
    sums = {part.code: part.sums for part in standing.busy_agencies}
    return charts.agency_budget(sums, standing.sums, screen.plan, screen.position, look)


def _indicators(screen: Screen, look: Look) -> Chart:
    table, year = screen.standing.all_indicators, screen.standing.indicator_year
    if screen.year is None and table["tahun"].nunique() > 1:
        return charts.indicator_years(table, screen.plan, year, look)
    return charts.indicator_bars(table, screen.plan, screen.year or year, look)
