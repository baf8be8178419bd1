"""Rows of a figure: their labels flush left, their bars, headings between them.

The vertical axis counts pixels from the drawing's upper edge down, so that rows and
headings may differ in height.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lib.charts import lettering
from lib.charts.chart import Look
from lib.charts.layout import PAD, Canvas, axis
from lib.charts.lettering import sizes


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label, where it stands, and where and how thick its bar is."""

    label: str
    label_at: float
    centre: float
    bar: float

    @property
    def edge(self) -> float:
        """Upper edge of the bar."""
        return self.centre - self.bar / 2


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows by key, headings, and the height they take together."""

    by_key: dict[object, Row]
    headings: tuple[Row, ...]
    height: int

    def axis(self, paper: Canvas) -> dict[str, Any]:
        """Return the vertical axis, its labels flush left in the margin."""
        rows = [*self.headings, *self.by_key.values()]
        return axis(
            self.height,
            0,
            tickvals=[row.label_at for row in rows],
            ticktext=[row.label for row in rows],
            showticklabels=True,
            tickfont={"size": sizes(paper.look).base},
            side="right",
            anchor="free",
            position=0,
            # Not `shift`: Plotly would move what feels the mouse along with the labels.
            ticklabelstandoff=PAD - paper.left,
        )


def records(table: pd.DataFrame) -> Iterator[Any]:
    """Go through a table's rows as records whose fields are its columns."""
    return iter(table.itertuples())


def in_sight(table: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Keep the rows, named by `no`, that the figure has room for."""
    return table[table["no"].map(look.shows).astype(bool)]


def labels(names: Iterable[tuple[str, str]], paper: Canvas) -> list[tuple[object, str]]:
    """Label rows by their numbers and names, cut to the room they have."""
    size = sizes(paper.look).base
    return [(no, lettering.activity(no, name, paper.label_width, size)) for no, name in names]


def stack(
    groups: Iterable[tuple[str | None, Iterable[tuple[object, str]]]],
    paper: Canvas,
    top: int = 0,
    minimum: int = 0,
) -> Rows:
    """Stack groups of rows under their headings (None for none), `top` pixels from the edge.

    Each row is a key and its label. On a phone a label stands above its bar. With fewer rows
    than fill `minimum` pixels, rows stand further apart.
    """
    kept = [(heading, list(rows)) for heading, rows in groups]
    kind = sizes(paper.look)
    count = sum(len(rows) for _, rows in kept)
    heads = kind.head * len([heading for heading, _ in kept if heading is not None])
    pitch = max(kind.row, min(1.35 * kind.row, (minimum - top - heads) / max(count, 1)))
    above = kind.row - kind.bar - 4 if paper.look.compact else 0
    by_key: dict[object, Row] = {}
    headings = []
    y = float(top)
    for heading, rows in kept:
        if heading is not None:
            headings.append(Row(heading, y + kind.head * 0.66, y, 0))
            y += kind.head
        for key, label in rows:
            centre = y + above + (pitch - above) / 2
            label_at = y + above / 2 if above else centre
            by_key[key] = Row(label, label_at, centre, kind.bar * pitch / kind.row)
            y += pitch
    return Rows(by_key, tuple(headings), round(y) + 4)
