"""How a warm run of Ringkasan grows with the plan."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring.plans import filled, stored
from benchmarks.measuring.ratio import Ratio, by_turns
from benchmarks.measuring.sessions import alone
from tests.browser import serving

TITLE = "Ringkasan 10.000 kegiatan-tahun terhadap 17, sesi kedua dan seterusnya"
LIMIT = 2.0
ROWS, ROUNDS = 10_000, 9


def measure() -> Iterator[Ratio]:
    """Open sessions of both by turns, without a browser."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stored(folder / "a" / "data", filled(ROWS)).store.close()
        with serving(folder / "a") as large, serving(folder / "b", sample=True) as small:
            ours, others = by_turns(
                [lambda: alone(large.url, 1), lambda: alone(small.url, 1)], ROUNDS + 1
            )
    yield Ratio(f"sesi {ROWS} / 17", LIMIT, tuple(ours[1:]), tuple(others[1:]))
