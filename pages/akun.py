"""Akun: who may sign in, as what; for admins."""

import streamlit as st

from lib.ui.screens import account_view, plans_view
from lib.ui.viewer import services, viewer
from lib.ui.words import text

accounts, here = services.identity().accounts, viewer.current()
st.title(text.ACCOUNTS, anchor=False)
found = accounts.all(here.actor)
account_view.fresh_password()
account_view.table(found)

change, add = st.columns([3, 2], gap="medium", border=True)
with add:
    account_view.add(accounts, here.actor, here.newest.plan.agencies)
with change:
    account_view.change(accounts, here.actor, found, here.newest.plan.agencies)
plans_view.shelf(here)
account_view.events(accounts, here.actor)
