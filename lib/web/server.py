"""What stands around Streamlit: its routes, middleware, start and error handling."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from anyio import to_thread
from starlette.middleware import Middleware
from starlette.routing import Route

from lib import settings
from lib.service.reception import Reception
from lib.web import errors, oidc
from lib.web.access import LoginRequired
from lib.web.doors import Doors
from lib.web.headers import SecurityHeaders
from lib.web.messages import MessageFilter
from lib.web.sign_in import Desk
from lib.web.uploads import UploadGuard


def around(reception: Callable[[], Reception]) -> dict[str, Any]:
    """Return the arguments of `st.App` beside its script; `reception` opens the accounts once."""
    return {
        "routes": [*Desk(reception).routes(), Route(oidc.START, oidc.start)],
        "middleware": middleware(reception),
        "lifespan": _lifespan(reception),
        "on_script_error": errors.on_script_error,
        "exception_handlers": {Exception: errors.on_request_error},
    }


def middleware(reception: Callable[[], Reception]) -> list[Middleware]:
    """Return what every request passes, outermost first."""
    closed = settings.REQUIRE_LOGIN.is_on
    return [
        Middleware(SecurityHeaders),
        Middleware(Doors, hosts=settings.ALLOWED_HOSTS.words),
        *([Middleware(LoginRequired, reception=reception)] if closed else []),
        Middleware(oidc.Exchange, reception=reception),
        Middleware(UploadGuard, reception=reception),
        Middleware(MessageFilter, reception=reception if closed else None),
    ]


def _lifespan(reception: Callable[[], Reception]) -> Any:
    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        await to_thread.run_sync(make_first_account, reception)
        yield

    return lifespan


def make_first_account(reception: Callable[[], Reception]) -> None:
    """Make `admin` in a new store, and print the password where one was made."""
    password = reception().accounts.make_first(settings.ADMIN_PASSWORD.text)
    if password:
        print(
            f"Akun pertama: admin, kata sandi: {password}\n"
            "Kata sandi ini hanya ditampilkan sekali dan harus diganti saat masuk pertama kali.",
            flush=True,
        )
