"""What the store hands out, and how it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from lib.plan.change.difference import Change
from lib.plan.schema import Sheet

CODE_LENGTH = 8

Rows = tuple[tuple[Sheet, str], ...]
"""Rows of a workbook, by sheet and key."""


class Origin(StrEnum):
    """How a version came about."""

    BASELINE = "baseline"
    UPLOAD = "upload"
    EDIT = "edit"
    ROLLBACK = "rollback"
    CORRECTION = "correction"
    """Any of them that changed figures which were locked."""


class PlanState(StrEnum):
    """Where a plan stands on the shelf; exactly one is everybody's default."""

    DEFAULT = "utama"
    LISTED = "tampil"
    PUT_AWAY = "disembunyikan"
    """In no list and no choice; whole, and found by its address."""


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan in the store; `head` is the number of its newest version."""

    id: str
    title: str
    created: datetime
    head: int
    state: PlanState = PlanState.LISTED

    @property
    def is_put_away(self) -> bool:
        """Whether it stands in no list and no choice."""
        return self.state is PlanState.PUT_AWAY


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a plan; it never changes. Times are UTC."""

    plan_id: str
    number: int
    parent: int | None
    """The version before it; None for the first."""
    author: str
    time: datetime
    note: str
    kind: Origin
    sha256: str
    """Of the record's text, in hexadecimal; of the workbook, in versions older than records."""
    counts: Mapping[str, int]
    """How many cells were `set`, `cleared`, `added`, `removed`; kinds that occur."""
    upload_name: str | None
    """The uploaded file's own name, where there was one."""
    record: bytes = field(default=b"", repr=False)
    """What it says, as `lib.plan.record` packs it; left out in listings, blank where missing."""
    record_sha256: str = ""
    """Of the record's text, as it was when it was written."""

    @property
    def code(self) -> str:
        """Eight letters that name exactly these data, for footers."""
        return self.sha256[:CODE_LENGTH]

    @property
    def correction(self) -> str:
        """Why it corrected figures that were locked; blank of every other version."""
        return self.note if self.kind is Origin.CORRECTION else ""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One changed cell, and the version that changed it."""

    version: Version
    change: Change


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was received."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """What becomes a plan's next version, or the first of a new plan."""

    plan_id: str
    record: bytes = field(repr=False)
    """What it says, as `lib.plan.record` packs it."""
    author: str
    time: datetime
    kind: Origin
    note: str = ""
    changes: tuple[Change, ...] = ()
    """Against the version before it."""
    upload: Upload | None = None
    """The file it came from, as it was received."""


class HeadMoved(Exception):
    """Somebody else added a version first; `current` is the head now."""

    def __init__(self, current: int) -> None:
        super().__init__(f"Data sudah berubah: versi terbaru sekarang {current}.")
        self.current = current


class PlanExists(Exception):
    """A plan of this id is in the store already."""

    def __init__(self, plan_id: str) -> None:
        super().__init__(f"Rencana {plan_id} sudah ada.")


class Trouble(StrEnum):
    """What keeps a store from being used, as whoever looks at a screen may read it."""

    FULL = "disk penuh"
    LOCKED = "basis data terkunci"
    AWAY = "basis data tidak terjangkau"
    READ_ONLY = "basis data hanya dapat dibaca"
    DAMAGED = "basis data rusak"
    REPLACED = "berkas data dihapus atau diganti"


class StoreError(Exception):
    """The store cannot be used; the message is one sentence for the person who runs it.

    It may name paths and addresses; `trouble` is what everybody else reads.
    """

    def __init__(self, message: str, trouble: Trouble = Trouble.AWAY) -> None:
        super().__init__(message)
        self.trouble = trouble
