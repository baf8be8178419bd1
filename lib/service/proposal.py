"""Proposals: what a change would do, before anything is stored.

Upload, direct edit and roll-back all become a proposal. It is what the preview shows and what
`changing.apply` consumes; nothing is computed again in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import pandas as pd

from lib.findings.finding import Finding, Severity
from lib.plan import schema
from lib.plan.breach import Breach
from lib.plan.change.difference import Change, ChangeKind, apply_changes, differences
from lib.plan.change.merge import Conflict, Merge, merge, settle
from lib.plan.change.verified import back_to
from lib.plan.ledger import ledgers
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import is_of_plan
from lib.plan.rules import breaches
from lib.service.actor import Actor, Denied, split_allowed
from lib.service.doubts import (
    VERIFICATION_LAPSED,
    Address,
    doubts,
    lapsed,
    not_yours,
    of_whole,
    outdated,
)
from lib.store.records import Origin
from lib.workbook.reading import checks

MUCH = 0.2
"""Emptying more than this part of the filled cells is asked in strong words."""


Choice = tuple[str, object, object, str]
"""A settled conflict: its id, their value, mine, and the side that was chosen."""


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


def compare(proposal: Proposal, actor: Actor, base: Plan, mine: Plan) -> Proposal:
    """Return the proposal with what `mine` changed since `base` brought into its current plan.

    Cells that are not the actor's are left as they are and listed as denied.
    """
    if proposal.current is None:
        raise ValueError("nothing to compare with")
    mine = with_absent_rows(mine, base)
    allowed, denied = split_allowed(actor, differences(base, mine), proposal.current)
    permitted = apply_changes(base, allowed) if denied else mine
    merged = merge(base, proposal.current, permitted)
    return _merged(replace(proposal, denied=denied, file=frozenset(breaches(mine))), merged)


def with_absent_rows(mine: Plan, base: Plan) -> Plan:
    """Return `mine` with the progress rows that its workbook lacks, as they stood in `base`.

    A row somebody deleted in Excel is a warning, never a request to empty it.
    """

    def completed(frame: pd.DataFrame, whole: pd.DataFrame) -> pd.DataFrame:
        keys = pd.MultiIndex.from_frame(frame[list(schema.KEY)])
        absent = whole[~pd.MultiIndex.from_frame(whole[list(schema.KEY)]).isin(keys)]
        return frame if absent.empty else pd.concat([frame, absent])

    return mine.with_progress(
        completed(mine.activity_progress, base.activity_progress),
        completed(mine.indicator_progress, base.indicator_progress),
    )


def introduced(proposal: Proposal, plan: Plan) -> Proposal:
    """Return the proposal with what is to be said of the plan in its file beside that in use."""
    current = proposal.current
    made_up = plan.is_sample and not (current is not None and current.is_sample)
    said = of_whole(plan, current is None, made_up)
    return replace(proposal, made_up=made_up, read=(*said, *proposal.read))


def with_doubts(proposal: Proposal, address: Address) -> Proposal:
    """Return the proposal with what its file's changes look like as a whole.

    `address` names a cell in the person's own file, or says None.
    """
    if not proposal.accepted or proposal.current is None or proposal.proposed is None:
        return proposal
    found = doubts(proposal.changes, proposal.current, proposal.proposed, address)
    if proposal.merge is not None:
        found = (*outdated(proposal.merge.outdated, address), *found)
    return replace(proposal, read=(*found, *proposal.read))


def with_denied(proposal: Proposal, address: Address) -> Proposal:
    """Return the proposal with a word at each cell of a register that is not the actor's."""
    if proposal.current is None:
        return proposal
    found = not_yours(proposal.denied, proposal.current, address)
    return replace(proposal, read=(*proposal.read, *found))


def settled(proposal: Proposal, choices: Mapping[str, str]) -> Proposal:
    """Return the proposal with conflicts (by id) settled as `mine` or `theirs`."""
    if proposal.merge is None:
        raise ValueError("nothing to settle")
    return _merged(proposal, settle(proposal.merge, choices))


def choices_made(proposal: Proposal) -> tuple[Choice, ...]:
    """List the conflicts that were settled, with what was chosen between and which side."""
    if proposal.merge is None:
        return ()
    made, merged = proposal.merge.choices, proposal.merge.all_conflicts
    return tuple((c.id, c.theirs, c.mine, str(made[c.id])) for c in merged if c.id in made)


def chosen_again(fresh: Proposal, made: Iterable[Choice]) -> Proposal:
    """Return the fresh proposal with choices made before, where the same is to be chosen."""
    known = {(id, theirs, mine): side for id, theirs, mine, side in made}
    chosen = {
        c.id: known[c.id, c.theirs, c.mine]
        for c in fresh.conflicts
        if (c.id, c.theirs, c.mine) in known
    }
    return settled(fresh, chosen) if chosen else fresh


def _choices(proposal: Proposal) -> Mapping[str, str]:
    return proposal.merge.choices if proposal.merge else {}


def _merged(proposal: Proposal, merged: Merge) -> Proposal:
    return judged(replace(proposal, proposed=merged.plan, changes=merged.changes, merge=merged))


def judged(proposal: Proposal) -> Proposal:
    """Return the proposal with the rules' verdict on what it would store, beyond its file.

    What stands so already is a notice, and so is what an older version brings back: who goes
    back takes that version as it was. Anything else is as grave as in a file.
    """
    if proposal.proposed is None:
        return proposal
    standing = breaches(proposal.current) if proposal.current is not None else ()
    broken = [b for b in breaches(proposal.proposed) if b not in proposal.file]
    found = [_finding(breach, proposal.kind, breach in standing) for breach in broken]
    if proposal.current is not None:
        found += lapsed(proposal.changes, proposal.current)
    return replace(proposal, judged=tuple(found))


def gone_back(actor: Actor, older: Plan, current: Plan) -> Plan:
    """Return what going back to an older version would store.

    What verifiers said stays as it is, as far as it is not the actor's own to take back.
    """
    _, denied = split_allowed(actor, differences(current, older), current)
    kept = {
        (change.key, change.year)
        for change in denied
        if change.column in schema.VERIFICATION and change.year is not None
    }
    return replace(back_to(older, current, kept), stamp=current.stamp)


def _finding(breach: Breach, kind: Origin, stands: bool) -> Finding:
    item = checks.without_file(breach)
    if stands:
        return checks.as_standing(item)
    return replace(item, severity=Severity.WARNING) if kind is Origin.ROLLBACK else item


def reason(conflict: Conflict) -> str:
    """Say which rule a conflict's cells break together; blank where they only differ."""
    return checks.without_file(conflict.breach).seen if conflict.breach else ""


def must_be_allowed(actor: Actor, proposal: Proposal) -> None:
    """Raise `Denied` where a change is not the actor's to make, whoever made the proposal."""
    if proposal.current is None:
        return
    _, denied = split_allowed(actor, proposal.changes, proposal.current)
    if denied:
        raise Denied(f"{len(denied)} perubahan bukan bagian akun ini.")
