"""What becomes of a plan's kegiatan in the plan after it: the register Kelanjutan, read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.registers.register_sheet import CHANGED, CONTINUED, STOPPED, register_frame
from lib.plan.schema import Sheet

FATES = (CONTINUED, CHANGED, STOPPED)
GOING_ON = frozenset({CONTINUED, CHANGED})
NOT_MAPPED = "Belum dipetakan"
"""What is said of an old kegiatan of which nobody has said anything."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """One kegiatan of the plan before, and what becomes of it."""

    code: str
    """Its KODE in the plan before."""
    text: str
    fate: str = ""
    """One of `FATES`; blank where it is not mapped yet."""
    new: str = ""
    """The KODE of the kegiatan that goes on with it."""
    reason: str = ""

    @property
    def told(self) -> str:
        """Its fate in words."""
        return self.fate or NOT_MAPPED


def previous_of(plan: Plan) -> str:
    """Return the ID Rencana of the plan that this one goes on with, never its own; "" for none."""
    id = plan.document.get(schema.PREVIOUS_PLAN, "").strip()
    return "" if id == plan.stamp.plan_id else id


def continuations(plan: Plan) -> tuple[Continuation, ...]:
    """Read what a plan says of the kegiatan of the one before it, in the order of its sheet."""
    rows = plan.registers[Sheet.CONTINUATION].fillna("").to_dict("records")
    return tuple(
        Continuation(
            row["kode_lama"],
            row["kegiatan_lama"],
            row["kelanjutan"],
            row["kegiatan"],
            row["alasan"],
        )
        for row in rows
        if row["kode_lama"]
    )


def of_old(old: Plan, new: Plan) -> tuple[Continuation, ...]:
    """Say of every kegiatan of a plan what the next one says of it, in printed order."""
    said = {one.code: one for one in continuations(new)}
    rows = zip(old.activities["kode"], old.activities["uraian"], strict=True)
    return tuple(
        replace(said.get(code) or Continuation(code, text), text=text) for code, text in rows
    )


def counted(said: Iterable[Continuation]) -> dict[str, int]:
    """Count the kegiatan of each fate that any has, those not mapped last."""
    counts = Counter(one.told for one in said)
    return {fate: counts[fate] for fate in (*FATES, NOT_MAPPED) if counts[fate]}


def with_continuations(plan: Plan, previous: str, said: Iterable[Continuation]) -> Plan:
    """Return a plan that goes on with another, with what becomes of each of its kegiatan."""
    rows = [
        {
            "kode_lama": one.code,
            "kegiatan_lama": one.text,
            "kelanjutan": one.fate or None,
            "kegiatan": one.new or None,
            "alasan": one.reason or None,
        }
        for one in said
    ]
    kept = plan.with_rows(Sheet.CONTINUATION, register_frame(Sheet.CONTINUATION, rows))
    return kept.with_document({**plan.document, schema.PREVIOUS_PLAN: previous})
