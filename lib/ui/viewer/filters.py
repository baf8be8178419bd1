"""The filter row: one set of filters that means the same on every page and lives in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import streamlit as st

from lib.plan.plan import Plan
from lib.plan.position import Position, positions
from lib.plan.standing import EVERYTHING, Narrowing
from lib.plan.text.indonesian import WIB
from lib.web.streamlit_parts import on_every_page

_WIDTHS = {"tahun": 136, "posisi": 122, "kp": 160, "pihak": 210}
"""Pixels of each widget, by its address parameter; all fit one row of a small laptop."""


@dataclass(frozen=True, slots=True)
class Filters:
    """As of when a reader looks, and at how much of the plan."""

    position: Position
    narrowing: Narrowing = EVERYTHING

    @property
    def words(self) -> str:
        """The filters that leave something out, in words; empty where all is shown."""
        chosen = self.narrowing
        year = f"tahun {chosen.year}" if chosen.year else ""
        return ", ".join(filter(None, (year, chosen.group, chosen.agency)))


def choose(plan: Plan, visible: bool = True, stacked: bool = False) -> Filters:
    """Draw the filter row (or only read the address, for meeting mode) and return the choice.

    Stacked, for a phone, the widgets stand one under another with their names.
    """
    default = default_position(plan)
    codes = [position.code for position in positions(plan.years)]
    pick = partial(_widget, stacked=stacked) if visible else _from_address
    year = pick("tahun", "Tahun", [str(year) for year in plan.years], "Semua tahun")
    position = pick("posisi", "Posisi", codes, "", codes.index(default.code))
    group = pick("kp", "Kelompok program", list(plan.groups), "Semua kelompok")
    agency = pick("pihak", "Pihak terlibat", list(plan.agencies), "Semua pihak")
    narrowing = Narrowing(int(year) if year else None, group, agency)
    return Filters(Position.parse(position) or default, narrowing)


def choose_position(plan: Plan) -> Position:
    """Draw the position alone, for pages that are about the whole plan."""
    codes = [position.code for position in positions(plan.years)]
    default = default_position(plan)
    chosen = _widget("posisi", "Posisi", codes, "", codes.index(default.code))
    return Position.parse(chosen) or default


def default_position(plan: Plan) -> Position:
    """Return the position a reader sees without choosing one."""
    return Position.default(plan.years, today())


def today() -> date:
    """Return the day it is where the plan is carried out."""
    return datetime.now(WIB).date()


def _widget(
    name: str,
    label: str,
    options: Sequence[str],
    all_of_them: str,
    index: int | None = None,
    stacked: bool = False,
) -> str | None:
    with on_every_page():
        return st.selectbox(
            label,
            options,
            index=index,
            key=name,
            bind="query-params",
            placeholder=all_of_them,
            label_visibility="visible" if stacked else "collapsed",
            width="stretch" if stacked else _WIDTHS[name],
        )


def _from_address(
    name: str, _label: str, options: Sequence[str], _all: str, index: int | None = None
) -> str | None:
    value = st.query_params.get(name)
    if value in options:
        return value
    return None if index is None else options[index]
