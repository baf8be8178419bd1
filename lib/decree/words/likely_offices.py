"""Which known agencies a name that nobody knows may mean: a short name's full one, or nearly so.

Only likeness is told here, the best first; whether it is the same agency somebody must say.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from lib.decree.words import offices
from lib.plan.register import Register

MOST = 4
"""Guesses that are worth a look."""
_SAME, _FIELDS, _SHORTENED, _SHARED, _SPELLED, _WITHIN = 6.0, 5.0, 4.0, 3.0, 2.0, 1.0
"""What each kind of likeness counts for; how much of it there is adds about one at most."""
_NEAR = 0.78
"""From here on two spellings are alike: Diskominfo, Dinkominfo."""
_TOUCHED, _COMMON = 0.75, 0.5
"""How much of a full name a short one stands for at least, and how many words two names share."""
_WITHIN_WORD, _MISSED = 2, 2
"""How many pieces one that begins within a word counts for, and a word that gives none."""
_ROUGH, _WHOLE = 0.03, 0.1
"""What each piece more than there are words takes off, and what none more adds: BPBD, DPUPR."""
_KEPT = 4096
_WHERE = re.compile(r"\s(?:kabupaten|kab|kota|provinsi)\s.*$")
_LINKS = frozenset(("dan", "serta", "di", "pada", "untuk", "kepala", "plt", "yang"))
_KINDS = frozenset(
    ("dinas", "din", "badan", "bagian", "bag", "biro", "kantor", "sekretariat", "daerah", "setda",
     "kecamatan", "camat", "kec", "kelurahan", "lurah", "desa", "unit", "satuan", "lembaga",
     "rumah", "sakit", "umum", "pemerintah", "asisten", "tim", "balai", "pusat", "bidang")
)  # fmt: skip
"""Words of many offices' names, which alone make no two of them alike."""

Words = tuple[str, ...]
Place = TypeVar("Place")


def guesses(name: str, known: Register) -> tuple[str, ...]:
    """Return the names of the known agencies that a name may mean, the likeliest first."""
    mine = _words(name)
    scored = {
        agency.name: max(_likeness(mine, _words(other)) for other in agency.names)
        for agency in known.agencies
    }
    likely = sorted(filter(scored.get, scored), key=scored.__getitem__, reverse=True)
    return tuple(likely[:MOST])


def _words(name: str) -> Words:
    """Return what a name is told by: its words, without where it is and what links them."""
    words = _WHERE.sub("", offices.fold(name)).split()
    return tuple(word for word in words if word not in _LINKS)


@lru_cache(maxsize=_KEPT)
def _likeness(one: Words, other: Words) -> float:
    """Tell how alike two names are; 0 where nobody would take them for one."""
    if not one or not other:
        return 0.0
    if sorted(one) == sorted(other):
        return _SAME
    short, full = sorted((one, other), key=lambda words: sum(map(len, words)))
    bare = tuple(word for word in full if word not in _KINDS)
    fulls = {full, bare, (full[0], *(word for word in full[1:] if word not in _KINDS))}
    shortened = max(_shortened("".join(short), each) for each in fulls)
    return max(shortened, _shared(one, other), _spelled(one, other))


def _shortened(short: str, full: Words) -> float:
    """Tell whether a name is made of another's initials and syllables, in their order."""
    if len(full) < 2 or short[0] != full[0][0]:
        return 0.0
    if not _has_letters("".join(full), short):
        return 0.0
    states: _States = {(0, 0): 0}
    for word in full:
        states = _through(word, short, states)
    most = len(full) * (1 - _TOUCHED)
    done = [
        count + _MISSED * missed
        for (used, missed), count in states.items()
        if used == len(short) and missed <= most
    ]
    if not done:
        return 0.0
    share, more = len(short) / sum(map(len, full)), min(done) - len(full)
    return _SHORTENED + share - (_ROUGH * more if more else -_WHOLE)


def _has_letters(text: str, letters: str) -> bool:
    """Tell whether all letters stand in a text, in their order."""
    left = iter(text)
    return all(letter in left for letter in letters)


_States = dict[tuple[int, int], int]
"""Letters used and words that gave none -> the fewest pieces that it took so far."""


def _through(word: str, short: str, before: _States) -> _States:
    """Go on through one word of the full name, each of its letters taken or not."""
    states = {(used, missed, False, False): count for (used, missed), count in before.items()}
    for at, letter in enumerate(word):
        after: dict[tuple[int, int, bool, bool], int] = {}
        for (used, missed, running, touched), count in states.items():
            _keep(after, (used, missed, False, touched), count)
            if short[used : used + 1] == letter:
                begins = 0 if running else _WITHIN_WORD if at else 1
                _keep(after, (used + 1, missed, True, True), count + begins)
        states = after
    ended: _States = {}
    for (used, missed, _, touched), count in states.items():
        _keep(ended, (used, missed + (not touched)), count)
    return ended


def _keep(states: dict[Place, int], place: Place, count: int) -> None:
    states[place] = min(count, states.get(place, count))


def _shared(one: Words, other: Words) -> float:
    """Tell how many of the words that tell offices apart two names have in common."""
    mine, theirs = set(one) - _KINDS, set(other) - _KINDS
    if not mine or not theirs:
        return _WITHIN if set(one) <= set(other) or set(other) <= set(one) else 0.0
    if mine == theirs:
        return _FIELDS
    common = len(mine & theirs)
    if common < _COMMON * min(len(mine), len(theirs)):
        return 0.0
    return _SHARED + common / len(mine | theirs)


def _spelled(one: Words, other: Words) -> float:
    """Tell how alike two names are letter by letter, beside a kind of office that both begin by."""
    if one[0] == other[0]:
        one, other = one[1:], other[1:]
    ratio = SequenceMatcher(None, "".join(one), "".join(other), autojunk=False).ratio()
    return _SPELLED + ratio if one and other and ratio >= _NEAR else 0.0
