"""Leaving for the pages outside Streamlit, in the same tab."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx


def page(title: str, address: str, icon: str) -> st.Page:
    """Return a navigation entry that leaves for an address of ours outside Streamlit."""
    return st.Page(partial(leave, address), title=title, url_path=address.strip("/"), icon=icon)


def leave(address: str) -> None:
    """Send the browser to an address of ours; links of Streamlit would open another tab."""
    message = ForwardMsg()
    message.auth_redirect.url = address  # what st.login sends to leave for its own route
    context = get_script_run_ctx()
    if context is not None:
        context.enqueue(message)
