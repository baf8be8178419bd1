"""Agencies of a decree that the store knows by another name: asked about once, and remembered.

Rights and accounts hang on the register, so a decree's "Dinas Komunikasi dan Informatika" must
become the DINKOMINFO that is known. A known name, full name or alias is certain; of a name that
is like a known one somebody is asked; one that is like none is a new agency's, which may be
said otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lib.decree.answers import problem
from lib.decree.draft import DecreeDraft
from lib.decree.questions import Assumption, QuestionKind, reading
from lib.decree.words import likely_offices
from lib.plan.register import Agency, Register, fold, means_everyone

NEW = "belum ada, perangkat daerah baru"
"""The answer that names no known agency."""
_FIRST = frozenset({QuestionKind.TABLE, QuestionKind.COLUMN})
"""What must be settled before it is known which texts name agencies."""


def asked(draft: DecreeDraft, known: Register, answers: Mapping[str, str]) -> DecreeDraft:
    """Return the draft with what is asked about its agencies, beside those that are known.

    Names in a text wait until it is answered how that is parted.
    """
    if not known or any(one.kind in _FIRST for one in draft.open):
        return draft
    found = tuple(_reading(name, count, known) for name, count in _unknown(draft, known).items())
    still = tuple(one for one in found if not one.sure and problem(one, answers.get(one.id, "")))
    return replace(draft, readings=(*draft.readings, *found), open=(*draft.open, *still))


def _unknown(draft: DecreeDraft, known: Register) -> Counter[str]:
    """Count the rows of each agency that goes by no known name, in printed order."""
    parted = (one.proposed for one in draft.open if one.kind is QuestionKind.AGENCY)
    waiting = {fold(name) for text in parted for name in text.split(";")}
    names = (name for row in draft.rows for name in row.charge if fold(name) not in waiting)
    return Counter(
        name for name in names if known.name_of(name) is None and not means_everyone(name)
    )


def _reading(name: str, count: int, known: Register) -> Assumption:
    likely = likely_offices.guesses(name, known)
    others = (agency.name for agency in known.agencies)
    words = f"“{name}” sama dengan perangkat daerah yang mana?"
    proposed = "" if likely else NEW
    choices = (*likely, NEW, *others)
    return reading(QuestionKind.OFFICE, name, count, proposed, choices, not likely, words)


def taught(known: Register, draft: DecreeDraft, answers: Mapping[str, str]) -> Register:
    """Return the known register, each agency with the names by which a decree was said to call it.

    An agency without a full name takes one of several words for it; any other is an alias.
    """
    learned: dict[str, list[str]] = {}
    for name, printed in _said(draft, answers):
        learned.setdefault(name, []).append(printed)
    return Register(tuple(_learned(one, learned.get(one.name, [])) for one in known.agencies))


def _said(draft: DecreeDraft, answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield agency and printed name of every answer that names a known agency."""
    for one in draft.readings:
        answer = answers.get(one.id, one.proposed)
        if one.kind is QuestionKind.OFFICE and answer in one.choices and answer not in ("", NEW):
            yield answer, one.seen


def _learned(agency: Agency, printed: list[str]) -> Agency:
    full = next((name for name in printed if " " in name), "")
    return agency.joined(Agency(agency.name, full, tuple(printed)))


def new_ones(draft: DecreeDraft, answers: Mapping[str, str]) -> tuple[str, ...]:
    """List the agencies that enter as new ones, in printed order."""
    return tuple(
        one.seen
        for one in draft.readings
        if one.kind is QuestionKind.OFFICE and answers.get(one.id, one.proposed) == NEW
    )
