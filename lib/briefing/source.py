"""What every product for a meeting is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.standing import Standing


class Edition(Protocol):
    """A version of a plan, as whoever keeps them hands it out."""

    @property
    def plan(self) -> Plan: ...
    @property
    def label(self) -> str: ...
    @property
    def code(self) -> str: ...


@dataclass(frozen=True)
class Briefing:
    """A plan at a position, the version it is, and the version to compare it with."""

    plan: Plan
    position: Position
    label: str
    """Which version, such as `data versi 12, 3 Oktober 2024 09.14 WIB`."""
    code: str
    """Short hash of the version, by which two prints are told apart."""
    previous: Plan | None = None
    previous_label: str = ""
    """Which version the plan is compared with, such as `data versi 9, 4 Juli 2024 08.30 WIB`."""
    due_until: Position | None = None
    """As `Standing` has it."""
    today: date | None = None
    """As `Standing` has it."""
    after: tuple[Plan, ...] = ()
    """Plans that go on with this one, as far as the reader is offered them."""

    @classmethod
    def of(
        cls,
        version: Edition,
        previous: Edition | None,
        position: Position,
        due_until: Position | None = None,
        today: date | None = None,
        after: tuple[Plan, ...] = (),
    ) -> Briefing:
        """Gather what is made from a version, compared with an earlier one if there is one."""
        return cls(
            version.plan,
            position,
            version.label,
            version.code,
            previous.plan if previous else None,
            previous.label if previous else "",
            due_until,
            today,
            after,
        )

    @cached_property
    def standing(self) -> Standing:
        """Where the whole plan stands."""
        return Standing(
            self.plan,
            self.position,
            previous=self.previous,
            due_until=self.due_until,
            today=self.today,
        )

    @property
    def source(self) -> str:
        """The line at the foot of everything made: position, version, time and hash."""
        parts = (f"posisi {self.position.label}", self.label, f"kode {self.code}")
        return " · ".join(part for part in (self.plan.government, *parts) if part)

    @property
    def mark(self) -> str:
        """What a made-up plan says of itself, beginning with CONTOH; "" for a real one."""
        return self.plan.document[schema.NATURE] if self.plan.is_sample else ""
