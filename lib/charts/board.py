"""The quarter board: kegiatan by triwulan, coloured by light."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.charts import lettering
from lib.charts.bars import HEADER, Bars, Calendar
from lib.charts.chart import PLAIN, Chart, Look
from lib.charts.layout import Canvas, Words, axis, canvas, chart
from lib.charts.palette import Palette, Swatch
from lib.charts.rows import Row, Rows, in_sight, labels, records, stack
from lib.plan import schema
from lib.plan.figures.status import Light, Status
from lib.plan.plan import Plan
from lib.plan.position import Position, quarter_label
from lib.plan.text.indonesian import MISSING, number, percent
from lib.plan.text.mentions import ACTIVITY, lead
from lib.voice import activities
from lib.voice.words.counting import some_of
from lib.voice.words.signs import (
    ASSUMED,
    LIGHT_MARKS,
    NOT_DUE,
    NOT_REPORTED,
    REVISED,
    REVISED_NOTE,
    SOURCE,
    STATUS_MARKS,
    UNPLANNED,
    assumption,
    first_target,
    light_entry,
)

WIDTH = 800
_LABELS = 0.43
_AT_ONCE = 2
"""More years than these are shown one at a time."""
_MISSING = f"{NOT_REPORTED} {MISSING}"


def quarter_board(
    table: pd.DataFrame,
    plan: Plan,
    position: Position,
    look: Look = PLAIN,
    year: int | None = None,
) -> Chart:
    """Draw cumulative realisasi per kegiatan and quarter, coloured by light.

    `table` is `status.quarter_table`, filtered to the rows wanted; `year` shows that year
    alone. A plan of more than two years shows the position's year unless another is picked.
    """
    years = years_shown(plan, position, year)
    every = _cells(table[table["tahun"].isin(years)], plan)
    cells = in_sight(every, look)
    paper = canvas(look, WIDTH, _LABELS)
    figure = go.Figure()
    rows = _rows(cells, paper)
    calendar = Calendar(years)
    for kind, bars in _collect(cells, rows, calendar).items():
        figure.add_trace(bars.trace(paper, _swatch(kind, paper.colours), kind))
    _dress(figure, cells, rows, calendar, paper, position)
    focus = position.year if position.year in years else years[-1]
    active = every[~(every["ditunda"] & every["realisasi"].isna())]
    some = some_of(len(rows.by_key), every["no"].nunique(), "kegiatan")
    words = Words(
        activities.board(active, focus),
        f"Realisasi kumulatif per triwulan dalam persen, posisi {position.label}{some}",
        _note(cells),
    )
    span = "–".join(map(str, years[:: max(len(years) - 1, 1)]))
    return chart(
        figure,
        paper,
        words,
        rows.height,
        shows=f"Papan {len(rows.by_key)} kegiatan menurut triwulan, tahun {span}",
        table=_twin(cells),
        name=f"papan-triwulan-{position.code}",
    )


def _note(cells: pd.DataFrame) -> str:
    notes = ((ASSUMED, cells["asumsi"].any()), (REVISED_NOTE, cells["target_awal"].notna().any()))
    return " ".join((SOURCE, *(note for note, needed in notes if needed)))


def years_shown(plan: Plan, position: Position, year: int | None) -> tuple[int, ...]:
    """Return the years of the board: the one picked, else all of a short plan's."""
    if year is not None:
        return (year,)
    return plan.years if len(plan.years) <= _AT_ONCE else (position.year,)


def _cells(table: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """Add each cell's kegiatan, agencies and whether its year is Ditunda."""
    own = plan.activity_progress.loc[table.index, ["kegiatan", "pihak_terlibat", "keterangan"]]
    return table.assign(
        kegiatan=own["kegiatan"].to_numpy(),
        pihak_terlibat=own["pihak_terlibat"].to_numpy(),
        ditunda=(own["keterangan"] == schema.POSTPONED).to_numpy(),
    )


def _rows(cells: pd.DataFrame, paper: Canvas) -> Rows:
    names = cells.drop_duplicates("no")
    pairs = zip(names["no"], names["kegiatan"], strict=True)
    return stack(
        [(None, labels(pairs, paper))], paper, HEADER, minimum=310 if paper.look.meeting else 0
    )


def _kind(cell: Any) -> str:
    """Say which legend entry a cell belongs to."""
    if cell.realisasi == cell.realisasi:
        return light_entry(Light(cell.lampu))
    if cell.ditunda:
        return Status.POSTPONED.value
    return _MISSING if cell.jatuh_tempo else NOT_DUE


def _swatch(kind: str, colours: Palette) -> Swatch:
    for light in Light:
        if kind == light_entry(light):
            swatch = colours.light[light]
            return Swatch(swatch.fill, swatch.text, swatch.mark, outlined=swatch.outlined)
    if kind == _MISSING:
        return colours.light[Light.GREY]
    if kind == NOT_DUE:
        return Swatch(colours.card, colours.muted, "", outlined=True)
    return colours.status[Status.POSTPONED]


def _collect(cells: pd.DataFrame, rows: Rows, calendar: Calendar) -> dict[str, Bars]:
    """Sort cells into one collection per legend entry, in the legend's order."""
    order = [*map(light_entry, Light), _MISSING, Status.POSTPONED.value, NOT_DUE]
    found = {kind: Bars() for kind in order}
    for cell in records(cells):
        kind = _kind(cell)
        row: Row = rows.by_key[cell.no]
        found[kind].add(
            calendar.start(cell.tahun, cell.triwulan) + 0.03,
            0.94,
            row.centre,
            row.bar + 2,
            _text(cell, kind),
            _hover(cell, kind),
            lead(ACTIVITY, cell.no),
        )
    return {kind: bars for kind, bars in found.items() if bars.start}


def _text(cell: Any, kind: str) -> str:
    """Write a cell, with a mark where its target is not the one stated first."""
    return _value(cell, kind) + (REVISED if cell.target_awal == cell.target_awal else "")


def _value(cell: Any, kind: str) -> str:
    if cell.realisasi != cell.realisasi:
        marks = {_MISSING: MISSING, Status.POSTPONED.value: STATUS_MARKS[Status.POSTPONED]}
        return marks.get(kind, "")
    light = Light(cell.lampu)
    mark = f" {LIGHT_MARKS[light]}" if light in (Light.YELLOW, Light.RED) else ""
    return number(cell.realisasi) + mark


def _hover(cell: Any, kind: str) -> str:
    actual = (
        kind.removesuffix(f" {MISSING}")
        if cell.realisasi != cell.realisasi
        else percent(cell.realisasi)
    )
    capaian = f"<br>Capaian {percent(cell.capaian)} · {cell.lampu}" * (cell.capaian == cell.capaian)
    return (
        f"<b>{lettering.safe(cell.no)}</b> · {quarter_label(cell.triwulan)} {cell.tahun}<br>"
        f"{lettering.paragraph(cell.kegiatan)}<br>{lettering.safe(cell.pihak_terlibat)}<br>"
        f"Realisasi: {actual}<br>Target: {percent(cell.target)}{assumption(cell.asumsi)}"
        f"{first_target(cell.target_awal)}{capaian}"
    )


def _dress(
    figure: go.Figure,
    cells: pd.DataFrame,
    rows: Rows,
    calendar: Calendar,
    paper: Canvas,
    position: Position,
) -> None:
    """Add unplanned years, column headings, the position and the axes."""
    planned = set(zip(cells["no"], cells["tahun"], strict=True))
    x: list[float | None] = []
    y: list[float | None] = []
    for no, row in rows.by_key.items():
        for year in calendar.years:
            if (no, year) not in planned:
                x += [calendar.start(year) + 0.05, calendar.start(year) + 3.95, None]
                y += [row.centre, row.centre, None]
    if x:
        line = {"color": paper.colours.edge, "width": 1, "dash": "dot"}
        figure.add_scatter(x=x, y=y, mode="lines", line=line, name=UNPLANNED, hoverinfo="skip")
    figure.add_trace(calendar.heading(paper))
    calendar.mark(figure, paper, position, rows.height)
    figure.update_layout(xaxis=axis(0, calendar.end + 0.05), yaxis=rows.axis(paper))


def _twin(cells: pd.DataFrame) -> pd.DataFrame:
    """Lay the board out as text, one row per kegiatan."""
    words = [
        kind.removesuffix(f" {MISSING}")
        if cell.realisasi != cell.realisasi
        else f"{percent(cell.realisasi)} ({cell.lampu})"
        for cell, kind in ((cell, _kind(cell)) for cell in records(cells))
    ]
    columns = [
        f"{quarter_label(quarter)} {year}"
        for year, quarter in zip(cells["tahun"], cells["triwulan"], strict=True)
    ]
    long = pd.DataFrame(
        {"NO": cells["no"].to_numpy(), "KEGIATAN": cells["kegiatan"].to_numpy()}
    ).assign(kolom=columns, isi=words)
    order = [
        f"{quarter_label(quarter)} {year}"
        for year in sorted(cells["tahun"].unique())
        for quarter in schema.QUARTERS
    ]
    wide = long.pivot_table("isi", ["NO", "KEGIATAN"], "kolom", aggfunc="first", sort=False)
    return wide.reindex(columns=order).fillna(UNPLANNED).rename_axis(columns=None).reset_index()
