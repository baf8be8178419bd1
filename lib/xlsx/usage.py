"""Which part is being read, and how much all parts read so far hold together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NoReturn

from lib.findings import catalogue
from lib.findings.finding import CatalogueEntry
from lib.plan.text.indonesian import number
from lib.xlsx import limits
from lib.xlsx.limits import refuse


@dataclass(frozen=True, slots=True)
class Usage:
    """What the workbook's parts hold together; each part is read on top of the ones before."""

    elements: int = 0
    counts: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType(dict.fromkeys(limits.COUNTS, 0))
    )
    """Elements of the kinds that have a limit of their own."""
    ranges: int = 0
    footprint: int = 0
    merged_cells: int = 0
    linked_cells: int = 0
    formula_characters: int = 0


@dataclass(frozen=True, slots=True)
class Where:
    """The part being read, and the name on its tab where it is a sheet: for findings."""

    part: str
    sheet: str | None = None

    def refuse(self, entry: CatalogueEntry, cell: str | None = None, **values: object) -> NoReturn:
        """Raise `Refused` with this place filled in."""
        refuse(entry, self.sheet, cell, part=self.part, **values)

    def broken(self, reason: str) -> NoReturn:
        """Refuse the part as damaged."""
        self.refuse(catalogue.XML_BROKEN, reason=reason)

    def at_most(self, count: int, limit: int, what: str) -> None:
        """Refuse more than `limit` of something."""
        if count > limit:
            self.refuse(catalogue.TOO_MANY, limit=number(limit), what=what)
