"""Real uploads, also in processes that may be killed, and a look at all that they left.

The processes are forked from a fork server that has read this module already: a fresh one, unlike
the tests' own process, has no threads.
"""

from __future__ import annotations

import multiprocessing
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from lib.plan.change.difference import differences
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.service.startup import open_library
from tests.service.books import edited

PLAN = "banjarnegara-pengaduan-2023-2024"
ROWS = range(4, 21)
READY, CHECKED = "ready", "checked"

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.faults.uploads"])


def opened(place: str) -> Library:
    """Open the library of a data folder, or of a PostgreSQL address."""
    is_address = place.startswith("postgresql")
    return open_library(Path("." if is_address else place), place if is_address else "")


def send(library: Library, **cells: object) -> int:
    """Download, fill in, have it checked, and apply; return the version."""
    content = edited(library.download(LOCAL_ADMIN, PLAN), **cells)
    made = changing.check(library, LOCAL_ADMIN, content, "laporan.xlsx")
    return changing.apply(library, LOCAL_ADMIN, made, yes=made.questions)


def send_for_ever(place: str, seed: int, tell: Connection) -> None:
    """Upload until killed; say when ready, when checked, and each version with what it holds."""
    library, chance = opened(place), random.Random(seed)
    tell.send(READY)
    for count in range(10_000):
        words = f"kiriman {seed}.{count}"
        cells = {f"P{row}": words for row in chance.sample(ROWS, 3)}
        content = edited(library.download(LOCAL_ADMIN, PLAN), **cells)
        made = changing.check(library, LOCAL_ADMIN, content, "laporan.xlsx")
        tell.send(CHECKED)
        tell.send((changing.apply(library, LOCAL_ADMIN, made, yes=made.questions), words))


@contextmanager
def running(work: Callable[..., None], *given: Any) -> Iterator[tuple[Any, Connection]]:
    """Run `work(*given, tell)` in a process of its own, and hear what it tells."""
    hear, tell = processes.Pipe(duplex=False)
    process = processes.Process(target=work, args=(*given, tell))
    # A child reads the main module again, which is a page's script after a test of screens.
    with patch.dict(sys.modules, __main__=ModuleType("__main__")):
        process.start()
    tell.close()
    try:
        yield process, hear
    finally:
        process.kill()
        process.join()
        hear.close()


def heard(hear: Connection) -> list[Any]:
    """Return all that a process told before it ended."""
    said = []
    try:
        while True:
            said.append(hear.recv())
    except (EOFError, OSError):
        return said


def wrongs(library: Library) -> list[str]:
    """Return all that is wrong: hashes, holes, changes that lead from no version to the next."""
    found = [str(fault) for fault in library.store.faults()]
    for plan in library.store.plans():
        plans = [library.snapshot(LOCAL_ADMIN, plan.id, n).plan for n in range(1, plan.head + 1)]
        for number, (before, after) in enumerate(pairwise(plans), 2):
            if set(differences(before, after)) != set(library.store.changes(plan.id, number)):
                found.append(f"{plan.id} {number}: what it changed is not what it says")
    return found
