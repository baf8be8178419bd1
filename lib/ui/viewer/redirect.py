"""Leaving for the pages outside Streamlit, in the same tab."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lib.web.streamlit_parts import send_browser_to


def page(title: str, address: str, icon: str) -> st.Page:
    """Return a navigation entry that leaves for an address of ours outside Streamlit."""
    return st.Page(partial(leave, address), title=title, url_path=address.strip("/"), icon=icon)


def leave(address: str) -> None:
    """Send the browser to an address of ours; links of Streamlit would open another tab."""
    send_browser_to(address)
