"""A draft of a plan as a foreign table gives it, before it becomes a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lib.decree.accounting import CellAccount
from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.questions import Assumption

ACTIVITY = "Kegiatan"
LINE = ", baris "
"""Stands between table and row in every place."""


@dataclass(frozen=True)
class DraftRow:
    """One row of the plan to be, with the place each part of it came from."""

    level: str
    """`1`, `2`, `3` for headings, `Kegiatan` for what is carried out: the column TINGKAT."""
    number: str
    """As printed; blank where nothing is."""
    code: str
    """Unique in the plan: the printed number, else its path: the column KODE."""
    text: str
    years: Mapping[int, str] = field(default_factory=dict)
    """What is printed for each planned year."""
    charge: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    """Decreed extra columns, by their header path."""
    budget: Mapping[int, float] = field(default_factory=dict)
    """Rupiah by year."""
    targets: Mapping[tuple[int, int], float] = field(default_factory=dict)
    """Percent by year and quarter."""
    place: str = ""
    """Where it begins in the source; no other row has the same."""
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Where each part stands in the source, in words: `uraian`, `waktu`, `pihak`, or a header."""

    @property
    def is_activity(self) -> bool:
        return self.level == ACTIVITY

    @property
    def table(self) -> str:
        """The table that it begins in, such as `tabel 2`."""
        return self.place.partition(LINE)[0]

    @property
    def line(self) -> str:
        """Its row's number in that table."""
        return self.place.partition(LINE)[2].partition(",")[0]


@dataclass(frozen=True)
class Indicator:
    """One row of a second table, of indicators by program."""

    number: str
    program: str
    text: str
    place: str


@dataclass(frozen=True)
class DecreeDraft:
    """What a foreign table says of a plan, and how surely."""

    document: Mapping[str, str]
    """Items of the sheet Dokumen, guessed from the texts around the table."""
    years: tuple[int, ...]
    rows: tuple[DraftRow, ...]
    columns: tuple[ForeignColumn, ...]
    indicators: tuple[Indicator, ...]
    readings: tuple[Assumption, ...]
    """Everything that was read by its looks, sure or not."""
    open: tuple[Assumption, ...]
    """The readings that still ask."""
    corrected: frozenset[str]
    """Answers that correct one row, such as `tabel 1, baris 5, kolom 1 / tingkat`."""
    account: CellAccount
    table: str
    """The table it was read from."""

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The tables that its rows begin in: a table broken over pages may be several."""
        return tuple(dict.fromkeys(row.table for row in self.rows))

    @property
    def agencies(self) -> tuple[str, ...]:
        """Every agency in charge, in printed order."""
        return tuple(dict.fromkeys(name for row in self.rows for name in row.charge))

    @property
    def extras(self) -> tuple[str, ...]:
        """The headers of the extra columns that hold anything, in printed order."""
        return tuple(dict.fromkeys(label for row in self.rows for label in row.extra))
