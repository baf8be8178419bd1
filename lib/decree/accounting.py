"""Every source cell accounted for: in the plan, or left out with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lib.decree.foreign_table import ForeignCell, Source
from lib.decree.words import marks

OTHER_TABLE = "di tabel lain, bukan rencana aksi"
HIDDEN_SHEET = "di lembar tersembunyi"
COVERED = "tertutup sel gabungan, tidak tercetak"
UNKNOWN = "belum terbaca"


@dataclass(frozen=True, slots=True)
class Left:
    """One source cell that is not in the plan."""

    place: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class CellAccount:
    """How many source cells were read and used, and which were left out."""

    read: int
    used: int
    left: tuple[Left, ...]

    @property
    def words(self) -> str:
        """Such as "248 sel terbaca: 231 dipakai, 17 tidak dipakai"."""
        return f"{self.read} sel terbaca: {self.used} dipakai, {len(self.left)} tidak dipakai"

    @property
    def unaccounted(self) -> tuple[Left, ...]:
        """Cells that nobody decided about; there must be none."""
        return tuple(one for one in self.left if one.why == UNKNOWN)


def account(
    source: Source,
    used: Iterable[ForeignCell],
    left: Mapping[ForeignCell, str],
    shaded: Iterable[ForeignCell],
    found: Iterable[str],
) -> CellAccount:
    """Count every cell with text, and every shaded one that time is told by.

    `found` names the tables that rows were read from.
    """
    taken = set(used)
    tables = set(found)
    listed: list[Left] = []
    count = 0
    extra = set(shaded)
    for table in source.tables:
        for cell in table.cells:
            if not cell.text.strip() and cell not in extra:
                continue
            count += 1
            if cell in taken:
                continue
            why = COVERED if cell.hidden else left.get(cell)
            if why is None:
                why = UNKNOWN if table.name in tables else OTHER_TABLE
                why = HIDDEN_SHEET if table.hidden else why
            listed.append(Left(cell.place, shown(cell), why))
    return CellAccount(count, count - len(listed), tuple(listed))


def shown(cell: ForeignCell) -> str:
    """Return what stands in a cell, on one line."""
    return cell.flat or f"(sel berwarna {marks.color(cell.fill)})"
