"""A table's rows as what they list: headings and things to do, and what is no row at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lib.decree.blocks import Block
from lib.decree.foreign_table import Cell, Line
from lib.decree.roles import Column
from lib.decree.words import cell_lists, marks, numbering
from lib.decree.words.header_words import LEVELS, Role
from lib.decree.words.marks import Sign
from lib.decree.words.numbering import Number

TOTAL = "baris jumlah"
AND_SO_ON = "“dan seterusnya”, bukan kegiatan"
SIGNATURE = "penutup dan tanda tangan"
NOTE = "catatan di bawah tabel"
NOTHING = "tidak termasuk baris mana pun"

_TOTAL = re.compile(
    r"(?:sub ?)?(?:jumlah|total)(?:\s+(?:anggaran|keseluruhan|seluruhnya|pagu|biaya|akhir|"
    r"[ivx\d]+|[a-z]|program\b.*|kegiatan\b.*|per\b.*|\(.*|rp\.?))*\s*[:.]*|grand total.*|rata-rata",
    re.IGNORECASE,
)
_AND_SO_ON = re.compile(
    r"(?:\W*(?:dst|dsb|dll|dan seterusnya|dan lain-lain|dan sebagainya|\.{2,}|…+|…?\.+…?)\W*)+", re.I
)
_SIGNATURE = re.compile(
    r"ditetapkan di|pada tanggal|di ?tetapkan|(?:plt\.?|plh\.?|pj\.?)?\s*(?:wakil )?bupati\b|wali ?kota|"
    r"gubernur|sekretaris daerah|a\.?\s?n\.?\s|ttd\b|tertanda|nip\b|pembina\b|mengetahui|tembusan|"
    r"salinan sesuai|kepala bagian hukum|[a-z]+,\s*(?:\.{2,}|\d{1,2})?\s*[a-z]*\s*20\d\d$|cap/ttd|"
    r"penata\b.{0,12}$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:keterangan|catatan|ket|note|sumber|legenda|penjelasan)\s*(?::|$)|\*+\)?\s*\w|"
    r"[x√✓●○]\s*[:=]",
    re.IGNORECASE,
)
_KEYWORD = re.compile(
    r"(?:kelompok program|program|strategi|sasaran|tujuan|pilar|misi|bidang|aspek|komponen|area|"
    r"fokus|agenda|kegiatan|sub ?kegiatan)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Entry:
    """One thing a table lists, with all rows that belong to it."""

    number: Number | None
    text: str
    lines: tuple[Line, ...]
    cells: tuple[Cell, ...]
    """The cells its number and text come from."""
    rank: int | None = None
    """Which level column it stands in, from 0; None for the column of what is done."""
    style: str = ""
    """What its like without a number have in common."""
    item: tuple[int, int] | None = None
    """Which of how many items of a cell's list it is."""
    heads_list: bool = False
    unsure_list: bool = False

    @property
    def place(self) -> str:
        return self.cells[0].place if self.cells else ""


@dataclass
class Reading:
    """The entries so far, and the rows left out with the reason."""

    columns: tuple[Column, ...]
    fills: frozenset[str]
    keep_lists: bool
    """Whether lists inside a cell that may be details stay one text."""
    entries: list[Entry] = field(default_factory=list)
    left: list[tuple[Line, str]] = field(default_factory=list)
    ended: str = ""
    current: dict[int, str] = field(default_factory=dict)

    def places(self, *roles: Role) -> tuple[int, ...]:
        return tuple(at for column in self.columns if column.role in roles for at in column.places)


def read(
    block: Block, columns: tuple[Column, ...], fills: frozenset[str], keep_lists: bool = False
) -> tuple[tuple[Entry, ...], tuple[tuple[Line, str], ...]]:
    """Read a table's rows into entries; return them and the rows left out, with why.

    `fills` are the colours that say something in time columns.
    """
    reading = Reading(columns, fills, keep_lists)
    for line in block.body:
        why = _no_row(line, reading)
        if why:
            reading.left.append((line, why))
        else:
            _add(line, reading)
    return tuple(reading.entries), tuple(reading.left)


def _no_row(line: Line, reading: Reading) -> str:
    """Say why a row is none; blank where it is one."""
    texts = [cell.flat for cell in line.own]
    if not texts:
        return "" if reading.entries else NOTHING
    first = texts[0]
    number = _number_at(line, reading)
    bare = numbering.split(first)[1] or first
    if any(_TOTAL.fullmatch(text) for text in texts[:2]):
        return TOTAL
    rest = [text for text in texts if not numbering.parse(text)]
    if rest and all(_AND_SO_ON.fullmatch(text) for text in (bare, *rest)):
        return AND_SO_ON
    if reading.ended and not (number and len(texts) > 2):
        return reading.ended
    reading.ended = ""
    if number is None and len(texts) < 4 and not _says_when(line, reading):
        for why, pattern in ((SIGNATURE, _SIGNATURE), (NOTE, _NOTE)):
            if pattern.match(first):
                reading.ended = why
    return reading.ended


def _number_at(line: Line, reading: Reading) -> Number | None:
    found = (numbering.parse(line.text(at)) for at in reading.places(Role.NUMBER))
    return next((number for number in found if number), None)


def _says_when(line: Line, reading: Reading) -> bool:
    return any(marks.is_plain(line.text(at)) for at in reading.places(Role.TIME))


def has_details(line: Line, reading: Reading, text: Cell | None) -> bool:
    """Tell whether a row says when or by whom, beside the cell of its text."""
    for at in reading.places(Role.TIME, Role.CHARGE, Role.SUPPORT, Role.BUDGET):
        cell = line.cells[at]
        if cell is None or cell is text or (text is not None and cell.column <= text.column):
            continue
        if cell.flat and marks.sign(cell.flat) is not Sign.NOT:
            return True
        if cell.fill in reading.fills and at in reading.places(Role.TIME):
            return True
    return False


def _add(line: Line, reading: Reading) -> None:
    """Add what a row lists, or the row itself to what it goes on with."""
    before = len(reading.entries)
    for rank, role in enumerate(LEVELS):
        for column in reading.columns:
            if column.role is role:
                _add_level(line, rank, column, reading)
    _add_text(line, reading)
    if len(reading.entries) > before:
        return
    if reading.entries:
        last = reading.entries[-1]
        siblings = last.item[0] + 1 if last.item else 1
        for entry in reading.entries[-siblings:]:
            index = reading.entries.index(entry)
            reading.entries[index] = replace(entry, lines=(*entry.lines, line))
    else:
        reading.left.append((line, NOTHING))


def _add_level(line: Line, rank: int, column: Column, reading: Reading) -> None:
    """Add a heading where a level column begins a new value."""
    cells = [cell for at in column.places if (cell := line.cells[at]) and cell.row == line.row]
    cells = [cell for cell in dict.fromkeys(cells) if cell.flat]
    if not cells or cells[0].column - 1 not in column.places:
        return
    text = " ".join(cell.flat for cell in cells)
    numbers = _level_number(line, column, reading)
    key = text.casefold()
    if reading.current.get(rank) == key:
        _repeat(reading, rank, line)
        return
    reading.current = {at: seen for at, seen in reading.current.items() if at < rank} | {rank: key}
    number, rest = numbering.split(text)
    if numbers:
        number, rest = numbering.parse(numbers[0].flat), text
    reading.entries.append(
        Entry(number, rest or text, (line,), (*numbers, *cells), rank, f"column {rank}")
    )


def _repeat(reading: Reading, rank: int, line: Line) -> None:
    """Let a heading that a row only repeats own that row's cell, too."""
    for index in range(len(reading.entries) - 1, -1, -1):
        entry = reading.entries[index]
        if entry.rank == rank:
            cells = tuple(cell for cell in line.own if cell.flat.casefold() == reading.current[rank])
            reading.entries[index] = replace(entry, cells=(*entry.cells, *cells))
            return


def _level_number(line: Line, column: Column, reading: Reading) -> list[Cell]:
    """Return the number that belongs to a level: in the column before it, and to it alone."""
    before = column.places[0] - 1
    if before not in reading.places(Role.NUMBER):
        return []
    cell = line.cells[before]
    if cell is None or cell.row != line.row or not numbering.parse(cell.flat):
        return []
    heading = line.cells[column.places[0]]
    own = len(reading.places(Role.NUMBER)) > 1
    return [cell] if own or (heading is not None and cell.down == heading.down > 1) else []


def _add_text(line: Line, reading: Reading) -> None:
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
    entry = Entry(number, text, (line,), (*numbers, *cells), None, style)
    reading.entries += _listed(entry, reading)


def _parts(line: Line, reading: Reading) -> tuple[list[Cell], list[Cell]]:
    """Return a row's cells of number and of text."""
    levels = [cell for at in reading.places(*LEVELS) if (cell := line.cells[at])]
    used = {cell for entry in reading.entries[-4:] if entry.rank is not None for cell in entry.cells}
    wide = [line.cells[at] for at in reading.places(Role.NUMBER, Role.TEXT)]
    own = [cell for cell in dict.fromkeys(wide) if cell and cell.row == line.row and cell.flat]
    own = [cell for cell in own if cell not in used and cell not in levels]
    numbers = [cell for cell in own if _is_number(cell, reading)]
    texts = [cell for cell in own if cell not in numbers]
    if not texts and not levels and len(line.own) <= 2:
        # A heading may stand in any column, alone in its row.
        lone = [cell for cell in line.own if cell not in numbers and len(cell.flat) > 3]
        texts = lone if len(lone) == 1 and _is_heading(lone[0], reading) else []
    return numbers, texts


def _is_number(cell: Cell, reading: Reading) -> bool:
    if cell.amount is not None and cell.column - 1 in reading.places(Role.NUMBER):
        return True
    return numbering.parse(cell.flat) is not None


def _is_heading(cell: Cell, reading: Reading) -> bool:
    at = cell.column - 1
    details = reading.places(Role.TIME, Role.CHARGE, Role.SUPPORT)
    return at not in details and (cell.bold or cell.flat.isupper() or cell.across > 1 or at < 2)


def _numbered(numbers: list[Cell], cells: list[Cell]) -> tuple[Number | None, str]:
    """Return the number and the text of a row; several columns of numbers make one code."""
    text = "\n".join(cell.text for cell in cells)
    printed = [_printed(cell) for cell in numbers]
    if printed:
        number = numbering.parse(printed[0] if len(printed) == 1 else ".".join(printed))
        return number or numbering.parse(printed[-1]), text
    number, rest = numbering.split(text)
    return (number, rest) if number and rest else (None, text)


def _printed(cell: Cell) -> str:
    """Return a number as it prints: a spreadsheet's 1.1 is no decimal fraction."""
    return cell.flat.replace(",", ".") if cell.amount is not None else cell.flat


def _goes_on(
    line: Line, number: Number | None, text: str, cell: Cell, reading: Reading
) -> bool:
    """Tell whether a row only goes on with the text above it, as after a page's end."""
    if number or not reading.entries or has_details(line, reading, cell):
        return False
    last = reading.entries[-1]
    return text[:1].islower() or text[:1] in ")&/" or cell_lists.is_hanging(last.text)


def _style(line: Line, cell: Cell, text: str, reading: Reading) -> str:
    """Name what rows without a number have in common with others of their level."""
    if has_details(line, reading, cell):
        return "plain"
    keyword = _KEYWORD.match(text)
    if keyword:
        return f"head {keyword[0].casefold()}"
    return f"head {cell.fill} {text.isupper()} {cell.bold}"


def _listed(entry: Entry, reading: Reading) -> Iterable[Entry]:
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
            Entry(
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


def outer_number(entry: Entry) -> str:
    """Return the number of the row that an item's list stands in; blank for others."""
    if entry.item is None:
        return ""
    found = (numbering.parse(cell.flat) for cell in entry.cells)
    return next((number.code for number in found if number), "")
