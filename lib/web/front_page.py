"""Streamlit's one page as a document of ours: its language, its name, words without scripts."""

from __future__ import annotations

import gzip
import re
from email.utils import formatdate
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.web.assets import Asset
from lib.web.streamlit_parts import index_html, static_folder

TITLE = "Rencana Aksi"
PRINT_STYLE = Asset(Path(__file__).parent / "cetak.css", "/aset/")
SCREEN_STYLE = Asset(Path(__file__).parent / "layar.css", "/aset/")
STYLES = (PRINT_STYLE, SCREEN_STYLE)
WITHOUT_SCRIPTS = (
    "Dasbor ini memerlukan JavaScript. Nyalakan JavaScript di peramban, lalu muat ulang halaman."
)
_WORDS = (
    (re.compile(r'<html lang="en">'), '<html lang="id">'),
    (re.compile(r"<title>.*?</title>"), f"<title>{TITLE}</title>"),
    (
        re.compile(r"</head>"),
        f'<link rel="stylesheet" media="print" href="{PRINT_STYLE.address}">'
        f'<link rel="stylesheet" href="{SCREEN_STYLE.address}"></head>',
    ),
    (
        re.compile(r"<noscript>.*?</noscript>", re.DOTALL),
        f"<noscript><p>{WITHOUT_SCRIPTS}</p></noscript>",
    ),
)


def front_page(html: str) -> str:
    """Return Streamlit's page in Indonesian, printing by our rules; what is missing stays."""
    for pattern, words in _WORDS:
        html = pattern.sub(words, html)
    return html


class FrontPage:
    """Answers with the front page of ours wherever Streamlit answers with its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        # Streamlit's page is known by its file's time: its length is not, where it is compressed.
        self.time = formatdate((static_folder() / "index.html").stat().st_mtime, usegmt=True)
        self.plain = front_page(index_html()).encode()
        self.packed = gzip.compress(self.plain, mtime=0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        rest: bytes | None = None

        async def send_ours(message: Message) -> None:
            nonlocal rest
            if message["type"] == "http.response.start":
                rest = self._announced(message)
            elif rest is not None and message["type"] == "http.response.body":
                message = {**message, "body": b"" if scope["method"] == "HEAD" else rest}
                rest = b""
            await send(message)

        await self.app(scope, receive, send_ours)

    def _announced(self, start: Message) -> bytes | None:
        """Return the page to send, announced in place of Streamlit's; None for other answers."""
        headers = MutableHeaders(scope=start)
        is_page = headers.get("content-type", "").startswith("text/html")
        if not is_page or headers.get("last-modified") != self.time:
            return None
        page = self.packed if headers.get("content-encoding") == "gzip" else self.plain
        headers["content-length"] = str(len(page))
        # They speak of Streamlit's file; a browser asks anew at each visit anyway.
        del headers["etag"]
        del headers["last-modified"]
        return page
