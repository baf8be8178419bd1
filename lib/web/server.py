"""What stands around Streamlit: its routes, middleware, start and error handling."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from anyio import to_thread
from starlette.middleware import Middleware

from lib import settings
from lib.service.access.identity import FIRST_ACCOUNT, Identity
from lib.service.access.passwords import WeakPassword
from lib.service.startup import close_stores
from lib.web import errors, link_files, server_log
from lib.web.access import LoginRequired
from lib.web.assets import Assets
from lib.web.bounds import crowd
from lib.web.bounds.crowd import CrowdLimit
from lib.web.bounds.messages import MessageFilter
from lib.web.bounds.runs import RunLimit
from lib.web.bounds.uploads import UploadGuard
from lib.web.chart_files import CHART_FILES
from lib.web.front_page import STYLES, FrontPage
from lib.web.headers import SecurityHeaders
from lib.web.origins import OriginGuard
from lib.web.sign_in.oidc import OidcPages
from lib.web.sign_in.sign_in_pages import SignInPages
from lib.web.slide_files import SLIDE_FILES

SWITCH_SECONDS = 0.001
"""How long Python leaves a page's thread alone before the server may answer others."""


def around(identity: Callable[[], Identity], warm_up: Callable[[], None]) -> dict[str, Any]:
    """Return the arguments of `st.App` beside its script.

    `identity` opens the accounts once; `warm_up` is called before anybody is served.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    server_log.limit_repeats()
    return {
        "routes": [*SignInPages(identity).routes(), *OidcPages(identity).routes(), *crowd.routes()],
        "middleware": middleware(identity),
        "lifespan": partial(_lifespan, warm_up),
        "on_script_error": errors.on_script_error,
        "exception_handlers": {Exception: errors.on_request_error},
    }


@asynccontextmanager
async def _lifespan(warm_up: Callable[[], None], _app: object) -> AsyncIterator[None]:
    await to_thread.run_sync(warm_up)
    yield
    # A signal ends the process right after this, before anything registered for its exit.
    await to_thread.run_sync(close_stores)


def middleware(identity: Callable[[], Identity]) -> list[Middleware]:
    """Return what every request passes, outermost first."""
    closed = settings.REQUIRE_LOGIN.is_on
    return [
        Middleware(SecurityHeaders),
        Middleware(FrontPage),
        Middleware(OriginGuard, hosts=settings.ALLOWED_HOSTS.words),
        Middleware(Assets, own=(*CHART_FILES, *SLIDE_FILES, link_files.SCRIPT, *STYLES)),
        *([Middleware(LoginRequired, identity=identity)] if closed else []),
        Middleware(CrowdLimit, descriptors=crowd.raise_limit()),
        Middleware(UploadGuard, identity=identity),
        Middleware(MessageFilter, identity=identity if closed else None),
        Middleware(RunLimit),
    ]


def make_first_account(identity: Identity) -> None:
    """Make `admin` in a new store, and print the password where one was made.

    Raises `BadSetting` where the given one is easy to guess.
    """
    try:
        password = identity.accounts.make_first(settings.ADMIN_PASSWORD.text)
    except WeakPassword as problem:
        raise settings.BadSetting(f"{settings.ADMIN_PASSWORD.name}: {problem}") from None
    if password:
        print(FIRST_ACCOUNT.format(password=password), flush=True)
