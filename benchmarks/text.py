"""How long a visitor waits for the first words of Ringkasan."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.measuring.ratio import Ratio
from benchmarks.measuring.servers import PEERS
from benchmarks.measuring.visits import Visit, ratio, visits
from tests.browser import serving

TITLE = "tulisan pertama Ringkasan terhadap aplikasi Streamlit kosong dengan pengaturan yang sama"
LIMIT = 1.1
ROUNDS = 9


def measure() -> Iterator[Ratio]:
    """Visit both by turns, each time in a new profile."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        with (
            serving(folder / "a", sample=True) as app,
            serving(folder / "b", script=PEERS / "blank.py") as empty,
        ):
            ours, others = visits(playwright, [app.url, empty.url], ROUNDS, "text")
    yield ratio("tulisan, kunjungan pertama", LIMIT, ours, others, Visit.COLD, "text")
    yield ratio("tulisan, kunjungan kedua", LIMIT, ours, others, Visit.WARM, "text")
