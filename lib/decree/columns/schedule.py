"""When each thing is planned: columns of years and parts of years, shading, texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lib.decree.blocks import Block
from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.foreign_table import ForeignCell
from lib.decree.questions import Assumption, QuestionKind, reading
from lib.decree.tree.entries import TreeEntry, cells_of
from lib.decree.words import marks, periods
from lib.decree.words.header_words import ColumnRole
from lib.decree.words.marks import Sign

EVERY_YEAR = "setiap tahun"
_SCALED = re.compile(r"\b(?:000|ribu|ribuan|juta|jutaan|milyar|miliar)\b|\.000", re.IGNORECASE)


@dataclass(frozen=True)
class Times:
    """When one entry is planned."""

    marks: Mapping[int, str] = field(default_factory=dict)
    """What is printed for each planned year."""
    budget: Mapping[int, float] = field(default_factory=dict)
    targets: Mapping[int, float] = field(default_factory=dict)
    """A percentage for a whole year."""
    quarters: Mapping[int, Mapping[int, float]] = field(default_factory=dict)
    """Percentages per quarter, cumulative."""
    cells: tuple[ForeignCell, ...] = ()
    """The cells that all this was read from."""


@dataclass
class Scheduler:
    """Reads the times of a table's entries; collects each distinct text once."""

    columns: tuple[ForeignColumn, ...]
    period: tuple[int, ...]
    fills: frozenset[str]
    answers: Mapping[str, str]
    has_numbers: bool = False
    """Whether the time columns hold figures, among which a 0 is plainly nothing."""
    counts: Counter[str] = field(default_factory=Counter)
    texts: dict[str, Assumption] = field(default_factory=dict)

    def of(self, entry: TreeEntry) -> Times:
        """Read when an entry is planned."""
        found: dict[int, list[str]] = defaultdict(list)
        cells: dict[ForeignCell, None] = {}
        values: dict[int, dict[int, float]] = defaultdict(dict)
        for column in self._all(ColumnRole.TIME):
            for cell in cells_of(entry, column, self.columns):
                before = sum(map(len, found.values()))
                if cell.flat or cell.fill in self.fills:
                    self._read(cell, column, entry, found, values)
                if sum(map(len, found.values())) > before:
                    cells[cell] = None
        budget, targets = self._amounts(entry, cells, found)
        printed = {year: _joined(texts) for year, texts in sorted(found.items())}
        return Times(printed, budget, targets, _cumulative(values), tuple(cells))

    def _all(self, role: ColumnRole) -> list[ForeignColumn]:
        return [column for column in self.columns if column.role is role]

    def year_of(self, column: ForeignColumn) -> int | None:
        """Return the year a column stands for, the plan's where it has only one."""
        slot = column.time
        if slot is None:
            return None
        if slot.year is not None:
            return slot.year
        if slot.place is not None:
            return self.period[slot.place - 1] if 0 < slot.place <= len(self.period) else None
        return self.period[0] if len(self.period) == 1 else None

    def _read(
        self,
        cell: ForeignCell,
        column: ForeignColumn,
        entry: TreeEntry,
        found: dict[int, list[str]],
        values: dict[int, dict[int, float]],
    ) -> None:
        slot, year = column.time, self.year_of(column)
        if slot is None or (slot.year is None and slot.place is None and not slot.part):
            self._text(cell, entry, found)
            return
        cell = _own_mark(cell, entry)
        if year is None or not self._is_planned(cell):
            return
        text = cell.flat or marks.X
        if not slot.part:
            found[year].append(text)
            return
        percent = marks.percent(text)
        if percent is not None and slot.quarter:
            values[year][slot.quarter] = percent
        plain = marks.is_plain(text) or not cell.flat
        found[year].append(slot.part if plain else f"{slot.part} {text}")

    def _is_planned(self, cell: ForeignCell) -> bool:
        """Read a mark; what is unsure is asked about once."""
        if not cell.flat:
            return cell.fill in self.fills
        sign = marks.sign(cell.flat)
        self.counts[cell.flat] += 1
        is_zero = cell.flat.strip(" %") == "0"
        unsure = sign is Sign.UNSURE and not (is_zero and self.has_numbers)
        proposed = Sign.PLANNED if sign is Sign.PLANNED else Sign.NOT
        words = f"Apakah isi “{cell.flat}” di kolom waktu berarti direncanakan?"
        choices = (Sign.PLANNED, Sign.NOT)
        one = reading(QuestionKind.TIME, cell.flat, 0, proposed, choices, not unsure, words)
        self.texts.setdefault(cell.flat, one)
        return self.answers.get(one.id, one.proposed) == Sign.PLANNED

    def _text(self, cell: ForeignCell, entry: TreeEntry, found: dict[int, list[str]]) -> None:
        """Read a text such as "TW I 2025": which years, and whether it says more."""
        lines = [line for line in cell.text.split("\n") if line.strip()]
        # Two lines beside two items may hold for both; three are no accident.
        paired = entry.item is not None and entry.item[1] == len(lines) > 2
        text = " ".join(lines[entry.item[0]].split()) if paired and entry.item else cell.flat
        if marks.sign(text) is Sign.NOT:
            self.counts[text] += 1
            self.texts.setdefault(text, reading(QuestionKind.TIME, text, 0, Sign.NOT))
            return
        when = periods.read(text, self.period)
        one = self._reading(text, when)
        answer = self.answers.get(one.id, one.proposed)
        years = self._answered(answer, when)
        for year in years:
            found[year].append(text if when.more else marks.X)

    def _reading(self, text: str, when: periods.When) -> Assumption:
        self.counts[text] += 1
        proposed = ", ".join(map(str, when.years)) or Sign.NOT.value
        choices = (*map(str, self.period), EVERY_YEAR, Sign.NOT)
        words = f"“{text}” berarti tahun berapa?"
        one = reading(QuestionKind.TIME, text, 0, proposed, choices, when.sure, words)
        return self.texts.setdefault(text, one)

    def _answered(self, answer: str, when: periods.When) -> tuple[int, ...]:
        if answer == Sign.NOT:
            return ()
        if answer.casefold() == EVERY_YEAR:
            return self.period
        return periods.years_in(answer) or when.years

    def _amounts(
        self, entry: TreeEntry, cells: dict[ForeignCell, None], found: dict[int, list[str]]
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Read budgets and targets per year; they tell the years where no column does."""
        budget: dict[int, float] = {}
        targets: dict[int, float] = {}
        tells = not self._all(ColumnRole.TIME)
        for column in (*self._all(ColumnRole.BUDGET), *self._all(ColumnRole.TARGET)):
            year = self.year_of(column) or self._only_year(column)
            for cell in cells_of(entry, column, self.columns):
                if year is None or not cell.flat or marks.sign(cell.flat) is Sign.NOT:
                    continue
                if tells and column.time and marks.X not in found[year]:
                    found[year].append(marks.X)
                if year not in found or not found[year]:
                    continue
                self._amount(cell, column, year, budget, targets, cells)
        for year in [year for year, texts in found.items() if not texts]:
            del found[year]
        return budget, targets

    def _only_year(self, column: ForeignColumn) -> int | None:
        """A budget without a year is that of the year, in a plan of one year."""
        alone = column.role is ColumnRole.BUDGET and len(self.period) == 1
        return self.period[0] if alone and len(self._all(ColumnRole.BUDGET)) == 1 else None

    def _amount(
        self,
        cell: ForeignCell,
        column: ForeignColumn,
        year: int,
        budget: dict[int, float],
        targets: dict[int, float],
        cells: dict[ForeignCell, None],
    ) -> None:
        rupiah = marks.rupiah(cell) if column.role is ColumnRole.BUDGET else None
        percent = marks.percent(cell.flat) if column.role is ColumnRole.TARGET else None
        if rupiah is not None and not _SCALED.search(column.label) and year not in budget:
            budget[year] = rupiah
            cells[cell] = None
        elif percent is not None and column.time and year not in targets:
            targets[year] = percent
            cells[cell] = None

    def readings(self) -> tuple[Assumption, ...]:
        """Return each distinct text with its count."""
        return tuple(
            Assumption(one.id, one.kind, one.seen, self.counts[text], one.proposed, one.choices,
                    one.sure, one.words)
            for text, one in self.texts.items()
        )  # fmt: skip


def has_numbers(block: Block, columns: Sequence[ForeignColumn]) -> bool:
    """Tell whether the time columns hold figures other than 0."""
    places = [at for one in columns if one.role is ColumnRole.TIME for at in one.places]
    texts = (line.text(at).strip(" %") for line in block.body for at in places)
    return any(text.replace(",", "").replace(".", "").isdecimal() and text != "0" for text in texts)


def _own_mark(cell: ForeignCell, entry: TreeEntry) -> ForeignCell:
    """Return a cell that has a mark on a line for each item of a list as the entry's own line."""
    lines = cell.text.split("\n")
    if entry.item is None or len(lines) != entry.item[1] or not all(map(marks.is_mark, lines)):
        return cell
    return replace(cell, text=lines[entry.item[0]].strip() or "-", fill="")


def _joined(texts: Sequence[str]) -> str:
    """Put what is printed for one year together, a plain mark only once."""
    distinct = list(dict.fromkeys(texts))
    more = [text for text in distinct if not marks.is_plain(text)]
    return ", ".join(more or distinct[:1])


def _cumulative(values: Mapping[int, Mapping[int, float]]) -> dict[int, dict[int, float]]:
    """Keep quarters' percentages that can only be cumulative: rising, together above 100."""
    kept = {}
    for year, quarters in values.items():
        numbers = [quarters[quarter] for quarter in sorted(quarters)]
        if numbers == sorted(set(numbers)) and sum(numbers) > 100 >= numbers[-1]:
            kept[year] = dict(quarters)
    return kept
