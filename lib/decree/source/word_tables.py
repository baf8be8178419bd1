"""A Word document's tables by their real cells, and its paragraphs as they print.

python-docx repeats merged texts and knows neither symbol signs, shading nor automatic numbers;
this walk over the same elements sees what the printed page shows. Tracked changes count as
accepted; nested tables, text boxes and notes are text of the cell they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from lib.decree.foreign_table import SOFT, ForeignCell, ForeignTable, placed
from lib.decree.source import word_text
from lib.decree.source.word_numbers import Numbering
from lib.decree.source.word_text import TextReader

_CLOSE = 120
"""Cell borders closer than this (twentieths of a point, 2 mm) are meant to be one."""


def read(content: bytes) -> tuple[ForeignTable, ...]:
    """Read the tables of a .docx that the gate let through.

    Raises KeyError, ValueError or lxml's errors where the parts do not fit together.
    """
    document = Document(BytesIO(content))
    parts = {
        relation.reltype: relation.target_part
        for relation in document.part.rels.values()
        if not relation.is_external
    }
    numbering = parts.get(RELATION.NUMBERING)
    reader = TextReader(Numbering(getattr(numbering, "element", None), document.styles.element))
    for kind, relation in (("footnote", RELATION.FOOTNOTES), ("endnote", RELATION.ENDNOTES)):
        if relation in parts:
            reader.notes = {**reader.notes, **_notes(parts[relation].blob, kind, reader)}
    return tuple(_tables(document.element.body, reader))


def has_pictures(content: bytes) -> bool:
    """Tell whether a document holds pictures, as a scan does."""
    body = Document(BytesIO(content)).element.body
    return any(True for tag in ("w:drawing", "w:pict") for _ in body.iter(qn(tag)))


def _notes(blob: bytes, kind: str, reader: TextReader) -> dict[str, str]:
    root = parse_xml(blob)
    return {
        kind + note.get(qn("w:id"), ""): " ".join(reader.block(note).split())
        for note in root.findall(qn(f"w:{kind}"))
        if not note.get(qn("w:type"))
    }


def _tables(body: Any, reader: TextReader) -> Iterator[ForeignTable]:
    """Yield the document's tables, each with the paragraphs before it."""
    found: list[tuple[list[ForeignCell], tuple[str, ...]]] = []
    texts: list[str] = []
    for block in word_text.blocks(body):
        if block.tag == qn("w:p"):
            texts.append(reader.paragraph(block).replace(SOFT, "\n"))
        else:
            found.append((_read_table(block, reader), tuple(filter(None, texts))))
            texts = []
    for number, (cells, before) in enumerate(found, 1):
        name = f"tabel {number}"
        after = tuple(filter(None, texts)) if number == len(found) else ()
        yield ForeignTable(name, tuple(placed(cells, name)), before, after)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A cell between two borders of the table's own grid."""

    row: int
    start: int
    end: int
    text: str
    fill: str
    bold: bool
    continues: bool


def _read_table(table: Any, reader: TextReader) -> list[ForeignCell]:
    raw = [
        cell
        for row, item in enumerate(word_text.rows(table), 1)
        for cell in _raw(row, item, reader)
    ]
    columns = _columns(raw, table)
    return list(_joined(raw, columns))


def _raw(number: int, row: Any, reader: TextReader) -> Iterator[_Raw]:
    start = _count(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    for cell in word_text.cells(row):
        properties = cell.find(qn("w:tcPr"))
        span = _count(_part(properties, "w:gridSpan"), 1)
        merge = _part(properties, "w:vMerge")
        continues = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
        text = "".join(cell.itertext()) and reader.block(cell) if continues else reader.block(cell)
        yield _Raw(number, start, start + span, text, _fill(properties), _is_bold(cell), continues)
        start += span


def _columns(raw: list[_Raw], table: Any) -> dict[int, int]:
    """Map each border of the grid to a column, leaving out borders where no cell begins.

    Borders that were dragged a hair apart count as one, unless a cell would vanish by it.
    """
    starts = sorted({cell.start for cell in raw})
    grid = table.find(qn("w:tblGrid"))
    columns = [] if grid is None else grid.findall(qn("w:gridCol"))
    widths = [_count(item, 0, "w:w") for item in columns]
    positions = {at: sum(widths[:at]) for at in starts}
    if all(widths) and starts and starts[-1] < len(widths):
        merged = _close_together(starts, positions)
        if all(merged[cell.start] < _end(cell.end, merged) for cell in raw):
            return merged
    return {at: column for column, at in enumerate(starts, 1)}


def _close_together(starts: list[int], positions: Mapping[int, int]) -> dict[int, int]:
    columns: dict[int, int] = {}
    column, last = 0, -_CLOSE
    for at in starts:
        if positions[at] - last >= _CLOSE or not column:
            column += 1
            last = positions[at]
        columns[at] = column
    return columns


def _end(border: int, columns: Mapping[int, int]) -> int:
    """Return the column before which a cell ends."""
    after = [column for at, column in columns.items() if at >= border]
    return min(after, default=max(columns.values(), default=0) + 1)


def _joined(raw: list[_Raw], columns: Mapping[int, int]) -> Iterator[ForeignCell]:
    """Make cells of the raw ones, those that go on from above counted to the one they go on."""
    heads: dict[int, int] = {}
    made: list[ForeignCell] = []
    ends = {border: _end(border, columns) for border in {cell.end for cell in raw}}
    downs: dict[int, int] = {}
    for cell in raw:
        column = columns[cell.start]
        across = max(1, ends[cell.end] - column)
        head = heads.get(column) if cell.continues else None
        if head is not None and made[head].row + downs[head] == cell.row:
            downs[head] += 1
            if not cell.text:
                continue
        hidden = head is not None and bool(cell.text)
        if not hidden:
            heads[column] = len(made)
            downs[len(made)] = 1
        made.append(
            ForeignCell(cell.row, column, cell.text, 1, across, cell.fill, cell.bold, hidden=hidden)
        )
    for index, one in enumerate(made):
        yield replace(one, down=downs.get(index, 1))


def _part(properties: Any | None, name: str) -> Any | None:
    return None if properties is None else properties.find(qn(name))


def _count(element: Any | None, otherwise: int, attribute: str = "w:val") -> int:
    text = "" if element is None else element.get(qn(attribute), "").partition(".")[0]
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise


def _fill(properties: Any | None) -> str:
    shading = _part(properties, "w:shd")
    if shading is None:
        return ""
    fill = shading.get(qn("w:fill"), "auto")
    if shading.get(qn("w:val"), "") == "solid":
        fill = shading.get(qn("w:color"), fill)
    return "" if fill.lower() in ("auto", "ffffff") or len(fill) != 6 else fill.upper()


def _is_bold(cell: Any) -> bool:
    """Tell whether all text of a cell is bold."""
    runs = [run for run in cell.iter(qn("w:r")) if "".join(t.text or "" for t in _texts(run))]
    return bool(runs) and all(
        word_text.is_on(run.find(f"{qn('w:rPr')}/{qn('w:b')}")) for run in runs
    )


def _texts(run: Any) -> Iterator[Any]:
    return (text for text in run.iter(qn("w:t")) if (text.text or "").strip())
