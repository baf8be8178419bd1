"""The ratio of some work to reference work, measured by turns."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from operator import truediv
from statistics import median


@dataclass(frozen=True, slots=True)
class Ratio:
    """Seconds of the subject and of its reference, round by round."""

    subjects: tuple[float, ...]
    references: tuple[float, ...]

    @property
    def value(self) -> float:
        """Median of the rounds' ratios, which a machine growing busier does not move."""
        return median(map(truediv, self.subjects, self.references))


def compare(subject: Callable[[], object], reference: Callable[[], object], rounds: int) -> Ratio:
    """Time both by turns, each going first every other time, after a round that does not count."""
    subjects: list[float] = []
    references: list[float] = []
    for turn in range(rounds + 1):
        order = [(subject, subjects), (reference, references)]
        for work, times in order if turn % 2 else reversed(order):
            times.append(_seconds(work))
    return Ratio(tuple(subjects[1:]), tuple(references[1:]))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
