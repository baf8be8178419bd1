"""The forms open on this screen: which version each began with, and what was typed since.

This module alone owns their place in the session state. A form keeps its base until it is
applied or discarded, whatever versions come meanwhile: what it changes is told against what its
person saw.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlencode

import streamlit as st

from lib.plan.registers.register_sheet import REGISTERS
from lib.plan.reporting import filled_form
from lib.plan.reporting.filled_form import FilledForm, Row
from lib.plan.schema import Sheet
from lib.plan.text.mentions import ACTIVITY, INDICATOR
from lib.service import drafts
from lib.service.actor import Right, can
from lib.service.drafts import StoredDraft
from lib.ui.viewer import leads, services, session
from lib.ui.viewer.viewer import PLAN, Viewer

_KEY, _BACK = "open_forms", "kept_form"
_LEADS = {Sheet.ACTIVITY_PROGRESS: ACTIVITY, Sheet.INDICATOR_PROGRESS: INDICATOR}


@dataclass(frozen=True)
class OpenForm:
    """One row's form as it began."""

    row: Row
    base: int
    shown: Mapping[str, str]
    """What the base says, by column."""
    draft: StoredDraft | None = None
    """What it goes on with, where its person had begun on another screen."""
    before: Mapping[str, str] = field(default_factory=dict)
    """What was typed there."""
    offers: Mapping[str, str] = field(default_factory=dict)
    """What the fields of a new row begin with, which alone is nothing typed."""
    id: str = field(default_factory=lambda: secrets.token_hex(4))

    def key(self, column: str) -> str:
        """Name a field; another one after each round, which empties it."""
        return f"form_{self.id}_{column}"

    def begins(self, column: str) -> str:
        """Return the words that a field begins with."""
        offered = self.offers.get(column, self.shown.get(column, ""))
        return self.before.get(column, offered)

    @property
    def filled(self) -> FilledForm | None:
        """What was typed up to the last press; None for nothing."""
        now = {
            name: str(st.session_state.get(self.key(name), self.begins(name)) or "")
            for name in self.shown
        }
        typed = filled_form.typed(self.shown, now)
        is_more = filled_form.typed({**self.shown, **self.offers}, now)
        return FilledForm(self.row[0], self.base, *self.row[1:], typed) if is_more else None


def opened(
    viewer: Viewer, row: Row, number: int, offers: Mapping[str, str] | None = None
) -> OpenForm | None:
    """Return a row's form: the one on this screen, one begun elsewhere, or a new one.

    `number` is the version on screen; None where the row is not in the one it began with.
    `offers` are the words with which the fields of a new row begin.
    """
    forms: dict[Row, OpenForm] = st.session_state.setdefault(_KEY, {})
    if row not in forms:
        begun = _begun(viewer, row, number)
        if begun is None:
            return None
        forms[row] = replace(begun, offers=offers or {})
    return forms[row]


def keep_typed(form: OpenForm, filled: FilledForm) -> None:
    """Have a form go on with what was typed, whatever page its person looks at meanwhile."""
    st.session_state[_KEY][form.row] = replace(form, before=dict(filled.typed))


def close_older(row: Row, number: int) -> None:
    """Let a form begin anew that began before a version."""
    form = st.session_state.get(_KEY, {}).get(row)
    if form is not None and form.base < number:
        close(row)


def close(row: Row) -> None:
    """Let a form begin anew."""
    st.session_state.get(_KEY, {}).pop(row, None)


def discard(viewer: Viewer, form: OpenForm) -> None:
    """Let go of what was typed, here and in the store."""
    waiting = drafts.form_waiting(viewer.library, viewer.actor, form.row)
    if waiting is not None:
        drafts.forget(viewer.library, viewer.actor, waiting.draft.sha256)
    close(form.row)


def keep_here() -> str | None:
    """Keep what was typed on this page after the sign-in was over; return the way back to it."""
    forms: dict[Row, OpenForm] = st.session_state.pop(_KEY, {})
    sender = session.lapsed() if forms else None
    if sender is not None and can(sender, Right.CHANGE):
        for filled in filter(None, (form.filled for form in forms.values())):
            drafts.keep_form(services.library(), sender, filled)
            st.session_state[_BACK] = address(filled)
    back: str | None = st.session_state.get(_BACK)
    return back


def sign_in_again(back: str) -> str:
    """Return the address of the sign-in that leads back to a form."""
    return f"/masuk?ke={quote(back, safe='')}"


def address(form: FilledForm) -> str:
    """Return where a form goes on: its year on the card of its row, in its plan."""
    if form.sheet in REGISTERS:
        return _address_in_register(form)
    name = _LEADS[form.sheet]
    asked = {name: form.key, PLAN: form.plan_id, leads.FORM_YEAR: str(form.year)}
    return f"/{leads.PATHS[name]}?{urlencode(asked, quote_via=quote)}"


def _address_in_register(form: FilledForm) -> str:
    """Return where a register's row is answered, or noted: in a meeting, on its card."""
    plan = {PLAN: form.plan_id}
    if not form.is_new:
        return f"/unggah?{urlencode(plan | {leads.DIRECTIVE: form.key}, quote_via=quote)}"
    meeting = plan | {leads.MEETING: "1"}
    if not form.key:
        return f"/?{urlencode(meeting, quote_via=quote)}"
    asked = urlencode({ACTIVITY: form.key, **meeting}, quote_via=quote)
    return f"/{leads.PATHS[ACTIVITY]}?{asked}"


def _begun(viewer: Viewer, row: Row, number: int) -> OpenForm | None:
    _, sheet, key, year = row
    waiting = drafts.form_waiting(viewer.library, viewer.actor, row)
    form = waiting.form if waiting else None
    base = form.base if form else number
    try:
        plan = viewer.snapshot(base).plan
    except KeyError:
        plan, base = viewer.newest.plan, viewer.newest.number
    shown = filled_form.shown(plan, sheet, key, year)
    if shown is None:
        return None
    typed = dict(form.typed) if form else {}
    return OpenForm(row, base, shown, waiting.draft if waiting else None, typed)
