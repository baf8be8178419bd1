"""Plans and their versions: the door for everything that looks, and the one way to change them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from lib.findings.finding import Severity
from lib.plan.difference import Change, differences
from lib.plan.indonesian import moment
from lib.plan.merge import Conflict
from lib.plan.plan import Plan, Stamp
from lib.service import proposal as proposals
from lib.service.actor import Actor, Denied, Right, require
from lib.service.proposal import Proposal, Question
from lib.store.records import HeadMoved, Kind, PlanRecord, Upload, Version
from lib.store.store import Store
from lib.workbook import intake
from lib.workbook.reading import reader
from lib.workbook.writing import marking, writer

__all__ = ["HeadMoved", "Library", "NotReady", "Snapshot"]


@dataclass(frozen=True)
class Snapshot:
    """One version of a plan: it never changes, so its code is a cache key."""

    plan_id: str
    plan: Plan
    number: int
    time: datetime
    code: str
    """First letters of the workbook's hash: names exactly these data in footers."""

    @property
    def label(self) -> str:
        """The version in words, such as `data versi 12, 3 Oktober 2024 09.14 WIB`."""
        return f"data versi {self.number}, {moment(self.time)}"

    @property
    def source(self) -> str:
        """The version in words and by its code, as footers print it."""
        return f"{self.label} · kode {self.code}"


class NotReady(Exception):
    """The proposal cannot be applied as it stands; the message says what is missing."""


class Library:
    """The plans of one store, as the screens and the commands use them.

    Every call that shows or changes something takes the actor and checks the right again.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def plans(self, actor: Actor) -> tuple[PlanRecord, ...]:
        """List the plans in the order in which they were added."""
        require(actor, Right.VIEW)
        return self.store.plans()

    def head(self, plan_id: str) -> int:
        """Return the number of a plan's newest version: one indexed query."""
        return self.store.head(plan_id)

    def snapshot(self, actor: Actor, plan_id: str, number: int | None = None) -> Snapshot:
        """Return a version's plan (the newest without a number); KeyError where there is none."""
        require(actor, Right.VIEW)
        return _snapshot(self.store.version(plan_id, number))

    def log(self, actor: Actor, plan_id: str) -> tuple[Version, ...]:
        """List a plan's versions, newest first, without their workbooks."""
        require(actor, Right.VIEW)
        return self.store.log(plan_id)

    def find(self, actor: Actor, plan_id: str, code: str) -> int | None:
        """Return the newest version whose code, as printed in footers, is this one."""
        require(actor, Right.VIEW)
        if not _CODE.fullmatch(code):
            return None
        found = (version.number for version in self.store.find(code) if version.plan_id == plan_id)
        return next(found, None)

    def changes(self, actor: Actor, plan_id: str, number: int) -> tuple[Change, ...]:
        """List the cells a version changed against the one before it."""
        require(actor, Right.VIEW)
        return self.store.changes(plan_id, number)

    def received(self, actor: Actor, plan_id: str, number: int) -> Upload | None:
        """Return the file a version came from, as it was received; None where there was none."""
        require(actor, Right.CHANGE)
        return self.store.upload(plan_id, number)

    def download(self, actor: Actor, plan_id: str, number: int | None = None) -> bytes:
        """Return a version as a workbook to fill in, stamped with its number and the time."""
        snapshot = self.snapshot(actor, plan_id, number)
        stamp = Stamp(plan_id, snapshot.number, moment(_now()))
        return writer.write(replace(snapshot.plan, stamp=stamp))

    def check(self, actor: Actor, content: bytes, name: str) -> Proposal:
        """Say what an uploaded workbook would do, storing nothing.

        The workbook's own stamp says which plan and version it was made from.
        """
        require(actor, Right.VIEW)
        reading = intake.examine(content, name, self._base)
        stamp = reading.plan.stamp if reading.plan else Stamp()
        plan_id = stamp.plan_id or self._only_plan() or ""
        opened = Proposal(
            Kind.UPLOAD,
            plan_id,
            head=0,
            base=None,
            findings=reading.findings,
            name=name,
            upload=content,
            marked=_marked(content, reading),
        )
        if reading.plan is None or not plan_id:
            return opened
        if not self._has(plan_id):
            return replace(opened, kind=Kind.BASELINE, proposed=reading.plan.completed())
        current = _snapshot(self.store.version(plan_id))
        base = self._version_of(stamp)
        opened = replace(
            opened,
            head=current.number,
            base=base.number if base else None,
            current=current.plan,
        )
        return proposals.compare(opened, actor, (base or current).plan, reading.plan)

    def propose_rollback(self, actor: Actor, plan_id: str, number: int) -> Proposal:
        """Say what going back to an older version would do; it becomes a new version."""
        require(actor, Right.ROLL_BACK)
        return self._back_to(plan_id, number)

    def _back_to(self, plan_id: str, number: int) -> Proposal:
        current = _snapshot(self.store.version(plan_id))
        older = _snapshot(self.store.version(plan_id, number)).plan
        proposed = replace(older, stamp=current.plan.stamp)
        return Proposal(
            Kind.ROLLBACK,
            plan_id,
            head=current.number,
            base=current.number,
            current=current.plan,
            proposed=proposed,
            changes=differences(current.plan, proposed),
        )

    def propose_undo(self, actor: Actor, plan_id: str) -> Proposal:
        """Say what taking back the newest version would do; only who made it may.

        Raises `Denied` for anybody else's, and where there is nothing before it.
        """
        require(actor, Right.CHANGE)
        newest = self.store.version(plan_id)
        if newest.author != actor.name or newest.number == 1:
            raise Denied("Hanya unggahan terakhir milik sendiri yang dapat diurungkan.")
        return self._back_to(plan_id, newest.number - 1)

    def settle(self, proposal: Proposal, choices: Mapping[str, str]) -> Proposal:
        """Return the proposal with conflicts (by id) settled as `mine` or `theirs`."""
        return proposals.settled(proposal, choices)

    def writers(self, actor: Actor, proposal: Proposal) -> dict[str, Version]:
        """Return, per conflict id, the version that last wrote the other value."""
        require(actor, Right.VIEW)
        wanted: dict[object, Conflict] = {c.place: c for c in proposal.conflicts}
        found: dict[str, Version] = {}
        for version in self.store.log(proposal.plan_id):
            if version.number <= (proposal.base or 0) or not wanted:
                break
            for change in self.store.changes(proposal.plan_id, version.number):
                conflict = wanted.pop(change.place, None)
                if conflict is not None:
                    found[conflict.id] = version
        return found

    def apply(
        self, actor: Actor, proposal: Proposal, note: str = "", yes: Collection[Question] = ()
    ) -> int:
        """Store what the proposal says as a new version, and return its number.

        Raises `Denied`, `NotReady`, or `HeadMoved` where somebody else was faster; nothing is
        stored then, and a new proposal must be made and looked at.
        """
        require(actor, _RIGHT_FOR[proposal.kind])
        plan = _ready(proposal, yes)
        proposals.must_be_allowed(actor, proposal)
        workbook = writer.write(replace(plan, stamp=Stamp(proposal.plan_id)))
        if proposal.kind is Kind.BASELINE:
            added = self.store.add_plan(
                proposal.plan_id,
                plan.title,
                workbook,
                author=actor.name,
                time=_now(),
                note=note.strip(),
                upload=proposal.upload,
                name=proposal.name or None,
            )
        else:
            added = self.store.append(
                proposal.plan_id,
                proposal.head,
                kind=proposal.kind,
                workbook=workbook,
                changes=proposal.changes,
                author=actor.name,
                time=_now(),
                note=note.strip(),
                upload=proposal.upload,
                name=proposal.name or None,
            )
        return added.number

    def _has(self, plan_id: str) -> bool:
        return any(record.id == plan_id for record in self.store.plans())

    def _only_plan(self) -> str | None:
        """The plan a workbook without a stamp can only mean."""
        records = self.store.plans()
        return records[0].id if len(records) == 1 else None

    def _version_of(self, stamp: Stamp) -> Snapshot | None:
        """The version a stamp names, if the store has it."""
        if stamp.plan_id is None or stamp.version is None:
            return None
        try:
            return _snapshot(self.store.version(stamp.plan_id, stamp.version))
        except KeyError:
            return None

    def _base(self, stamp: Stamp) -> Plan | None:
        """The plan a workbook's locked cells must agree with."""
        base = self._version_of(stamp)
        if base is not None:
            return base.plan
        plan_id = stamp.plan_id or self._only_plan()
        return (
            _snapshot(self.store.version(plan_id)).plan if plan_id and self._has(plan_id) else None
        )


PLANS_KEPT = 16
_CODE = re.compile(r"[0-9a-fA-F]{8}")

_RIGHT_FOR = {
    Kind.UPLOAD: Right.CHANGE,
    Kind.EDIT: Right.CHANGE,
    # Whose rows it touches is looked at cell by cell; only an admin may propose an older version.
    Kind.ROLLBACK: Right.CHANGE,
    Kind.BASELINE: Right.ADD_PLAN,
}


def _now() -> datetime:
    return datetime.now(UTC)


def _snapshot(version: Version) -> Snapshot:
    return Snapshot(
        version.plan_id, _plan(version.workbook), version.number, version.time, version.code
    )


@lru_cache(maxsize=PLANS_KEPT)
def _plan(workbook: bytes) -> Plan:
    """Read a stored workbook once; a check looks at the same version more than once."""
    return reader.read(workbook)


def _marked(content: bytes, reading: intake.Reading) -> bytes | None:
    """The person's own file with each mistake marked, where there is one and it can be opened."""
    to_mend = [f for f in reading.findings if f.severity is not Severity.NOTICE]
    return marking.mark(content, reading.findings) if to_mend and reading.places else None


def _ready(proposal: Proposal, yes: Collection[Question]) -> Plan:
    """Return what is to be stored, or raise `NotReady` with the reason."""
    if proposal.proposed is None or not proposal.accepted:
        raise NotReady("Masih ada yang harus diperbaiki pada berkas ini.")
    if proposal.conflicts:
        raise NotReady("Masih ada sel yang diisi berbeda oleh orang lain dan belum dipilih.")
    if proposal.unchanged:
        raise NotReady("Tidak ada perubahan untuk diterapkan.")
    if not set(yes).issuperset(proposal.questions):
        raise NotReady("Masih ada pertanyaan yang belum disetujui.")
    return proposal.proposed
