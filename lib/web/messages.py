"""Messages from browsers: only those our pages send get through the websocket.

Streamlit takes some that are meant for a developer at his own machine from anybody: emptying
every reader's cache, naming the repository's branch, installing files.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.service.identity import Identity
from lib.web.access import actor_of
from lib.web.streamlit_parts import parsed

RUNS = frozenset({"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"})
"""What makes a page run; what it then shows is decided there."""
FETCHES = frozenset({"deferred_file", "dataframe_chunk"})
"""What brings data without a run of the page."""


class MessageFilter:
    """Drops what no page of ours sends, and fetching by who may not see anything.

    `identity` is given where looking needs an account.
    """

    def __init__(self, app: ASGIApp, identity: Callable[[], Identity] | None = None) -> None:
        self.app = app
        self.identity = identity

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def receive_allowed() -> Message:
            while True:
                message = await receive()
                data = message.get("bytes")
                if not data or await self._passes(scope, data):
                    return message

        await self.app(scope, receive_allowed if scope["type"] == "websocket" else receive, send)

    async def _passes(self, scope: Scope, data: bytes) -> bool:
        message = parsed(data)
        if message is None:
            return True  # Streamlit hangs up on it
        kind = message.WhichOneof("type")
        if kind in RUNS:
            return True
        if kind != "backend_operation_request":
            return False
        if message.backend_operation_request.WhichOneof("payload") not in FETCHES:
            return False
        return self.identity is None or await actor_of(scope, self.identity()) is not None
