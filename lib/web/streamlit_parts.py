"""Streamlit's private parts: everything we touch beyond its documented interface, in one place.

An update of Streamlit may change any of it. `tests/web/test_streamlit_parts.py` says in words
what then no longer holds, and what of ours leans on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import streamlit as st
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from streamlit import file_util, runtime
from streamlit.components.v2.component_registry import BidiComponentDefinition
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import _coalesce_widget_states
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

__all__ = [
    "ELEMENTS",
    "BackMsg",
    "MemoryUploadedFileManager",
    "UploadedFile",
    "UploadedFileRec",
    "element",
    "ends_a_run",
    "files_of_this_page",
    "index_html",
    "keep_in_address",
    "merged",
    "on_every_page",
    "parsed",
    "put_in_address",
    "redirect_message",
    "send_browser_to",
    "static_folder",
    "uploaded_files",
]


def static_folder() -> Path:
    """Return where Streamlit's page and its bundle lie."""
    return Path(file_util.get_static_dir())


_LONGEST_END = 400


def index_html() -> str:
    """Return the page in which every screen is drawn, as installed."""
    return (static_folder() / "index.html").read_text(encoding="utf-8")


ELEMENTS = "/_stcore/bidi-components/"
"""Where Streamlit's page looks for an element's script, below the element's name."""


def element(
    name: str, html: str, script: Path, file: str, style: str | None = None
) -> Callable[..., Any]:
    """Return the function that puts an element of ours on a page; data go in as `data`.

    Its script is asked for as `file` below `ELEMENTS` and the name, so that it may be kept by
    browsers for good; the documented way would need a content policy that lets scripts be made
    up while the page runs.
    """

    def mount(**options: Any) -> Any:
        manager = get_bidi_component_manager()
        if manager.get(name) is None:
            manager.register(
                BidiComponentDefinition(
                    name, html=html, css=style, js=str(script), js_asset_relative_path=file
                )
            )
        return st._bidi_component(name, isolate_styles=False, **options)

    return mount


def parsed(data: bytes) -> BackMsg | None:
    """Return the message a browser sent; None for bytes that are none."""
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return None
    return message


def merged(messages: Sequence[BackMsg]) -> BackMsg:
    """Return one request for a run that stands for several, oldest first.

    It is the newest, with every press of a button of the older ones. Where one of them asked for
    the whole page, or they asked for different parts, the whole page runs.
    """
    newest = BackMsg()
    newest.CopyFrom(messages[-1])
    run = newest.rerun_script
    for older in reversed(messages[:-1]):
        states = _coalesce_widget_states(older.rerun_script.widget_states, run.widget_states)
        if states is not None:
            run.widget_states.CopyFrom(states)
        if older.rerun_script.fragment_id != run.fragment_id:
            run.fragment_id = ""
        run.is_auto_rerun = run.is_auto_rerun and older.rerun_script.is_auto_rerun
    return newest


def ends_a_run(data: bytes) -> bool:
    """Tell whether a message to a browser says that its run has ended, and none follows.

    Such a message is short; longer ones are not looked into.
    """
    if len(data) > _LONGEST_END:
        return False
    message = ForwardMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return False
    is_end = message.WhichOneof("type") == "script_finished"
    return is_end and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


def redirect_message(address: str) -> ForwardMsg:
    """Return what makes a browser leave for an address, as `st.login` does for its own route."""
    message = ForwardMsg()
    message.auth_redirect.url = address
    return message


def send_browser_to(address: str) -> None:
    """Make the browser of the running script leave for an address, in the same tab."""
    context = get_script_run_ctx()
    if context is not None:
        context.enqueue(redirect_message(address))


def files_of_this_page() -> list[UploadedFileRec]:
    """Return the files that the running script's page has sent, oldest first."""
    context = get_script_run_ctx()
    keeper = context.uploaded_file_mgr if context else None
    if context is None or not isinstance(keeper, MemoryUploadedFileManager):
        return []
    return list(keeper.file_storage.get(context.session_id, {}).values())


@contextmanager
def on_every_page() -> Iterator[None]:
    """Have the widgets drawn inside belong to the frame: one and the same on every page.

    Streamlit takes a page's own out of the address as soon as another page is opened.
    """
    context = get_script_run_ctx()
    if context is None:
        yield
        return
    with context.run_with_active_hash(context.pages_manager.main_script_hash):
        yield


def keep_in_address() -> None:
    """Put back what the address asked of widgets drawn by now, where Streamlit took it out.

    At a step in the browser's history to another page it does, though the widgets are there.
    """
    context = get_script_run_ctx()
    if context is None:
        return
    asked = parse_qs(context.query_string)
    with context.session_state.query_params() as parameters:
        there = parameters.to_dict()
        lost = [name for name in asked if name not in there and parameters.is_bound(name)]
        for name in lost:
            parameters.set_with_no_forward_msg(name, asked[name][-1])
        if lost:
            parameters._send_query_param_msg()


def put_in_address(name: str, value: str) -> None:
    """Have the address say what a bound widget holds, though nobody moved the widget."""
    context = get_script_run_ctx()
    if context is None:
        return
    with context.session_state.query_params() as parameters:
        if parameters.to_dict().get(name) != value and parameters.is_bound(name):
            parameters.set_with_no_forward_msg(name, value)
            parameters._send_query_param_msg()


def uploaded_files() -> MemoryUploadedFileManager:
    """Return the keeper of all sessions' uploaded files."""
    files = runtime.get_instance().uploaded_file_mgr
    assert isinstance(files, MemoryUploadedFileManager)
    return files
