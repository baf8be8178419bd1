"""Sessions without a browser: what a page load asks of a Streamlit server, over its websocket."""

from __future__ import annotations

import asyncio
import math
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 180


class Failed(Exception):
    """A session saw an error, or did not come to its end."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Sessions that began together: the seconds each waited, and all of them."""

    waits: tuple[float, ...]
    wall: float

    @property
    def a_second(self) -> float:
        return len(self.waits) / self.wall

    @property
    def slow(self) -> float:
        """Seconds within which 95 of 100 sessions were through."""
        return sorted(self.waits)[math.ceil(len(self.waits) * 0.95) - 1]


def alone(url: str, times: int = 3, page: str = "") -> float:
    """Return the seconds that a session takes by itself: the median of several."""
    return median(at_once(url, 1, page).wall for _ in range(times))


def at_once(url: str, count: int, page: str = "") -> Crowd:
    """Open sessions together, and leave when all have seen their page."""
    return asyncio.run(_crowd(url, count, page))


def in_turn(url: str, count: int, together: int = 4) -> None:
    """Open sessions one after another, a few beside each other; each leaves when it is done."""
    asyncio.run(_turns(url, count, together))


async def _crowd(url: str, count: int, page: str) -> Crowd:
    start = time.perf_counter()
    gate = asyncio.Barrier(count)
    waits = await asyncio.gather(*(_session(url, gate, page) for _ in range(count)))
    return Crowd(tuple(waits), max(waits) if count > 1 else time.perf_counter() - start)


async def _turns(url: str, count: int, together: int) -> None:
    numbers = iter(range(count))

    async def visitor() -> None:
        for _ in numbers:
            await _session(url)

    await asyncio.gather(*(visitor() for _ in range(together)))


async def _session(url: str, gate: asyncio.Barrier | None = None, page: str = "") -> float:
    """Load a page as a browser does, the first one without a name.

    Returns the seconds from connecting to the page's end.
    """
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    start = time.perf_counter()
    async with connect(
        address,
        origin=url,  # type: ignore[arg-type]
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=None,
        compression=None,
        open_timeout=PATIENCE,
        proxy=None,
    ) as socket:
        await socket.send(_first_request(page))
        async with asyncio.timeout(PATIENCE):
            await _until_drawn(socket)
        took = time.perf_counter() - start
        if gate is not None:
            await gate.wait()
        return took


def _first_request(page: str) -> bytes:
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = ""
    message.rerun_script.context_info.timezone = "Asia/Jakarta"
    return message.SerializeToString()


async def _until_drawn(socket: ClientConnection) -> None:
    async for frame in socket:
        message = ForwardMsg.FromString(frame)  # type: ignore[arg-type]
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise Failed(message.delta.new_element.exception.message)
        if kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return
            raise Failed(f"the run ended as {message.script_finished}")
    raise Failed("the server hung up")


def memory(pid: int) -> float:
    """Return the memory a process holds, in MB."""
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
