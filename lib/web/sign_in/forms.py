"""Forms outside Streamlit: small pages written on the server, in the look of the app."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import parse_qs, urlsplit

import streamlit as st
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response

COOKIE = "rencana_formulir"
"""Carries the value that a form must send back: other sites can read neither."""
TOKEN = "formulir"
MAX_BYTES = 8 * 1024
_COLOURS = (
    "primaryColor",
    "backgroundColor",
    "secondaryBackgroundColor",
    "textColor",
    "borderColor",
    "linkColor",
)
_TEMPLATE = Template((Path(__file__).parent / "form.html").read_text(encoding="utf-8"))


class BadForm(Exception):
    """The form did not come from our page as it was; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    label: str
    autocomplete: str
    secret: bool = True
    value: str = ""


def page(title: str, *parts: str, status: int = 200) -> HTMLResponse:
    """Answer with a page whose parts are HTML."""
    html = _TEMPLATE.substitute(
        title=escape(title), body="\n".join(parts), light=_theme("light"), dark=_theme("dark")
    )
    return HTMLResponse(html, status, {"Cache-Control": "no-store"})


def form_page(
    request: Request,
    title: str,
    fields: Iterable[Field],
    button: str,
    *,
    intro: str = "",
    problem: str = "",
    status: int = 200,
    instead: tuple[str, str] | None = None,
    **hidden: str,
) -> HTMLResponse:
    """Answer with a page that holds one form, which sends its fields back to the same address.

    `instead` is the address and the words of another way.
    """
    token = request.cookies.get(COOKIE) or secrets.token_urlsafe(16)
    inputs = [_hidden(TOKEN, token), *(_hidden(*item) for item in hidden.items())]
    inputs += map(_input, fields)
    answer = page(
        title,
        f"<p>{escape(intro)}</p>" if intro else "",
        f'<p role="alert">{escape(problem)}</p>' if problem else "",
        '<form method="post">',
        *inputs,
        f'<button type="submit">{escape(button)}</button>',
        "</form>",
        _link(*instead) if instead else "",
        status=status,
    )
    set_cookie(request, answer, COOKIE, token)
    return answer


def set_cookie(
    request: Request, answer: Response, name: str, value: str, seconds: int | None = None
) -> None:
    """Set a cookie that scripts cannot read and other sites' forms do not send.

    It lasts for some seconds, or until the browser is closed.
    """
    secure = request.url.scheme == "https"
    answer.set_cookie(
        name, value, max_age=seconds, path="/", httponly=True, samesite="lax", secure=secure
    )


def place_of(request: Request) -> str:
    """Return the address a request came from; behind a proxy on this machine, the visitor's."""
    return request.client.host if request.client else ""


async def sent(request: Request) -> dict[str, str]:
    """Return what a form sent; raises `BadForm` where it is too long or not from our page."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BYTES:
                raise BadForm("Isian terlalu panjang.")
    except ClientDisconnect:
        raise BadForm("Isian terputus di tengah jalan.") from None  # read by nobody
    found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    fields = {name: values[-1] for name, values in found.items()}
    token = request.cookies.get(COOKIE, "")
    if not token or not hmac.compare_digest(token.encode(), fields.get(TOKEN, "").encode()):
        raise BadForm("Formulir ini sudah kedaluwarsa. Silakan isi sekali lagi.")
    return fields


def local(address: str) -> str:
    """Return an address of this site, or the front page for any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    odd = "\\" in address or not address.isprintable() or not address.startswith("/")
    if odd or address.startswith("//") or parts.netloc or parts.scheme:
        return "/"
    return address


def _theme(name: str) -> str:
    values = ((colour, st.get_option(f"theme.{name}.{colour}")) for colour in _COLOURS)
    return " ".join(f"--{colour}: {value};" for colour, value in values if value)


def _link(address: str, words: str) -> str:
    return f'<a class="button quiet" href="{escape(address)}">{escape(words)}</a>'


def _input(field: Field) -> str:
    return (
        f'<label for="{field.name}">{escape(field.label)}</label>'
        f'<input id="{field.name}" name="{field.name}" required maxlength="128"'
        f' type="{"password" if field.secret else "text"}" autocomplete="{field.autocomplete}"'
        f' value="{escape(field.value)}" autocapitalize="none" spellcheck="false">'
    )


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'
