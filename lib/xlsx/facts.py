"""What the gate saw of each sheet, for the reader that comes after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One sheet's cells as the file stores them; cells are named as in `H7`."""

    hidden: bool = False
    last_row: int = 0
    last_column: int = 0
    """The farthest row and column that hold anything; a reader need go no further."""
    formulas_with_value: frozenset[str] = frozenset()
    formulas_without_value: frozenset[str] = frozenset()
    errors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Error cells and their text, such as `#N/A`."""
    merged: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """All sheets of a workbook that a reader may open, by the name on their tab."""

    sheets: Mapping[str, SheetFacts]
