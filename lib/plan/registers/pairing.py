"""Which kegiatan of a new plan goes on with which of an old one, by likeness of text and place.

Texts are compared letter by letter (`difflib`), but only where they share words; the place is the
headings above and the printed number. The likest pair is taken first, and each kegiatan once.
What is proposed is never that a kegiatan stopped: that needs somebody's reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lib.plan.plan import Plan
from lib.plan.registers.continuation import Continuation
from lib.plan.registers.register_sheet import CHANGED, CONTINUED
from lib.plan.table_a import Level

SAME, LIKE = 0.98, 0.6
"""From here on a text is the same but for misprints, and a pair is alike."""
_TEXT, _PLACE = 0.8, 0.2
"""What text and place count for."""
_SHORT = 0.9
"""What a likeness without the words in brackets counts for."""
_CANDIDATES, _WORTH_A_LOOK = 8, 0.4
_BRACKETS = re.compile(r"\([^()]*\)")
_WORDS = re.compile(r"\w+")
_EMPTY = frozenset(("kegiatan", "dan", "di", "yang", "pada", "dalam", "untuk", "dengan", "tentang"))
"""Words that make no two kegiatan alike."""


@dataclass(frozen=True)
class _Spot:
    """A kegiatan where it stands."""

    code: str
    text: str
    number: str
    headings: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(w for w in _WORDS.findall(self.text.casefold()) if w not in _EMPTY)

    @property
    def whole(self) -> str:
        return " ".join(self.words)

    @property
    def short(self) -> str:
        words = _WORDS.findall(_BRACKETS.sub(" ", self.text).casefold())
        return " ".join(word for word in words if word not in _EMPTY)


def propose(old: Plan, new: Plan) -> tuple[Continuation, ...]:
    """Propose what becomes of every kegiatan of an old plan, in its printed order."""
    before, after = _spots(old), _spots(new)
    pairs: dict[str, tuple[str, float]] = {}
    taken: set[str] = set()
    for score, same, first, then in sorted(_scored(before, after), key=lambda pair: -pair[0]):
        if score >= LIKE and first.code not in pairs and then.code not in taken:
            pairs[first.code] = then.code, same
            taken.add(then.code)
    return tuple(_said(spot, pairs.get(spot.code)) for spot in before)


def _said(spot: _Spot, pair: tuple[str, float] | None) -> Continuation:
    if pair is None:
        return Continuation(spot.code, spot.text)
    return Continuation(spot.code, spot.text, CONTINUED if pair[1] >= SAME else CHANGED, pair[0])


def _spots(plan: Plan) -> list[_Spot]:
    found, path = [], dict[str, str]()
    for row in plan.program.to_dict("records"):
        level, text = row["tingkat"], str(row["uraian"])
        if level == Level.ACTIVITY:
            number = row["no"] if isinstance(row["no"], str) else ""
            found.append(_Spot(row["kode"], text, number, " ".join(path.values()).casefold()))
        else:
            path = {depth: name for depth, name in path.items() if depth < level} | {level: text}
    return found


def _scored(before: list[_Spot], after: list[_Spot]) -> Iterator[tuple[float, float, _Spot, _Spot]]:
    """Yield likeness, likeness of the whole texts, and the pair, for those that share words."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for at, spot in enumerate(after):
        for word in set(spot.words):
            by_word[word].append(at)
    for first in before:
        shared: defaultdict[int, float] = defaultdict(float)
        for word in set(first.words):
            for at in by_word[word]:
                shared[at] += 1 / len(by_word[word])  # a rare word tells more
        for at in sorted(shared, key=shared.__getitem__, reverse=True)[:_CANDIDATES]:
            then = after[at]
            same = _ratio(first.whole, then.whole)
            text = max(same, _SHORT * _ratio(first.short, then.short))
            yield _TEXT * text + _PLACE * _place(first, then), same, first, then


def _place(first: _Spot, then: _Spot) -> float:
    if first.number and first.number == then.number:
        return 1.0
    return _ratio(first.headings, then.headings)


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _WORTH_A_LOOK else 0.0
