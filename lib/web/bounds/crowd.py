"""Crowds: how many pages may be open at once, so that those that are stay served.

An open page holds memory and four file descriptors. Whoever comes when all places are taken gets
a sentence; those who are in lose nothing.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.web.access import OPEN
from lib.web.sign_in.forms import page
from lib.web.streamlit_parts import redirect_message

FULL = "/penuh"
PAGES = 400
"""Pages open at once in one process."""
OF_ONE_ADDRESS = 0.6
"""The part of them that one address may hold; an office often has one."""
PER_PAGE = 4
"""File descriptors: the socket, and three of the loop its script runs in."""
SPARE = 160
"""File descriptors for everything else: the store, files, requests."""
TRY_AGAIN = 1013
"""Closes a websocket with "try again later"."""
_OPEN_FILES = Path("/proc/self/fd")
_SENTENCE = (
    "Sedang banyak sekali yang membuka dasbor ini. Halaman yang sudah terbuka tetap berjalan. "
    "Silakan coba lagi sebentar lagi."
)


def raise_limit() -> int:
    """Allow this process as many file descriptors as it may have; return how many."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return 65_536
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65_536 if hard == resource.RLIM_INFINITY else min(hard, 65_536)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted


def places(descriptors: int) -> int:
    """Return how many pages may be open at a limit of file descriptors."""
    return max(1, min(PAGES, (descriptors - SPARE) // PER_PAGE))


class CrowdLimit:
    """Bounds the open pages of all visitors and of one address."""

    def __init__(self, app: ASGIApp, descriptors: int, most: int | None = None) -> None:
        self.app = app
        self.descriptors = descriptors
        self.most = places(descriptors) if most is None else most
        self.pages: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind, address = scope["type"], (scope.get("client") or [""])[0]
        if kind == "websocket":
            await self._serve(address, scope, receive, send)
        elif kind == "http" and _opens_a_page(scope) and self._is_full(address):
            await full_page()(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _serve(self, address: str, scope: Scope, receive: Receive, send: Send) -> None:
        if self._is_full(address):
            await _send_away(scope, receive, send)
            return
        self.pages[address] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.pages[address] -= 1
            self.pages += Counter()  # forgets those who have left

    def _is_full(self, address: str) -> bool:
        of_one = max(1, int(self.most * OF_ONE_ADDRESS))
        if self.pages.total() >= self.most or self.pages[address] >= of_one:
            return True
        return open_files() + SPARE // 2 > self.descriptors


def open_files() -> int:
    """Return how many file descriptors are in use; 0 where the system does not tell."""
    try:
        return len(os.listdir(_OPEN_FILES))
    except OSError:
        return 0


def full_page() -> Response:
    """Answer that all places are taken."""
    answer = page("Dasbor sedang penuh", f"<p>{_SENTENCE}</p>", status=503)
    answer.headers["Retry-After"] = "30"
    return answer


def routes() -> list[Route]:
    """Return the address where a page is sent that found no place."""

    async def full(_request: Request) -> Response:
        return full_page()

    return [Route(FULL, full, methods=["GET"])]


async def _send_away(scope: Scope, receive: Receive, send: Send) -> None:
    """Tell a browser's page in words, which a refused websocket could not."""
    await receive()  # the handshake
    offered = scope.get("subprotocols") or [None]
    await send({"type": "websocket.accept", "subprotocol": offered[0]})
    is_new = len(offered) < 3  # a page that was cut off tries again by itself, and loses nothing
    if is_new:
        data = redirect_message(FULL).SerializeToString()
        await send({"type": "websocket.send", "bytes": data})
    await send({"type": "websocket.close", "code": TRY_AGAIN})


def _opens_a_page(scope: Scope) -> bool:
    wants = "text/html" in Headers(scope=scope).get("accept", "")
    return bool(scope["method"] == "GET" and wants and not scope["path"].startswith((*OPEN, FULL)))
