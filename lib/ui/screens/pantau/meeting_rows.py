"""The rows that a meeting's screen has room for, where a plan has more: the most pressing ones."""

from __future__ import annotations

from collections.abc import Iterable

from lib.charts.board import years_shown
from lib.plan.figures.attention import Attention
from lib.plan.figures.status import IndicatorStatus, Light
from lib.ui.viewer.screen import Screen

_BOARD, _TIMELINE, _BULLETS, _STATUS, _INDICATORS = 10, 12, 5, 13, 13
"""Rows that fit a small laptop's window at a meeting's type size."""
_WORST = (IndicatorStatus.NOT_ACHIEVED, IndicatorStatus.NO_DATA, IndicatorStatus.NO_TARGET)

_URGENCY = {light: at for at, light in enumerate((Light.RED, Light.YELLOW, Light.GREEN))}


def board(screen: Screen) -> tuple[str, ...] | None:
    """Choose kegiatan of the years that the board shows."""
    years = years_shown(screen.plan, screen.position, screen.year)
    return _activities(screen, years, _BOARD)


def timeline(screen: Screen) -> tuple[str, ...] | None:
    """Choose kegiatan of any year looked at."""
    return _activities(screen, screen.plan.years, _TIMELINE)


def bullets(screen: Screen) -> tuple[str, ...] | None:
    """Choose the agencies that owe most reports, for a chart of two rows each."""
    return _agencies(screen, _BULLETS)


def status(screen: Screen) -> tuple[str, ...] | None:
    """Choose the same agencies, for a chart of one row each."""
    return _agencies(screen, _STATUS)


def indicators(screen: Screen) -> tuple[str, ...] | None:
    """Choose the indicators furthest from their targets in the year that counts."""
    rows = screen.standing.all_indicators
    now = screen.standing.indicators.sort_values("capaian", kind="stable")
    # Steps have a light and no capaian; lights of capaian follow its own order.
    now = now.sort_values("lampu", kind="stable", key=lambda light: light.map(_URGENCY))
    worst = (now.loc[now["status"] == state, "no"] for state in _WORST)
    return _first(screen, [no for part in worst for no in part], rows["no"], _INDICATORS)


def _activities(screen: Screen, years: Iterable[int], room: int) -> tuple[str, ...] | None:
    standing, wanted = screen.standing, set(years)
    pressing = (
        item.no
        for item in standing.attention
        if isinstance(item, Attention) and item.year in wanted
    )
    rows = standing.activities
    return _first(screen, pressing, rows.loc[rows["tahun"].isin(wanted), "no"], room)


def _agencies(screen: Screen, room: int) -> tuple[str, ...] | None:
    parts = screen.standing.busy_agencies
    owing = sorted(parts, key=lambda part: part.sums.filled - part.sums.due)
    return _first(screen, (part.code for part in owing), (part.code for part in parts), room)


def _first(
    screen: Screen, pressing: Iterable[str], every: Iterable[str], room: int
) -> tuple[str, ...] | None:
    """Return so many keys, the pressing ones first; None outside meetings and where all fit."""
    keys = list(dict.fromkeys(every))
    if not screen.look.meeting or len(keys) <= room:
        return None
    return tuple(dict.fromkeys([*pressing, *keys]))[:room]
