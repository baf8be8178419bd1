"""Plans and their versions: the door for everything that looks. `changing` changes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache, partial

from lib.plan.change.difference import Change
from lib.plan.change.lock import Lock, locked_until
from lib.plan.plan import Plan, Stamp
from lib.plan.record import RecordError, digest, unpacked
from lib.plan.register import Agency, Register, together
from lib.plan.reporting.report_times import ReportTimes
from lib.plan.schema import LOCKED, Sheet
from lib.plan.text.indonesian import listing, moment
from lib.service.actor import Actor, Right, require
from lib.store.records import AuditEntry, PlanRecord, Rows, Upload, Version
from lib.store.store import Store
from lib.workbook.writing import writer

PLANS_KEPT = 16
_CODE = re.compile(r"[0-9a-fA-F]{8}")


@dataclass(frozen=True)
class Snapshot:
    """One version of a plan: it never changes, so its code is a cache key."""

    plan_id: str
    plan: Plan
    number: int
    time: datetime
    code: str
    """Eight letters of a hash: names exactly these data in footers."""

    @property
    def label(self) -> str:
        """The version in words, such as `data versi 12, 3 Oktober 2024 09.14 WIB`."""
        return f"data versi {self.number}, {moment(self.time)}"

    @property
    def source(self) -> str:
        """The version in words and by its code, as footers print it."""
        return f"{self.label} · kode {self.code}"


class Damaged(Exception):
    """A stored version cannot be read; the message names it and says what can be done."""

    def __init__(self, plan_id: str, number: int, reason: str) -> None:
        super().__init__(
            f"Versi {number} dari rencana {plan_id} rusak: {reason}. Versi lain tetap dapat "
            "dibuka; kembalikan versi yang baik dari Riwayat, atau pulihkan dari cadangan."
        )
        self.plan_id = plan_id
        self.number = number
        self.reason = reason


class NothingSound(Damaged):
    """Not one version of a plan can be read; the message names them and says what can be done."""

    def __init__(self, damages: Sequence[Damaged]) -> None:
        first = damages[0]
        super().__init__(first.plan_id, first.number, first.reason)
        numbers = sorted(damage.number for damage in damages)
        named = f"versi {listing(map(str, numbers))}" if len(numbers) < 6 else "semua versinya"
        self.args = (
            f"Rencana {first.plan_id} tidak dapat ditampilkan karena {named} rusak di tempat "
            f"penyimpanan (versi {first.number}: {first.reason}). Daftar versi dan unggahan asli "
            "tetap ada di Riwayat. Pengelola aplikasi dapat memeriksanya dengan perintah verify, "
            "lalu memulihkan data dari cadangan dengan perintah restore.",
        )


class Library:
    """The plans of one store, as the screens and the commands look at them.

    Every call that shows something takes the actor and checks the right again.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._agencies: dict[str, tuple[int, tuple[Agency, ...]]] = {}
        """By plan: the version they were read from, and whom it names."""

    def plans(self, actor: Actor) -> tuple[PlanRecord, ...]:
        """List the plans in the order in which they were added, those put away among them."""
        require(actor, Right.VIEW)
        return self.store.plans()

    def head(self, plan_id: str) -> int:
        """Return the number of a plan's newest version: one indexed query."""
        return self.store.head(plan_id)

    def is_put_away(self, plan_id: str) -> bool:
        """Tell whether a plan stands in no list: it is looked at, and takes no changes."""
        return any(plan.id == plan_id and plan.is_put_away for plan in self.store.plans())

    def snapshot(self, actor: Actor, plan_id: str, number: int | None = None) -> Snapshot:
        """Return a version's plan (the newest without a number).

        KeyError where there is none; `Damaged` where what is stored is not what was.
        """
        require(actor, Right.VIEW)
        version = self.store.version(plan_id, number)
        plan = _plan(self.store, version)
        return Snapshot(plan_id, plan, version.number, version.time, version.code)

    def newest_sound(self, actor: Actor, plan_id: str) -> Snapshot:
        """Return the newest version that can be read; `NothingSound` where there is none."""
        head = self.head(plan_id)
        return nearest_sound(partial(self.snapshot, actor, plan_id), head, head)

    def agencies(self, actor: Actor) -> Register:
        """Return the agencies that the plans in lists know, by all that they are called there."""
        shown = (plan for plan in self.plans(actor) if not plan.is_put_away)
        return together(agency for plan in shown for agency in self._agencies_of(actor, plan))

    def _agencies_of(self, actor: Actor, plan: PlanRecord) -> tuple[Agency, ...]:
        """Read a plan once per version: there may be hundreds, and each answer asks for all."""
        head, found = self._agencies.get(plan.id, (0, ()))
        if head != plan.head:
            with suppress(NothingSound):  # such a plan names nobody
                found = self.newest_sound(actor, plan.id).plan.offices.agencies
            self._agencies[plan.id] = plan.head, found
        return found

    def log(self, actor: Actor, plan_id: str) -> tuple[Version, ...]:
        """List a plan's versions, newest first, without what they say."""
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

    def rows_changed(self, actor: Actor, plan_id: str) -> Mapping[int, Rows]:
        """Return which rows each version of a plan changed, by the version's number."""
        require(actor, Right.VIEW)
        return self.store.rows_changed(plan_id)

    def history(self, actor: Actor, plan_id: str, sheet: Sheet, key: str) -> tuple[AuditEntry, ...]:
        """List what became of one row's cells over the versions, newest first."""
        require(actor, Right.VIEW)
        return self.store.history(plan_id, sheet, key)

    def histories(
        self, actor: Actor, plan_id: str, until: int, versions: int
    ) -> Mapping[tuple[Sheet, str], Sequence[AuditEntry]]:
        """Return what the last so many versions of each reported row changed, up to a version.

        By sheet and key, newest first; besides, the last change of each cell, however long ago.
        """
        require(actor, Right.VIEW)
        found: dict[tuple[Sheet, str], list[AuditEntry]] = {}
        for entry in self.store.recent(plan_id, until, versions):
            found.setdefault((entry.change.sheet, entry.change.key), []).append(entry)
        return found

    def report_times(self, actor: Actor, plan_id: str, number: int) -> ReportTimes:
        """Return when figures were reported, up to a version."""
        require(actor, Right.VIEW)
        return self.store.report_times(plan_id, number)

    def lock(self, actor: Actor, plan_id: str) -> Lock | None:
        """Return what the newest version locks, since when and by whom; None for nothing."""
        until = locked_until(self.newest_sound(actor, plan_id).plan)
        if until is None:
            return None
        entries = self.store.history(plan_id, Sheet.DOCUMENT, LOCKED)
        return (
            Lock(until, entries[0].version.time, entries[0].version.author)
            if entries
            else Lock(until)
        )

    def received(self, actor: Actor, plan_id: str, number: int) -> Upload | None:
        """Return the file a version came from, as it was received; None where there was none."""
        require(actor, Right.CHANGE)
        return self.store.upload(plan_id, number)

    def download(self, actor: Actor, plan_id: str, number: int | None = None) -> bytes:
        """Return a version as a workbook to fill in, stamped with its number and the time."""
        snapshot = self.snapshot(actor, plan_id, number)
        stamp = Stamp(plan_id, snapshot.number, moment(datetime.now(UTC)))
        return writer.write(replace(snapshot.plan, stamp=stamp))


def nearest_sound(read: Callable[[int], Snapshot], wanted: int, head: int) -> Snapshot:
    """Return a version or, where it is damaged, one that can be read: before it, else after it.

    `NothingSound` where there is none.
    """
    damages = []
    for number in (*range(wanted, 0, -1), *range(wanted + 1, head + 1)):
        try:
            return read(number)
        except Damaged as damage:
            damages.append(damage)
    raise NothingSound(damages)


def _plan(store: Store, version: Version) -> Plan:
    sha256, content = version.record_sha256, version.record
    try:
        return _unpacked(store, version.plan_id, version.number, content, sha256)
    except RecordError as error:
        raise Damaged(version.plan_id, version.number, str(error)) from error


@lru_cache(maxsize=PLANS_KEPT)
def _unpacked(store: Store, plan_id: str, number: int, content: bytes, sha256: str) -> Plan:
    """Read a version once, beside what its targets said first; a check looks at it twice."""
    if not content:
        raise RecordError("buku kerja lamanya tidak dapat dibaca")
    if digest(content) != sha256:
        raise RecordError("isinya tidak lagi sama dengan saat disimpan")
    plan = unpacked(content, plan_id)
    first = store.first_targets(plan_id, number)
    return replace(plan, first_targets=first) if first else plan
