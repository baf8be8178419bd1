"""Papan triwulan: kegiatan by quarter as a table of coloured cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from lib.briefing.celltext import line
from lib.briefing.deck.drawing import native_table, slide_legend
from lib.briefing.deck.drawing.native_table import Row, TableCell
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.theme import BODY
from lib.briefing.native.legend_entries import Entry
from lib.briefing.native.row_pages import pages
from lib.charts.palette import BRIGHT, Swatch
from lib.plan import schema
from lib.plan.figures.status import Light, Status
from lib.plan.plan import Plan
from lib.plan.position import Position, quarter_label
from lib.plan.schema import QUARTERS
from lib.plan.text.indonesian import MISSING, number, percent
from lib.voice import activities
from lib.voice.words.signs import (
    ASSUMED,
    NOT_DUE,
    NOT_REPORTED,
    REVISED,
    SOURCE,
    first_target,
    light_entry,
    status_entry,
)

SECTION = "Papan triwulan"
_AT_ONCE = 2
"""More years than these would leave no room for names; the position's year stands alone then."""
_PITCH = 0.34
_REVISED_NAMED = 2
"""Revised targets named below the table; the card has them all."""
_TALLEST = 0.5
_QUARTER = {1: 1.1, 2: 0.8}
"""Width of a quarter's column by how many years are shown."""
_NOT_DUE = Swatch(BRIGHT.card, BRIGHT.muted, "", outlined=True)
_OWED = BRIGHT.light[Light.GREY]
_PREFIX = re.compile(r"^kegiatan\s+", re.IGNORECASE)


def add(stage: Stage) -> None:
    """Add the slides of the board, twelve kegiatan on each."""
    standing = stage.standing
    plan, position = standing.plan, standing.position
    years = plan.years if len(plan.years) <= _AT_ONCE else (position.year,)
    cells = _cells(standing.quarters, plan)
    cells = cells[cells["tahun"].isin(years)]
    numbers = list(dict.fromkeys(cells["no"]))
    spans = pages(len(numbers))
    for page, span in enumerate(spans, 1):
        shown = cells[cells["no"].isin(numbers[span])]
        headline = _headline(shown, years, position)
        slide = stage.slide(SECTION, headline, _notes(shown), page, len(spans))
        rows = [*_heads(years), *_rows(shown, years, len(numbers[span]))]
        alt = f"Papan triwulan {len(numbers[span])} kegiatan. {headline}."
        native_table.draw(slide, (BODY.x, BODY.y), _widths(years), rows, "Papan triwulan", alt)
        slide_legend.draw(slide, _entries(shown), _source(shown))


def _source(cells: pd.DataFrame) -> str:
    """Say where lights come from, what is assumed, and which targets were others at first."""
    revised: list[Any] = list(cells[cells["target_awal"].notna()].itertuples())
    said = [
        f"{line(cell.no)} {quarter_label(cell.triwulan)} {cell.tahun} "
        f"{percent(cell.target)}{first_target(cell.target_awal)}"
        for cell in revised[:_REVISED_NAMED]
    ]
    more = "…" if len(revised) > _REVISED_NAMED else ""
    notes = [SOURCE, *([ASSUMED] if cells["asumsi"].any() else [])]
    if said:
        notes.append(f"{REVISED} Target direvisi: {'; '.join(said)}{more}.")
    return " ".join(notes)


def name(text: str) -> str:
    """Return a kegiatan's name without the word Kegiatan before it."""
    return _PREFIX.sub("", line(text))


def _cells(quarters: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    own = plan.activity_progress.loc[quarters.index, ["kegiatan", "keterangan"]]
    return quarters.assign(
        kegiatan=own["kegiatan"].to_numpy(),
        ditunda=(own["keterangan"] == schema.POSTPONED).to_numpy(),
    )


def _headline(cells: pd.DataFrame, years: Sequence[int], position: Position) -> str:
    """Say what the page's figure says: the last quarter due of the position's year."""
    year = position.year if position.year in years else years[-1]
    active = cells[~(cells["ditunda"] & cells["realisasi"].isna())]
    return activities.board(active, year)


def _notes(cells: pd.DataFrame) -> list[str]:
    reported = cells[cells["realisasi"].notna()]
    due = int(cells["jatuh_tempo"].sum())
    lights = reported["lampu"].value_counts().to_dict()
    counts = [f"{light} {lights[light.value]}" for light in Light if lights.get(light.value)]
    return [f"{len(reported)} dari {due} triwulan dilaporkan", ", ".join(counts)]


def _widths(years: Sequence[int]) -> list[float]:
    quarter = _QUARTER[len(years)]
    taken = quarter * 4 * len(years)
    return [BODY.w - taken, *[quarter] * (4 * len(years))]


def _heads(years: Sequence[int]) -> list[tuple[float, Row]]:
    height = native_table.height(1)
    top = [native_table.head(""), *(native_table.head(str(year), "ctr", 4) for year in years)]
    quarters = [native_table.head(quarter_label(q), "ctr") for _ in years for q in QUARTERS]
    return [(height, top), (height, [native_table.head("Kegiatan"), *quarters])]


def _rows(cells: pd.DataFrame, years: Sequence[int], count: int) -> list[tuple[float, Row]]:
    room = slide_legend.BOX.y - 0.06 - BODY.y - 2 * native_table.height(1)
    pitch = max(_PITCH, min(_TALLEST, room / max(count, 1)))
    points = native_table.room(_widths(years)[0])
    rows: list[tuple[float, Row]] = []
    for no, own in cells.groupby("no", sort=False):
        by_place = {(cell.tahun, cell.triwulan): cell for cell in own.itertuples()}
        title = name(own["kegiatan"].iloc[0])
        first = native_table.named(line(no), title, points, native_table.capacity(pitch))
        painted = [_painted(by_place.get((year, q))) for year in years for q in QUARTERS]
        rows.append((pitch, [first, *painted]))
    return rows


def _kind(cell: Any) -> tuple[Swatch, str, str]:
    """Return how a planned quarter is painted, what it says, and what the legend says of it."""
    if cell.realisasi == cell.realisasi:
        light = Light(cell.lampu)
        swatch = BRIGHT.light[light]
        mark = f" {swatch.mark}" if light in (Light.YELLOW, Light.RED) else ""
        if light is Light.GREY:
            swatch = Swatch(swatch.fill, swatch.text, swatch.mark, outlined=True)
        return swatch, f"{number(cell.realisasi)}{mark}", light_entry(light)
    if cell.ditunda:
        swatch = BRIGHT.status[Status.POSTPONED]
        return swatch, swatch.mark, status_entry(Status.POSTPONED)
    if cell.jatuh_tempo:
        return _OWED, MISSING, f"{NOT_REPORTED} {MISSING}"
    return _NOT_DUE, "", NOT_DUE


def _painted(cell: Any) -> TableCell:
    if cell is None:
        return TableCell()
    swatch, text, _ = _kind(cell)
    if swatch == _NOT_DUE:
        return TableCell("·", colour=BRIGHT.muted, align="ctr")
    text += REVISED if cell.target_awal == cell.target_awal else ""
    return TableCell(text, colour=swatch.text, swatch=swatch, align="ctr")


def _entries(cells: pd.DataFrame) -> list[Entry]:
    found = {words: swatch for swatch, _, words in map(_kind, cells.itertuples())}
    order = [*map(light_entry, Light)]
    words = sorted(found, key=lambda word: order.index(word) if word in order else len(order))
    return [(found[word], f"{word} ·" if word == NOT_DUE else word) for word in words]
