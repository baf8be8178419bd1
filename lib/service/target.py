"""The target of an uploaded workbook: which plan it is for, and which version it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from lib.findings import catalogue
from lib.findings.finding import Finding
from lib.plan import schema
from lib.plan.plan import Plan, Stamp
from lib.service.actor import Actor
from lib.service.library import Library, Snapshot
from lib.typeface.fitting import shorten


@dataclass(frozen=True, slots=True)
class Target:
    """What is known beside the workbook's own stamp."""

    library: Library
    actor: Actor
    meant: str = ""
    """The plan it must be for, whatever its stamp says; blank where the stamp may tell."""
    looked_at: str = ""
    """The plan that one without a stamp is for."""

    def plan_id(self, stamp: Stamp) -> str:
        """Name the plan; blank where the stamp does not tell and there are several."""
        return self.meant or stamp.plan_id or self.looked_at or self._only_plan()

    def is_here(self, plan_id: str) -> bool:
        """Tell whether the store has a plan."""
        return any(record.id == plan_id for record in self.library.store.plans())

    def version(self, stamp: Stamp) -> Snapshot | None:
        """Return the version a stamp names, if the store has it and it is one of the plan."""
        if stamp.plan_id != self.plan_id(stamp) or stamp.version is None:
            return None
        try:
            return self.library.snapshot(self.actor, stamp.plan_id, stamp.version)
        except KeyError:
            return None

    def base(self, stamp: Stamp) -> Plan | None:
        """Return the plan that the workbook's locked cells must agree with."""
        found = self.version(stamp)
        if found is not None:
            return found.plan
        plan_id = self.plan_id(stamp)
        return self.library.snapshot(self.actor, plan_id).plan if self.is_here(plan_id) else None

    def put_away(self, plan: Plan) -> Finding:
        """Say that the workbook is for a plan that takes no changes, for it is put away."""
        return catalogue.PLAN_PUT_AWAY.at(title=shorten(plan.title, 160), period=plan.period)

    def unnamed(self) -> Finding:
        """Say that the workbook does not tell which of several plans it is for."""
        count = len(self.library.store.plans())
        return catalogue.PLAN_UNKNOWN.at(count=count, item=schema.STAMP_PLAN)

    def _only_plan(self) -> str:
        records = self.library.store.plans()
        return records[0].id if len(records) == 1 else ""
