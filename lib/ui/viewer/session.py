"""Who is looking: asked of the store at each run, for an account can be closed at any moment."""

from __future__ import annotations

import streamlit as st

from lib import settings
from lib.service.access.sessions import COOKIE
from lib.service.actor import STRANGER, VISITOR, Actor
from lib.ui.viewer import services


def lapsed() -> Actor | None:
    """Return whose sign-in ended by itself while this page was open, if anybody's did."""
    return services.identity().sessions.lapsed(_token())


def actor() -> Actor:
    """Return the person at this screen, who is at work: a run is what a person did, not a timer."""
    found = services.identity().sessions.at_work(_token())
    return found or (STRANGER if settings.REQUIRE_LOGIN.is_on else VISITOR)


def _token() -> str | None:
    """Return the browser's token; a page that runs without a browser has none."""
    token = st.context.cookies.get(COOKIE)
    return token if isinstance(token, str) else None
