"""The form on a card: one row's fields, what is to be said of each, and what they would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

import streamlit as st

from lib.plan.change.lock import has_locked, locked_until, locks
from lib.plan.position import Position
from lib.plan.registers.register_sheet import REGISTERS, address_of
from lib.plan.reporting.filled_form import NEW_ROW, Row
from lib.plan.schema import TARGETS, Column, Owner, Sheet
from lib.service.actor import Denied, Right, open_columns
from lib.service.proposal import Proposal
from lib.ui.change import comparison, open_form, proposal_flow, proposal_steps, proposal_view
from lib.ui.change.open_form import OpenForm
from lib.ui.change.proposal_flow import Flow
from lib.ui.escape import markdown
from lib.ui.screens import form_fields
from lib.ui.screens.form_fields import Said
from lib.ui.viewer import filters, leads, meeting, redirect, standings
from lib.ui.viewer.screen import Screen
from lib.ui.viewer.viewer import Viewer
from lib.ui.words import change_words
from lib.ui.words import form_words as text
from lib.ui.words.lock_words import fields_locked
from lib.ui.words.text import SIGN_IN
from lib.voice.changes import Sides, happened, units_in

_PLANNED = frozenset(
    {*TARGETS, "pagu_anggaran", "definisi_operasional", "satuan", "arah", "target"}
    | {"penanggung_jawab", "sumber_data", "rubrik"}
)
"""What is settled when a year begins stands folded below what is reported."""


@dataclass(frozen=True)
class CardForms:
    """What one person may fill in of one kegiatan, indicator or row of a register."""

    viewer: Viewer
    number: int
    """The version on screen."""
    sheet: Sheet
    key: str
    labels: Mapping[int, int]
    """The row of each year in a workbook; outside the years, of 0."""
    columns: tuple[Column, ...]
    year: int = 0
    """The one at which to begin, or the last before it."""
    locked: Position | None = None
    """The quarter up to which figures change by correction alone."""
    offers: Mapping[str, str] = field(default_factory=dict)
    """What the fields of a new row begin with."""

    def open_in(self, year: int) -> tuple[Column, ...]:
        """The columns of one year, without what is locked for them."""
        until = None if self.corrects else self.locked
        return tuple(c for c in self.columns if not locks(until, self.sheet, year, c.name))

    @property
    def corrects(self) -> bool:
        """Whether they may change what is locked."""
        return self.viewer.can(Right.CORRECT)

    @property
    def settled(self) -> tuple[Column, ...]:
        """What was settled when the year began."""
        in_register = self.sheet in REGISTERS
        return tuple(c for c in self.columns if c.name in _PLANNED and not in_register)

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies to choose from, in a register."""
        return self.viewer.newest.plan.known_agencies if self.sheet in REGISTERS else ()

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(self.labels)

    @property
    def verify(self) -> bool:
        """Whether they are a verifier's, who looks at what others report."""
        return all(column.owner is Owner.VERIFIER for column in self.columns)

    def row(self, year: int) -> Row:
        return self.viewer.plan_id, self.sheet, self.key, year


def offered(screen: Screen, sheet: Sheet, key: str, labels: Mapping[int, int]) -> CardForms | None:
    """Return the forms of a card; None in meetings, in old versions, and for whose row it is not.

    None, too, in a plan that is put away: it takes no changes.
    `labels` are the card's rows in a workbook, by year.
    What somebody typed whose sign-in is over meanwhile is kept, and that is said.
    """
    viewer = screen.viewer
    if not viewer.actor.name and (back := open_form.keep_here()):
        st.warning(text.SESSION_OVER, icon=":material/lock_clock:")
        if st.button(SIGN_IN, icon=":material/login:", type="primary"):
            redirect.leave(open_form.sign_in_again(back))
    if meeting.is_on() or screen.snapshot.number != viewer.seen or viewer.plan.is_put_away:
        return None
    columns = {
        year: open_columns(viewer.actor, screen.plan, sheet, key, year) for year in sorted(labels)
    }
    mine = {year: labels[year] for year, open_ in columns.items() if open_}
    if not mine:
        return None
    return CardForms(
        viewer,
        screen.snapshot.number,
        sheet,
        key,
        mine,
        max(columns.values(), key=len),
        screen.position.year,
        locked_until(screen.plan),
    )


def places(screen: Screen, forms: CardForms | None) -> Sequence[AbstractContextManager[object]]:
    """Lay a card out: where figures, words, history and the form go.

    The form takes the side; on a phone it comes before what was written earlier.
    """
    figures, side = st.columns([2, 1], gap="small")
    below = st.container()
    if forms is None:
        return [figures, side, below, below]
    rest = below if screen.look.compact else figures
    return [figures, rest, rest, side]


def draw(forms: CardForms | None) -> None:
    """Draw the forms, one tab a year; at first the year asked for, or that of the position."""
    if forms is None:
        return
    with st.container(border=True, key="report"):
        st.subheader(text.VERIFY if forms.verify else text.REPORT, anchor=False)
        st.caption(text.VERIFY_HELP if forms.verify else text.REPORT_HELP)
        if len(forms.years) == 1:
            one(forms, forms.years[0])
            return
        tabs = st.tabs([str(year) for year in forms.years], default=str(_first_year(forms)))
        # The year under a check comes last: choosing among values ends the page there.
        drawn = zip(tabs, forms.years, strict=True)
        for tab, year in sorted(drawn, key=lambda each: _is_checked(forms, each[1])):
            with tab:
                one(forms, year)


def _first_year(forms: CardForms) -> int:
    asked = st.query_params.get(leads.FORM_YEAR)
    at = min(max(forms.year, forms.years[0]), forms.years[-1])
    last = max(year for year in forms.years if year <= at)
    return next((year for year in forms.years if str(year) == asked), last)


def _is_checked(forms: CardForms, year: int) -> bool:
    return proposal_flow.of_form(forms.row(year)) is not None


def one(forms: CardForms, year: int) -> None:
    """Draw the form of one year, what was found in it, and what it would change."""
    viewer, row = forms.viewer, forms.row(year)
    flow = proposal_flow.of_form(row)
    if flow is not None and flow.applied:
        flow = proposal_flow.gone_back(viewer, flow)
        open_form.close_older(row, flow.applied or 0)
        _applied(forms, flow)
        flow = None
    form = open_form.opened(viewer, row, forms.number, forms.offers)
    if form is None:
        return
    # What is new is noted in a small window, in which only the top is sure to be seen.
    place = st.container() if year == NEW_ROW else nullcontext()
    _say_how_it_began(forms, form)
    if _fields(forms, form, flow):
        _check(forms, form)
    if form.filled is not None and st.button(text.DISCARD, key=form.key("discard")):
        proposal_flow.leave_form(row)
        open_form.discard(viewer, form)
        st.rerun()
    if flow is not None:
        with place:
            _outcome(forms, row, flow)


def _say_how_it_began(forms: CardForms, form: OpenForm) -> None:
    if form.draft is not None:
        st.info(text.taken_up(form.draft), icon=":material/draft:")
    if form.base != forms.number:
        st.caption(text.older_base(form.base, forms.number))
    if forms.locked and not forms.verify and has_locked(forms.locked, forms.sheet, form.row[3]):
        also = form_fields.locked_beside(form)
        st.caption(fields_locked(forms.locked, forms.corrects, also))


def _fields(forms: CardForms, form: OpenForm, flow: Flow | None) -> bool:
    """Draw the fields, each with what was found in it; tell whether they are to be checked."""
    said = _by_field(forms, form.row, flow)
    with st.form(form.key("form"), enter_to_submit=False, border=False):
        columns = form_fields.asked(form, forms.open_in(form.row[3]))
        choices = form_fields.choices_of(form, columns, forms.agencies)
        planned = [column for column in columns if column in forms.settled]
        reported = [column for column in columns if column not in planned]
        form_fields.group(form, reported, said, choices)
        if planned:
            marked = any(said[column.name] for column in planned)
            with st.expander(text.PLANNED, expanded=marked):
                form_fields.group(form, planned, said, choices)
        with st.container(horizontal=True, vertical_alignment="center"):
            pressed = st.form_submit_button(text.CHECK, type="primary")
            st.caption(text.NOTHING_STORED, width="content")
    return pressed


def _by_field(forms: CardForms, row: Row, flow: Flow | None) -> Said:
    """Sort what is to be mended or agreed to by the column of its field; "" where it has none."""
    label = forms.labels[row[3]]
    fields = {address_of(forms.sheet, c.name, label): c.name for c in forms.columns}
    said: Said = defaultdict(list)
    for item in flow.proposal.findings if flow else ():
        if item.severity in form_fields.COLOURS:
            said[fields.get(item.place, "")].append(item)
    return said


def _check(forms: CardForms, form: OpenForm) -> None:
    """Have what was typed checked, and draw the page anew with what was found."""
    filled = form.filled
    if filled is None:
        proposal_flow.leave_form(form.row)
        st.info(text.NOTHING_TYPED, icon=":material/info:")
        return
    try:
        proposal_flow.fill_in(forms.viewer, filled, form.draft)
    except Denied as denied:
        st.error(str(denied), icon=":material/lock:")
        return
    open_form.keep_typed(form, filled)
    st.rerun()


def _outcome(forms: CardForms, row: Row, flow: Flow) -> None:
    """Say how the check ended; what can be applied is shown first, then offered."""
    proposal = flow.proposal
    for item in _by_field(forms, row, flow)[""]:
        form_fields.finding(item)
    if not proposal.accepted:
        st.error(text.TO_MEND, icon=":material/error:")
        return
    if proposal.unchanged:
        st.info(text.NOTHING_CHANGED, icon=":material/info:")
        return
    proposal_steps.settle(forms.viewer, flow)
    _preview(proposal)
    proposal_steps.decide(forms.viewer, flow, change_words.APPLY)


def _preview(proposal: Proposal) -> None:
    """Say what would change, and what the screens would show then."""
    if proposal.current is None or proposal.proposed is None:
        return
    sides = Sides.of(proposal.changes, units_in(proposal.proposed))
    said = [f"{each.header}: {happened(each, sides)}" for each in proposal.changes]
    st.markdown("\n".join([f"**{text.WOULD_CHANGE}**", *(f"- {markdown(one)}" for one in said)]))
    proposal_view.lapsed(proposal)
    position = filters.default_position(proposal.proposed)
    shown = comparison.effect_lines(
        standings.of_change(proposal.current, proposal.proposed, position).effect
    )
    if shown:
        head = f"**{text.EFFECT}** ({position.label})"
        st.markdown("\n".join([head, *shown]))


def _applied(forms: CardForms, flow: Flow) -> None:
    """Say what the form became, with the way back beside."""
    viewer = forms.viewer
    if not proposal_flow.is_newest(viewer, flow):
        proposal_flow.drop()
        return
    st.success(change_words.applied(flow.applied), icon=":material/check_circle:")
    proposal_flow.say_once(viewer, flow)
    if proposal_flow.can_undo(viewer, flow) and st.button(
        change_words.UNDO, icon=":material/undo:", key="undo"
    ):
        proposal_flow.undo(viewer, flow)
        st.rerun()
