"""Instructions of meetings on screen: noted in a meeting, listed where they are due, answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lib.plan.position import Position
from lib.plan.registers.directives import (
    SHEET,
    Directive,
    directives,
    meetings,
    of_activity,
    open_directives,
)
from lib.plan.registers.register_sheet import DIRECTIVES, OPEN, REGISTER_FIRST_ROW
from lib.plan.reporting.calendar import last_day
from lib.plan.reporting.filled_form import NEW_ROW
from lib.plan.text.mentions import ACTIVITY
from lib.plan.text.names import short_names
from lib.service.actor import Role, agency_in, may_add, open_columns
from lib.ui.escape import markdown
from lib.ui.screens import card_parts, report_form
from lib.ui.screens.report_form import CardForms
from lib.ui.viewer import filters, leads, meeting
from lib.ui.viewer.screen import Screen
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import arahan_words as text
from lib.ui.words.text import more
from lib.voice import directive_words as voice

LISTED = 6
_ASKED = ("arahan", "penanggung_jawab", "tenggat", "rapat")
"""What the room is asked for; the rest of the row is known."""
_STATE_COLOURS = {OPEN: "orange"}


def note(screen: Screen, codes: Sequence[str]) -> None:
    """Offer the form that notes an instruction, in a meeting and to an admin alone.

    `codes` are the kegiatan on screen; of one, the form is about it.
    """
    viewer = screen.viewer
    if not meeting.is_on() or not may_add(viewer.actor, SHEET):
        return
    if screen.snapshot.number != viewer.seen or viewer.plan.is_put_away:
        return
    with st.popover(text.NOTE, icon=":material/edit_note:", key="note_directive", width="content"):
        code = codes[0] if len(codes) == 1 else _about(screen, codes)
        st.caption(text.NOTE_HELP)
        report_form.one(_new(screen, code), NEW_ROW)


def _about(screen: Screen, codes: Sequence[str]) -> str:
    """Ask which kegiatan an instruction is about, those on screen first; "" for none."""
    names = short_names(screen.plan)
    options = list(dict.fromkeys(["", *codes, *names]))
    chosen: str = st.selectbox(
        text.ABOUT,
        options,
        format_func=lambda code: f"{code} {names[code]}" if code else text.NO_ACTIVITY,
        key="directive_about",
    )
    return chosen


def _new(screen: Screen, code: str) -> CardForms:
    """Return the form of an instruction that is not there yet, with what can be offered."""
    plan, today = screen.plan, filters.today()
    owners = screen.plan.activities.set_index("kode")["pihak_terlibat"]
    agencies = plan.agencies_in(owners[code]) if code else ()
    offers = {
        "tanggal": today.isoformat(),
        "rapat": _meeting_today(screen, today),
        "kegiatan": code,
        "penanggung_jawab": "; ".join(agencies),
        "tenggat": last_day(_running(today)).isoformat(),
        "status": OPEN,
    }
    columns = {column.name: column for column in DIRECTIVES.columns}
    labels = {NEW_ROW: REGISTER_FIRST_ROW + len(plan.registers[SHEET])}
    asked = tuple(columns[name] for name in _ASKED)
    number = screen.snapshot.number
    return CardForms(screen.viewer, number, SHEET, code, labels, asked, offers=offers)


def _meeting_today(screen: Screen, today: date) -> str:
    """Return the name of the meeting of which something is noted today, else one to begin with."""
    known = (one.name for one in meetings(screen.plan) if one.day == today)
    return next(known, text.meeting(screen.position))


def _running(today: date) -> Position:
    """Return the quarter that a day lies in."""
    return Position(today.year, (today.month - 1) // 3 + 1)


def on_card(screen: Screen, code: str) -> None:
    """List the instructions about a kegiatan; nothing where there is none."""
    found = of_activity(screen.plan, code)
    if not found:
        return
    with st.container(border=True, gap="small", key="directives"):
        st.markdown(f"**{text.ON_CARD}**")
        for one in found:
            _told(screen, one)


def _told(screen: Screen, one: Directive) -> None:
    today = screen.whole.day
    colour = "red" if one.is_overdue(today) else _STATE_COLOURS.get(one.status, "gray")
    when = f", {voice.until(one, today)}" if one.is_open else ""
    facts = f"{voice.origin(one)}. {voice.who(one)}{when}"
    lead = ""
    if one.is_open and open_columns(screen.viewer.actor, screen.plan, SHEET, one.no, 0):
        lead = f" · {leads.answer(one.no, text.ANSWER)}" * (not meeting.is_on())
    st.markdown(
        f":{colour}-badge[{markdown(one.status)}] {markdown(one.words)}  \n"
        f":small[:gray[{markdown(facts)}]{lead}]"
    )
    card_parts.written("Tindak lanjut", one.follow_up)


def to_answer(viewer: Viewer) -> None:
    """List the open instructions of an operator's agency (for an admin, all), and answer one."""
    plan, actor = viewer.newest.plan, viewer.actor
    agency = agency_in(plan, actor)
    is_admin = actor.role is Role.ADMIN
    if viewer.plan.is_put_away or not (is_admin or (actor.role is Role.OPERATOR and agency)):
        return
    found = open_directives(plan, None if is_admin else agency)
    mine = [one.no for one in directives(plan) if is_admin or agency in one.agencies]
    asked = st.query_params.get(leads.DIRECTIVE)
    if not found and asked not in mine:
        return
    with st.container(border=True, key="to_answer"):
        st.markdown(f"**{text.FOR_ADMIN if is_admin else text.FOR_YOU}**")
        lines = [_line(one) for one in found[:LISTED]]
        if rest := len(found) - len(lines):
            lines.append(f"- {more(rest)}")
        st.markdown("\n".join(lines))
        _choose(viewer, [no for no in mine if no == asked or no in {one.no for one in found}])


def _line(one: Directive) -> str:
    today = filters.today()
    card = f" {leads.link(ACTIVITY, one.activity, one.activity)}" if one.activity else ""
    when = voice.until(one, today)
    due = f"**{markdown(when)}**" if one.is_overdue(today) else markdown(when)
    return f"- {voice.named(one)}{card}: {markdown(one.words)} :small[({due})]"


def _choose(viewer: Viewer, numbers: list[str]) -> None:
    """Ask which one is to be answered, and draw its form."""
    chosen = st.selectbox(
        text.ANSWER_ONE,
        numbers,
        index=None,
        placeholder=text.CHOOSE,
        key=leads.DIRECTIVE,
        bind="query-params",
    )
    if chosen is None:
        return
    plan = viewer.newest.plan
    columns = open_columns(viewer.actor, plan, SHEET, chosen, 0)
    rows = plan.registers[SHEET]
    labels = {0: int(rows.index[rows["no"] == chosen][0])}
    st.caption(text.ANSWER_HELP)
    if columns:
        number = viewer.newest.number
        report_form.one(CardForms(viewer, number, SHEET, chosen, labels, columns), 0)
