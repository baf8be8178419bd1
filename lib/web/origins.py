"""Who may knock at all, whatever the page.

Unknown host names, other sites' pages and Streamlit's inward-looking addresses are refused
before anything else sees the request, over HTTP and the websocket alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK = ("localhost", "127.0.0.1", "::1")
CLOSED = (
    "/_stcore/metrics",
    "/_stcore/agent",
    "/_stcore/script-health-check",
    "/auth/",
)
"""Addresses of Streamlit that no visitor needs; its own way in would leave a cookie for 30 days."""

UNKNOWN_HOST = (
    "Alamat ini tidak dilayani. Pengelola server dapat menambahkan nama atau alamat IP-nya "
    "pada pengaturan RENCANA_ALLOWED_HOSTS."
)
FOREIGN_PAGE = "Permintaan dari situs lain ditolak."
NOT_HERE = "Tidak ada di sini."


class OriginGuard:
    """Refuses requests for other host names, from other sites' pages, and to closed addresses.

    `hosts` are the names served beside the loopback ones; `*` serves any.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = ()) -> None:
        self.app = app
        self.hosts = frozenset(host.strip("[]").lower().rstrip(".") for host in (*LOOPBACK, *hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refusal(scope) if scope["type"] in ("http", "websocket") else None
        await (refusal or self.app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if not self._serves(headers.get("host", "")):
            return PlainTextResponse(UNKNOWN_HOST, 400)
        if changes_something(scope) and is_foreign(headers):
            return PlainTextResponse(FOREIGN_PAGE, 403)
        if scope["path"].startswith(CLOSED):
            return PlainTextResponse(NOT_HERE, 404)
        return None

    def _serves(self, host: str) -> bool:
        if "*" in self.hosts:
            return True
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name.rstrip(".") in self.hosts


def changes_something(scope: Scope) -> bool:
    """Tell whether a request may have an effect, so that it must come from our own pages."""
    return scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD", "OPTIONS")


def is_foreign(headers: Headers) -> bool:
    """Tell whether a page of another site (or port) sent the request.

    Programs that are no browsers send no Origin; they carry nobody's cookies either.
    """
    origin = headers.get("origin")
    if origin is None:
        return False
    try:
        return urlsplit(origin).netloc != headers.get("host", "")
    except ValueError:
        return True
