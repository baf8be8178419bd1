"""How many get through when fifty open the page at once, as after a link in a group's chat."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import servers
from benchmarks.measuring.ratio import Ratio, by_turns
from benchmarks.measuring.sessions import Crowd, alone, at_once
from tests.browser import serving

TITLE = "50 sesi sekaligus terhadap halaman yang sama dalam Streamlit polos"
SESSIONS, ROUNDS = 50, 5


def measure() -> Iterator[Ratio]:
    """Open fifty sessions of each by turns, after a few that do not count."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            serving(folder / "a", sample=True) as app,
            servers.stock("stock.py", folder / "b") as stock,
        ):
            alone(app.url), alone(stock)
            ours, others = by_turns(
                [lambda: _crowd(app.url), lambda: _crowd(stock)],
                ROUNDS,
            )
    yield Ratio(
        "sesi per detik / Streamlit",
        5.0,
        tuple(crowd.a_second for _, crowd in ours),
        tuple(crowd.a_second for _, crowd in others),
        at_least=True,
        unit="/s",
    )
    yield Ratio(
        "tunggu 95 dari 100 sesi / satu sesi sendiri",
        10.0,
        tuple(crowd.slow for _, crowd in ours),
        tuple(single for single, _ in ours),
    )


def _crowd(url: str) -> tuple[float, Crowd]:
    return alone(url), at_once(url, SESSIONS)
