"""How long a first visitor waits for the first words of Ringkasan."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.ratio import Ratio, compare
from tests.browser import LAPTOP, launched, serving

TITLE = "tulisan pertama halaman Ringkasan terhadap aplikasi Streamlit kosong"
WANTED = 1.2
ROUNDS = 12
EMPTY = "import streamlit as st\n\nst.title('Kosong')\n"


def measure() -> Ratio:
    """Visit both by turns, each time in a fresh profile."""
    with tempfile.TemporaryDirectory() as name, launched() as browser:
        folder = Path(name)
        script = folder / "kosong.py"
        script.write_text(EMPTY)
        with (
            serving(folder / "a", sample=True) as app,
            serving(folder / "b", script=script) as empty,
        ):
            return compare(
                lambda: _visit(browser, app.url), lambda: _visit(browser, empty.url), ROUNDS
            )


def _visit(browser: Browser, url: str) -> None:
    context = browser.new_context(viewport=LAPTOP)
    try:
        page = context.new_page()
        page.goto(url, wait_until="commit")
        page.get_by_role("heading", level=1).wait_for()
    finally:
        context.close()
