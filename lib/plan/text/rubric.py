"""The steps that a RUBRIK describes, one per line."""

from __future__ import annotations

import re

from lib.plan import schema

_OWN_NUMBERS = [
    re.compile(rf"(tahap\s*)?{number}\s*[.):–-]+\s+(?=\S)", re.IGNORECASE)
    for number in range(1, schema.LAST_STEP + 1)
]
"""How the line of each step may begin that counts itself, such as `2.` or `Tahap 2:`."""


def steps_of(rubric: object) -> tuple[str, ...]:
    """Return what each line of a RUBRIK says, the first step first; () for a blank cell.

    Blank lines say nothing, and a step's own number is not said again.
    """
    lines = rubric.split("\n") if isinstance(rubric, str) else []
    told = [line.strip() for line in lines if line.strip()]
    return tuple(map(_bare, range(len(told)), told))


def _bare(at: int, line: str) -> str:
    counted = _OWN_NUMBERS[at].match(line) if at < len(_OWN_NUMBERS) else None
    return line[counted.end() :] if counted else line
