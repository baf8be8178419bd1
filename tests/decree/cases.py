"""What a foreign table is, and what must come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.decree.draft import DecreeDraft
from lib.decree.words import marks


@dataclass(frozen=True)
class Case:
    """One foreign table: its file, the rows that must come out, and answers where it asks."""

    name: str
    content: bytes
    rows: str
    """One row per line: `level|number|text|years|agencies`, years as `2025, 2026=TW I`."""
    extra: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Extra cells by code and header."""
    budget: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    targets: Mapping[str, Mapping[tuple[int, int], float]] = field(default_factory=dict)
    left: Mapping[str, int] = field(default_factory=dict)
    """How many cells are left out, by reason."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """By what is asked about (the beginning of `seen`), where the proposal is not right."""
    asks: int = 0


def expected(case: Case) -> list[str]:
    return [line.strip() for line in case.rows.strip().split("\n")]


def shown(draft: DecreeDraft) -> list[str]:
    """Write a draft's rows in the notation of `Case.rows`."""
    lines = []
    for row in draft.rows:
        years = [
            str(year) if marks.is_plain(mark) else f"{year}={mark}"
            for year, mark in row.years.items()
        ]
        parts = (
            row.level[0],
            row.number,
            row.text,
            "; ".join(years),
            "; ".join(row.charge),
        )
        lines.append("|".join(parts))
    return lines
