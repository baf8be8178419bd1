"""Tables of long texts that run on to further slides, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.briefing.celltext import lines
from lib.briefing.deck.drawing import figure_table, native_table
from lib.briefing.deck.drawing.figure_table import Heading
from lib.briefing.deck.drawing.native_table import Row, TableCell
from lib.briefing.deck.drawing.stage import MORE, Stage
from lib.briefing.deck.theme import BODY, SMALL
from lib.typeface import fitting

_SIZES = (16, 14, SMALL)
"""The largest in which everything stands on one slide is taken, else the last."""
_AIR = 0.08
"""Inches between rows."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands in one cell."""

    words: str
    bold: bool = False


Wrapped = tuple[list[str], ...]


def add(
    stage: Stage,
    section: str,
    headline: str,
    columns: Sequence[Heading],
    rows: Sequence[Sequence[Passage]],
    notes: Sequence[str],
) -> None:
    """Add as many slides as the rows need; a row longer than a slide is continued."""
    head = figure_table.header(columns)
    room = BODY.h - head[0]
    for size in _SIZES:
        pages = _paged([_wrap(columns, row, size) for row in rows], size, room)
        if len(pages) == 1:
            break
    bold = [cell.bold for cell in rows[0]] if rows else []
    for number, page in enumerate(pages, 1):
        slide = stage.slide(section, headline, notes, number, len(pages))
        body = [_row(one, bold, size) for one in page]
        alt = f"{section}, tabel {len(page)} baris. {headline}."
        widths = [column.width for column in columns]
        native_table.draw(slide, (BODY.x, BODY.y), widths, [head, *body], section, alt)


def _wrap(columns: Sequence[Heading], row: Sequence[Passage], size: int) -> Wrapped:
    return tuple(
        _lines(cell, native_table.room(column.width), size)
        for cell, column in zip(row, columns, strict=True)
    )


def _lines(cell: Passage, points: float, size: int) -> list[str]:
    """Break a text into lines; the last one of each paragraph ends with a line break."""
    found = []
    for paragraph in lines(cell.words).split("\n"):
        *whole, last = fitting.lines(paragraph, points, size, cell.bold)
        found += [*(f"{text} " for text in whole), f"{last}\n"]
    return found


def _row(wrapped: Wrapped, bold: Sequence[bool], size: int) -> tuple[float, Row]:
    """Join lines to paragraphs again, so that people can edit the text."""
    most = max(map(len, wrapped))
    cells = [
        TableCell("".join(text).strip(), size=size, bold=strong, middle=False)
        for text, strong in zip(wrapped, bold, strict=True)
    ]
    return native_table.height(most, size) + _AIR, cells


def _paged(rows: Sequence[Wrapped], size: int, room: float) -> list[list[Wrapped]]:
    pages: list[list[Wrapped]] = [[]]
    left = room
    for row in rows:
        for piece in _pieces(row, size, room):
            needed = native_table.height(max(map(len, piece)), size) + _AIR
            if needed > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(piece)
            left -= needed
    return pages


def _pieces(row: Wrapped, size: int, room: float) -> list[Wrapped]:
    """Cut a row that no slide holds into pieces that fit, the first cell named on each."""
    most = native_table.capacity(room - _AIR, size)
    longest = max(map(len, row))
    if longest <= most:
        return [row]
    first, *others = row
    return [
        (first if not start else [*first[: most - 1], MORE],
         *(text[start : start + most] for text in others))
        for start in range(0, longest, most)
    ]  # fmt: skip
