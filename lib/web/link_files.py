"""The element that takes links to cards: they open in the same tab, within the same session."""

from __future__ import annotations

from pathlib import Path

from lib.web.assets import Asset
from lib.web.streamlit_parts import ELEMENTS, element

NAME = "rencana-tautan"
SCRIPT = Asset(Path(__file__).parent / "tautan.js", f"{ELEMENTS}{NAME}/")

mount = element(NAME, '<span role="status"></span>', SCRIPT.path, SCRIPT.name)
"""Puts the element on a page; it draws nothing."""
