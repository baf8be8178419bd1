"""Every figure of a plan at a position, and how tests read figures."""

from lib import charts
from lib.charts import Look
from lib.plan.figures import indicator_state, rollup, status


def figures(plan, position, look=None, year=None):
    look = look or Look()
    table = status.activity_status(plan, position)
    sums = rollup.by_agency(rollup.in_scope(table, position), plan.agencies)
    return {
        "board": charts.quarter_board(
            status.quarter_table(plan, position), plan, position, look, year
        ),
        "agencies": charts.agency_status(table, plan, position, look),
        "bullets": charts.agency_bullets(sums, plan, position, look),
        "timeline": charts.timeline(table, plan, position, look),
        "year": charts.timeline(table, plan, position, look, year or position.year),
        "curve": charts.s_curve(plan, position, look),
        "indicators": charts.indicator_bars(
            indicator_state.indicator_status(plan), plan, year or position.year, look
        ),
    }


def trace(chart, start):
    """The one trace whose name starts so."""
    [found] = [t for t in chart.figure.data if (t.name or "").startswith(start)]
    return found


def names(chart):
    return [t.name for t in chart.figure.data if t.name]


def texts(chart):
    """Every text drawn as a trace."""
    return [text.strip() for t in chart.figure.data for text in (t.text or ()) if text]


def written(chart):
    """All annotations, in one string."""
    return " ".join(note.text for note in chart.figure.layout.annotations)
