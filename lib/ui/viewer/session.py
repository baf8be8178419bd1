"""Who is looking: asked of the store each time, for an account can be closed at any moment."""

from __future__ import annotations

import streamlit as st

from lib import settings
from lib.service.actor import STRANGER, VISITOR, Actor
from lib.service.sessions import COOKIE
from lib.ui.viewer import services


def actor() -> Actor:
    """Return the person at this screen."""
    found = services.identity().sessions.actor(_token())
    return found or (STRANGER if settings.REQUIRE_LOGIN.is_on else VISITOR)


def touch() -> None:
    """Note that the person is at work; the frame does so, timers do not."""
    services.identity().sessions.touch(_token())


def _token() -> str | None:
    return st.context.cookies.get(COOKIE)
