"""More pages than there is room for: a sentence for those who come, nothing lost for those in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from lib.commands import start
from lib.installation import ROOT
from lib.settings import DATA, SAMPLE
from lib.web.bounds.crowd import FULL, OF_ONE_ADDRESS, PAGES, SPARE, TRY_AGAIN, places
from tests.browser import HOST, Server, _wait_until_ready, free_port
from tests.web.client import Visitor, watched

DESCRIPTORS = 280
ROOM = places(DESCRIPTORS)


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that may open few files."""
    with bounded(tmp_path_factory.mktemp("narrow"), DESCRIPTORS) as server:
        yield server


@contextmanager
def bounded(folder: Path, descriptors: int) -> Iterator[Server]:
    """Serve the sample with so many descriptors."""
    (folder / "data").mkdir()
    port, log = free_port(), folder / "server.log"
    command = ["bash", "-c", f'ulimit -n {descriptors}; exec "$@"', "-", *start.command(HOST, port)]
    variables = {DATA.name: str(folder / "data"), SAMPLE.name: "1"}
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
        yield Server(f"http://{HOST}:{port}", folder / "data", log, process)
    finally:
        start.stop(process)


def from_(address: str, server: Server) -> Visitor:
    somebody = Visitor(server.url)
    somebody.http.headers["X-Forwarded-For"] = address
    return somebody


def test_the_room_follows_from_the_descriptors() -> None:
    assert places(1024) == (1024 - SPARE) // 4
    assert places(65_536) == PAGES
    assert places(10) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of descriptors")
def test_who_finds_no_place_is_told_and_those_in_stay_served(narrow: Server) -> None:
    with ExitStack() as stack:
        inside = []
        for number in range(ROOM):
            somebody = from_(f"192.0.2.{number % 3}", narrow)
            headers = {"X-Forwarded-For": f"192.0.2.{number % 3}"}
            inside.append(stack.enter_context(somebody.websocket(**headers)))
            inside[-1].open("lampiran")
        late = from_("192.0.2.200", narrow)
        page = late.get("/", headers={"Accept": "text/html"})
        assert (page.status_code, page.headers["Retry-After"]) == (503, "30")
        assert "sedang penuh" in page.text
        with late.websocket(**{"X-Forwarded-For": "192.0.2.200"}) as refused:
            assert refused.next().auth_redirect.url == FULL
            with pytest.raises(Exception, match=str(TRY_AGAIN)):
                refused.next()
        assert late.get(FULL).status_code == 503
        assert late.get("/_stcore/health").text == "ok"
        for connection in (inside[0], inside[-1]):
            assert connection.open("lampiran").widgets("button")
    assert "Too many open files" not in narrow.log.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of descriptors")
def test_three_hundred_pages_at_the_usual_limit(tmp_path: Path, long, figure) -> None:
    if not long:
        pytest.skip("opens 300 pages: with --long")
    with bounded(tmp_path, 1024) as server, ExitStack() as stack:
        took = stack.enter_context(watched(server.url))
        inside, told = [], 0
        for number in range(300):
            address = {"X-Forwarded-For": f"192.0.{number // 200}.{number % 200}"}
            page = stack.enter_context(Visitor(server.url).websocket(**address))
            if number < places(1024):
                inside.append(page)
            else:
                told += page.next().auth_redirect.url == FULL
        assert (len(inside), told) == (places(1024), 300 - places(1024))
        for page in (inside[0], inside[-1]):
            assert page.open("lampiran").widgets("button")
        assert "Too many open files" not in server.log.read_text()
    figure(f"{len(inside)} served, {told} told, 0 lost, health within {max(took):.2f} s")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of descriptors")
def test_one_address_leaves_room_for_others(narrow: Server) -> None:
    with ExitStack() as stack:
        hoarder = {"X-Forwarded-For": "198.51.100.7"}
        for _ in range(int(ROOM * OF_ONE_ADDRESS)):
            stack.enter_context(Visitor(narrow.url).websocket(**hoarder))
        with Visitor(narrow.url).websocket(**hoarder) as refused:
            assert refused.next().auth_redirect.url == FULL
        with Visitor(narrow.url).websocket(**{"X-Forwarded-For": "192.0.2.77"}) as other:
            assert "masuk" in (other.open(""), other.pages)[1]


def test_a_page_that_was_cut_off_and_finds_no_place_tries_again_by_itself() -> None:
    """It is not sent away: what stands on it would be lost."""
    import asyncio

    from lib.web.bounds.crowd import CrowdLimit

    sent = []

    async def app(_scope, _receive, _send):
        raise AssertionError

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message["type"])

    scope = {"type": "websocket", "path": "/_stcore/stream", "client": ("a", 1)}
    for known in ([], ["token", "session"]):
        asyncio.run(
            CrowdLimit(app, 65_536, most=0)(
                {**scope, "subprotocols": ["streamlit", *known]}, receive, send
            )
        )
    assert sent == [
        "websocket.accept",
        "websocket.send",
        "websocket.close",
        "websocket.accept",
        "websocket.close",
    ]
