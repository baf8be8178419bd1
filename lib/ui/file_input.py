"""The box to put a file in, in Indonesian."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lib.ui.words import change_words as text
from lib.web.streamlit_parts import UploadedFile

_LARGEST = text.largest(st.get_option("server.maxUploadSize"))
# Streamlit has no option for the uploader's own words, which are English. They take no room, but
# stay: a button whose words are hidden has no name for those who cannot see it.
_INDONESIAN = f"""<style>
[data-testid="stFileUploaderDropzone"] button p,
[data-testid="stFileUploaderDropzoneInstructions"] span {{ font-size: 0; }}
[data-testid="stFileUploaderDropzone"] button p::after,
[data-testid="stFileUploaderDropzoneInstructions"] span::after {{
    font-size: 0.875rem; content: "{text.CHOOSE_FILE}"; }}
[data-testid="stFileUploaderDropzoneInstructions"] span::after {{
    content: "{_LARGEST}"; }}
[data-testid="stFileChip"][aria-invalid] [role="alert"],
[data-testid="stTooltipErrorContent"] {{ display: none; }}
[data-testid="stFileUploader"]:has([data-testid="stFileChip"][aria-invalid])::after {{
    display: block; padding-top: 0.5rem; font-size: 0.875rem;
    content: "{text.not_sent(_LARGEST)}"; }}
</style>"""


def draw(label: str, key: str, on_change: Callable[[], None] | None = None) -> UploadedFile | None:
    """Draw the box, and return the file that was put in, whatever it is.

    What a file is, its bytes say to who reads it; Streamlit would refuse some names in English.
    """
    st.html(_INDONESIAN)
    return st.file_uploader(label, key=key, on_change=on_change or "rerun")
