"""A file that arrived after its sender's sign-in was over: kept until he is in again.

Filling in takes hours, and the page stays open meanwhile. What a person then puts in is not
checked and opens nothing; it waits, for the same account alone.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

import streamlit as st

from lib.service.actor import Right, can
from lib.ui.viewer import session
from lib.web.streamlit_parts import files_of_this_page

_KEY = "left_file"
KEPT_SECONDS = 3600
MOST = 20
"""Files kept, one of each account."""


@dataclass(frozen=True)
class LeftFile:
    """A file as it came; `id` names it as an uploaded file's id would."""

    id: str
    name: str
    content: bytes = field(repr=False)
    time: float = field(default_factory=time.monotonic)

    @property
    def is_fresh(self) -> bool:
        return time.monotonic() - self.time < KEPT_SECONDS


_files: OrderedDict[str, LeftFile] = OrderedDict()
_lock = threading.Lock()


def keep_here() -> LeftFile | None:
    """Keep what was put in on this page after the sign-in was over; return what is kept."""
    sender = session.lapsed()
    if sender is None or not can(sender, Right.CHANGE):
        return None
    arrived = files_of_this_page()
    with _lock:
        if arrived:
            newest = arrived[-1]
            _files[sender.name] = LeftFile(newest.file_id, newest.name, newest.data)
            _files.move_to_end(sender.name)
        for name in [name for name, file in _files.items() if not file.is_fresh]:
            del _files[name]
        while len(_files) > MOST:
            _files.popitem(last=False)
        return _files.get(sender.name)


def take_up(account: str) -> LeftFile | None:
    """Return the file kept for an account: handed out once, then at hand in this page alone."""
    with _lock:
        file = _files.pop(account, None)
    if file is not None and file.is_fresh:
        st.session_state[_KEY] = file
    return st.session_state.get(_KEY)


def let_go() -> None:
    """Have no such file at hand any more."""
    st.session_state.pop(_KEY, None)
