"""A column of a foreign table, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from lib.decree.blocks import Block
from lib.decree.words.header_words import ColumnRole
from lib.decree.words.periods import Slot


@dataclass(frozen=True, slots=True)
class ForeignColumn:
    """One column, or several under one undivided header."""

    places: tuple[int, ...]
    """From 0."""
    path: tuple[str, ...]
    role: ColumnRole
    why: str
    samples: tuple[str, ...] = ()
    time: Slot | None = None
    office: str = ""
    """The agency a column of a matrix stands for."""
    sure: bool = True

    @property
    def label(self) -> str:
        """The header path as one text, such as `2026 / Target`."""
        return " / ".join(self.path) or f"kolom {self.places[0] + 1}"


def texts_in(block: Block, places: tuple[int, ...]) -> list[str]:
    """Return the texts that begin in some columns of a table's body, in reading order."""
    cells = [line.cells[at] for line in block.body for at in places if line.begins(at)]
    return [cell.flat for cell in cells if cell and cell.flat and cell.across < block.width]
