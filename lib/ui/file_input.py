"""The box to put a file in, in Indonesian."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lib.ui.words import change_words as text
from lib.web.streamlit_parts import UploadedFile

# Streamlit has no option for the uploader's own words, which are English.
_INDONESIAN = f"""<style>
[data-testid="stFileUploaderDropzone"] button p,
[data-testid="stFileUploaderDropzoneInstructions"] span {{ visibility: hidden; font-size: 0; }}
[data-testid="stFileUploaderDropzone"] button p::after,
[data-testid="stFileUploaderDropzoneInstructions"] span::after {{
    visibility: visible; font-size: 0.875rem; content: "{text.CHOOSE_FILE}"; }}
[data-testid="stFileUploaderDropzoneInstructions"] span::after {{
    content: "{text.largest(st.get_option("server.maxUploadSize"))}"; }}
</style>"""


def draw(
    label: str,
    key: str,
    types: Sequence[str] | None = None,
    on_change: Callable[[], None] | None = None,
) -> UploadedFile | None:
    """Draw the box, and return the file that was put in; None for `types` takes any."""
    st.html(_INDONESIAN)
    return st.file_uploader(label, type=types, key=key, on_change=on_change or "rerun")
