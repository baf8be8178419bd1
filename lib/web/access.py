"""Access: what a request needs an account for, before any of it is served."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.service.access.identity import Identity
from lib.service.access.sessions import COOKIE
from lib.service.actor import Actor

OPEN = (
    "/masuk",
    "/keluar",
    "/ganti-sandi",
    "/oauth2callback",
    "/static/",
    "/app/static/",
    "/favicon.png",
    "/_stcore/health",
    "/_stcore/host-config",
)
"""Addresses that show nothing of the plan: the way in, the look, the health."""
UPLOADS = "/_stcore/upload_file/"
SIGN_IN_FIRST = "Silakan masuk dahulu."


async def actor_of(scope: Scope, identity: Identity) -> Actor | None:
    """Return who sent a request or opens a websocket; None for nobody."""
    token = HTTPConnection(scope).cookies.get(COOKIE)
    return await to_thread.run_sync(identity.sessions.actor, token) if token else None


async def sender_of(scope: Scope, identity: Identity) -> Actor | None:
    """Return who sends a file: also whose sign-in ended by itself while the page was open.

    Such a file is kept until that person is in again, and not looked at before.
    """
    token = HTTPConnection(scope).cookies.get(COOKIE)
    actor = await actor_of(scope, identity)
    return actor or (await to_thread.run_sync(identity.sessions.lapsed, token) if token else None)


class LoginRequired:
    """Lets only the signed-in see anything of the plan, pages and downloads included."""

    def __init__(self, app: ASGIApp, identity: Callable[[], Identity]) -> None:
        self.app = app
        self.identity = identity

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        shows = scope["type"] in ("http", "websocket") and not scope["path"].startswith(OPEN)
        if shows and await _knows(scope, self.identity()) is None:
            await _refusal(scope)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


async def _knows(scope: Scope, identity: Identity) -> Actor | None:
    is_upload = scope["type"] == "http" and scope["path"].startswith(UPLOADS)
    return await (sender_of if is_upload else actor_of)(scope, identity)


def _refusal(scope: Scope) -> Response:
    wants_page = "text/html" in Headers(scope=scope).get("accept", "")
    if scope["type"] == "http" and scope["method"] == "GET" and wants_page:
        query = scope["query_string"].decode("latin-1")
        here = scope["path"] + ("?" + query if query else "")
        return RedirectResponse(f"/masuk?ke={quote(here, safe='/')}", 303)
    return PlainTextResponse(SIGN_IN_FIRST, 403)
