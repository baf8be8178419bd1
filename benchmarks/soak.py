"""Whether memory stays flat: two thousand sessions in sequence."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring.ratio import Ratio
from benchmarks.measuring.sessions import in_turn, memory
from tests.browser import serving

TITLE = "memori server setelah 2.000 sesi berturut-turut terhadap setelah 500"
WARM, SESSIONS, STEP = 500, 2_000, 500
# Streamlit keeps up to 128 closed sessions; the first 500 have filled that.
GROWTH = 1.05


def measure() -> Iterator[Ratio]:
    """Note the memory after the first sessions and at the end (Linux)."""
    with (
        tempfile.TemporaryDirectory() as name,
        serving(Path(name), sample=True) as app,
    ):
        in_turn(app.url, WARM)
        before = memory(app.process.pid)
        curve = []
        for _ in range(SESSIONS // STEP):
            in_turn(app.url, STEP)
            curve.append(memory(app.process.pid))
    yield Ratio("memori / setelah 500 sesi", GROWTH, (curve[-1],), (before,), unit="MB")
