"""The gate before all runs: a few pages run at the same time, whoever asks, in fair turns.

Python runs one thread at a time: with twenty pages running, the server itself comes to its turn
so seldom that nobody is answered for half a minute.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque

SLOTS = 3
"""Runs under way at once in one process."""
OF_ONE_ADDRESS = 2
"""Runs under way at once from one address, so that no visitor has all."""
GIVEN_UP = 20.0
"""Seconds after which a run of which nothing is heard no longer holds a slot."""


class Visit:
    """One connection, as the gate knows it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.leaves: asyncio.TimerHandle | None = None


class RunGate:
    """Grants slots: addresses take turns, and at one address whoever came first."""

    def __init__(self, slots: int = SLOTS, of_one_address: int = OF_ONE_ADDRESS) -> None:
        self.slots, self.of_one_address = slots, of_one_address
        self._under_way: set[Visit] = set()
        self._held: Counter[str] = Counter()
        self._queues: OrderedDict[str, deque[tuple[Visit, asyncio.Future[None]]]] = OrderedDict()

    def ask(self, visit: Visit) -> asyncio.Future[None]:
        """Ask for a run; the answer is done when it may begin.

        A connection whose run is under way may begin anew at once where nobody waits.
        """
        answer: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if visit in self._under_way and not self._queues:
            self._grant(visit, answer)
        else:
            self._queues.setdefault(visit.address, deque()).append((visit, answer))
            self._serve()
        return answer

    def finish(self, visit: Visit) -> None:
        """Note that a connection's run has ended."""
        if visit in self._under_way:
            self._under_way.discard(visit)
            self._held[visit.address] -= 1
            self._held += Counter()
            if visit.leaves is not None:
                visit.leaves.cancel()
            self._serve()

    def _serve(self) -> None:
        """Grant what can be granted, one of each address in turn."""
        while len(self._under_way) < self.slots and (address := self._next()) is not None:
            queue = self._queues.pop(address)
            visit, answer = queue.popleft()
            if queue:
                self._queues[address] = queue  # at the end: the others come first
            if not answer.done():
                self._grant(visit, answer)

    def _next(self) -> str | None:
        free = (a for a in self._queues if self._held[a] < self.of_one_address)
        return next(free, None)

    def _grant(self, visit: Visit, answer: asyncio.Future[None]) -> None:
        if visit not in self._under_way:
            self._under_way.add(visit)
            self._held[visit.address] += 1
        if visit.leaves is not None:
            visit.leaves.cancel()
        loop = asyncio.get_running_loop()
        visit.leaves = loop.call_later(GIVEN_UP, self.finish, visit)
        answer.set_result(None)
