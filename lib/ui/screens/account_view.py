"""Accounts on screen: the list, the forms to add and change one, what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from lib.plan.text.indonesian import moment
from lib.service.access.accounts import Account, AccountError, Accounts
from lib.service.actor import ACCOUNT_ROLES, Actor, Role
from lib.ui.escape import plain
from lib.ui.words import text
from lib.ui.words.change_words import UNDERSTOOD

_FRESH = "fresh_password"
"""Holds a password just made, by account, until it was noted."""


def table(accounts: Sequence[Account]) -> None:
    """Draw the list of accounts."""
    rows = [
        (
            account.name,
            plain(account.display),
            text.ROLES[account.role],
            plain(account.agency) or "–",
            account.email or "–",
            text.ACTIVE if account.active else text.DISABLED,
        )
        for account in accounts
    ]
    st.dataframe(
        pd.DataFrame(rows, columns=text.ACCOUNT_COLUMNS),
        hide_index=True,
        alt=text.ACCOUNTS,
    )


def fresh_password() -> None:
    """Show a password that was just made until it is closed: no second press may take it away."""
    for name, password in _fresh().items():
        st.success(text.fresh_password(name), icon=":material/key:")
        st.code(password, language=None)
        if st.button(UNDERSTOOD, key="password_noted"):
            _fresh().clear()
            st.rerun()


def _fresh() -> dict[str, str]:
    kept: dict[str, str] = st.session_state.setdefault(_FRESH, {})
    return kept


def add(accounts: Accounts, actor: Actor, agencies: Sequence[str]) -> None:
    """Draw the form that adds an account."""
    with st.form("add_account", border=False):
        st.markdown(f"**{text.ADD_ACCOUNT}**")
        name = st.text_input(text.ACCOUNT_NAME, max_chars=32)
        display = st.text_input(text.ACCOUNT_DISPLAY, max_chars=80)
        role = _role("add_role", Role.OPERATOR)
        agency = st.selectbox(
            text.AGENCY,
            agencies,
            index=None,
            placeholder=text.CHOOSE_AGENCY,
            help=text.AGENCY_HELP,
        )
        email = st.text_input(text.EMAIL, max_chars=250, help=text.EMAIL_HELP)
        pressed = st.form_submit_button(text.ADD_ACCOUNT, type="primary")
    new = name.strip().lower()
    if pressed and new not in _fresh():  # else it is the same press twice
        _try(
            lambda: accounts.add(actor, name, role, display=display, agency=agency, email=email),
            new,
        )


def change(
    accounts: Accounts, actor: Actor, found: Sequence[Account], agencies: Sequence[str]
) -> None:
    """Draw what can be changed of one account."""
    st.markdown(f"**{text.CHANGE_ACCOUNT}**")
    names = {account.name: account for account in found}
    name = st.selectbox(text.ACCOUNT_NAME, list(names), key="account")
    if name not in names:
        return
    account = names[name]
    with st.form(f"role_{name}", border=False):
        role = _role(f"role_of_{name}", account.role)
        offered = list(dict.fromkeys([*agencies, *filter(None, [account.agency])]))
        at = offered.index(account.agency) if account.agency else None
        agency = st.selectbox(
            text.AGENCY,
            offered,
            index=at,
            placeholder=text.CHOOSE_AGENCY,
            key=f"agency_of_{name}",
        )
        if st.form_submit_button(text.SAVE_ROLE):
            _try(lambda: accounts.set_role(actor, name, role, agency))
    with st.form(f"email_{name}", border=False):
        email = st.text_input(
            text.EMAIL,
            account.email or "",
            max_chars=250,
            help=text.EMAIL_HELP,
            key=f"email_of_{name}",
        )
        if st.form_submit_button(text.SAVE_EMAIL):
            _try(lambda: accounts.set_email(actor, name, email))
    with st.container(horizontal=True):
        if st.button(text.RESET_PASSWORD, icon=":material/key:"):
            _try(lambda: accounts.reset_password(actor, name), name)
        label = text.DISABLE if account.active else text.ENABLE
        if st.button(label, icon=":material/block:"):
            _try(lambda: accounts.set_active(actor, name, not account.active))


def events(accounts: Accounts, actor: Actor) -> None:
    """Draw the record of sign-ins and of what was done to accounts, read once it is opened."""
    record = st.expander(text.EVENTS, on_change="rerun")
    if not record.open:
        return
    with record:
        rows = [
            (
                moment(event.time),
                plain(event.actor) or "–",
                event.kind,
                plain(event.subject),
                plain(event.detail),
            )
            for event in accounts.events(actor)
        ]
        st.dataframe(
            pd.DataFrame(rows, columns=text.EVENT_COLUMNS),
            hide_index=True,
            alt=text.EVENTS,
        )


def _role(key: str, default: Role) -> Role:
    return st.radio(
        text.ROLE,
        ACCOUNT_ROLES,
        index=ACCOUNT_ROLES.index(default),
        format_func=lambda role: text.ROLES[role],
        horizontal=True,
        key=key,
    )


def _try(task: Callable[[], str | None], name: str = "") -> None:
    """Do what a button asked for; say why not, or show the page anew with what came of it.

    `name` is the account for which a password is made.
    """
    fresh = _fresh()  # now: a second press ends the run where it next looks into the session
    try:
        made = task()
    except (AccountError, ValueError) as problem:
        st.error(str(problem))
        return
    if made:
        fresh.clear()
        fresh[name] = made
    st.rerun()
