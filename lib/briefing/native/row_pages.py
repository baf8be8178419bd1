"""How rows of names and bars spread over slides, or over charts of a report."""

from __future__ import annotations

from math import ceil

ROWS = 12
"""Most rows on one slide or chart; further ones flow to the next."""


def pages(count: int, most: int = ROWS) -> list[slice]:
    """Split so many rows evenly over as few pages as hold them; one page for none."""
    slides = max(1, ceil(count / most))
    size = max(1, ceil(count / slides))
    return [slice(start, start + size) for start in range(0, max(count, 1), size)]
