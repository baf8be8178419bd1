"""What of ours leans on Streamlit's private parts, said so that an update's breakage is clear."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Callable

import pytest
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from lib.installation import ROOT

PARTS = "lib/web/streamlit_parts.py"


def parts():
    """Import the module, or say what an update took away."""
    try:
        return importlib.import_module("lib.web.streamlit_parts")
    except ImportError as gone:
        pytest.fail(
            f"This Streamlit no longer has a part that {PARTS} imports: {gone}. "
            "Find where it went and mend that module; nothing else of ours needs to know."
        )


def said(holds: bool, broken: str) -> None:
    """Fail with what an update broke, in words."""
    if not holds:
        pytest.fail(f"An update of Streamlit broke this: {broken} Mend {PARTS}.")


def request(page: str = "", fragment: str = "", **pressed: bool) -> BackMsg:
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.fragment_id = fragment
    for name, value in pressed.items():
        message.rerun_script.widget_states.widgets.append(WidgetState(id=name, trigger_value=value))
    return message


def test_the_page_of_every_screen_is_found_with_its_one_inline_script() -> None:
    said(
        parts().index_html().count("<script>") == 1,
        "its index.html has not exactly one inline script; the content policy (lib/web/headers.py) "
        "hashes it, and a page whose script is not hashed stays white.",
    )


@pytest.mark.parametrize("words", ['<html lang="en">', "<title>", "<noscript>", "</head>"])
def test_the_page_of_every_screen_still_has_what_we_put_our_words_in_place_of(words: str) -> None:
    said(
        parts().index_html().count(words) == 1,
        f"its index.html has not exactly one {words}; lib/web/front_page.py replaces it.",
    )


def test_bytes_that_are_no_message_are_told_apart() -> None:
    said(parts().parsed(b"\xff\xff\xff") is None, "noise passes for a browser's message.")
    known = parts().parsed(request("riwayat").SerializeToString())
    said(known.rerun_script.page_name == "riwayat", "a request for a run is not read any more.")


def pressed(message: BackMsg) -> set[str]:
    return {state.id for state in message.rerun_script.widget_states.widgets if state.trigger_value}


def test_merged_requests_are_the_newest_with_every_press() -> None:
    merged = parts().merged([request("a", terapkan=True), request("b"), request("c", batal=True)])
    said(merged.rerun_script.page_name == "c", "merged requests do not end on the newest page.")
    said(
        pressed(merged) == {"terapkan", "batal"},
        "a button pressed during a flood of requests is forgotten (_coalesce_widget_states).",
    )


@pytest.mark.parametrize(
    ("fragments", "kept"),
    [(["a", "a"], "a"), (["a", "b"], ""), (["", "a"], ""), (["a", ""], ""), (["a", "b", "a"], "")],
)
def test_merged_requests_run_the_whole_page_unless_all_ask_for_one_part(
    fragments: list[str], kept: str
) -> None:
    merged = parts().merged([request(fragment=name) for name in fragments])
    assert merged.rerun_script.fragment_id == kept


def test_merging_changes_none_of_the_requests() -> None:
    first, second = request("a", x=True), request("b")
    before = second.SerializeToString()
    parts().merged([first, second])
    assert second.SerializeToString() == before


def test_a_message_makes_a_browser_leave() -> None:
    message = parts().redirect_message("/masuk")
    said(
        message.WhichOneof("type") == "auth_redirect" and message.auth_redirect.url == "/masuk",
        "st.login's message to leave the page is gone; Masuk and Keluar in the menu need it.",
    )


def test_leaving_outside_a_run_does_nothing() -> None:
    assert parts().send_browser_to("/masuk") is None


CALLS: dict[str, Callable[[], object]] = {
    "file_storage": lambda: parts().MemoryUploadedFileManager("/upload").file_storage,
    "remove_file": lambda: parts().MemoryUploadedFileManager("/upload").remove_file,
}


@pytest.mark.parametrize("name", CALLS)
def test_the_keeper_of_uploads_can_be_counted_and_emptied(name: str) -> None:
    try:
        CALLS[name]()
    except AttributeError as gone:
        said(False, f"uploads cannot be bounded (lib/web/bounds/uploads.py): {gone}.")


def test_no_other_module_touches_streamlits_private_parts() -> None:
    """`import streamlit as st` is its documented interface; everything beneath is not."""
    found = []
    for path in (*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else [module or ""]
            if any(name.startswith("streamlit.") or module == "streamlit" for name in names):
                found.append(path.relative_to(ROOT).as_posix())
    assert set(found) == {PARTS}


@pytest.mark.parametrize(
    ("option", "wanted"), [("runner.postScriptGC", False), ("server.fileWatcherType", "none")]
)
def test_streamlit_still_knows_the_options_that_keep_a_run_cheap(
    option: str, wanted: object
) -> None:
    found = config.get_config_options(force_reparse=True).get(option)
    said(
        found is not None and found.value == wanted,
        f"{option} in .streamlit/config.toml is not taken; most of the server's time goes there "
        "(docs/decisions/speed.md).",
    )
