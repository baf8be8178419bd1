"""Proposals: what a change would do, before anything is stored.

Upload, direct edit and roll-back all become a proposal. It is what the preview shows and what
`changing.apply` consumes; nothing is computed again in between.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from lib.findings.finding import Finding, Severity
from lib.plan.breach import Breach
from lib.plan.change.difference import Change, ChangeKind, Place
from lib.plan.change.lock import Lock, corrections
from lib.plan.change.merge import Conflict, Merge
from lib.plan.change.revision import revisions
from lib.plan.ledger import ledgers
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import is_of_plan
from lib.plan.text.indonesian import WIB
from lib.service.doubts import (
    VERIFICATION_LAPSED,
    Address,
)
from lib.store.records import Origin

MUCH = 0.2
"""Emptying more than this part of the filled cells is asked in strong words."""


Choice = tuple[str, object, object, str]
"""A settled conflict: its id, their value, mine, and the side that was chosen."""


def _nowhere(_place: Place) -> str | None:
    return None


class Occasion(StrEnum):
    """What makes a note compulsory."""

    CORRECTION = "correction"
    """Figures change that are locked."""
    REVISION = "revision"
    """A stated target falls, or moves after its quarter began."""


class Question(StrEnum):
    """What a person must say yes to before a proposal can be applied."""

    WARNINGS = "warnings"
    UNKNOWN_BASE = "unknown-base"
    EMPTIES_MUCH = "empties-much"
    PLAN_CHANGED = "plan-changed"
    NEW_PLAN = "new-plan"
    MADE_UP = "made-up"


@dataclass(frozen=True)
class Proposal:
    """A checked change against one version: what it says, changes, clashes with and asks."""

    kind: Origin
    plan_id: str
    head: int
    """The version it was compared with; 0 for a plan that is not in the store yet."""
    base: int | None
    """The version the copy was made from; None where its stamp does not say."""
    read: tuple[Finding, ...] = ()
    """What is to be said of the file itself, and of its changes as a whole."""
    judged: tuple[Finding, ...] = ()
    """What is to be said of the plan that would be stored, beyond the file."""
    current: Plan | None = None
    proposed: Plan | None = None
    """What the next version would hold; None while the file cannot be read."""
    changes: tuple[Change, ...] = ()
    """Against the current version."""
    denied: tuple[Change, ...] = ()
    """Left out: cells that are not the actor's to change."""
    made_up: bool = False
    """Whether the file holds a sample's figures, and the data that it is meant for do not."""
    over_damage: bool = False
    """Whether the newest version is damaged: then going back changes something in any case."""
    lock: Lock | None = None
    """What is locked for whoever proposes it; None for an admin, who corrects."""
    address: Address = field(default=_nowhere, repr=False, compare=False)
    """Names a cell in the person's own file, or says None."""
    file: frozenset[Breach] = frozenset()
    """The rules that the file itself does not keep; its findings say so."""
    merge: Merge | None = field(default=None, repr=False)
    name: str = ""
    upload: bytes | None = field(default=None, repr=False)
    marked: bytes | None = field(default=None, repr=False)
    """The person's own file with each mistake marked, where there is any."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found: in the file, then in what it would make of the plan."""
        return (*self.read, *self.judged)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Cells that somebody else changed since, still to be settled."""
        return self.merge.conflicts if self.merge else ()

    @property
    def accepted(self) -> bool:
        """Whether the file could be read and nothing in it is wrong."""
        return self.proposed is not None and not self.of(Severity.ERROR)

    @property
    def unchanged(self) -> bool:
        """Whether applying it would change nothing."""
        is_new = self.kind is Origin.BASELINE or self.over_damage
        return self.accepted and not is_new and not self.changes and not self.conflicts

    @property
    def cleared(self) -> tuple[Change, ...]:
        """The cells it would empty."""
        gone = (ChangeKind.CLEARED, ChangeKind.REMOVED)
        return tuple(change for change in self.changes if change.kind in gone)

    @property
    def lapsed(self) -> tuple[Finding, ...]:
        """Which verifications lapse with it."""
        return tuple(one for one in self.judged if one.code == VERIFICATION_LAPSED)

    @property
    def plan_changes(self) -> tuple[Change, ...]:
        """The cells of the plan itself that it would change: document, agencies, tables A and B.

        Asked about, because the letters of indicators follow their order: putting one in the
        middle moves the reports behind it (docs/decisions/merge.md).
        """
        return tuple(change for change in self.changes if is_of_plan(change.sheet))

    @property
    def corrections(self) -> tuple[Change, ...]:
        """The changes of locked cells, which an admin alone makes, and with a note."""
        return corrections(self.changes, self.current) if self.current is not None else ()

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """Why applying it takes a note."""
        if self.current is None:
            return ()
        asked = {
            Occasion.CORRECTION: bool(self.corrections),
            Occasion.REVISION: bool(revisions(self.changes, datetime.now(WIB).date())),
        }
        return tuple(occasion for occasion, needed in asked.items() if needed)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What needs a person's yes, in the order in which to ask."""
        asked = {
            Question.WARNINGS: bool(self.of(Severity.WARNING)),
            Question.UNKNOWN_BASE: self.current is not None and self.base is None,
            Question.EMPTIES_MUCH: self._empties_much,
            Question.PLAN_CHANGED: bool(self.plan_changes),
            Question.NEW_PLAN: self.kind is Origin.BASELINE,
            Question.MADE_UP: self.made_up,
        }
        return tuple(question for question, needed in asked.items() if needed)

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def shows(self, other: Proposal) -> bool:
        """Tell whether a person sees the same here as there, whatever stands around it."""
        return (
            self.findings == other.findings
            and self.changes == other.changes
            and self.denied == other.denied
            and self.conflicts == other.conflicts
            and self.questions == other.questions
            and _choices(self) == _choices(other)
        )

    @property
    def _empties_much(self) -> bool:
        return self.current is not None and len(self.cleared) > MUCH * filled_cells(self.current)


def filled_cells(plan: Plan) -> int:
    """Count the cells that hold something staff filled in."""
    reported = (ledger for sheet, ledger in ledgers(plan).items() if not is_of_plan(sheet))
    return sum(int(ledger.notna().sum().sum()) for ledger in reported)


def _choices(proposal: Proposal) -> Mapping[str, str]:
    return proposal.merge.choices if proposal.merge else {}
