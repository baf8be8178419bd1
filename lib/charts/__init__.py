"""Figures: from tables of `lib.plan` to Plotly, each with its headline, alt text and table."""

from lib.charts.board import quarter_board
from lib.charts.chart import Chart, Look
from lib.charts.indicator_years import indicator_years
from lib.charts.indicators import indicator_bars
from lib.charts.offices.agencies import agency_status
from lib.charts.offices.budget import agency_budget
from lib.charts.offices.bullets import agency_bullets
from lib.charts.scurve import s_curve
from lib.charts.timeline import timeline

__all__ = [
    "Chart",
    "Look",
    "agency_budget",
    "agency_bullets",
    "agency_status",
    "indicator_bars",
    "indicator_years",
    "quarter_board",
    "s_curve",
    "timeline",
]
