"""What every Pantau page opens with: the version, the filters, the header row."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import streamlit as st

from lib.charts.chart import Chart, Look
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.standing import EVERYTHING, Narrowing, Standing
from lib.service.actor import Actor
from lib.service.library import Snapshot
from lib.ui.change import comparison
from lib.ui.chart_element import ChartDrawing
from lib.ui.escape import markdown
from lib.ui.viewer import filters, leads, meeting, standings, versions, viewer
from lib.ui.viewer.ages import age
from lib.ui.viewer.filters import Filters
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import text

_PHONE = re.compile(r"Mobi|Android", re.IGNORECASE)


@dataclass(frozen=True)
class Screen:
    """One page view: who looks at which version through which filters, and how charts look."""

    viewer: Viewer
    snapshot: Snapshot
    previous: Snapshot | None
    """The version it is compared with, if any."""
    filters: Filters
    look: Look

    @property
    def plan(self) -> Plan:
        return self.snapshot.plan

    @property
    def position(self) -> Position:
        return self.filters.position

    @property
    def year(self) -> int | None:
        """The one year looked at, if it is one."""
        return self.filters.narrowing.year

    @cached_property
    def standing(self) -> Standing:
        """Where the plan stands, as far as the filters let see: every figure of the page."""
        return standings.standing(*self._asked)

    @cached_property
    def whole(self) -> Standing:
        """Where the plan stands whatever the filters leave out."""
        asked = (self.viewer.actor, self.snapshot, self.position, EVERYTHING, self.previous)
        return standings.standing(*asked)

    @property
    def _asked(
        self,
    ) -> tuple[Actor, Snapshot, Position, Narrowing, Snapshot | None]:
        chosen = self.filters
        return (
            self.viewer.actor,
            self.snapshot,
            chosen.position,
            chosen.narrowing,
            self.previous,
        )

    def drawing(
        self,
        make: Callable[[Screen, Look], Chart],
        width: int,
        rows: tuple[str, ...] | None = None,
    ) -> ChartDrawing:
        """Return a chart of the standing for a card of that width, as it was made before.

        What `make` draws may depend on the standing and the look alone; of `rows` those alone.
        """
        look = replace(self.look_at(width), rows=rows)
        return standings.drawing(
            standings.key_of(*self._asked), make.__name__, look, lambda: make(self, look)
        )

    def look_at(self, width: int) -> Look:
        """How a chart looks in a card of that width, in pixels on a small laptop."""
        return self.look if self.look.compact else replace(self.look, width=width)


def open_screen(title: str) -> Screen:
    """Draw a page's header row (in a meeting, none) and return what the page is about."""
    here, in_meeting = viewer.current(), meeting.is_on()
    if in_meeting:
        meeting.style()
        snapshot, previous, choice = chosen_silently(here)
    else:
        snapshot, previous, choice = _header(here, title)
    versions.say_what_is_damaged(here, snapshot, previous)
    screen = Screen(here, snapshot, previous, choice, _look(snapshot, choice, in_meeting))
    if previous is not None:
        comparison.since(previous, screen.standing.effect, in_meeting)
    return screen


def chosen_silently(here: Viewer) -> tuple[Snapshot, Snapshot | None, Filters]:
    """Return what the address asks for, drawing no widget."""
    snapshot, previous = versions.choose(here, visible=False)
    return snapshot, previous, filters.choose(snapshot.plan, visible=False)


def _header(here: Viewer, title: str) -> tuple[Snapshot, Snapshot | None, Filters]:
    """Draw the title beside the filters, or above their one button on a phone."""
    phone = on_phone()
    heading = st.container(gap=None, key="heading")
    if phone:
        heading.title(title, anchor=False)
    header = heading.container(horizontal=True, vertical_alignment="center", key="header")
    with header:
        if not phone:
            st.title(title, anchor=False)
        snapshot, previous = versions.choose(here)
        with st.popover(text.FILTERS, icon=":material/filter_list:") if phone else header:
            choice = filters.choose(snapshot.plan, stacked=phone)
        if not phone:
            meeting.enter_button()
    with heading.container(horizontal=True, vertical_alignment="center"):
        said = age(here, snapshot, choice.narrowing.agency)
        words = _subtitle(snapshot, choice, said)
        st.markdown(
            words if phone else f"{words} :small[{_link(here, snapshot, choice)}]", width="content"
        )
        leads.listen()
        versions.offer_newer(here)
    return snapshot, previous, choice


def _link(here: Viewer, snapshot: Snapshot, choice: Filters) -> str:
    """Write the link to this screen, with the position that tomorrow would be another one."""
    shown = {"posisi": choice.position.code}
    if snapshot.number != here.head:
        shown[versions.VERSION] = str(snapshot.number)
    return leads.copied(shown)


def _subtitle(snapshot: Snapshot, choice: Filters, old: str) -> str:
    plan = snapshot.plan
    parts = [
        f"{markdown(plan.government)} {markdown(plan.period)}",
        f"posisi **{choice.position.label}**",
        snapshot.label,
        *([f"**{markdown(old)}**"] if old else []),
    ]
    if choice.words:
        parts.append(f"**{markdown(text.filtered(choice.words))}**")
    mark = f" :orange-badge[{text.SAMPLE_SHORT}]" if plan.is_sample else ""
    return f":small[:gray[{' · '.join(parts)}]{mark}]"


def on_phone() -> bool:
    """Tell whether the reader's browser is a phone's, by what it says of itself."""
    return bool(_PHONE.search(st.context.headers.get("User-Agent", "")))


def _look(snapshot: Snapshot, choice: Filters, in_meeting: bool) -> Look:
    return Look(
        dark=st.context.theme.type == "dark",
        compact=on_phone(),
        meeting=in_meeting,
        # A meeting's screen has its own foot, and no button that saves a picture without one.
        footer="" if in_meeting else source_line(snapshot, choice),
        sample=snapshot.plan.is_sample,
    )


def source_line(snapshot: Snapshot, choice: Filters) -> str:
    """Name the data a picture or a meeting screen shows: government, position, version, time."""
    parts = [snapshot.plan.government, f"posisi {choice.position.label}", snapshot.source]
    if choice.words:
        parts.append(text.filtered(choice.words))
    if snapshot.plan.is_sample:
        parts.append(text.SAMPLE)
    return " · ".join(parts)
