"""Signing in by another service (OIDC), where `[auth]` is configured in `.streamlit/secrets.toml`.

Streamlit's own routes of `st.login` speak with the service. What they would leave in the browser
for 30 days never gets there: it becomes a session of ours, for the account with that e-mail
address.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import (
    encode_provider_token,
    get_cookie_with_chunks,
    get_secrets_auth_section,
)
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from lib.service.identity import Identity
from lib.service.sessions import COOKIE
from lib.service.sign_in import Refused
from lib.web.forms import set_cookie

START, BACK = "/masuk/instansi", "/oauth2callback"
PROVIDER = "default"
UNKNOWN = "/masuk?gagal=surel"
"""Where somebody is sent whose e-mail address belongs to no active account."""


def is_configured() -> bool:
    """Tell whether another service may sign people in."""
    return bool(get_secrets_auth_section().get("client_id"))


async def start(_request: Request) -> Response:
    """Go to the other service, by the route that `st.login` uses."""
    if not is_configured():
        return RedirectResponse("/masuk", 303)
    return RedirectResponse(f"/auth/login?provider={quote(encode_provider_token(PROVIDER))}", 303)


class Exchange:
    """Turns who the other service says somebody is into a session of ours."""

    def __init__(self, app: ASGIApp, identity: Callable[[], Identity]) -> None:
        self.app = app
        self.identity = identity

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_exchanged(message: Message) -> None:
            if message["type"] == "http.response.start":
                await self._exchange(Request(scope), MutableHeaders(raw=message["headers"]))
            await send(message)

        is_back = scope["type"] == "http" and scope["path"] == BACK
        await self.app(scope, receive, send_exchanged if is_back else send)

    async def _exchange(self, request: Request, headers: MutableHeaders) -> None:
        given = headers.getlist("set-cookie")
        claims = claims_in(given)
        _keep(headers, [line for line in given if not line.startswith(USER_COOKIE_NAME)])
        if not claims:
            return
        place = request.client.host if request.client else ""
        try:
            token = await to_thread.run_sync(
                self.identity().sign_in.by_email, vouched_email(claims), place
            )
        except Refused:
            headers["location"] = UNKNOWN
            return
        answer = Response()
        set_cookie(request, answer, COOKIE, token)
        headers.append("set-cookie", answer.headers["set-cookie"])


def vouched_email(claims: dict[str, Any]) -> str:
    """Return the e-mail address the service vouches for; blank where it does not."""
    return str(claims.get("email") or "") if claims.get("email_verified", True) is True else ""


def claims_in(cookies: list[str]) -> dict[str, Any]:
    """Return what Streamlit would have the browser keep of the person; empty for nobody."""
    jar: SimpleCookie = SimpleCookie()
    for line in cookies:
        jar.load(line)

    def signed(name: str) -> bytes | None:
        return (
            decode_signed_value(get_cookie_secret(), name, jar[name].value) if name in jar else None
        )

    value = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    claims = json.loads(value) if value else {}
    return claims if isinstance(claims, dict) and claims.get("is_logged_in") else {}


def _keep(headers: MutableHeaders, cookies: list[str]) -> None:
    del headers["set-cookie"]
    for line in cookies:
        headers.append("set-cookie", line)
