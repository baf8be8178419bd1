"""Files that never change while the server runs: sent compressed, kept by browsers for good.

Streamlit sends its bundle as it lies on the disk; over a thin line that is most of the wait.
"""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from hashlib import sha256
from pathlib import Path

import brotli
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.web.streamlit_parts import static_folder

BUNDLE = "/static/"
"""Where Streamlit's page looks for its scripts and styles, whose names carry their hash."""
FOREVER = "public, immutable, max-age=31536000"
_PACKED = frozenset({".js", ".css", ".wasm", ".json", ".svg"})
_KEPT = 512
"""As many files are kept compressed; the bundle has about three hundred."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of ours, served below a place under a name that changes with its content."""

    path: Path
    place: str

    @property
    def name(self) -> str:
        return f"{self.path.name.split('.')[0]}-{_digest(self.path)}{self.path.suffix}"

    @property
    def address(self) -> str:
        return self.place + self.name


@cache
def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:12]


class Assets:
    """Answers for assets of ours and for Streamlit's bundle; all else goes on."""

    def __init__(self, app: ASGIApp, own: Iterable[Asset] = ()) -> None:
        self.app = app
        self.files = {**bundle(), **{asset.address: asset.path for asset in own}}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = self.files.get(scope["path"]) if scope["type"] == "http" else None
        if found is None or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        coding = _coding(Headers(scope=scope))
        # Compressing takes its time once; other visitors need not wait for it.
        content = await to_thread.run_sync(packed, found, coding)
        await _answer(found, content, coding)(scope, receive, send)


@cache
def bundle() -> Mapping[str, Path]:
    """List the files of Streamlit's bundle that compress well, by address."""
    folder = static_folder()
    files = (path for path in (folder / "static").rglob("*") if path.suffix in _PACKED)
    return {f"/{path.relative_to(folder).as_posix()}": path for path in files}


def _coding(asked: Headers) -> str:
    """Return the best compression that a browser takes; "" for none."""
    words = (word.partition(";")[0].strip() for word in asked.get("accept-encoding", "").split(","))
    known = set(words)
    return next((coding for coding in PACKERS if coding in known), "")


def _answer(path: Path, content: bytes, coding: str) -> Response:
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if coding:
        headers["Content-Encoding"] = coding
    return Response(content, headers=headers, media_type=mimetypes.guess_type(path.name)[0])


PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    # The largest file takes half a second; a tenth less would take twenty times as long.
    "br": partial(brotli.compress, quality=9),
    # For pages over plain http, where browsers do not take Brotli.
    "gzip": partial(gzip.compress, compresslevel=7, mtime=0),
}


@lru_cache(maxsize=_KEPT)
def packed(path: Path, coding: str) -> bytes:
    """Return a file's content, compressed (as it is for ""); made when it is first asked for."""
    content = path.read_bytes()
    return PACKERS[coding](content) if coding else content
