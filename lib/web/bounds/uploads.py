"""Uploads: taken from those who may change data, and never more than memory can hold.

Streamlit keeps uploaded files in memory for as long as a session lives, and takes any number of
them from anybody who opened one.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.service.access.identity import Identity
from lib.service.actor import Right, can
from lib.web.access import sender_of
from lib.web.streamlit_parts import MemoryUploadedFileManager, uploaded_files

PATH = "/_stcore/upload_file/"
FILES_PER_SESSION = 4
TOTAL_BYTES = 100 * 1024 * 1024
AT_ONCE = 4

NOT_ALLOWED = "Hanya akun yang berhak mengubah data dapat mengunggah berkas."
FULL = "Sedang banyak yang mengunggah. Silakan coba lagi sebentar lagi."


class UploadGuard:
    """Refuses uploads from who may not change data, and bounds those of all others."""

    def __init__(self, app: ASGIApp, identity: Callable[[], Identity]) -> None:
        self.app = app
        self.identity = identity
        self.under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PATH):
            await self.app(scope, receive, send)
            return
        refusal = await self._refusal(scope)
        if refusal:
            await refusal(scope, receive, send)
            return
        self.under_way += 1
        try:
            await self.app(scope, receive, send)
        except ClientDisconnect:
            pass  # nobody is there any more to be answered
        finally:
            self.under_way -= 1

    async def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        actor = await sender_of(scope, self.identity())
        if actor is None or not can(actor, Right.CHANGE):
            return PlainTextResponse(NOT_ALLOWED, 403)
        if scope["method"] != "PUT":
            return None
        files = uploaded_files()
        if self.under_way >= AT_ONCE or held_bytes(files) > TOTAL_BYTES:
            return PlainTextResponse(FULL, 503, {"Retry-After": "30"})
        drop_oldest(files, scope["path"].removeprefix(PATH).partition("/")[0])
        return None


def held_bytes(files: MemoryUploadedFileManager) -> int:
    """Return how much all sessions' files take."""
    sessions = list(files.file_storage.values())
    return sum(len(file.data) for session in sessions for file in list(session.values()))


def drop_oldest(files: MemoryUploadedFileManager, session: str) -> None:
    """Make room for one more file of a session by letting go of its oldest."""
    held = list(files.file_storage.get(session, ()))
    for file in held[: max(0, len(held) - FILES_PER_SESSION + 1)]:
        files.remove_file(session, file)
