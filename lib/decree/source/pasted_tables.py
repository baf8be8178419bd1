"""Text pasted from Word or Excel: columns parted by tabs, rows by line breaks.

Excel puts a cell with line breaks into quotation marks. Word does not, so that a row may come
as several lines, each with too few tabs: such a line belongs to the cell before it, unless it
is plainly a row of its own (a merged heading comes as one cell without any tab).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lib.decree.foreign_table import ForeignCell, ForeignTable, placed
from lib.decree.source import glyphs
from lib.decree.words import header_words, numbering, offices

NAME = "teks tempelan"
_HEADER_ROWS = 14
_FEWEST = 2
"""Tabs in a line that is certainly of a table."""
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|$)')
_END_OF_TABLE = re.compile(
    r"(?:ditetapkan|pada tanggal|bupati|wali ?kota|gubernur|sekretaris daerah|kepala |a\.n\.|"
    r"ttd|tembusan|salinan|keterangan|catatan|sumber)\b",
    re.IGNORECASE,
)

Fields = tuple[str, ...]


def read(text: str) -> tuple[ForeignTable, ...]:
    """Read a pasted text as one table; none where no line holds a tab."""
    rows = list(_unquoted(_tidy(text)))
    width = _width(rows)
    if not width:
        return ()
    joined = list(_joined(rows, width))
    spread = _spread_header(joined, width)
    cells = [cell for number, row in enumerate(spread, 1) for cell in _cells(number, row, width)]
    return (ForeignTable(NAME, tuple(placed(cells, NAME)), shows_merges=False),)


def _tidy(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    text = glyphs.shown(text, "")
    return re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", text)


def _unquoted(text: str) -> Iterator[Fields]:
    """Split into lines of fields, taking quoted fields whole."""
    at, fields = 0, list[str]()
    while at < len(text):
        found = _QUOTED.match(text, at)
        if found and ("\n" in found[1] or "\t" in found[1] or '""' in found[1]):
            fields.append(found[1].replace('""', '"').strip())
            at = found.end()
        else:
            end = _next_break(text, at)
            fields.append(" ".join(text[at:end].replace("\v", "\n").split(" ")).strip())
            at = end
        if at >= len(text) or text[at] == "\n":
            yield tuple(fields)
            fields = []
        elif at == len(text) - 1:
            # A tab at the very end opens one more, empty field.
            fields.append("")
        at += 1
    if fields:
        yield tuple(fields)


def _next_break(text: str, at: int) -> int:
    ends = [end for sign in "\t\n" if (end := text.find(sign, at)) >= 0]
    return min(ends, default=len(text))


def _width(rows: list[Fields]) -> int:
    """Return how many columns the table has: those of its header, or of most of its rows."""
    counts = Counter(len(row) for row in rows if len(row) > _FEWEST)
    common = [width for width, count in counts.items() if count > 1]
    headed = [len(row) for row in rows if len(row) > _FEWEST and _is_header(row)]
    return max(common + headed or counts, default=0)


def _is_header(row: Fields) -> bool:
    return len({role for text in row if (role := header_words.role_of(text))}) > 2


def _joined(rows: list[Fields], width: int) -> Iterator[Fields]:
    """Put the lines of one row together."""
    made: list[Fields] = []
    in_table = False
    for fields in rows:
        if not any(fields):
            continue
        in_table = in_table or len(fields) > _FEWEST
        if in_table and made and _continues(made[-1], fields, width):
            last = made.pop()
            fields = (*last[:-1], f"{last[-1]}\n{fields[0]}".strip("\n"), *fields[1:])
        made.append(fields)
    yield from made


def _continues(before: Fields, fields: Fields, width: int) -> bool:
    """Tell whether a line goes on with the last cell of the line before it."""
    if len(before) + len(fields) - 1 > width or len(fields) >= width:
        return False
    if numbering.parse(fields[0]) and len(fields) > 1:
        return False
    if len(before) >= width or len(before) == 1:
        return len(fields) == 1 and not _stands_alone(before[-1], fields[0])
    # A heading comes with its number and its name alone, the rest being merged into it.
    is_heading = len(before) == 2 and bool(numbering.parse(before[0]))
    return not (is_heading and _stands_alone(before[-1], fields[0]) and len(fields) == 1)


def _stands_alone(before: str, text: str) -> bool:
    """Tell whether a line without tabs is a row of its own, as a merged heading is."""
    if _END_OF_TABLE.match(text):
        return True
    number, rest = numbering.split(text)
    if offices.is_office(rest or text):
        return False
    if number is not None:
        last = [numbering.split(line)[0] for line in before.split("\n")]
        goes_on = any(one and one.family == number.family for one in last)
        return not goes_on and not number.is_small
    return text.isupper() and len(text.split()) > 1


def _spread_header(rows: list[Fields], width: int) -> list[Fields]:
    """Give a header that Word copied with merged cells its full width, by the rows below it."""
    for last in range(1, min(len(rows), _HEADER_ROWS)):
        if len(rows[last]) != width or all(rows[last]):
            continue
        lower = [(text, 1) for text in rows[last]]
        made = list(rows)
        for index in range(last - 1, -1, -1):
            spans = _spans(rows[index], lower) if len(rows[index]) > _FEWEST else None
            if spans is None:
                break
            made[index] = _widened(spans)
            lower = spans
        if made != rows:
            return made
    return rows


def _spans(upper: Fields, lower: list[tuple[str, int]]) -> list[tuple[str, int]] | None:
    """Say how many columns each upper cell covers; None where that cannot be told."""
    runs: list[int] = []
    seen: set[str] = set()
    for text, span in lower:
        if text and seen and text not in seen:
            runs[-1] += span
            seen.add(text)
            continue
        # A blank below goes on with the cell above alone; a repeated word begins a new group.
        runs.append(span)
        seen = {text} if text else set()
    if len(runs) != len(upper) or len(runs) == sum(runs):
        return None
    return list(zip(upper, runs, strict=True))


def _widened(spans: list[tuple[str, int]]) -> Fields:
    return tuple(part for text, span in spans for part in (text, *([""] * (span - 1))))


def _cells(number: int, row: Fields, width: int) -> Iterator[ForeignCell]:
    """Make a row's cells; a short row's last one reaches to the table's end."""
    for column, text in enumerate(row, 1):
        across = width - len(row) + 1 if column == len(row) < width else 1
        yield ForeignCell(number, column, text, across=across)
