"""A file that arrived after its sender's sign-in was over: kept until he is in again.

Filling in takes hours, and the page stays open meanwhile. What a person then puts in is not
checked and opens nothing; it waits as a draft, for the same account alone.
"""

from __future__ import annotations

import streamlit as st

from lib.service import drafts
from lib.service.actor import Right, can
from lib.ui.viewer import services, session
from lib.web.streamlit_parts import files_of_this_page

_KEY = "left_file"


def keep_here() -> str | None:
    """Keep what was put in on this page after the sign-in was over; return its name."""
    arrived, held = files_of_this_page(), st.session_state.get(_KEY)
    sender = session.lapsed() if arrived or held else None
    if sender is None or not can(sender, Right.CHANGE):
        return None
    if arrived and (held is None or held.file_id != arrived[-1].file_id):
        held = st.session_state[_KEY] = arrived[-1]
        drafts.keep_unread(services.library(), sender, held.data, held.name)
    return None if held is None else str(held.name)
