"""The way in and out: `/masuk`, `/keluar` and `/ganti-sandi`."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar
from urllib.parse import quote

import anyio
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from lib.service.access import passwords
from lib.service.access.identity import Identity
from lib.service.access.passwords import WeakPassword
from lib.service.access.sessions import COOKIE
from lib.service.access.sign_in import NOT_MATCHING, SignInRefused
from lib.web.sign_in import oidc
from lib.web.sign_in.forms import BadForm, Field, form_page, local, page, place_of, sent, set_cookie

SIGN_IN, SIGN_OUT, CHANGE = "/masuk", "/keluar", "/ganti-sandi"
TARGET = "ke"
"""Where to go after signing in."""
LEAST_SECONDS = 0.5
"""A refusal is not answered sooner, so that its time says nothing of its reason."""
MOST_WAITING = 50
BUSY = "Sedang banyak yang masuk. Silakan coba lagi sebentar lagi."

PROBLEMS = {
    "surel": (
        "Alamat surel Anda belum terdaftar pada akun yang aktif. Silakan hubungi pengelola dasbor."
    ),
    "layanan": (
        "Layanan masuk instansi tidak dapat memastikan siapa Anda, atau sedang tidak menjawab. "
        "Silakan coba lagi, atau masuk dengan kata sandi."
    ),
}
"""What is said to whom another sign-in service could not bring in, by the word in the address."""
NO_PASSWORD = (
    "Akun ini masuk lewat layanan instansi dan tidak mempunyai kata sandi di sini. "
    "Gantilah kata sandi Anda di layanan instansi."
)
DEVICE_COOKIE = "rencana_peramban"
"""Tells a browser that signed in before from a stranger's; opens nothing by itself."""
DEVICE_SECONDS = 180 * 24 * 3600

NAME = Field("username", "Nama pengguna", "username", secret=False)
PASSWORD = Field("password", "Kata sandi", "current-password")
OLD = Field("password", "Kata sandi lama", "current-password")
NEW = Field("new-password", "Kata sandi baru", "new-password")
AGAIN = Field("repeat-password", "Ulangi kata sandi baru", "new-password")


_Result = TypeVar("_Result")


class Busy(Exception):
    """Too many are waiting for their password to be checked."""


class SignInPages:
    """Answers the sign-in addresses for one identity."""

    def __init__(self, identity: Callable[[], Identity]) -> None:
        self.identity = identity
        self._limiter: CapacityLimiter | None = None

    def routes(self) -> list[Route]:
        """Return the addresses and who answers them."""
        return [
            Route(SIGN_IN, self.show_sign_in, methods=["GET"]),
            Route(SIGN_IN, self.sign_in, methods=["POST"]),
            Route(SIGN_OUT, self.show_sign_out, methods=["GET"]),
            Route(SIGN_OUT, self.sign_out, methods=["POST"]),
            Route(CHANGE, self.show_change, methods=["GET"]),
            Route(CHANGE, self.change, methods=["POST"]),
        ]

    async def show_sign_in(self, request: Request) -> Response:
        target = local(request.query_params.get(TARGET, "/"))
        sessions = self.identity().sessions
        if await to_thread.run_sync(sessions.actor, request.cookies.get(COOKIE)):
            return RedirectResponse(target, 303)
        problem = PROBLEMS.get(request.query_params.get("gagal", ""), "")
        whose = await to_thread.run_sync(lambda: self.identity().title())
        return _sign_in_page(request, target, problem=problem, whose=whose)

    async def sign_in(self, request: Request) -> Response:
        started = time.monotonic()
        try:
            fields = await sent(request)
        except BadForm as problem:
            return _sign_in_page(request, "/", problem=str(problem), status=400)
        name, target = fields.get(NAME.name, ""), local(fields.get(TARGET, "/"))
        again = partial(_sign_in_page, request, target, name[: passwords.LONGEST])
        try:
            token = await self._hashing(
                self.identity().sign_in, name, fields.get(PASSWORD.name, ""), *_who(request)
            )
        except Busy:
            return again(problem=BUSY, status=503)
        except SignInRefused as refusal:
            await _not_sooner(started)
            return again(problem=str(refusal), status=403)
        return await self._arrived(request, token, target)

    async def show_sign_out(self, request: Request) -> Response:
        return form_page(request, "Keluar", (), "Keluar", intro="Akhiri sesi di peramban ini?")

    async def sign_out(self, request: Request) -> Response:
        try:
            await sent(request)
        except BadForm as problem:
            return form_page(request, "Keluar", (), "Keluar", problem=str(problem), status=400)
        await to_thread.run_sync(self.identity().sessions.end, request.cookies.get(COOKIE))
        answer = RedirectResponse("/", 303)
        answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
        return answer

    async def show_change(self, request: Request) -> Response:
        sessions = self.identity().sessions
        account = await to_thread.run_sync(sessions.account, request.cookies.get(COOKIE))
        if account is None:
            return RedirectResponse(f"{SIGN_IN}?{TARGET}={CHANGE}", 303)
        if not account.has_password:
            return page("Ganti kata sandi", f"<p>{NO_PASSWORD}</p>")
        return _change_page(request)

    async def change(self, request: Request) -> Response:
        started = time.monotonic()
        try:
            fields = await sent(request)
            if fields.get(NEW.name) != fields.get(AGAIN.name):
                raise WeakPassword("Kedua isian kata sandi baru tidak sama.")
            await self._hashing(
                self.identity().sign_in.change_password,
                request.cookies.get(COOKIE, ""),
                fields.get(OLD.name, ""),
                fields.get(NEW.name, ""),
                *_who(request),
            )
        except (BadForm, WeakPassword) as problem:
            return _change_page(request, problem=str(problem), status=400)
        except SignInRefused as refusal:
            await _not_sooner(started)
            return _change_page(request, problem=str(refusal), status=403)
        except Busy:
            return _change_page(request, problem=BUSY, status=503)
        return RedirectResponse("/", 303)

    async def _arrived(self, request: Request, token: str, target: str) -> Response:
        account = await to_thread.run_sync(self.identity().sessions.account, token)
        if account is None:  # disabled in this very moment
            return _sign_in_page(request, target, problem=NOT_MATCHING, status=403)
        _, device = _who(request)
        device = await to_thread.run_sync(self.identity().sign_in.remember, account.name, device)
        answer = RedirectResponse(CHANGE if account.must_change else target, 303)
        set_cookie(request, answer, COOKIE, token)
        set_cookie(request, answer, DEVICE_COOKIE, device, DEVICE_SECONDS)
        return answer

    async def _hashing(self, task: Callable[..., _Result], *arguments: str) -> _Result:
        """Run what computes hashes, a few at a time and apart from the app's own threads."""
        if self._limiter is None:
            self._limiter = CapacityLimiter(passwords.AT_ONCE)
        if self._limiter.statistics().tasks_waiting >= MOST_WAITING:
            raise Busy
        return await to_thread.run_sync(partial(task, *arguments), limiter=self._limiter)


def _sign_in_page(
    request: Request,
    target: str,
    name: str = "",
    problem: str = "",
    status: int = 200,
    whose: str = "",
) -> Response:
    """Answer with the form; `whose` names the default plan, and so whose system this is."""
    fields = (Field(NAME.name, NAME.label, NAME.autocomplete, False, name), PASSWORD)
    start = oidc.START + (f"?{TARGET}={quote(target, safe='')}" if target != "/" else "")
    elsewhere = (start, "Masuk lewat layanan instansi") if oidc.is_configured() else None
    return form_page(
        request,
        "Masuk",
        fields,
        "Masuk",
        intro=f"Dasbor {whose}" if whose else "",
        problem=problem,
        status=status,
        instead=elsewhere,
        **{TARGET: target},
    )


def _change_page(request: Request, problem: str = "", status: int = 200) -> Response:
    return form_page(
        request,
        "Ganti kata sandi",
        (OLD, NEW, AGAIN),
        "Simpan",
        intro="Gunakan paling sedikit 10 huruf; beberapa kata yang tidak berkaitan lebih baik.",
        problem=problem,
        status=status,
    )


def _who(request: Request) -> tuple[str, str]:
    """Return the address and the browser's long-lived token, by which wrong passwords count."""
    return place_of(request), request.cookies.get(DEVICE_COOKIE, "")


async def _not_sooner(started: float) -> None:
    await anyio.sleep(max(0, LEAST_SECONDS - (time.monotonic() - started)))
