"""A real server and a real browser for tests and benchmarks."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from lib import chromium
from lib.commands import start
from lib.installation import ROOT
from lib.settings import DATA, SAMPLE

HOST = "127.0.0.1"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No page is looked at for long enough to earn back what optimizing its scripts takes.
    "--js-flags=--no-opt --no-maglev",
    # Whoever asks for another machine is refused at once, and recorded all the same.
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
)
LAPTOP = {"width": 1366, "height": 768}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile",
}

# Streamlit ran to its end, its lazy parts and fonts are there, every chart is drawn, and
# nothing has changed between two looks.
_SETTLED = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const count = (selector) => document.querySelectorAll(selector).length;
    const finished = app
        && app.dataset.testScriptState === 'notRunning'
        && app.dataset.testConnectionState === 'CONNECTED'
        && count('[data-testid="stMainBlockContainer"] [data-testid="stElementContainer"]') > 0
        && count('[data-stale="true"], [data-testid*="Skeleton"]') === 0
        && document.fonts.status === 'loaded'
        && count('[class*="st-key-chart_"]:not(:has(svg.main-svg))') === 0;
    const main = document.querySelector('[data-testid="stMain"]');
    const sight = finished && [count('*'), main.scrollHeight, main.innerText.length].join();
    const same = finished && window.lastSight === sight;
    window.lastSight = sight;
    return Boolean(same);
}"""


# The parts of a page whose visible areas cut into one another, as pairs of their texts.
_OVERLAPS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    const visible = (part) => {
        let {left, top, right, bottom} = part.getBoundingClientRect();
        for (let box = part.parentElement; box !== main; box = box.parentElement) {
            if (getComputedStyle(box).overflowY === 'visible') continue;
            const edge = box.getBoundingClientRect();
            [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
            [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
        }
        return {part, left, top, right, bottom};
    };
    // What is folded away has a place and is not seen there.
    const areas = [...main.querySelectorAll('[data-testid="stElementContainer"]')]
        .filter((part) => !part.closest('details:not([open])')).map(visible)
        .filter((area) => area.right - area.left > 1 && area.bottom - area.top > 1);
    const cut = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    const words = (area) => area.part.innerText.trim().slice(0, 40);
    return areas.flatMap((a, i) => areas.slice(i + 1)
        .filter((b) => !a.part.contains(b.part) && cut(a, b)).map((b) => [words(a), words(b)]));
}"""

# On a deep link Streamlit's page looks for its server below every part of the path.
_PROBES = re.compile(r"/[\w-]+/_stcore/(health|host-config)$")


@dataclass(frozen=True)
class Server:
    """A running dashboard, its data folder and its log."""

    url: str
    data: Path
    log: Path
    process: subprocess.Popen[bytes] = field(repr=False)


@contextmanager
def serving(
    folder: Path,
    *,
    sample: bool = False,
    script: Path | None = None,
    port: int | None = None,
    **environment: str,
) -> Iterator[Server]:
    """Serve the app (or another script) from a data folder inside `folder`, on a free port."""
    data, log = folder / "data", folder / "server.log"
    data.mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    command = start.command(HOST, port)
    if script:
        command[command.index(str(ROOT / "app.py"))] = str(script)
    variables = {DATA.name: str(data), SAMPLE.name: "1" if sample else "", **environment}
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **variables},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_ready(process, port, log)
        yield Server(f"http://{HOST}:{port}", data, log, process)
    finally:
        start.stop(process)


def free_port() -> int:
    """Return a port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + start.PATIENCE
    while not start.is_ready(HOST, port):
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"the server did not start:\n{log.read_text()}")
        time.sleep(0.05)


@contextmanager
def launched() -> Iterator[Browser]:
    """Run a Chromium; raises `Missing` where the machine has none."""
    path = chromium.find()
    if path is None:
        raise chromium.Missing(chromium.ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Tab:
    """A page in a fresh profile, with all that it complained about and asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    """Errors of the console and of scripts, and answers that were errors."""
    requests: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, context: BrowserContext) -> Tab:
        """Open an empty tab and listen to it."""
        tab = cls(context.new_page())
        page = tab.page
        page.on("console", lambda message: tab._hear(message.type, message.text))
        page.on("pageerror", lambda error: tab.complaints.append(f"script: {error}"))
        page.on("request", lambda request: tab.requests.append(request.url))
        page.on("response", lambda answer: tab._look(answer.status, answer.url))
        page.on("websocket", lambda websocket: tab.requests.append(websocket.url))
        return tab

    def _hear(self, kind: str, text: str) -> None:
        # What failed to load is named, with its address, by `_look`.
        if kind == "error" and "Failed to load resource" not in text:
            self.complaints.append(f"console: {text}")

    def _look(self, status: int, url: str) -> None:
        if status >= 400 and not _PROBES.search(url):
            self.complaints.append(f"{status}: {url}")

    @property
    def strangers(self) -> list[str]:
        """The requests that went to another machine."""
        near = (f"http://{HOST}:", f"ws://{HOST}:", "data:", "blob:", "about:")
        return [url for url in self.requests if not url.startswith(near)]

    @property
    def overlaps(self) -> list[list[str]]:
        """Pairs of elements that lie over one another, by their first words."""
        return self.page.evaluate(_OVERLAPS)

    def open(self, url: str) -> None:
        """Go to an address and wait until everything is drawn."""
        open_page(self.page, url)

    def resize(self, width: int, height: int) -> None:
        """Change the window's size and wait until everything is drawn again."""
        self.page.set_viewport_size({"width": width, "height": height})
        settle(self.page)


def open_page(page: Page, url: str) -> None:
    """Go to an address and wait until Streamlit has run and everything is drawn."""
    page.goto(url)
    settle(page)


def settle(page: Page) -> None:
    """Wait until Streamlit has run, everything is drawn and nothing moves any more."""
    page.evaluate("window.lastSight = null")
    page.wait_for_function(_SETTLED, polling=200)
