"""One pass over a part's elements, read into what the gate and the reader need to know of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lib.xlsx import celltags, grid, limits
from lib.xlsx.celltags import CellTally, Text
from lib.xlsx.elements import LISTED, Attributes, Elements
from lib.xlsx.facts import SheetFacts
from lib.xlsx.grid import Grid
from lib.xlsx.usage import Usage, Where

Listed = Mapping[str, list[Attributes]]

_OFF = ("0", "false")


@dataclass(frozen=True, slots=True)
class PartSeen:
    """What one XML part says of itself and of others."""

    root: str
    strict: bool
    facts: SheetFacts
    usage: Usage
    """What all parts up to this one hold together."""
    listed: Listed
    """Attributes of relationships, content types, sheets, hyperlinks and so on, by element."""
    texts: tuple[Text, ...]
    text_uses: Counter[str]
    """How often cells use the shared text of a number."""

    @property
    def struck(self) -> frozenset[str]:
        """The numbers of the shared texts that hold struck-out words."""
        return frozenset(str(index) for index, text in enumerate(self.texts) if text.struck)


def read(
    pieces: Iterable[bytes], where: Where, spent: Usage, struck: frozenset[str] = frozenset()
) -> PartSeen:
    """Read one part as a stream; `Refused` at the first thing no reader may meet.

    `spent` is what the parts before it hold; `struck` are the shared texts with struck-out words.
    """
    elements = Elements(where, spent)
    place, cells = Grid(where), CellTally(where, spent.formula_characters, struck)
    listed: Listed = {name: [] for name in LISTED}
    texts: list[Text] = []
    events = elements.events(pieces)
    for name, attributes, _ in events:
        if attributes is None:
            continue
        if name == "c":
            cell = celltags.cell(attributes, events, place)
            if cell is not None:
                cells.add(cell)
        elif name == "row":
            place.begin_row(attributes)
        elif name == "si":
            texts.append(celltags.text(events, where))
        elif name in listed:
            listed[name].append(attributes)
    usage = _usage(elements, place, cells, listed, where, spent)
    facts = _facts(cells, place, listed)
    return PartSeen(
        elements.root, elements.strict, facts, usage, listed, tuple(texts), cells.text_uses
    )


def _usage(
    elements: Elements, place: Grid, cells: CellTally, listed: Listed, where: Where, spent: Usage
) -> Usage:
    """Sum up what the parts hold with this one; `Refused` where its ranges are too large."""
    for comment in listed["comment"]:
        if "ref" in comment and grid.area(comment["ref"], "komentar", where) > 1:
            grid.refuse_range(where, comment["ref"], "komentar")
    merges, links = (
        [one.get("ref", "") for one in listed[name]] for name in ("mergeCell", "hyperlink")
    )
    return Usage(
        elements.elements,
        MappingProxyType(elements.counts),
        elements.ranges,
        place.footprint(spent.footprint),
        grid.areas(merges, "sel gabungan", where, spent.merged_cells),
        grid.areas(links, "tautan", where, spent.linked_cells),
        cells.formula_characters,
    )


def _facts(cells: CellTally, place: Grid, listed: Listed) -> SheetFacts:
    formulas = [cell for cell in cells.special if cell.formula is not None]
    return SheetFacts(
        last_row=place.data_row,
        last_column=place.data_column,
        formulas=MappingProxyType({cell.address: cell.formula_text for cell in formulas}),
        formulas_with_value=frozenset(cell.address for cell in formulas if cell.saved),
        formulas_without_value=frozenset(cell.address for cell in formulas if not cell.saved),
        errors=MappingProxyType(
            {cell.address: cell.value for cell in cells.special if cell.kind == "e" and cell.value}
        ),
        pictures=frozenset(cell.address for cell in cells.special if cell.is_picture),
        struck=frozenset(cell.address for cell in cells.special if cell.struck),
        merged=tuple(merge.get("ref", "") for merge in listed["mergeCell"]),
        hidden_rows=frozenset(place.hidden_rows),
        hidden_columns=frozenset(_hidden_columns(listed["col"])),
        hides_zeros=any(view.get("showZeros") in _OFF for view in listed["sheetView"]),
    )


def _hidden_columns(columns: Iterable[Attributes]) -> Iterator[int]:
    for column in columns:
        first, last = column.get("min", ""), column.get("max", "")
        if grid.is_hidden(column, "width") and first.isdecimal() and last.isdecimal():
            yield from range(int(first), min(int(last), limits.DATA_COLUMNS) + 1)
