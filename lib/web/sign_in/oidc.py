"""Signing in by another service (OIDC), where `[auth]` is configured in `.streamlit/secrets.toml`.

Authlib speaks with the service: state, nonce and PKCE. What the service says of a person becomes
a session of ours, for the account with that e-mail address; nothing of it stays in the browser.
"""

from __future__ import annotations

import logging
import secrets
import warnings
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

import streamlit as st
from anyio import to_thread
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route, request_response
from starlette.types import Receive, Scope, Send

from lib.service.access.identity import Identity
from lib.service.access.sessions import COOKIE
from lib.service.access.sign_in import SignInRefused
from lib.web.sign_in.forms import local, place_of, set_cookie

with warnings.catch_warnings(record=True):  # of the HTTP client's next name; the pinned one works
    from authlib.integrations.starlette_client import (  # type: ignore[import-untyped]
        OAuth,
        OAuthError,
    )

START, BACK = "/masuk/instansi", "/oauth2callback"
UNKNOWN = "/masuk?gagal=surel"
"""Where somebody is sent whose e-mail address belongs to no active account."""
BROKEN = "/masuk?gagal=layanan"
"""Where somebody is sent whom the service did not vouch for, or that did not answer."""
TARGET = "ke"
JOURNEY_COOKIE = "rencana_layanan"
"""Remembers, signed and for ten minutes, that this browser left for the service."""
JOURNEY_SECONDS = 600
_LOG = logging.getLogger("rencana")
_RANDOM_SECRET = secrets.token_urlsafe(32)

Page = Callable[[Request], Awaitable[Response]]


def section() -> Mapping[str, Any]:
    """Return the section `[auth]`; empty where there is none."""
    try:
        return dict(st.secrets.get("auth", {}))
    except FileNotFoundError:
        return {}


def is_configured() -> bool:
    """Tell whether another service may sign people in."""
    return bool(section().get("client_id"))


class OidcPages:
    """Answers the addresses where people leave for the service and come back."""

    def __init__(self, identity: Callable[[], Identity]) -> None:
        self.identity = identity

    def routes(self) -> list[Route]:
        """Return the addresses and who answers them."""
        return [
            Route(START, _Remembering(self.start), methods=["GET"]),
            Route(BACK, _Remembering(self.come_back), methods=["GET"]),
        ]

    async def start(self, request: Request) -> Response:
        """Leave for the service."""
        if not is_configured():
            return RedirectResponse("/masuk", 303)
        request.session[TARGET] = local(request.query_params.get(TARGET, "/"))
        try:
            answer: Response = await _service().authorize_redirect(
                request, section().get("redirect_uri")
            )
        except Exception as problem:  # whatever a service that is down or misnamed makes of it
            return _broken(problem)
        return answer

    async def come_back(self, request: Request) -> Response:
        """Give whom the service vouches for a session of ours."""
        if not is_configured():
            return RedirectResponse("/masuk", 303)
        target = local(str(request.session.pop(TARGET, "/")))
        try:
            claims = await _claims(request)
        except Exception as problem:  # a made-up answer, a service that is down, a bad signature
            return _broken(problem)
        try:
            token = await to_thread.run_sync(
                self.identity().sign_in.by_email, vouched_email(claims), place_of(request)
            )
        except SignInRefused:
            return RedirectResponse(UNKNOWN, 303)
        answer = RedirectResponse(target, 303)
        set_cookie(request, answer, COOKIE, token)
        return answer


class _Remembering:
    """Keeps what a journey to the service needs in a cookie of its own.

    The one Streamlit keeps around us lives on, and knows nothing of a proxy's HTTPS.
    """

    def __init__(self, page: Page) -> None:
        self.page = request_response(page)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        keeping = SessionMiddleware(
            self.page,
            secret_key=str(section().get("cookie_secret") or _RANDOM_SECRET),
            session_cookie=JOURNEY_COOKIE,
            max_age=JOURNEY_SECONDS,
            https_only=scope["scheme"] == "https",
        )
        await keeping({**scope}, receive, send)


def vouched_email(claims: Mapping[str, Any]) -> str:
    """Return the e-mail address the service vouches for; blank where it does not."""
    email = claims.get("email")
    vouches = claims.get("email_verified", True) is True
    return email if vouches and isinstance(email, str) else ""


async def _claims(request: Request) -> Mapping[str, Any]:
    """Return what the service says of the person, from the signed token or else when asked."""
    service = _service()
    token = await service.authorize_access_token(request)
    claims: Mapping[str, Any] = token.get("userinfo") or {}
    if not claims.get("sub"):
        raise OAuthError("no_identity", "the service sent no token that says who it is")
    if "email" in claims or "userinfo_endpoint" not in await service.load_server_metadata():
        return claims
    more: Mapping[str, Any] = await service.userinfo(token=token)
    if more.get("sub") != claims["sub"]:
        raise OAuthError("other_person", "the service speaks of somebody else")
    return more


def _service() -> Any:
    found = section()
    return _registered(*(str(found.get(name, "")) for name in _NAMES))


_NAMES = ("client_id", "client_secret", "server_metadata_url")


@cache
def _registered(client_id: str, client_secret: str, metadata: str) -> Any:
    return OAuth().register(
        "instansi",
        client_id=client_id,
        client_secret=client_secret,
        server_metadata_url=metadata,
        client_kwargs={
            "scope": "openid email profile",
            "code_challenge_method": "S256",
            "timeout": 10,
        },
    )


def _broken(problem: Exception) -> Response:
    kind = type(problem).__name__
    _LOG.warning("Masuk lewat layanan instansi tidak jadi: %s %s", kind, quote(str(problem))[:200])
    return RedirectResponse(BROKEN, 303)
