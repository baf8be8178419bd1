"""The log: what repeats is written a few times a minute and then counted, so that it stays small.

Whoever wants a full disk has only to make a server complain: 420 anonymous websockets made it
write 122 MB in three minutes, by saying the same over and over with its whole traceback.
"""

from __future__ import annotations

import logging
from time import monotonic

A_MINUTE = 10
"""Lines of one kind in a minute."""
MINUTE = 60.0
OURS = "rencana"
"""Our own log: a number that a visitor was shown is never left out, its traceback may be."""
_GONE = ("Cannot call", "after sending 'websocket.close'", "close message has been sent")
"""What Starlette says where a page left while something was on its way to it."""


def limit_repeats() -> None:
    """Bound what all loggers there are may write."""
    repeats = Repeats()
    known = [logging.getLogger(name) for name in logging.root.manager.loggerDict]
    for logger in (logging.root, logging.getLogger(OURS), logging.getLogger("asyncio"), *known):
        if not any(isinstance(each, Repeats) for each in logger.filters):
            logger.addFilter(repeats)


class Repeats(logging.Filter):
    """Lets a few records of each place in the code through per minute, and counts the rest."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[str, int], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a record is written; what was left out before is told with it."""
        if _is_a_page_that_left(record):
            return False
        place, now = (record.pathname, record.lineno), monotonic()
        since, seen = self._kept.get(place, (now, 0))
        if now - since >= MINUTE:
            _tell(record, seen - A_MINUTE)
            since, seen = now, 0
        self._kept[place] = (since, seen + 1)
        if seen < A_MINUTE:
            return True
        record.exc_info = record.exc_text = None
        return record.name == OURS and record.levelno >= logging.ERROR


def _tell(record: logging.LogRecord, left_out: int) -> None:
    if left_out > 0:
        record.msg = f"{record.getMessage()} (dan {left_out} yang serupa tidak dicatat)"
        record.args = ()


def _is_a_page_that_left(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    return isinstance(error, RuntimeError) and any(words in str(error) for words in _GONE)
