"""Akun: who may sign in, as what; for admins."""

import streamlit as st

from lib.ui.screens import account_view
from lib.ui.viewer import loading, services, session
from lib.ui.words import text

accounts, actor = services.identity().accounts, session.actor()
st.title(text.ACCOUNTS, anchor=False)
found = accounts.all(actor)
account_view.fresh_password()
account_view.table(found)

change, add = st.columns([3, 2], gap="medium", border=True)
with add:
    account_view.add(accounts, actor, loading.newest().plan.agencies)
with change:
    account_view.change(accounts, actor, found, loading.newest().plan.agencies)
account_view.events(accounts, actor)
