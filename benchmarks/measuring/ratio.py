"""The ratio of some work to reference work, measured by turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import truediv
from statistics import median
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ratio:
    """What the subject and its reference took, round by round."""

    what: str
    """Subject and reference, in words."""
    limit: float
    subjects: tuple[float, ...]
    references: tuple[float, ...]
    at_least: bool = False
    """Whether the ratio is to be at least the limit, instead of at most."""
    unit: str = "s"

    @property
    def value(self) -> float:
        """Median of the rounds' ratios, which a machine growing busier does not move."""
        return median(map(truediv, self.subjects, self.references))

    @property
    def holds(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def compare(
    what: str,
    limit: float,
    subject: Callable[[], object],
    reference: Callable[[], object],
    rounds: int,
) -> Ratio:
    """Time both by turns, each going first every other time, after a round that does not count."""
    turns = by_turns([lambda: _seconds(subject), lambda: _seconds(reference)], rounds + 1)
    return Ratio(what, limit, tuple(turns[0][1:]), tuple(turns[1][1:]))


def by_turns(works: Sequence[Callable[[], T]], rounds: int) -> list[list[T]]:
    """Do all works once a round, in an order that turns about; list what each gave."""
    found: list[list[T]] = [[] for _ in works]
    for turn in range(rounds):
        places = range(len(works))
        for place in places if turn % 2 else reversed(places):
            found[place].append(works[place]())
    return found


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
