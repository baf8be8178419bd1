"""The decisions that are asked for, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lib.plan.figures.attention import Attention
from lib.plan.text.indonesian import listing

REQUESTED = "Keputusan yang diminta"


def headline(items: Sequence[Attention]) -> str:
    """Say how many decisions are asked of whom, in the order of the items."""
    counts = Counter(item.decision for item in items)
    whose = listing(f"{office} {count}" for office, count in counts.items())
    return f"{len(items)} kegiatan-tahun menunggu keputusan: {whose}"
