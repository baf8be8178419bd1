"""Who looks at which plan: asked of the store once per run, then handed on."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

import streamlit as st

from lib.plan.change.difference import Change
from lib.plan.plan import Plan
from lib.plan.registers.continuation import previous_of
from lib.plan.reporting.report_times import ReportTimes
from lib.plan.schema import Sheet
from lib.service import plan_choice
from lib.service.actor import Actor, Right, can, require
from lib.service.library import Damaged, Library, Snapshot, nearest_sound
from lib.store.records import AuditEntry, PlanRecord, Rows
from lib.ui.escape import markdown
from lib.ui.viewer import services
from lib.ui.words import text
from lib.web.streamlit_parts import put_in_address

PLAN = "rencana"
"""Address parameter, and key of the field that keeps it there."""
_KEY, _SEEN, _PICKED = "viewer", "seen_head", "picked_plan"
_OF_ONE_PLAN = ("versi", "banding")
"""Address parameters that name something of one plan alone."""
SNAPSHOTS_KEPT, HISTORIES_KEPT, NAMES_KEPT, NAMES_AT_ONCE = 32, 256, 2000, 25
FRESH = 5
"""Seconds for which a head that was asked is taken for the newest."""


_Head = tuple[str, int]
"""A plan and the number of its newest version."""


@dataclass(frozen=True)
class Viewer:
    """A person at a screen, the plans there are with their heads, and the one looked at.

    What it holds is as old as the run that made it; a timer must ask `newest_head`.
    """

    actor: Actor
    library: Library
    plans: tuple[PlanRecord, ...]
    """All of them; see `choices` for those that a reader is offered."""
    plan: PlanRecord
    asked: float = field(default_factory=time.monotonic)

    @property
    def plan_id(self) -> str:
        return self.plan.id

    @property
    def head(self) -> int:
        """Number of the plan's newest version."""
        return self.plan.head

    @property
    def listed(self) -> int:
        """How many plans stand in lists."""
        return sum(not plan.is_put_away for plan in self.plans)

    @property
    def choices(self) -> dict[str, str]:
        """The plans offered to choose from, and the one looked at: id and what it is called."""
        offered = [plan for plan in self.plans if not plan.is_put_away or plan is self.plan]
        if len(offered) == 1:
            return {self.plan_id: self.plan.title}
        return {
            plan.id: text.put_away(self.names[plan.id]) if plan.is_put_away else self.names[plan.id]
            for plan in offered
        }

    @cached_property
    def names(self) -> dict[str, str]:
        """What each plan is called; `Denied` to a stranger.

        Names are read once per version. Of hundreds of plans a run reads `NAMES_AT_ONCE`, so that
        nobody waits for them; till then the others go by the title they were added with.
        """
        require(self.actor, Right.VIEW)
        kept = self._read(_names(), partial(plan_choice.name, self.library, self.actor))
        return plan_choice.called(
            {plan.id: kept.get((plan.id, plan.head), plan.title) for plan in self.plans}
        )

    def other(self, plan_id: str) -> Plan | None:
        """Return a plan that stands in lists as it is now; None for any other, or a damaged one."""
        require(self.actor, Right.VIEW)
        found = [plan for plan in self.plans if plan.id == plan_id and not plan.is_put_away]
        return self._newest_of(found[0]) if found else None

    def _newest_of(self, plan: PlanRecord) -> Plan | None:
        try:
            return _snapshot(self.library, self.actor, plan.id, plan.head).plan
        except Damaged:
            return None

    @cached_property
    def after(self) -> dict[str, Plan]:
        """The plans in lists that go on with the one looked at, by id; read as `names` are."""
        require(self.actor, Right.VIEW)
        kept = self._read(_previous(), lambda plan: _previous_of(self._newest_of(plan)))
        ids = [p.id for p in self.plans if kept.get((p.id, p.head)) == self.plan_id]
        found = {id: self.other(id) for id in ids}
        return {id: plan for id, plan in found.items() if plan is not None}

    def _read(self, kept: dict[_Head, str], read: Callable[[PlanRecord], str]) -> dict[_Head, str]:
        """Read what is kept by version of a few more plans, and let go of what is too much."""
        unread = [plan for plan in self.plans if (plan.id, plan.head) not in kept]
        for plan in unread[:NAMES_AT_ONCE]:
            kept[plan.id, plan.head] = read(plan)
        for key in list(kept)[: max(0, len(kept) - NAMES_KEPT)]:
            kept.pop(key, None)
        return kept

    def head_of(self, plan_id: str) -> int:
        """Return the number of any plan's newest version; 0 for a plan that is not there."""
        return next((plan.head for plan in self.plans if plan.id == plan_id), 0)

    def newest_head(self) -> int:
        """Return the head as it is now: one indexed query, none where it was just asked."""
        if time.monotonic() - self.asked < FRESH:
            return self.head
        return self.library.head(self.plan_id)

    def can(self, right: Right) -> bool:
        """Tell whether the person has a right; screens use it to hide what cannot be done."""
        return can(self.actor, right)

    def snapshot(self, number: int) -> Snapshot:
        """Return a version of the plan; KeyError where there is none, `Denied` to a stranger."""
        require(self.actor, Right.VIEW)
        return _snapshot(self.library, self.actor, self.plan_id, number)

    def changes(self, number: int) -> tuple[Change, ...]:
        """List the cells a version of the plan changed; `Denied` to a stranger."""
        require(self.actor, Right.VIEW)
        return _changes(self.library, self.actor, self.plan_id, number)

    def rows_changed(self) -> Mapping[int, Rows]:
        """Return which rows each version of the plan changed; `Denied` to a stranger."""
        require(self.actor, Right.VIEW)
        return _rows_changed(self.library, self.actor, self.plan_id, self.head)

    def history(self, sheet: Sheet, key: str, until: int) -> tuple[AuditEntry, ...]:
        """List what became of a row's cells up to a version, newest first; `Denied` likewise."""
        require(self.actor, Right.VIEW)
        entries = _history(self.library, self.actor, self.plan_id, self.head, sheet, key)
        return tuple(entry for entry in entries if entry.version.number <= until)

    def report_times(self, number: int) -> ReportTimes:
        """Return when figures were reported, up to a version; `Denied` likewise."""
        require(self.actor, Right.VIEW)
        return _report_times(self.library, self.actor, self.plan_id, number)

    def sound(self, number: int) -> Snapshot:
        """Return a version or, where it is damaged, the nearest that can be read."""
        return nearest_sound(self.snapshot, number, self.head)

    @property
    def newest(self) -> Snapshot:
        """The plan's newest version that can be read."""
        return self.sound(self.head)

    @property
    def seen(self) -> int:
        """Number of the version this reader looks at while choosing none.

        It is the newest one at the first look and moves on only when the reader asks for it, so
        that nobody's screen changes in the middle of a sentence.
        """
        heads: dict[str, int] = st.session_state.setdefault(_SEEN, {})
        return heads.setdefault(self.plan_id, self.head)

    def see_newest(self) -> None:
        """Move on to the newest version at the next run."""
        st.session_state.setdefault(_SEEN, {}).pop(self.plan_id, None)


def arrive(actor: Actor) -> Viewer:
    """Ask once, at the beginning of a run, what the store has for a person."""
    library = services.library()
    plans = library.plans(actor)
    chosen = st.query_params.get(PLAN) or st.session_state.get(PLAN)
    plan = next((plan for plan in plans if plan.id == chosen), plan_choice.default_of(plans))
    viewer = Viewer(actor, library, plans, plan)
    st.session_state[_KEY] = viewer
    return viewer


def current() -> Viewer:
    """Return the viewer of this run, for a page: Streamlit hands a page nothing itself."""
    viewer: Viewer = st.session_state[_KEY]
    return viewer


def choose_plan(viewer: Viewer) -> None:
    """Draw the plan picker, where there is more than one plan to pick from.

    The address then always names the plan, so that a link shows the same one tomorrow,
    whichever is everybody's by then.
    """
    asked = st.query_params.get(PLAN)
    if asked and not viewer.head_of(asked):
        st.warning(text.no_such_plan(markdown(asked), markdown(viewer.names[viewer.plan_id])))
    if viewer.plan.is_put_away:
        st.info(text.IS_PUT_AWAY, icon=":material/visibility_off:")
    choices = viewer.choices
    if len(choices) < 2:
        return
    st.session_state[PLAN] = st.session_state[_PICKED] = viewer.plan_id
    # A select box would write what it shows into the address, which is a title; so a field that
    # nobody sees holds the plan's id there.
    with st.container(key="plan_address"):
        st.html("<style>.st-key-plan_address { display: none; }</style>")
        st.text_input(PLAN, key=PLAN, bind="query-params", label_visibility="collapsed")
    put_in_address(PLAN, viewer.plan_id)
    st.selectbox(
        text.PLAN,
        list(choices),
        format_func=lambda plan_id: choices.get(plan_id, plan_id),
        key=_PICKED,
        on_change=_pick,
        label_visibility="collapsed",
        width=560,
    )


def _pick() -> None:
    """Go over to the plan picked, at the version its readers see."""
    put_in_address(PLAN, st.session_state[_PICKED])
    for name in _OF_ONE_PLAN:
        if name in st.session_state:
            st.session_state[name] = None
        elif name in st.query_params:  # no widget holds it: the plan before had one version
            del st.query_params[name]


@st.cache_resource(max_entries=SNAPSHOTS_KEPT, show_spinner=False)
def _snapshot(_library: Library, _actor: Actor, plan_id: str, number: int) -> Snapshot:
    """Read a version once for everybody: it never changes. Who may look is asked before."""
    return _library.snapshot(_actor, plan_id, number)


@st.cache_resource(show_spinner=False)
def _names() -> dict[_Head, str]:
    """What plans are called, by id and version."""
    return {}


@st.cache_resource(show_spinner=False)
def _previous() -> dict[_Head, str]:
    """Which plan each goes on with, by id and version."""
    return {}


def _previous_of(plan: Plan | None) -> str:
    return previous_of(plan) if plan is not None else ""


@st.cache_resource(max_entries=SNAPSHOTS_KEPT, show_spinner=False)
def _changes(_library: Library, _actor: Actor, plan_id: str, number: int) -> tuple[Change, ...]:
    return _library.changes(_actor, plan_id, number)


@st.cache_resource(max_entries=HISTORIES_KEPT, show_spinner=False)
def _report_times(_library: Library, _actor: Actor, plan_id: str, number: int) -> ReportTimes:
    """Ask once per version when figures were reported: that never changes."""
    return _library.report_times(_actor, plan_id, number)


@st.cache_resource(max_entries=SNAPSHOTS_KEPT, show_spinner=False)
def _rows_changed(
    _library: Library,
    _actor: Actor,
    plan_id: str,
    head: int,  # noqa: ARG001
) -> Mapping[int, Rows]:
    """Ask once per version of a plan which rows its versions changed."""
    return _library.rows_changed(_actor, plan_id)


@st.cache_resource(max_entries=HISTORIES_KEPT, show_spinner=False)
def _history(
    _library: Library,
    _actor: Actor,
    plan_id: str,
    head: int,  # noqa: ARG001
    sheet: Sheet,
    key: str,
) -> tuple[AuditEntry, ...]:
    """Read a row's history once per version of its plan."""
    return _library.history(_actor, plan_id, sheet, key)
