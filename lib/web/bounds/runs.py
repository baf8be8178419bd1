"""Runs: each connection asks for a few a second; what is more becomes one, the newest.

A run costs the server a hundred times what asking for it costs a visitor, and Streamlit begins
anew at every request. A person at a page stays far below the bound.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.web.bounds.run_gate import RunGate, Visit
from lib.web.streamlit_parts import BackMsg, ends_a_run, merged, parsed

AT_ONCE = 6
"""Runs that may follow each other without a pause."""
A_SECOND = 2.0
"""Runs a second after that."""


class RunLimit:
    """Bounds the runs that one websocket may ask for, and those of all under way at once."""

    def __init__(self, app: ASGIApp, gate: RunGate | None = None) -> None:
        self.app = app
        self.gate = gate or RunGate()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        visit = Visit((scope.get("client") or ("",))[0])
        paced = Paced(receive, self.gate, visit)

        async def send_noting_ends(message: Message) -> None:
            data = message.get("bytes")
            if data and ends_a_run(data):
                self.gate.finish(visit)
            await send(message)

        try:
            await self.app(scope, paced, send_noting_ends)
        finally:
            paced.close()


class Paced:
    """What a browser sends, with requests for runs held back and merged where they come fast.

    Everything else passes at once.
    """

    def __init__(self, receive: Receive, gate: RunGate, visit: Visit) -> None:
        self._receive, self._gate, self._visit = receive, gate, visit
        self._coming: asyncio.Future[Message] | None = None
        self._waiting: BackMsg | None = None
        self._turn: asyncio.Future[None] | None = None
        self._allowance, self._counted = float(AT_ONCE), monotonic()

    async def __call__(self) -> Message:
        while True:
            if self._is_granted():
                return self._released()
            message = await self._next()
            asked = _asked(message) if message else None
            if asked is not None and asked.HasField("rerun_script"):
                self._waiting = merged([self._waiting, asked]) if self._waiting else asked
            elif message is not None:
                if asked is not None and asked.HasField("stop_script"):
                    self._drop()  # a person who stops wants no older run either
                return message

    def close(self) -> None:
        """Let go of what was still waited for, and of the run under way."""
        if self._coming is not None:
            self._coming.cancel()
        self._drop()
        self._gate.finish(self._visit)

    def _is_granted(self) -> bool:
        """Tell whether the waiting run may begin, asking the gate once its pause is over."""
        if self._waiting is None:
            return False
        if self._turn is None and self._pause() <= 0:
            self._turn = self._gate.ask(self._visit)
        return self._turn is not None and self._turn.done()

    def _released(self) -> Message:
        assert self._waiting is not None
        data, self._waiting, self._turn = self._waiting.SerializeToString(), None, None
        self._allowance -= 1
        return {"type": "websocket.receive", "bytes": data}

    def _drop(self) -> None:
        self._waiting = None
        if self._turn is not None and not self._turn.done():
            self._turn.cancel()
        self._turn = None

    async def _next(self) -> Message | None:
        """Return what comes next; None where the pause or the turn came first."""
        if self._coming is None:
            self._coming = asyncio.ensure_future(self._receive())
        awaited: set[asyncio.Future[Any]] = {self._coming}
        if self._turn is not None:
            awaited.add(self._turn)
        pausing = self._waiting is not None and self._turn is None
        await asyncio.wait(
            awaited,
            timeout=self._pause() if pausing else None,
            return_when=asyncio.FIRST_COMPLETED,
        )
        if not self._coming.done():
            return None
        come, self._coming = self._coming, None
        return come.result()

    def _pause(self) -> float:
        """Return the seconds until this connection's next run may begin."""
        now = monotonic()
        grown = self._allowance + (now - self._counted) * A_SECOND
        self._allowance, self._counted = min(float(AT_ONCE), grown), now
        return max(0.0, (1 - self._allowance) / A_SECOND)


def _asked(message: Message) -> BackMsg | None:
    data = message.get("bytes") if message["type"] == "websocket.receive" else None
    return parsed(data) if data else None
