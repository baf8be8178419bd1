"""The way in for whoever opens Rencana baru without being signed in, or no longer is."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from lib.ui.change import open_form
from lib.ui.screens.new_plan import sketch_state
from lib.ui.viewer import redirect, session
from lib.ui.words import new_plan_words as text
from lib.ui.words.text import SIGN_IN

PATH = "/rencana-baru"


def draw() -> None:
    """Say what is missing, with the sign-in that leads back to the sketch of the address."""
    if session.lapsed() is not None:
        st.warning(text.SESSION_OVER, icon=":material/lock_clock:")
    else:
        st.info(text.SIGN_IN_FIRST, icon=":material/lock:")
    if st.button(SIGN_IN, icon=":material/login:", type="primary"):
        asked = sketch_state.address()
        redirect.leave(open_form.sign_in_again(f"{PATH}?{urlencode(asked)}" if asked else PATH))
