"""The charts of the report: the deck's series, over rows that name themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.shared import Cm, Length

from lib.briefing.native import capaian_bars, curve_lines, legend_entries, status_bars
from lib.briefing.native.bar_series import Series
from lib.briefing.native.legend_entries import Entry
from lib.briefing.native.row_pages import ROWS, pages
from lib.briefing.word import word_charts
from lib.briefing.word.paper import Paper
from lib.charts.palette import BRIGHT
from lib.plan.standing import Part, Standing
from lib.typeface import fitting
from lib.voice.trend import MEAN
from lib.voice.words.signs import ASSUMED, SOURCE, STEPS_RULE

_LEFT = 0.37
"""Share of a chart's width in which its rows are named, in at most two lines."""
_ROW, _CURVE = Cm(0.95), Cm(7)


def curve(paper: Paper, standing: Standing) -> None:
    """Draw mean target and realisasi at the end of each quarter."""
    table = standing.curve
    notes = f"{MEAN} {ASSUMED}" if table["asumsi"].any() else MEAN
    key = [*curve_lines.key(table), ("", BRIGHT.ink, notes)]
    paper.chart(word_charts.curve(table), _CURVE, key, "Realisasi dan target kumulatif, persen")


def statuses(paper: Paper, parts: Sequence[Part], whose: str) -> None:
    """Draw how many kegiatan-years of each part have each status."""
    most = status_bars.most(parts)
    for span in pages(len(parts)):
        shown = parts[span]
        series = status_bars.statuses(shown, word_charts.ruler(paper.room, _LEFT, most))
        key = legend_entries.statuses(status_bars.found(shown))
        caption = f"Kegiatan-tahun menurut status per {whose}"
        _draw(paper, status_bars.names(shown), series, most, key, caption)


def indicators(paper: Paper, standing: Standing, years: Sequence[int]) -> None:
    """Draw the capaian of each indicator in each of these years.

    The years of an indicator stand one below another on one chart.
    """
    table = standing.all_indicators
    numbers = list(dict.fromkeys(table["no"]))
    over = "–".join(map(str, dict.fromkeys((years[0], years[-1]))))
    named = capaian_bars.names_by_year if len(years) > 1 else capaian_bars.names
    asked = table[table["tahun"].isin(years)]
    # One scale for all pieces: equal lengths say the same on each.
    most = capaian_bars.most(asked.to_dict("records"))
    ruler = word_charts.ruler(paper.room, _LEFT, most)
    for span in pages(len(numbers), max(ROWS // len(years), 1)):
        shown = asked[asked["no"].isin(numbers[span])].to_dict("records")
        key = legend_entries.lights(row["lampu"] for row in shown if not row["bertahap"])
        rule = f" {STEPS_RULE}" * any(row["bertahap"] for row in shown)
        caption = f"Capaian indikator {over} terhadap target. {SOURCE}{rule}"
        series = capaian_bars.capaian(shown, ruler)
        _draw(paper, named(shown), series, most, key, caption.rstrip("."))


def _draw(
    paper: Paper,
    names: Sequence[str],
    series: Sequence[Series],
    scale: float,
    key: Iterable[Entry],
    caption: str,
) -> None:
    points = paper.room.pt * _LEFT - word_charts.SIZE
    rows = [fitting.fit(name, points, word_charts.SIZE, 2) for name in names]
    made = word_charts.bars(rows, series, scale, _LEFT)
    signs = [
        (legend_entries.sign(swatch), legend_entries.ink(swatch), words) for swatch, words in key
    ]
    paper.chart(made, Length(_ROW * len(rows)), signs, caption)
