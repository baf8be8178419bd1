"""The plans as they stand beside each other: in order, one the default, some put away.

Everything here works inside a transaction that is open.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from lib.store import tables, times
from lib.store.records import PlanRecord, PlanState

_PLAN = tables.plan


def plans(connection: Connection, for_update: bool = False) -> tuple[PlanRecord, ...]:
    """List the plans in the order in which they were added.

    `for_update`: nobody else changes any of them until the transaction ends.
    """
    query = select(_PLAN).order_by(_PLAN.c.position, _PLAN.c.created, _PLAN.c.id)
    rows = connection.execute(query.with_for_update() if for_update else query).mappings()
    return tuple(
        PlanRecord(
            row["id"],
            row["title"],
            times.read(row["created"]),
            row["head"],
            PlanState(row["state"]),
        )
        for row in rows
    )


def add(connection: Connection, plan_id: str, title: str, time: datetime, head: int) -> None:
    """Put a plan behind the others; an IntegrityError where its id is taken."""
    last = connection.scalar(select(func.max(_PLAN.c.position)))
    row = {
        "id": plan_id,
        "title": title,
        "created": times.written(time),
        "position": (last or 0) + 1,
        "head": head,
        "state": (PlanState.DEFAULT if last is None else PlanState.LISTED).value,
    }
    connection.execute(insert(_PLAN), row)


def place(connection: Connection, plan_id: str, state: PlanState) -> None:
    """Give a plan another place; who was the default before is listed then."""
    if state is PlanState.DEFAULT:
        before = update(_PLAN).where(_PLAN.c.state == PlanState.DEFAULT.value)
        connection.execute(before.values(state=PlanState.LISTED.value))
    chosen = update(_PLAN).where(_PLAN.c.id == plan_id)
    connection.execute(chosen.values(state=state.value))
