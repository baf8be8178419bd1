"""A table's rows as what they list: headings and things to do, and what is no row at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lib.decree.blocks import Block
from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.foreign_table import ForeignCell, Line
from lib.decree.tree.entries import TreeEntry, TreeReading
from lib.decree.tree.level_columns import add_level, levels_count
from lib.decree.words import cell_lists, marks, not_rows, numbering
from lib.decree.words.header_words import LEVELS, ColumnRole
from lib.decree.words.marks import Sign
from lib.decree.words.numbering import Number

NUMBER_ALONE = "baris bernomor tanpa uraian"
NOTHING = "tidak termasuk baris mana pun"
_KEYWORD = re.compile(
    r"(?:kelompok program|program|strategi|sasaran|tujuan|pilar|misi|bidang|aspek|komponen|area|"
    r"fokus|agenda|kegiatan|sub ?kegiatan)\b",
    re.IGNORECASE,
)


def read(
    block: Block,
    columns: tuple[ForeignColumn, ...],
    fills: frozenset[str],
    keep_lists: bool = False,
) -> tuple[tuple[TreeEntry, ...], tuple[tuple[Line, str], ...]]:
    """Read a table's rows into entries; return them and the rows left out, with why.

    `fills` are the colours that say something in time columns.
    """
    reading = TreeReading(columns, fills, keep_lists)
    reading.levels_count = levels_count(block, reading)
    for line in block.body:
        why = _no_row(line, reading)
        if why:
            reading.left.append((line, why))
        else:
            _add(line, reading)
    return tuple(reading.entries), tuple(reading.left)


def _no_row(line: Line, reading: TreeReading) -> str:
    """Say why a row is none; blank where it is one."""
    texts = [cell.flat for cell in line.own]
    if not texts:
        return "" if reading.entries else NOTHING
    if not_rows.is_total(texts):
        return not_rows.TOTAL
    if not_rows.is_and_so_on(texts):
        return not_rows.AND_SO_ON
    number = _number_at(line, reading)
    if reading.ended and not (number and len(texts) > 2):
        return reading.ended
    reading.ended = ""
    if number is None and len(texts) < 4 and not _says_when(line, reading):
        reading.ended = not_rows.ending(texts[0])
    return reading.ended


def _number_at(line: Line, reading: TreeReading) -> Number | None:
    found = (numbering.parse(line.text(at)) for at in reading.places(ColumnRole.NUMBER))
    return next((number for number in found if number), None)


def _says_when(line: Line, reading: TreeReading) -> bool:
    return any(marks.is_plain(line.text(at)) for at in reading.places(ColumnRole.TIME))


def has_details(line: Line, reading: TreeReading, text: ForeignCell | None) -> bool:
    """Tell whether a row says when or by whom, beside the cell of its text."""
    for at in reading.places(
        ColumnRole.TIME, ColumnRole.CHARGE, ColumnRole.SUPPORT, ColumnRole.BUDGET
    ):
        cell = line.cells[at]
        if cell is None or cell is text or (text is not None and cell.column <= text.column):
            continue
        if cell.flat and marks.sign(cell.flat) is not Sign.NOT:
            return True
        if cell.fill in reading.fills and at in reading.places(ColumnRole.TIME):
            return True
    return False


def _add(line: Line, reading: TreeReading) -> None:
    """Add what a row lists, or the row itself to what it goes on with."""
    entries = list(reading.entries)
    for rank, role in enumerate(LEVELS):
        for column in reading.columns:
            if column.role is role:
                add_level(line, rank, column, reading)
    _add_text(line, reading)
    if reading.entries != entries:
        return
    if any(_is_number(cell, reading) for cell in _number_cells(line, reading)):
        reading.left.append((line, NUMBER_ALONE))
    elif reading.entries:
        last = reading.entries[-1]
        siblings = last.item[0] + 1 if last.item else 1
        for entry in reading.entries[-siblings:]:
            index = reading.entries.index(entry)
            reading.entries[index] = replace(entry, lines=(*entry.lines, line))
    else:
        reading.left.append((line, NOTHING))


def _number_cells(line: Line, reading: TreeReading) -> list[ForeignCell]:
    cells = (line.cells[at] for at in reading.places(ColumnRole.NUMBER) if line.begins(at))
    return [cell for cell in cells if cell is not None and cell.flat]


def _add_text(line: Line, reading: TreeReading) -> None:
    """Add what a row says is to be done."""
    numbers, cells = _parts(line, reading)
    if not cells:
        return
    number, text = _numbered(numbers, cells)
    if _goes_on(line, number, text, cells[0], reading):
        last = reading.entries[-1]
        reading.entries[-1] = replace(
            last,
            text=f"{last.text} {cell_lists.one_line(text)}",
            lines=(*last.lines, line),
            cells=(*last.cells, *cells),
        )
        return
    style = _style(line, cells[0], text, reading)
    entry = TreeEntry(number, text, (line,), (*numbers, *cells), None, style)
    reading.entries += _listed(entry, reading)


def _parts(line: Line, reading: TreeReading) -> tuple[list[ForeignCell], list[ForeignCell]]:
    """Return a row's cells of number and of text."""
    levels = [cell for at in reading.places(*LEVELS) if (cell := line.cells[at])]
    used = {
        cell for entry in reading.entries[-4:] if entry.rank is not None for cell in entry.cells
    }
    wide = [line.cells[at] for at in reading.places(ColumnRole.NUMBER, ColumnRole.TEXT)]
    own = [cell for cell in dict.fromkeys(wide) if cell and cell.row == line.row and cell.flat]
    own = [cell for cell in own if cell not in used and cell not in levels]
    numbers = [cell for cell in own if _is_number(cell, reading)]
    texts = [cell for cell in own if cell not in numbers]
    if not texts and not levels and len(line.own) <= 2:
        # A heading may stand in any column, alone in its row.
        lone = [cell for cell in line.own if cell not in numbers and len(cell.flat) > 3]
        texts = lone if len(lone) == 1 and _is_heading(lone[0], reading) else []
    return numbers, texts


def _is_number(cell: ForeignCell, reading: TreeReading) -> bool:
    if cell.amount is not None and cell.column - 1 in reading.places(ColumnRole.NUMBER):
        return True
    number = numbering.parse(cell.flat)
    in_text = cell.column - 1 in reading.places(ColumnRole.TEXT)
    return number is not None and not (in_text and number.parts == 0)


def _is_heading(cell: ForeignCell, reading: TreeReading) -> bool:
    at = cell.column - 1
    details = reading.places(ColumnRole.TIME, ColumnRole.CHARGE, ColumnRole.SUPPORT)
    return at not in details and (cell.bold or cell.flat.isupper() or cell.across > 1 or at < 2)


def _numbered(numbers: list[ForeignCell], cells: list[ForeignCell]) -> tuple[Number | None, str]:
    """Return the number and the text of a row; several columns of numbers make one code."""
    text = "\n".join(cell.text for cell in cells)
    text = text if "\n" in text else numbering.unbulleted(text)
    printed = [_printed(cell) for cell in numbers]
    if printed:
        number = numbering.parse(printed[0] if len(printed) == 1 else ".".join(printed))
        return number or numbering.parse(printed[-1]), text
    number, rest = numbering.split(text)
    found = cell_lists.find(text)
    if number is None or not rest or (found is not None and not found.head):
        return None, text
    return number, rest


def _printed(cell: ForeignCell) -> str:
    """Return a number as it prints: a spreadsheet's 1.1 is no decimal fraction."""
    return cell.flat.replace(",", ".") if cell.amount is not None else cell.flat


def _goes_on(
    line: Line, number: Number | None, text: str, cell: ForeignCell, reading: TreeReading
) -> bool:
    """Tell whether a row only goes on with the text above it, as after a page's end."""
    if number or not reading.entries or has_details(line, reading, cell):
        return False
    last = reading.entries[-1]
    return text[:1].islower() or text[:1] in ")&/" or cell_lists.is_hanging(last.text)


def _style(line: Line, cell: ForeignCell, text: str, reading: TreeReading) -> str:
    """Name what rows without a number have in common with others of their level."""
    if has_details(line, reading, cell):
        return "plain"
    keyword = _KEYWORD.match(text)
    if keyword:
        return f"head {keyword[0].casefold()}"
    return f"head {cell.fill} {text.isupper()} {cell.bold}"


def _listed(entry: TreeEntry, reading: TreeReading) -> Iterable[TreeEntry]:
    """Make one entry of each thing to do that a cell lists."""
    found = cell_lists.find(entry.text)
    plain = replace(entry, text=cell_lists.one_line(entry.text))
    if found is None or entry.style.startswith("head"):
        return [plain]
    if not found.sure and reading.keep_lists:
        return [plain]
    made = [replace(plain, text=found.head, heads_list=True)] if found.head else []
    count = len(found.items)
    for index, item in enumerate(found.items):
        number = item.number
        if not found.head and count and number is None and index == 0:
            number = None
        made.append(
            TreeEntry(
                number,
                item.text,
                entry.lines,
                entry.cells,
                None,
                "item",
                (index, count),
                unsure_list=not found.sure,
            )
        )
    return made


def loose(entries: Sequence[TreeEntry]) -> list[TreeEntry]:
    """Return plain rows without a number between two whose numbers run on over them.

    Such a row is the rest of a text that was cut, or a heading that nobody made look like one.
    """
    found = []
    for before, entry, after in zip(entries, entries[1:], entries[2:], strict=False):
        plain = entry.number is None and entry.style == "head  False False"
        if plain and before.number and after.number and before.style == "plain":
            same = before.number.family == after.number.family
            if same and after.number.value == before.number.value + 1:
                found.append(entry)
    return found
