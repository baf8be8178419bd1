"""The steps that a RUBRIK describes, one per line."""

from __future__ import annotations

import re

_OWN_NUMBER = re.compile(
    r"(?:tahap\s*)?(\d)(?:\s*[.):–-]+(?:\s+(?![\s\d])|$)|[.):](?=[^\W\d]))", re.IGNORECASE
)
"""How a line may begin that counts itself, such as `2.`, `2)` or `Tahap 2:`; no `2 - 3 kali`."""


def steps_of(rubric: object) -> tuple[str, ...]:
    """Return what each line of a RUBRIK says, the first step first; () for a blank cell.

    A step's own number is not said again.
    """
    return tuple(_bare(number, line) for number, line in enumerate(lines_of(rubric), 1))


def lines_of(rubric: object) -> tuple[str, ...]:
    """Return the lines of a RUBRIK as they stand; one with signs or its number alone is none."""
    lines = rubric.split("\n") if isinstance(rubric, str) else []
    return tuple(line.strip() for line in lines if _says_something(line.strip()))


def own_numbers(rubric: object) -> tuple[int, ...]:
    """Return the number by which each line counts itself; () where one does not."""
    found = [_OWN_NUMBER.match(line) for line in lines_of(rubric)]
    return tuple(int(one[1]) for one in found if one) if all(found) else ()


def _says_something(line: str) -> bool:
    counted = _OWN_NUMBER.match(line)
    return any(map(str.isalnum, line[counted.end() :] if counted else line))


def _bare(number: int, line: str) -> str:
    counted = _OWN_NUMBER.match(line)
    return line[counted.end() :] if counted and int(counted[1]) == number else line
