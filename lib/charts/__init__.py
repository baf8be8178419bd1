"""Figures: from tables of `lib.plan` to Plotly, each with its headline, alt text and table."""

from lib.charts.agencies import agency_status
from lib.charts.board import quarter_board
from lib.charts.bullets import agency_bullets
from lib.charts.chart import Chart, Look
from lib.charts.indicators import indicator_bars
from lib.charts.scurve import s_curve
from lib.charts.timeline import timeline

__all__ = [
    "Chart",
    "Look",
    "agency_bullets",
    "agency_status",
    "indicator_bars",
    "quarter_board",
    "s_curve",
    "timeline",
]
