"""Who does each thing: agencies in charge, and those in support."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.foreign_table import ForeignCell
from lib.decree.questions import Assumption, QuestionKind, reading
from lib.decree.tree.entries import TreeEntry, cells_of
from lib.decree.words import cell_lists, marks, offices
from lib.decree.words.header_words import ColumnRole
from lib.decree.words.offices import Names, Parted

SEPARATOR = "; "
SAME_AS_ABOVE = "sama dengan baris di atasnya"
LEFT_BLANK = "dibiarkan kosong"
NO_AGENCIES = (SAME_AS_ABOVE, LEFT_BLANK)
"""Answers that name nobody."""
BLANK = "sel pihak yang kosong"

_SUPPORTS = re.compile(r"[○◯o⚬□◦]|p|t|a|pendukung|terkait|anggota|s", re.IGNORECASE)
_CHARGES = re.compile(r"pj|u|utama|pu|k|koordinator|penanggung ?jawab", re.IGNORECASE)


@dataclass(frozen=True)
class Party:
    """The agencies of one entry."""

    charge: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    """Supporting agencies named in the same cell or marked in a matrix."""
    cells: tuple[ForeignCell, ...] = ()


@dataclass
class Parties:
    """Reads the agencies of a table's entries; collects each distinct text once."""

    columns: tuple[ForeignColumn, ...]
    names: Names
    answers: Mapping[str, str]
    counts: Counter[str] = field(default_factory=Counter)
    texts: dict[str, Assumption] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    """Folded name -> how it is written: as it came first, whatever its case later."""

    @classmethod
    def of_table(
        cls,
        columns: tuple[ForeignColumn, ...],
        entries: Sequence[TreeEntry],
        register: Iterable[str],
        answers: Mapping[str, str],
    ) -> Parties:
        """Make a reader that knows the register and the names that stand alone in a cell."""
        made = cls(columns, Names.of(register), answers)
        texts = [cell.flat for entry in entries for cell in made._cells(entry)]
        known = {**Names.of(offices.alone(texts)).known, **made.names.known}
        made.names = replace(made.names, known=known)
        return made

    @property
    def matrix(self) -> tuple[ForeignColumn, ...]:
        return tuple(column for column in self.columns if column.office)

    def _cells(self, entry: TreeEntry) -> tuple[ForeignCell, ...]:
        charge = [one for one in self.columns if one.role is ColumnRole.CHARGE and not one.office]
        return tuple(
            cell for column in charge for cell in cells_of(entry, column, self.columns) if cell.flat
        )

    def of(self, entry: TreeEntry) -> Party:
        """Read the agencies of an entry."""
        marked = self._marked(entry)
        cells = tuple(cell for cell in self._cells(entry) if not _is_nothing(cell.flat))
        if not cells:
            return marked
        text = "\n".join(dict.fromkeys(cell.text for cell in cells))
        items = cell_lists.marked(text)
        if entry.item and entry.number and len(items) == entry.item[1] > 1:
            # Both cells number their lines alike: each agency does its own line.
            text = items[entry.item[0]]
        parted = self._parted(text)
        return Party(
            tuple(dict.fromkeys((*map(self._spelled, parted.charge), *marked.charge))),
            tuple(dict.fromkeys((*parted.support, *marked.support))),
            (*cells, *marked.cells),
        )

    def _parted(self, text: str) -> Parted:
        """Part a text into agencies as proposed, or as was answered."""
        seen = cell_lists.one_line(text.replace("\n", SEPARATOR))
        self.counts[seen] += 1
        parted = offices.part(text, self.names)
        proposed = SEPARATOR.join(parted.charge)
        choices = [SEPARATOR.join(names) for names in parted.choices]
        words = f"“{seen}” itu satu perangkat daerah atau beberapa? Pisahkan dengan titik koma."
        one = reading(QuestionKind.AGENCY, seen, 0, proposed, choices, parted.sure, words)
        self.texts.setdefault(seen, one)
        answer = self.answers.get(one.id, proposed)
        if answer == proposed:
            return parted
        names = tuple(name.strip() for name in answer.split(";") if name.strip())
        return Parted(names, parted.support)

    def _spelled(self, name: str) -> str:
        return self.spelled.setdefault(offices.fold(name), name)

    def _marked(self, entry: TreeEntry) -> Party:
        """Read a matrix: a full mark is in charge, a hollow one supports."""
        charge: list[str] = []
        support: list[str] = []
        used: list[ForeignCell] = []
        for column in self.matrix:
            for cell in cells_of(entry, column, self.columns):
                if not cell.flat or (_is_nothing(cell.flat) and not _SUPPORTS.fullmatch(cell.flat)):
                    continue
                used.append(cell)
                supports = _SUPPORTS.fullmatch(cell.flat) and not _CHARGES.fullmatch(cell.flat)
                supports = supports or column.role is ColumnRole.SUPPORT
                (support if supports else charge).append(column.office)
        return Party(tuple(charge), tuple(support), tuple(used))

    def blanks(self, count: int) -> Assumption:
        """Ask what a blank cell means, where the source does not tell merged from blank."""
        words = "Apakah sel pihak yang kosong berarti sama dengan baris di atasnya?"
        choices = NO_AGENCIES
        return reading(QuestionKind.AGENCY, BLANK, count, SAME_AS_ABOVE, choices, False, words)

    def readings(self) -> tuple[Assumption, ...]:
        """Return each distinct text with its count."""
        return tuple(replace(one, count=self.counts[seen]) for seen, one in self.texts.items())


def _is_nothing(text: str) -> bool:
    return marks.sign(text) is marks.Sign.NOT
