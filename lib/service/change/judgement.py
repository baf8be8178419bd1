"""What a proposal makes of the plan: compared, merged, judged by the rules and by rights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from lib.findings.finding import Finding, Severity
from lib.plan import schema
from lib.plan.breach import Breach
from lib.plan.change.difference import apply_changes, differences
from lib.plan.change.merge import Conflict, Merge, merge, settle
from lib.plan.change.renumbering import with_free_numbers
from lib.plan.change.verified import back_to
from lib.plan.plan import Plan
from lib.plan.rules import breaches
from lib.service.actor import Actor, Denied, Right, require, split_allowed
from lib.service.doubts import (
    addressed_by,
    doubts,
    lapsed,
    locked,
    not_yours,
    of_whole,
    outdated,
    renumbered,
)
from lib.service.proposal import Choice, Proposal
from lib.store.records import Origin
from lib.workbook.reading import checks


def compare(proposal: Proposal, actor: Actor, base: Plan, mine: Plan) -> Proposal:
    """Return the proposal with what `mine` changed since `base` brought into its current plan.

    Cells that are not the actor's are left as they are and listed as denied. A new row of a
    register whose number was given away meanwhile gets another one, and a notice says so.
    """
    if proposal.current is None:
        raise ValueError("nothing to compare with")
    current = proposal.current
    mine, numbers = with_free_numbers(base, current, with_absent_rows(mine, base))
    proposal = replace(proposal, address=addressed_by(numbers, proposal.address))
    allowed, denied = split_allowed(actor, differences(base, mine), current)
    permitted = apply_changes(base, allowed) if denied else mine
    merged = merge(base, current, permitted)
    kept = {(change.sheet, change.key) for change in allowed}
    numbers = {(sheet, old): new for (sheet, old), new in numbers.items() if (sheet, new) in kept}
    read = (*renumbered(numbers, proposal.address), *proposal.read)
    proposal = replace(proposal, read=read, denied=denied, file=frozenset(breaches(mine)))
    return _merged(proposal, merged)


def with_absent_rows(mine: Plan, base: Plan) -> Plan:
    """Return `mine` with the progress rows that its workbook lacks, as they stood in `base`.

    A row somebody deleted in Excel is a warning, never a request to empty it.
    """

    def completed(frame: pd.DataFrame, whole: pd.DataFrame) -> pd.DataFrame:
        keys = pd.MultiIndex.from_frame(frame[list(schema.KEY)])
        absent = whole[~pd.MultiIndex.from_frame(whole[list(schema.KEY)]).isin(keys)]
        return frame if absent.empty else pd.concat([frame, absent])

    activity = completed(mine.activity_progress, base.activity_progress)
    indicator = completed(mine.indicator_progress, base.indicator_progress)
    if activity is mine.activity_progress and indicator is mine.indicator_progress:
        return mine  # and with it what was computed of it
    return mine.with_progress(activity, indicator)


def introduced(proposal: Proposal, plan: Plan) -> Proposal:
    """Return the proposal with what is to be said of the plan in its file beside that in use."""
    current = proposal.current
    made_up = plan.is_sample and not (current is not None and current.is_sample)
    said = of_whole(plan, current is None, made_up)
    return replace(proposal, made_up=made_up, read=(*said, *proposal.read))


def with_doubts(proposal: Proposal) -> Proposal:
    """Return the proposal with what its file's changes look like as a whole."""
    if not proposal.accepted or proposal.current is None or proposal.proposed is None:
        return proposal
    found = doubts(proposal.changes, proposal.current, proposal.proposed, proposal.address)
    if proposal.merge is not None:
        found = (*outdated(proposal.merge.outdated, proposal.address), *found)
    return replace(proposal, read=(*found, *proposal.read))


def with_denied(proposal: Proposal) -> Proposal:
    """Return the proposal with a word at each cell of a register that is not the actor's."""
    if proposal.current is None:
        return proposal
    found = not_yours(proposal.denied, proposal.current, proposal.address)
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
    if proposal.lock is not None:
        found += locked(proposal.corrections, proposal.lock, proposal.address)
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
    if proposal.corrections:
        require(actor, Right.CORRECT)
