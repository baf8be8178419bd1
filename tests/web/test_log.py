"""The log stays small: what repeats is counted."""

from __future__ import annotations

import logging

import pytest

from lib.web import server_log
from lib.web.server_log import A_MINUTE, MINUTE, OURS, Repeats, limit_repeats

ROUNDS = 1000


class Kept(logging.Handler):
    """Keeps what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    time = [1000.0]
    monkeypatch.setattr(server_log, "monotonic", lambda: time[0])
    return time


def written(name: str, clock: list[float], error: Exception | None = None) -> list[str]:
    """What a logger of that name writes of a thousand complaints, then of one a minute later."""
    logger, kept = logging.Logger(name), Kept()
    logger.addHandler(kept)
    logger.addFilter(Repeats())
    for number in range(ROUNDS + 1):
        if number == ROUNDS:
            clock[0] += MINUTE
        logger.error("keluhan %s", number, exc_info=error)
    return kept.lines


def test_what_repeats_is_written_a_few_times_and_then_counted(clock: list[float]) -> None:
    lines = written("asyncio", clock, OSError("Too many open files"))
    assert len(lines) == A_MINUTE + 1
    assert lines[0] == "keluhan 0\nOSError: Too many open files"
    assert lines[-1].startswith(
        f"keluhan {ROUNDS} (dan {ROUNDS - A_MINUTE} yang serupa tidak dicatat)"
    )


def test_a_number_a_visitor_was_shown_is_always_found_without_its_traceback(clock) -> None:
    lines = written(OURS, clock, ValueError("x"))
    assert len(lines) == ROUNDS + 1
    assert sum("ValueError" in line for line in lines) == A_MINUTE + 1


def test_other_complaints_are_written_meanwhile(clock: list[float]) -> None:
    assert clock
    logger, kept = logging.Logger("x"), Kept()
    logger.addHandler(kept)
    logger.addFilter(Repeats())
    for _ in range(ROUNDS):
        logger.error("banjir")
    logger.error("lain")
    assert kept.lines[-1] == "lain"


def test_a_page_that_left_is_no_complaint(clock: list[float]) -> None:
    gone = RuntimeError('Cannot call "send" once a close message has been sent.')
    assert written("streamlit.web", clock, gone) == []


def test_every_logger_is_limited_once() -> None:
    logger = logging.getLogger("uji.log")
    for _ in range(2):
        limit_repeats()
    assert [type(each) for each in logger.filters] == [Repeats]
    for each in logging.root.manager.loggerDict:
        for kept in list(logging.getLogger(each).filters):
            if isinstance(kept, Repeats):
                logging.getLogger(each).removeFilter(kept)
    for kept in list(logging.root.filters):
        if isinstance(kept, Repeats):
            logging.root.removeFilter(kept)
