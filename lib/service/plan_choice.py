"""Several plans: what each is called, which one everybody sees first, which are put away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lib.service import audit
from lib.service.access.accounts import require_still
from lib.service.actor import Actor, Right, require
from lib.service.audit import EventKind
from lib.service.library import Damaged, Library
from lib.store.account_store import AccountStore
from lib.store.records import PlanRecord, PlanState


class ChoiceRefused(Exception):
    """A plan cannot be given that place; the message says why."""


def default_of(plans: Sequence[PlanRecord]) -> PlanRecord:
    """Return the plan that is meant where nobody chose one."""
    return next((plan for plan in plans if plan.state is PlanState.DEFAULT), plans[-1])


def names(library: Library, actor: Actor) -> dict[str, str]:
    """Return what each plan is called, by its id; `Denied` to a stranger."""
    plans = library.plans(actor)
    return called({plan.id: name(library, actor, plan) for plan in plans})


def called(words: Mapping[str, str]) -> dict[str, str]:
    """Return what plans are called, by id: their own names, with the id where two are alike."""
    times = Counter(words.values())
    return {id: text if times[text] == 1 else f"{text} [{id}]" for id, text in words.items()}


def name(library: Library, actor: Actor, record: PlanRecord) -> str:
    """Return a plan's years and subject, of its newest version; `Denied` to a stranger.

    The years come first: subjects are long and alike, and screens cut their ends.
    """
    try:
        plan = library.snapshot(actor, record.id, record.head).plan
    except Damaged:
        return record.title
    return f"{plan.period}: {' '.join(plan.title.split()) or record.id}"


def make_default(library: Library, actor: Actor, plan_id: str) -> None:
    """Have everybody who chose no plan see this one; a plan that was put away comes back.

    Raises `Denied`, and `ChoiceRefused` for a plan that is not there.
    """
    _place(library, actor, plan_id, PlanState.DEFAULT, EventKind.PLAN_MADE_DEFAULT)


def put_away(library: Library, actor: Actor, plan_id: str) -> None:
    """Take a plan out of lists and choices; nothing of it is lost.

    Raises `Denied`, and `ChoiceRefused` for the default plan or one that is not there.
    """
    _place(library, actor, plan_id, PlanState.PUT_AWAY, EventKind.PLAN_PUT_AWAY)


def bring_back(library: Library, actor: Actor, plan_id: str) -> None:
    """Have a plan that was put away stand in lists and choices again.

    Raises `Denied`, and `ChoiceRefused` for one that is not there.
    """
    _place(library, actor, plan_id, PlanState.LISTED, EventKind.PLAN_BROUGHT_BACK)


def _place(library: Library, actor: Actor, plan_id: str, state: PlanState, kind: EventKind) -> None:
    """Give a plan its place in one transaction with the look at who may; once is enough."""
    require(actor, Right.MANAGE_PLANS)
    known = names(library, actor)
    with AccountStore(library.store.engine).work() as work:
        require_still(actor, work.accounts(), Right.MANAGE_PLANS)
        plans = work.plans()
        plan = next((plan for plan in plans if plan.id == plan_id), None)
        if plan is None:
            raise ChoiceRefused(f"Rencana “{plan_id}” tidak ada.")
        if plan.state is state or (plan.state, state) == (PlanState.DEFAULT, PlanState.LISTED):
            return
        if plan.state is PlanState.DEFAULT:
            raise ChoiceRefused(
                f"“{known[plan_id]}” adalah rencana utama dan tidak dapat disembunyikan. "
                "Jadikan rencana lain yang utama dahulu."
            )
        detail = known[plan_id]
        if state is PlanState.DEFAULT:
            detail += f", menggantikan {known[default_of(plans).id]}"
        work.place(plan_id, state)
        work.record(audit.event(kind, actor.name, plan_id, detail))
