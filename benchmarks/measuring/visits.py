"""Visits by a real browser: cold, warm and a third time, and when things stood on the screen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from playwright.sync_api import BrowserContext, Page, Playwright

from benchmarks.measuring.ratio import Ratio, by_turns
from lib import chromium
from tests.browser import FLAGS

WINDOW = {"width": 1366, "height": 1000}
PATIENCE = 120_000
LINE = {
    "offline": False,
    "latency": 60,
    "downloadThroughput": 9e6 / 8,
    "uploadThroughput": 4e6 / 8,
}
"""A line of 9 Mbit/s with 60 ms, as Chromium wants it."""

# Notes, in milliseconds since the visit began, when the first heading and the last chart came.
_WATCH = """(() => {
    const seen = window.seen = {};
    const look = () => {
        const heading = [...document.querySelectorAll('h1')].some((h) => h.innerText.trim());
        const drawn = document.querySelectorAll('.js-plotly-plot .trace').length
            && [...document.querySelectorAll('.js-plotly-plot')].filter(
                (plot) => plot.querySelector('.trace')).length;
        if (heading) seen.text ??= performance.now();
        if (drawn >= 2) seen.charts ??= performance.now();
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})()"""


class Visit(StrEnum):
    """How often a profile has been there: never, once in another run, just before."""

    COLD, WARM, THIRD = "cold", "warm", "third"


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds until the first heading and until both charts stood there, and bytes fetched."""

    text: float
    charts: float | None
    bytes: float


Times = dict[Visit, Seen]


def visits(
    playwright: Playwright,
    urls: list[str],
    rounds: int,
    wanted: str,
    thin_line: bool = False,
) -> list[list[Times]]:
    """Visit addresses by turns, each time in a new profile, after a round that does not count.

    `wanted` is what a visit waits for, `text` or `charts`; over the thin line only the cold
    visit is made.
    """
    works: list[Callable[[], Times]] = [
        partial(_profile, playwright, url, wanted, thin_line) for url in urls
    ]
    return [found[1:] for found in by_turns(works, rounds + 1)]


def ratio(
    what: str, limit: float, ours: list[Times], others: list[Times], visit: Visit, name: str
) -> Ratio:
    """Hold a figure of one kind of visit against the same of another address."""
    subjects, references = (
        tuple(float(getattr(times[visit], name)) for times in found) for found in (ours, others)
    )
    return Ratio(what, limit, subjects, references, unit="B" if name == "bytes" else "s")


def _profile(playwright: Playwright, url: str, wanted: str, thin_line: bool) -> Times:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with _browser(playwright, folder) as context:
            found = {Visit.COLD: _visit(context, url, wanted, thin_line)}
        if not thin_line:
            with _browser(playwright, folder) as context:
                found[Visit.WARM] = _visit(context, url, wanted)
                found[Visit.THIRD] = _visit(context, url, wanted)
        return found


def _browser(playwright: Playwright, folder: str) -> BrowserContext:
    context = playwright.chromium.launch_persistent_context(
        folder, executable_path=chromium.ensure(), args=list(FLAGS), viewport=WINDOW
    )
    context.pages[0].goto("about:blank")
    return context


def _visit(context: BrowserContext, url: str, wanted: str, thin_line: bool = False) -> Seen:
    page = context.new_page()
    fetched = _count_bytes(page, thin_line)
    page.add_init_script(_WATCH)
    page.goto(url, wait_until="commit", timeout=PATIENCE)
    page.wait_for_function(f"() => window.seen.{wanted} !== undefined", timeout=PATIENCE)
    page.wait_for_timeout(300)  # browsers keep compiled scripts a moment after they ran
    seen = page.evaluate("window.seen")
    page.close()
    charts = seen["charts"] / 1000 if "charts" in seen else None
    return Seen(seen["text"] / 1000, charts, sum(fetched))


def _count_bytes(page: Page, thin_line: bool) -> list[float]:
    fetched: list[float] = []
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    if thin_line:
        protocol.send("Network.emulateNetworkConditions", LINE)
    protocol.on("Network.loadingFinished", lambda e: fetched.append(e["encodedDataLength"]))
    return fetched
