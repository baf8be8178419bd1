"""What this installation keeps, opened once for all screens."""

from __future__ import annotations

import sys

import streamlit as st

from lib import settings
from lib.service.access.identity import Identity, open_identity
from lib.service.library import Library
from lib.service.startup import open_library
from lib.store.records import StoreError
from lib.web.server import make_first_account


def open_or_end() -> None:
    """Open all of it before anybody is served, or end the process with one sentence."""
    try:
        settings.check()
        make_first_account(identity())
    except (StoreError, settings.BadSetting) as problem:
        print(problem, file=sys.stderr, flush=True)
        sys.exit(settings.TOLD)


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """The installation's plans."""
    return open_library(settings.DATA.path, settings.DATABASE_URL.text, settings.SAMPLE.is_on)


@st.cache_resource(show_spinner=False)
def identity() -> Identity:
    """The installation's accounts and sessions."""
    return open_identity(library().store, settings.SESSION_HOURS.number)
