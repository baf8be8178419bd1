"""Levels of table A: which rows are headings, how deep, and what each row is called by.

A plan says so in TINGKAT and KODE. Where it does not, levels are read from the numbering, whatever
family it is (`KP I`/`I.1`, `A`/`1`/`a`, `1`/`1.1`, dotted codes, letters that restart): a heading
whose number looks like one above it stands beside that one, any other stands below.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import pairwise

import pandas as pd

ACTIVITY = "Kegiatan"
"""What TINGKAT says of a row that is carried out; headings have their depth, 1 to 3."""
DEEPEST = 3
_PARTS = re.compile(r"[.\s]+")
_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

Shape = tuple[str, ...]


def levels(numbers: Sequence[str | None], is_activity: Sequence[bool]) -> list[str]:
    """Return `1`, `2`, `3` or `Kegiatan` for every row of table A, in printed order.

    `is_activity` tells the rows that have an agency or a planned year.
    """
    above: list[tuple[Shape, str]] = []
    found = []
    for number, carried_out in zip(numbers, is_activity, strict=True):
        if carried_out:
            found.append(ACTIVITY)
            continue
        above = _beside_or_below(above, _tidy(number))
        found.append(str(min(len(above), DEEPEST)))
    return found


def _beside_or_below(above: list[tuple[Shape, str]], number: str) -> list[tuple[Shape, str]]:
    """Return the headings that a heading stands under, itself last."""
    shapes = _shapes(number)
    for depth, (shape, last) in reversed(list(enumerate(above))):
        if shape in shapes and (len(shapes) == 1 or _follows(last, number, shape)):
            return [*above[:depth], (shape, number)]
    for depth, (shape, _) in reversed(list(enumerate(above))):
        if shape in shapes:
            return [*above[:depth], (shape, number)]
    return [*above, (shapes[0], number)]


def _shapes(number: str) -> list[Shape]:
    """Return the ways to read a number's form; `I` may be Roman or a letter, Roman first."""
    parts = [part for part in _PARTS.split(number.strip(" .)(")) if part]
    head = tuple(_kind(part) for part in parts[:-1])
    last = parts[-1] if parts else ""
    kinds = [_kind(last)]
    if _ROMAN.fullmatch(last) and len(last) == 1:
        kinds = ["roman", "letter"] if last == "I" else ["letter", "roman"]
    return [(*head, kind) for kind in kinds]


def _kind(part: str) -> str:
    if part.isdigit():
        return "digit"
    if _ROMAN.fullmatch(part):
        return "roman"
    if len(part) == 1 and part.isalpha():
        return "letter" if part.isupper() else "small"
    return part.casefold() if part.isalpha() else "word"


def _follows(last: str, number: str, shape: Shape) -> bool:
    """Tell whether a number comes right after another of the same form."""
    before, after = (_PARTS.split(text.strip(" .)("))[-1] for text in (last, number))
    if shape[-1] == "roman":
        return _roman(after) == _roman(before) + 1
    return ord(after[0]) == ord(before[0]) + 1


def _roman(text: str) -> int:
    values = [_VALUES.get(letter, 0) for letter in text]
    signs = [-1 if here < there else 1 for here, there in pairwise([*values, 0])]
    return sum(sign * value for sign, value in zip(signs, values, strict=True))


def codes(
    numbers: Iterable[str | None], tingkat: Iterable[str], stated: Iterable[str | None] = ()
) -> list[str]:
    """Return a key for every row: as stated, or its number where no other row has it, or its path.

    A path is the numbers of the headings above it and its own, such as `A.1.a`; where even that
    is taken, or there is no number, ` (2)` and so on is added. Keys of two kegiatan differ in
    more than case, spaces and signs, for their reports are found by them.
    """
    tidied, tingkat = [_tidy(number) for number in numbers], list(tingkat)
    given = [_tidy(code) for code in stated] or [""] * len(tidied)
    if all(given):
        return given
    alone = _alone(tidied, tingkat)
    given_away, reserved = _Taken(), _Taken()
    for name, level in zip(given, tingkat, strict=True):
        given_away.add(name, level)
        reserved.add(name, level)
    for name, level in zip(alone, tingkat, strict=True):
        reserved.add(name, level)
    found = []
    rows = zip(given, alone, _paths(tidied, tingkat), tingkat, strict=True)
    for code, number, path, level in rows:
        own = number if not given_away.has(number, level) else ""
        name = code or own or free(number or path, partial(reserved.has, level=level))
        given_away.add(name, level)
        reserved.add(name, level)
        found.append(name)
    return found


def _alone(numbers: list[str], tingkat: list[str]) -> list[str]:
    """Return the numbers that no other row has, blank for any other."""
    rows = list(zip(numbers, tingkat, strict=True))
    often = Counter(numbers)
    alike = Counter(number_code(number) for number, level in rows if level == ACTIVITY)
    return [
        number if often[number] == 1 and (level != ACTIVITY or alike[number_code(number)] == 1)
        else ""
        for number, level in rows
    ]  # fmt: skip


@dataclass(slots=True)
class _Taken:
    """Keys given away; of kegiatan, those, too, that look like one."""

    names: set[str] = field(default_factory=set)
    alike: set[str] = field(default_factory=set)

    def add(self, name: str, level: str) -> None:
        if name:
            self.names.add(name)
        if name and level == ACTIVITY:
            self.alike.add(number_code(name))

    def has(self, name: str, level: str) -> bool:
        return name in self.names or (level == ACTIVITY and number_code(name) in self.alike)


@lru_cache(maxsize=8192)
def number_code(number: str) -> str:
    """Reduce a printed number to letters, digits and points: `I. 1. B` becomes `i.1.b`."""
    return "".join(c for c in number.casefold() if c.isalnum() or c == ".").strip(".")


def free(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return a key, with a count behind it where it is blank or taken."""
    if name and not is_taken(name):
        return name
    counted = (f"{name} ({count})".strip() for count in itertools.count(2 if name else 1))
    return next(other for other in counted if not is_taken(other))


def _tidy(number: str | None) -> str:
    return " ".join((number or "").split()) if isinstance(number, str) else ""


def _paths(numbers: list[str], tingkat: list[str]) -> list[str]:
    above: dict[int, str] = {}
    paths = []
    for number, level in zip(numbers, tingkat, strict=True):
        depth = int(level) if level != ACTIVITY else DEEPEST + 1
        parts = [text for deep, text in sorted(above.items()) if deep < depth]
        # A number that spells its path out already needs no other in front of it.
        whole = [*parts, number] if number and not _spells(number, parts) else [number]
        paths.append(".".join(filter(None, whole)))
        if level != ACTIVITY:
            above = {deep: text for deep, text in above.items() if deep < depth} | {depth: number}
    return paths


def _spells(number: str, parts: list[str]) -> bool:
    return bool(parts) and number.startswith(f"{parts[-1]}.")


def headings(codes: pd.Series, names: pd.Series, tingkat: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Return code and name of the outermost heading each row stands under; NaN where none is."""
    is_top = tingkat == "1"
    return codes.where(is_top).ffill(), names.where(is_top).ffill()
