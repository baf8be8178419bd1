"""The tables found in a file: where each begins, which belong together, which look like a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from lib.decree.foreign_table import ForeignCell, ForeignTable, Line
from lib.decree.words import header_words, numbering, offices, periods
from lib.decree.words.header_words import ColumnRole

TITLE = "judul di atas tabel"
REPEATED = "kepala tabel berulang"
COLUMN_NUMBERS = "nomor kolom"

_DEEPEST = 4
"""Most rows of a header."""
_SEARCHED = 40
"""Rows that are searched for a table's first header."""
_NEW_PLAN = re.compile(r"\b(?:lampiran|rencana aksi|keputusan|peraturan|matriks?)\b", re.IGNORECASE)
_PAGE = re.compile(r"[\W\d]*|hal(?:aman|\.)?\s*\d+.*", re.IGNORECASE)
"""A page's number, typed between two tables."""
_LONGEST_SECTION = 100
_NUMBER = re.compile(r"\(?\s*(\d{1,2}|[a-z])\s*\)?(?:\s*=.*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """One table: its header, its rows, and what was left of the source around them."""

    name: str
    header: tuple[Line, ...]
    body: tuple[Line, ...]
    left: tuple[tuple[Line, str], ...]
    titles: tuple[str, ...]
    """The texts above it, from top to bottom."""
    shows_merges: bool
    after: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return len(self.header[0].cells)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All rows of it, the skipped ones last."""
        return (*self.header, *self.body, *(line for line, _ in self.left))

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(line.words for line in self.header)

    @property
    def signature(self) -> tuple[object, ...]:
        """What its columns stand for, whatever slips there are in the words."""
        paths = [header_words.path(self.header, column) for column in range(self.width)]
        return tuple(
            periods.slot(path) or tuple(header_words.role_of(text) or text for text in path)
            for path in paths
        )

    @property
    def roles(self) -> set[ColumnRole]:
        """The roles its header's words have, times among them."""
        paths = [header_words.path(self.header, column) for column in range(self.width)]
        found = {role for path in paths for text in path if (role := header_words.role_of(text))}
        return found | {ColumnRole.TIME for path in paths if periods.slot(path)}

    @property
    def is_plan(self) -> bool:
        """Whether it may be a plan's table: something to do, and a time or somebody to do it."""
        return ColumnRole.TEXT in self.roles and bool(
            self.roles & {ColumnRole.TIME, ColumnRole.CHARGE, ColumnRole.SUPPORT, ColumnRole.BUDGET}
        )

    @property
    def is_indicators(self) -> bool:
        """Whether it may be a plan's table of indicators."""
        return not self.is_plan and {ColumnRole.TEXT, ColumnRole.INDICATOR} <= self.roles


def find(tables: Iterable[ForeignTable]) -> tuple[Block, ...]:
    """Find the tables of a file; those that go on with the one before are joined to it."""
    found: list[Block] = []
    for table in tables:
        for block in _blocks(table, found[-1] if found else None):
            if found and _goes_on(found[-1], block):
                found[-1] = _joined(found[-1], block)
            else:
                found.append(block)
    return tuple(found)


def _blocks(table: ForeignTable, before: Block | None) -> list[Block]:
    """Part one table or sheet at its headers."""
    lines = [line for line in table.lines if any(cell.flat for cell in line.distinct)]
    lines = _with_shaded(table, lines)
    table = replace(table, before=tuple(t for t in table.before if not _PAGE.fullmatch(t)))
    starts = _starts(lines)
    if not starts:
        return _headless(table, lines, before)
    made = []
    for index, (first, end) in enumerate(starts):
        stop = starts[index + 1][0] if index + 1 < len(starts) else len(lines)
        above = lines[:first] if index == 0 else []
        titles = (*table.before, *(cell.flat for line in above for cell in line.own))
        header = tuple(lines[first:end])
        body, left = _body(lines[end:stop], header)
        made.append(
            Block(
                table.name,
                header,
                tuple(body),
                (*((line, TITLE) for line in above), *left),
                titles if index == 0 else (),
                table.shows_merges,
                table.after,
            )
        )
    return made


def _with_shaded(table: ForeignTable, lines: list[Line]) -> list[Line]:
    """Keep rows that only shading says something in, between rows with text."""
    if not lines:
        return lines
    first, last = lines[0].row, lines[-1].row
    return [
        line
        for line in table.lines
        if first <= line.row <= last and any(cell.says for cell in line.distinct)
    ]


def _starts(lines: list[Line]) -> list[tuple[int, int]]:
    """Return where each header begins and ends; a header like the one before is none."""
    found: list[tuple[int, int]] = []
    known: set[tuple[str, ...]] = set()
    at = 0
    while at < len(lines):
        needed = 3 if found else 2
        roles = header_words.roles_in(lines[at]) if found or at < _SEARCHED else set()
        if len(roles) < needed or lines[at].words in known or not _is_short(lines[at]):
            at += 1
            continue
        end = _header_end(lines, at)
        found.append((at, end))
        known = {line.words for line in lines[at:end]}
        at = end
    return found


def _is_short(line: Line) -> bool:
    """Tell whether a row's texts are as short as headers are, and none a sentence or a mark."""
    texts = [cell.flat for cell in line.distinct if cell.flat]
    return all(len(text) < 140 for text in texts) and not any(
        re.fullmatch(r"[xX√✓vV]", text) for text in texts
    )


def _header_end(lines: list[Line], first: int) -> int:
    """Return the row after a header: rows its merged cells reach, and rows of words under it."""
    reach = max(cell.row + cell.down for cell in lines[first].distinct if cell.flat)
    end = first + 1
    while end < len(lines) and end - first < _DEEPEST:
        if lines[end].row >= reach and not _is_under(lines[end], lines[first:end]):
            break
        reach = max(reach, *(cell.row + cell.down for cell in lines[end].own), 0)
        end += 1
    return end


def _is_under(line: Line, header: list[Line]) -> bool:
    """Tell whether a row holds words of the header, such as years under `WAKTU`."""
    own = line.own
    if not own or column_numbers(line):
        return False
    for cell in own:
        path = header_words.path((*header, line), cell.column - 1)
        role = header_words.role_of(path[-2]) if len(path) > 1 else None
        if role in (ColumnRole.NUMBER, ColumnRole.TEXT) or not _is_leaf(cell, path):
            return False
    return True


def _is_leaf(cell: ForeignCell, path: tuple[str, ...]) -> bool:
    above = " ".join(path[:-1])
    return (
        (periods.slot(path) is not None and len(cell.flat) < 30)
        or periods.is_week(cell.flat, above)
        or header_words.role_of(cell.flat) is not None
        or (offices.is_office(cell.flat) and len(cell.flat) < 50)
        or re.fullmatch(r"(?:k|rp|vol|fisik|keu|%|ket)\.?", cell.flat, re.IGNORECASE) is not None
    )


def column_numbers(line: Line) -> bool:
    """Tell whether a row numbers the columns: `1 2 3`, `(1) (2)`, `a b c`."""
    texts = [cell.flat for cell in line.distinct if cell.flat]
    found = [_NUMBER.fullmatch(text) for text in texts]
    signs = [match[1].casefold() for match in found if match]
    if len(signs) < 3 or len(signs) < len(texts):
        return False
    values = [int(sign) if sign.isdecimal() else ord(sign) - ord("a") + 1 for sign in signs]
    rises = sum(after - value == 1 for value, after in pairwise(values))
    return values[0] in (1, 2) and rises >= len(values) - 2 and len(set(values)) == len(values)


def _body(lines: list[Line], header: tuple[Line, ...]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Part the rows from repeated headers and rows of column numbers."""
    words = {line.words for line in header}
    body: list[Line] = []
    left: list[tuple[Line, str]] = []
    fresh = True
    for line in lines:
        if line.words and line.words in words and not column_numbers(line):
            left.append((line, REPEATED))
            fresh = True
        elif column_numbers(line) and (fresh or line.words[0] in ("1", "(1)")):
            left.append((line, COLUMN_NUMBERS))
        else:
            body.append(line)
            fresh = False
    return body, left


def _headless(table: ForeignTable, lines: list[Line], before: Block | None) -> list[Block]:
    """Take a table without a header as the rest of the one before it, if it is as wide."""
    if before is None or not lines or table.width != before.width:
        return []
    body, left = _body(lines, before.header)
    return [
        Block(table.name, before.header, tuple(body), tuple(left), table.before,
              table.shows_merges, table.after)
    ]  # fmt: skip


def _goes_on(before: Block, block: Block) -> bool:
    """Tell whether a table goes on with the one before: a header like it, no new title."""
    if before.width != block.width or before.signature != block.signature:
        return False
    return not any(_NEW_PLAN.search(title) for title in block.titles if title not in before.titles)


def _joined(before: Block, block: Block) -> Block:
    repeated = tuple((line, REPEATED) for line in block.header if line not in before.header)
    heads = [*_heading(before, block), *_heading(block, before)]
    first, second = (heads[0], heads[1]) if len(heads) == 2 else ((), ())
    return replace(
        before,
        body=(*first, *before.body, *second, *block.body),
        left=(*before.left, *repeated, *block.left),
        after=block.after,
    )


def _heading(block: Block, other: Block) -> list[tuple[Line, ...]]:
    """Make a row of the numbered title above a table, where tables stand under such titles."""
    if not _is_section(block.titles, other.titles) or (block.body and block.body[0].row == 0):
        return [()]
    place = f"judul di atas {block.name}"
    cell = ForeignCell(0, 1, block.titles[-1], across=block.width, bold=True, place=place)
    return [(Line(0, (cell,) * block.width),)]


def _is_section(titles: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether a table stands under the title of a section, as the other one does."""
    if not titles or not others or titles[-1] == others[-1]:
        return False
    numbers = [numbering.split(one[-1]) for one in (titles, others)]
    if any(number for number, _ in numbers):
        families = {number.family if number and rest else "" for number, rest in numbers}
        return len(families) == 1 and "" not in families
    return all(
        len(text) < _LONGEST_SECTION
        and text[0].isalpha()
        and not _NEW_PLAN.search(text)
        and not periods.years_in(text)
        and text.isupper() == titles[-1].isupper()
        for text in (titles[-1], others[-1])
    )


def untouched(tables: Iterable[ForeignTable], blocks: Iterable[Block]) -> set[str]:
    """Return the names of tables in which nothing was found."""
    return {table.name for table in tables} - {block.name for block in blocks}
