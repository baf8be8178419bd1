"""Messages from browsers: only those our pages send get through the websocket.

Streamlit takes some that are meant for a developer at his own machine from anybody: emptying
every reader's cache, naming the repository's branch, installing files.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.service.access.identity import Identity
from lib.web.access import actor_of
from lib.web.streamlit_parts import BackMsg, parsed

RUNS = frozenset({"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"})
"""What makes a page run; what it then shows is decided there."""
FETCHES = frozenset({"deferred_file", "dataframe_chunk"})
"""What brings data without a run of the page."""


PROTOCOL_ERROR = 1002
"""Closes a websocket on which something came that is no message."""


class MessageFilter:
    """Drops what no page of ours sends, and fetching by who may not see anything.

    `identity` is given where looking needs an account.
    """

    def __init__(self, app: ASGIApp, identity: Callable[[], Identity] | None = None) -> None:
        self.app = app
        self.identity = identity

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        line = _Line(send)

        async def receive_allowed() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                request = parsed(message.get("bytes") or b"")
                if request is None or message.get("text"):
                    return await line.hang_up()
                if await self._passes(scope, request):
                    return message

        await self.app(scope, receive_allowed, line.send)

    async def _passes(self, scope: Scope, message: BackMsg) -> bool:
        kind = message.WhichOneof("type")
        if kind in RUNS:
            return True
        if kind != "backend_operation_request":
            return False
        if message.backend_operation_request.WhichOneof("payload") not in FETCHES:
            return False
        return self.identity is None or await actor_of(scope, self.identity()) is not None


class _Line:
    """The way back to a browser, on which nothing is said any more after hanging up."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._is_open = True

    async def send(self, message: Message) -> None:
        if self._is_open:
            await self._send(message)

    async def hang_up(self) -> Message:
        """End the connection on what no page sends, and return what says so to the app."""
        await self.send({"type": "websocket.close", "code": PROTOCOL_ERROR})
        self._is_open = False
        return {"type": "websocket.disconnect", "code": PROTOCOL_ERROR}
