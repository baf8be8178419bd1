"""Positions: the quarter as of which a plan is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lib.plan.schema import QUARTERS, ROMAN

_CODE = re.compile(r"(\d{4})-TW([1-4])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A year and one of its quarters, seen from the quarter's last day."""

    year: int
    quarter: int

    @classmethod
    def parse(cls, code: str | None) -> Position | None:
        """Read a code such as `2024-TW3`; None for anything else."""
        match = _CODE.fullmatch((code or "").strip())
        return cls(int(match[1]), int(match[2])) if match else None

    @classmethod
    def default(cls, years: Sequence[int], today: date) -> Position:
        """Return the last quarter that has ended by `today`, held inside the plan's years."""
        return min(max(cls.last_ended(today), cls(min(years), 1)), cls(max(years), 4))

    @classmethod
    def last_ended(cls, today: date) -> Position:
        """Return the last quarter whose last day lies before `today`."""
        quarter = (today.month - 1) // 3
        return cls(today.year, quarter) if quarter else cls(today.year - 1, 4)

    @property
    def code(self) -> str:
        return f"{self.year}-TW{self.quarter}"

    @property
    def label(self) -> str:
        """The position in words, such as `TW III 2024`."""
        return f"{quarter_label(self.quarter)} {self.year}"

    @property
    def before(self) -> Position:
        """The quarter before this one."""
        return Position(self.year - (self.quarter == 1), (self.quarter - 2) % 4 + 1)

    def ended(self, year: int) -> int:
        """Count the quarters of `year` that have ended by this position (0 to 4)."""
        return max(0, min(4, (self.year - year) * 4 + self.quarter))


def quarter_label(quarter: int) -> str:
    """Return the printed name of a quarter (1 to 4), such as `TW III`."""
    return f"TW {ROMAN[quarter - 1]}"


def positions(years: Sequence[int]) -> tuple[Position, ...]:
    """List every position of a plan, in order of time."""
    return tuple(Position(year, quarter) for year in sorted(years) for quarter in QUARTERS)
