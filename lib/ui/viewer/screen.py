"""What every Pantau page opens with: the data, the filters, the header row."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, partial

import pandas as pd
import streamlit as st

from lib.charts.chart import Look
from lib.plan import status
from lib.plan.effect import Effect, effect
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.plan.rollup import in_scope, select
from lib.service.library import Snapshot
from lib.ui.change import comparison
from lib.ui.escape import markdown
from lib.ui.viewer import filters, meeting, versions
from lib.ui.viewer.filters import Filters
from lib.ui.words import text

_PHONE = re.compile(r"Mobi|Android", re.IGNORECASE)


@dataclass(frozen=True)
class Screen:
    """The data of one page view: a version, the reader's filters, and how charts look here."""

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

    def look_at(self, width: int) -> Look:
        """How a chart looks in a card of that width, in pixels on a small laptop."""
        return self.look if self.look.compact else replace(self.look, width=width)

    def all_activities(self) -> pd.DataFrame:
        """Every kegiatan-year, whatever the filters; see `status.activity_status`."""
        return status.activity_status(self.plan, self.position)

    def activities(self) -> pd.DataFrame:
        """Those that pass the filters."""
        chosen = self.filters
        return select(self.all_activities(), chosen.year, chosen.group, chosen.agency)

    def activities_due(self) -> pd.DataFrame:
        """Those planned up to the position's year, which figures and means are over."""
        return in_scope(self.activities(), self.position)

    @cached_property
    def since(self) -> Effect | None:
        """What changed since the version compared with, within the filters."""
        if self.previous is None:
            return None
        chosen = self.filters
        narrow = partial(select, year=chosen.year, group=chosen.group, agency=chosen.agency)
        return effect(self.previous.plan, self.plan, self.position, narrow)

    def indicators(self) -> pd.DataFrame:
        """All indicator-years that pass the filters; see `status.indicator_status`."""
        table = status.indicator_status(self.plan)
        return select(table, self.filters.year, self.filters.group, self.filters.agency)


def open_screen(title: str) -> Screen:
    """Draw a page's header row (in a meeting, none) and return what the page is about."""
    in_meeting = meeting.is_on()
    if in_meeting:
        meeting.style()
        snapshot, previous = versions.choose(visible=False)
        choice = filters.choose(snapshot.plan, visible=False)
    else:
        snapshot, previous, choice = _header(title)
    screen = Screen(snapshot, previous, choice, _look(snapshot, choice, in_meeting))
    compared = screen.since
    if previous is not None and compared is not None:
        comparison.since(previous, compared, in_meeting)
    return screen


def _header(title: str) -> tuple[Snapshot, Snapshot | None, Filters]:
    """Draw the title beside the filters, or above their one button on a phone."""
    phone = _on_phone()
    heading = st.container(gap=None, key="heading")
    if phone:
        heading.title(title, anchor=False)
    header = heading.container(horizontal=True, vertical_alignment="center", key="header")
    with header:
        if not phone:
            st.title(title, anchor=False)
        snapshot, previous = versions.choose()
        with st.popover(text.FILTERS, icon=":material/filter_list:") if phone else header:
            choice = filters.choose(snapshot.plan, stacked=phone)
        if not phone:
            meeting.enter_button()
    with heading.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_subtitle(snapshot, choice), width="content")
        versions.offer_newer()
    return snapshot, previous, choice


def _subtitle(snapshot: Snapshot, choice: Filters) -> str:
    plan = snapshot.plan
    parts = [
        f"{markdown(plan.government)} {markdown(plan.period)}",
        f"posisi **{choice.position.label}**",
        snapshot.label,
    ]
    if choice.narrowing:
        parts.append(f"**{markdown(text.filtered(choice.narrowing))}**")
    mark = f" :orange-badge[{text.SAMPLE_SHORT}]" if plan.is_sample else ""
    return f":small[:gray[{' · '.join(parts)}]{mark}]"


def _on_phone() -> bool:
    return bool(_PHONE.search(st.context.headers.get("User-Agent", "")))


def _look(snapshot: Snapshot, choice: Filters, in_meeting: bool) -> Look:
    return Look(
        dark=st.context.theme.type == "dark",
        compact=_on_phone(),
        meeting=in_meeting,
        # A meeting's screen has its own foot, and no button that saves a picture without one.
        footer="" if in_meeting else source_line(snapshot, choice),
        sample=snapshot.plan.is_sample,
    )


def source_line(snapshot: Snapshot, choice: Filters) -> str:
    """Name the data a picture or a meeting screen shows: government, position, version, time."""
    parts = [snapshot.plan.government, f"posisi {choice.position.label}", snapshot.source]
    if choice.narrowing:
        parts.append(text.filtered(choice.narrowing))
    if snapshot.plan.is_sample:
        parts.append(text.SAMPLE)
    return " · ".join(parts)
