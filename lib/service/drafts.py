"""Drafts: a checked file or form waits for its person until it is applied, given up or too old.

A browser's session ends with a server's restart, a refresh or a laptop that sleeps; what
somebody filled in must not end with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from lib.plan.reporting.filled_form import ENDING, FilledForm, Row
from lib.service import changing
from lib.service.actor import Actor, Right, require
from lib.service.change import judgement
from lib.service.library import Library
from lib.service.proposal import Choice, Proposal
from lib.store.records import Origin
from lib.store.waiting.draft_store import DraftStore, StoredDraft, digest

__all__ = [
    "StoredDraft",
    "Waiting",
    "chosen_before",
    "forget",
    "form_waiting",
    "keep",
    "keep_choices",
    "keep_form",
    "keep_note",
    "keep_unread",
    "resume",
    "waiting",
]

KEPT = 3
"""Files that wait for one account at most, the newest; none is larger than an upload may be."""
FORMS_KEPT = 50
"""The same for forms, one of each row; none is larger than a message from a browser may be."""
LASTS = timedelta(days=7)
"""A week's absence; after that the plan has moved on, and the file is still with its person."""


@dataclass(frozen=True)
class Waiting:
    """A file that its person may not have heard of the end of."""

    draft: StoredDraft
    stored: tuple[str, int] | None
    """The plan and version it became after all; None where nothing of it was stored."""
    form: FilledForm | None = None
    """What was typed, where it is no file."""


def keep(library: Library, actor: Actor, proposal: Proposal) -> bool:
    """Keep a checked file, if there is anything to go on with; tell whether it was kept."""
    require(actor, Right.CHANGE)
    if proposal.upload is None or not _goes_on(proposal):
        return False
    content = proposal.upload
    draft = StoredDraft(
        actor.name,
        digest(content),
        proposal.plan_id,
        proposal.name,
        _now(),
        judgement.choices_made(proposal),
        content=content,
    )
    _keep(library, draft)
    return True


def keep_form(library: Library, actor: Actor, form: FilledForm) -> None:
    """Keep what was typed before anything looks at it, for who has to sign in again first."""
    require(actor, Right.CHANGE)
    content = form.packed()
    draft = StoredDraft(
        actor.name, digest(content), form.plan_id, form.name, _now(), content=content
    )
    _keep(library, draft)


def form_waiting(library: Library, actor: Actor, row: Row) -> Waiting | None:
    """Return the form about a row that waits for an account, if one does."""
    found = (each for each in waiting(library, actor) if each.form and each.form.row == row)
    return next((each for each in found if each.stored is None), None)


def keep_unread(library: Library, actor: Actor, content: bytes, name: str) -> None:
    """Keep a file that nobody looked at yet; one that waits already stays as it is."""
    require(actor, Right.CHANGE)
    draft = StoredDraft(actor.name, digest(content), "", name, _now(), content=content)
    known = _store(library).list(actor.name, _now() - LASTS)
    if all(draft.sha256 != other.sha256 for other in known):
        _keep(library, draft)


def keep_choices(library: Library, actor: Actor, proposal: Proposal) -> None:
    """Keep the choices made among a draft's conflicts."""
    require(actor, Right.CHANGE)
    made = judgement.choices_made(proposal)
    _store(library).choose(actor.name, digest(proposal.upload or b""), made)


def keep_note(library: Library, actor: Actor, content: bytes, note: str) -> None:
    """Keep what was noted beside a draft."""
    require(actor, Right.CHANGE)
    _store(library).note(actor.name, digest(content), note)


def waiting(library: Library, actor: Actor) -> tuple[Waiting, ...]:
    """List an account's files that wait, newest first, and those stored without its being told."""
    require(actor, Right.CHANGE)
    store = _store(library)
    found = store.list(actor.name, _now() - LASTS)
    stored = store.stored(actor.name) if found else {}
    return tuple(Waiting(draft, stored.get(draft.sha256), _form(draft)) for draft in found)


def resume(library: Library, actor: Actor, draft: StoredDraft) -> Proposal:
    """Check a file anew against the newest data, with its choices where they still mean the same.

    KeyError where it was given up or applied meanwhile.
    """
    require(actor, Right.CHANGE)
    content = _store(library).content(actor.name, draft.sha256)
    fresh = changing.check(library, actor, content, draft.name, looked_at=draft.plan_id)
    return chosen_before(fresh, draft)


def chosen_before(fresh: Proposal, draft: StoredDraft) -> Proposal:
    """Return a fresh proposal with a draft's choices, where they still mean the same."""
    return judgement.chosen_again(fresh, cast(tuple[Choice, ...], draft.choices))


def forget(library: Library, actor: Actor, sha256: str) -> None:
    """Let go of a file; nothing that was stored of it changes."""
    require(actor, Right.CHANGE)
    _store(library).forget(actor.name, sha256)


def forget_file(library: Library, actor: Actor, content: bytes) -> None:
    """Let go of a draft, known by its file."""
    forget(library, actor, digest(content))


def _keep(library: Library, draft: StoredDraft) -> None:
    """Keep a draft; of one row's forms the last alone."""
    store = _store(library)
    form = FilledForm.unpacked(draft.content)
    if form is not None:
        for other in store.list(draft.account, _now() - LASTS):
            before = _form(other)
            if before and before.row == form.row and other.sha256 != draft.sha256:
                store.forget(draft.account, other.sha256)
    store.keep(draft, KEPT if form is None else FORMS_KEPT, _now() - LASTS)


def _form(draft: StoredDraft) -> FilledForm | None:
    """Return what was typed, where the draft is a form."""
    return FilledForm.unpacked(draft.content) if draft.name.endswith(ENDING) else None


def _goes_on(proposal: Proposal) -> bool:
    """Tell whether it can be applied, or shows its person what is to be mended."""
    can_be_mended = proposal.marked is not None or proposal.kind is Origin.EDIT
    return not proposal.unchanged and (proposal.accepted or can_be_mended)


def _store(library: Library) -> DraftStore:
    return DraftStore(library.store.engine)


def _now() -> datetime:
    return datetime.now(UTC)
