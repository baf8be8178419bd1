"""Sketches: a decree's file on its way to a plan, from what was read to a proposal.

What somebody answers stays good through reloads, other pages and days; a plan is added through
`changing` alone, as any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import sha256

from lib.decree import conversion, corrections
from lib.decree.accounting import CellAccount, Left
from lib.decree.answers import problem, takes_other_words
from lib.decree.columns.foreign_column import ForeignColumn
from lib.decree.columns.known_offices import NEW as NEW_AGENCY
from lib.decree.columns.known_offices import new_ones
from lib.decree.columns.parties import NO_AGENCIES
from lib.decree.conversion import Conversion
from lib.decree.corrections import RowPart
from lib.decree.draft import DecreeDraft, DraftRow
from lib.decree.questions import Assumption, QuestionKind
from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan.breach import PRINTED
from lib.plan.kept import kept
from lib.plan.register import Register
from lib.service import changing
from lib.service.actor import Actor, Right, require
from lib.service.library import Library
from lib.service.new_plan import known_agencies, succession
from lib.service.proposal import Proposal
from lib.store.waiting.sketch_store import SketchStore, StoredSketch

__all__ = [
    "NEW_AGENCY",
    "NO_AGENCIES",
    "Assumption",
    "CellAccount",
    "Conversion",
    "DecreeDraft",
    "DraftRow",
    "ForeignColumn",
    "Left",
    "QuestionKind",
    "RowPart",
    "Sketch",
    "StoredSketch",
    "Unreadable",
    "answered",
    "begin",
    "corrections",
    "forget",
    "new_ones",
    "problem",
    "propose",
    "resume",
    "takes_other_words",
    "waiting",
]

KEPT = 3
"""Sketches of one account at most, the newest."""
CONVERSIONS_KEPT = 8
LASTS = timedelta(days=30)
"""A decree is asked about in several offices before its plan is settled."""


@dataclass(frozen=True)
class Sketch:
    """A decree's file, what was answered about it, and what it gives so far."""

    name: str
    content: bytes = field(repr=False)
    answers: Mapping[str, str]
    conversion: Conversion = field(repr=False)

    @kept
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()

    @property
    def id(self) -> str:
        """Names it in an address; whose it is, the store knows."""
        return short(self.sha256)

    @property
    def draft(self) -> DecreeDraft:
        """The plan as it would stand; only a sketch that gives one is kept."""
        if self.conversion.draft is None:
            raise ValueError("nothing was read")
        return self.conversion.draft


class Unreadable(Exception):
    """With these answers no plan is left; says why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(" ".join(finding.seen for finding in findings))


def short(sha256: str) -> str:
    """Return what a sketch is called in an address."""
    return sha256[:12]


def begin(library: Library, actor: Actor, content: bytes, name: str) -> Sketch:
    """Read a decree's file; kept where a plan was found in it, and nothing stored else.

    The same file put in again goes on with the answers that it has.
    """
    require(actor, Right.ADD_PLAN)
    with suppress(KeyError):
        return resume(library, actor, short(sha256(content).hexdigest()))
    made = Sketch(name, content, {}, _converted(library, actor, content, name, {}))
    if made.conversion.draft is not None:
        _store(library).keep(
            StoredSketch(actor.name, made.sha256, name, _now(), content=content),
            KEPT,
            _now() - LASTS,
        )
    return made


def waiting(library: Library, actor: Actor) -> tuple[StoredSketch, ...]:
    """List an account's sketches, newest first."""
    require(actor, Right.ADD_PLAN)
    return _store(library).list(actor.name, _now() - LASTS)


def resume(library: Library, actor: Actor, id: str) -> Sketch:
    """Take a sketch up again with its answers; KeyError where it is gone."""
    found = [one for one in waiting(library, actor) if short(one.sha256) == id]
    if not found:
        raise KeyError(id)
    stored = _store(library).find(actor.name, found[0].sha256)
    made = _converted(library, actor, stored.content, stored.name, stored.answers)
    return Sketch(stored.name, stored.content, stored.answers, made)


def answered(library: Library, actor: Actor, sketch: Sketch, answers: Mapping[str, str]) -> Sketch:
    """Return the sketch with all its answers replaced, and keep them.

    Raises Unreadable, and keeps nothing, where they leave no plan.
    """
    require(actor, Right.ADD_PLAN)
    made = _converted(library, actor, sketch.content, sketch.name, answers)
    if made.draft is None:
        raise Unreadable(made.findings)
    _store(library).answer(actor.name, sketch.sha256, answers)
    return replace(sketch, answers=answers, conversion=made)


def forget(library: Library, actor: Actor, sha256: str) -> None:
    """Let go of a sketch; a plan that it became stays."""
    require(actor, Right.ADD_PLAN)
    _store(library).forget(actor.name, sha256)


def propose(library: Library, actor: Actor, sketch: Sketch) -> Proposal:
    """Say what adding the plan would do; the decree's file stands beside it as what was received.

    Made from the file and its answers anew, so that it fits the plans there are by now.
    """
    require(actor, Right.ADD_PLAN)
    made = _converted(library, actor, sketch.content, sketch.name, sketch.answers)
    workbook = succession.workbook(library, actor, made, sketch.answers)
    checked = changing.check(library, actor, workbook or b"", sketch.name)
    read = tuple(one for one in checked.read if not _is_told_otherwise(one))
    return replace(checked, read=(*made.notices, *read), upload=sketch.content, marked=None)


def _is_told_otherwise(finding: Finding) -> bool:
    """Tell whether a workbook's finding says nothing to somebody who has the decree at hand."""
    if finding.code == catalogue.PLAN_NEW.code:
        return True  # on this way every plan is a new one
    return finding.code in PRINTED


def _converted(
    library: Library, actor: Actor, content: bytes, name: str, answers: Mapping[str, str]
) -> Conversion:
    taken = tuple(plan.id for plan in library.plans(actor))
    known, year = known_agencies.known(library, actor), date.today().year
    return _made(content, name, tuple(sorted(answers.items())), known, year, taken)


@lru_cache(maxsize=CONVERSIONS_KEPT)
def _made(
    content: bytes,
    name: str,
    answers: tuple[tuple[str, str], ...],
    known: Register,
    year: int,
    taken: tuple[str, ...],
) -> Conversion:
    """Convert once what is asked for again: at step 5, after a reload, when taken back."""
    return conversion.convert(content, name, dict(answers), known, year, taken)


def _store(library: Library) -> SketchStore:
    return SketchStore(library.store.engine)


def _now() -> datetime:
    return datetime.now(UTC)
