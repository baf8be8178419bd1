"""What the gate saw of each sheet, for the reader that comes after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One sheet's cells as the file stores them; cells are named as in `H7`."""

    hidden: bool = False
    hides_zeros: bool = False
    """Whether the sheet's view leaves cells that hold 0 blank."""
    last_row: int = 0
    last_column: int = 0
    """The farthest row and column that hold anything; a reader need go no further."""
    formulas: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """Formula cells and their text without `=`; a shared formula's text is its first cell's."""
    formulas_with_value: frozenset[str] = frozenset()
    formulas_without_value: frozenset[str] = frozenset()
    errors: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """Error cells and their text, such as `#N/A`."""
    pictures: frozenset[str] = frozenset()
    """Cells that hold a picture instead of a value, which old readers see as `#VALUE!`."""
    links: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """Cells with a hyperlink out of the workbook, and the address it goes to."""
    struck: frozenset[str] = frozenset()
    """Cells of which some words are struck out, others not."""
    merged: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    """Counted from 1; a row without height or a column without width is hidden, too."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All sheets of a workbook that a reader may open, by the name on their tab."""

    sheets: Mapping[str, SheetFacts]
