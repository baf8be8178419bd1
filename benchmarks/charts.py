"""How long a visitor waits for both charts of Ringkasan, against the same page made by others."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.measuring import servers
from benchmarks.measuring.ratio import Ratio
from benchmarks.measuring.visits import Visit, ratio, visits
from tests.browser import serving

TITLE = "kedua bagan Ringkasan terhadap halaman yang sama dalam Dash dan Streamlit polos"
ROUNDS, THIN_ROUNDS = 7, 3


def measure() -> Iterator[Ratio]:
    """Visit all three by turns on this machine, then two over a thin line."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        with (
            serving(folder / "a", sample=True) as app,
            servers.dash(folder / "b") as dash,
            servers.stock("stock.py", folder / "c") as stock,
        ):
            ours, others, plain = visits(playwright, [app.url, dash, stock], ROUNDS, "charts")
            pair = [app.url, dash]
            thin = visits(playwright, pair, THIN_ROUNDS, "charts", thin_line=True)
    for limit, visit, word in (
        (1.0, Visit.COLD, "pertama"),
        (1.0, Visit.WARM, "kedua"),
        (1.8, Visit.THIRD, "ketiga"),
    ):
        yield ratio(f"bagan, kunjungan {word} / Dash", limit, ours, others, visit, "charts")
        yield ratio(f"bagan, kunjungan {word} / Streamlit", 1.0, ours, plain, visit, "charts")
    what = "bagan, pertama lewat 9 Mbit/s / Dash tanpa kompresi"
    yield ratio(what, 0.5, *thin, Visit.COLD, "charts")
    yield ratio("byte kunjungan pertama / Dash", 0.5, *thin, Visit.COLD, "bytes")
