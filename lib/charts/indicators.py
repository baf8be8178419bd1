"""Indicators: capaian against target."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.charts import lettering
from lib.charts.bars import Bars, Notes
from lib.charts.chart import PLAIN, Chart, Look
from lib.charts.layout import Canvas, Words, axis, canvas, chart
from lib.charts.lettering import sizes
from lib.charts.rows import Rows, in_sight, labels, records, stack
from lib.charts.step_blocks import StepBlocks, sayings, words_at
from lib.plan.cell_rules import is_step, is_stepped
from lib.plan.figures.rollup import indicator_rollup
from lib.plan.figures.status import FULL, GREEN_ABOVE, YELLOW_FROM, Light
from lib.plan.plan import Plan
from lib.plan.schema import DOWN, LAST_STEP
from lib.plan.text.indonesian import MISSING, percent
from lib.plan.text.mentions import INDICATOR, lead
from lib.plan.text.rubric import steps_of
from lib.voice.words import measures
from lib.voice.words.counting import some_of
from lib.voice.words.measures import measure, plain_measure, steps
from lib.voice.words.signs import LIGHT_MARKS, NOT_COMPUTED, indicator_notes, light_entry

WIDTH = 1250
_SCALE = 20
"""Pixels above the rows for the thresholds."""
_COLUMNS = [
    *("NO", "INDIKATOR", "TAHUN", "TARGET", "REALISASI"),
    *("CAPAIAN", "LAMPU", "PREDIKAT", "STATUS"),
]


def indicator_bars(table: pd.DataFrame, plan: Plan, year: int, look: Look = PLAIN) -> Chart:
    """Draw the capaian of each indicator in one year, grouped by program as printed.

    `table` is `indicator_state.indicator_status`, filtered; `plan` lends the programs' printed
    order.
    """
    rows_of_year = as_printed(table[table["tahun"] == year], plan)
    shown = in_sight(rows_of_year, look)
    paper = canvas(look, WIDTH, 0.35, _side_room(look))
    rows = rows_of(shown, paper)
    figure = go.Figure()
    _draw(figure, shown, rows, paper)
    _thresholds(figure, rows, paper)
    words = Words(
        measures.headline(indicator_rollup(rows_of_year), year),
        f"Capaian indikator {year}: realisasi terhadap target, {in_what(rows_of_year)}"
        + some_of(len(rows.by_key), len(rows_of_year), "indikator"),
        indicator_notes(bool(rows_of_year["bertahap"].any())),
    )
    return chart(
        figure,
        paper,
        words,
        rows.height,
        shows=f"Capaian {len(rows_of_year)} indikator tahun {year}",
        table=twin(rows_of_year),
        name=f"indikator-{year}",
    )


def in_what(table: pd.DataFrame) -> str:
    """Say in what capaian is drawn."""
    return "dalam persen atau tahap" if table["bertahap"].any() else "dalam persen"


def as_printed(table: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """Return rows of `indicator_state.indicator_status` in the printed order of indicators."""
    order = {no: at for at, no in enumerate(plan.indicators["no"])}
    return table.sort_values("no", key=lambda no: no.map(order), kind="stable")


def _side_room(look: Look) -> int:
    if look.compact:
        return 0
    return 400 if look.meeting else 340


def rows_of(table: pd.DataFrame, paper: Canvas, top: int = _SCALE) -> Rows:
    """Stack one row per indicator under its program, `top` pixels from the edge."""
    size = sizes(paper.look).base
    groups = []
    for program, members in table.groupby("program", sort=False):
        number = str(members["no"].iloc[0]).partition(".")[0]
        head = lettering.heading(f"{number}. {program}", paper.label_width, size)
        pairs = zip(members["no"], members["indikator"], strict=True)
        groups.append((head, labels(pairs, paper)))
    return stack(groups, paper, top)


def _draw(figure: go.Figure, table: pd.DataFrame, rows: Rows, paper: Canvas) -> None:
    """Draw bars by light; capaian above 100 fills the bar and is said in words."""
    colours, kind = paper.colours, sizes(paper.look)
    found, blocks = {light: Bars() for light in Light}, StepBlocks()
    inside, right = Notes(), Notes()
    for row in records(table):
        place, card = rows.by_key[row.no], lead(INDICATOR, row.no)
        if row.bertahap:
            blocks.add(row, place, 0, hover(row), card)
            inside.add(0, words_at(place), sayings(row)[0], colours.ink)
        else:
            length, text = _length(row), short(row)
            found[Light(row.lampu)].add(0, length, place.centre, place.bar, "", hover(row), card)
            beside = lettering.width(text, kind.small) > paper.inner * length / FULL - 8
            colour = colours.ink if beside else colours.light[Light(row.lampu)].text
            inside.add(length if beside else 0, place.centre, text, colour)
        beyond = lettering.fit(side(row), paper.right - 20, kind.base)
        right.add(FULL, place.centre, lettering.safe(beyond), colours.ink)
    for light, bars in found.items():
        if bars.start:
            name = light_entry(light, NOT_COMPUTED)
            figure.add_trace(bars.trace(paper, colours.light[light], name))
    blocks.draw(figure, paper)
    figure.add_trace(inside.trace(kind.small))
    if not paper.look.compact:
        figure.add_trace(right.trace(kind.base))


def _length(row: Any) -> float:
    return min(row.capaian, FULL) if row.capaian == row.capaian else FULL


def short(row: Any) -> str:
    """Write a capaian with its mark, and that it is beyond the target where it is; else why not."""
    if row.capaian != row.capaian:
        return f"– {row.status}"
    mark = f" {LIGHT_MARKS[Light(row.lampu)]}"
    more = ", lebih baik dari target" if row.capaian > FULL else ""
    return f"{percent(row.capaian)}{mark}{more}"


def side(row: Any) -> str:
    """Write predikat, direction and numbers beside a bar; steps say theirs themselves."""
    if row.bertahap:
        return ""
    target, actual = measure(row.target, row.satuan), plain_measure(row.realisasi)
    if row.capaian == row.capaian:
        percents = "%" if row.satuan == "%" else ""
        arrow = "↓" if row.arah == DOWN else "↑"
        return f"{row.predikat} · {arrow} {actual}{percents} dari target {target}"
    if target != MISSING:
        return f"target {target}"
    return "" if actual == MISSING else f"realisasi {measure(row.realisasi, row.satuan)}"


def hover(row: Any) -> str:
    """Write an indicator-year's hover box, with the decree's full words."""
    lines = [
        f"<b>{lettering.safe(row.no)}</b> · {row.tahun}",
        lettering.paragraph(row.indikator),
        f"Target: {_in_words(row, row.target)}",
        f"Realisasi: {_in_words(row, row.realisasi)}",
    ]
    if not is_stepped(row.satuan):
        lines.append(f"Arah: {'turun' if row.arah == DOWN else 'naik'}")
    if row.bertahap:
        lines.append(f"{steps(row.realisasi, row.target)} · {row.lampu}")
    elif row.capaian == row.capaian:
        lines.append(f"Capaian {percent(row.capaian)} · {row.lampu} · {row.predikat}")
    else:
        lines.append(lettering.paragraph(row.alasan))
    return "<br>".join(lines)


def _in_words(row: Any, cell: Any) -> str:
    """Write a figure, and what its step is where it is one."""
    told = steps_of(row.rubrik) if is_stepped(row.satuan) and is_step(cell) else ()
    text = measure(cell, row.satuan)
    described = f"{text}, {told[int(cell) - 1]}" if len(told) == LAST_STEP else text
    return lettering.paragraph(described)


def _thresholds(figure: go.Figure, rows: Rows, paper: Canvas) -> None:
    """Draw the thresholds behind the bars, named above them."""
    kind, colours = sizes(paper.look), paper.colours
    bottom = _SCALE + 3 if paper.look.compact else rows.height
    for value in (0.0, YELLOW_FROM, GREEN_ABOVE, FULL):
        figure.add_shape(
            type="line", x0=value, x1=value, y0=_SCALE - 2, y1=bottom, layer="between",
            line={"color": colours.edge, "width": 1, "dash": "dot" if 0 < value < FULL else None},
        )  # fmt: skip
        figure.add_annotation(
            x=value, y=_SCALE - 4, text=percent(value), showarrow=False, yanchor="bottom",
            font={"size": kind.small, "color": colours.muted}, borderpad=0,
        )  # fmt: skip
    figure.update_layout(xaxis=axis(0, FULL), yaxis=rows.axis(paper))


def twin(table: pd.DataFrame) -> pd.DataFrame:
    """Lay indicator-years out as text."""
    rows = [
        (
            row.no,
            row.indikator,
            row.tahun,
            measure(row.target, row.satuan),
            measure(row.realisasi, row.satuan),
            _achieved(row),
            row.lampu,
            row.predikat if row.capaian == row.capaian else MISSING,
            row.status,
        )
        for row in records(table)
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _achieved(row: Any) -> str:
    if row.bertahap:
        return steps(row.realisasi, row.target)
    return percent(row.capaian) if row.capaian == row.capaian else str(row.alasan)
