"""What the table of all plans costs once each was read, against Ringkasan of one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measuring.ratio import Ratio, by_turns
from benchmarks.measuring.sessions import alone
from lib.plan.record import packed
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import open_library
from lib.store.records import NewVersion, Origin
from tests.browser import serving

TITLE = "semua rencana satu provinsi terhadap Ringkasan satu rencana, sesudah semuanya dibaca"
LIMIT = 3.0
PLANS, ROUNDS = 500, 9
READ_AT_ONCE = 20
"""How many plans a run of the page reads at least."""
PAGE = "semua-rencana"


def measure() -> Iterator[Ratio]:
    """Open sessions of both by turns, without a browser."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder / "a" / "data")
        with serving(folder / "a") as many, serving(folder / "b", sample=True) as one:
            for _ in range(PLANS // READ_AT_ONCE + 1):
                alone(many.url, 1, PAGE)
            ours, others = by_turns(
                [lambda: alone(many.url, 1, PAGE), lambda: alone(one.url, 1)], ROUNDS + 1
            )
    yield Ratio(f"sesi {PLANS} rencana / Ringkasan", LIMIT, tuple(ours[1:]), tuple(others[1:]))


def _fill(folder: Path) -> None:
    """Add the shipped plan again and again, under other names."""
    library = open_library(folder)
    [first] = library.plans(LOCAL_ADMIN)
    plan = library.snapshot(LOCAL_ADMIN, first.id).plan
    for number in range(2, PLANS + 1):
        plan_id = f"{first.id}-{number}"
        copy = replace(plan, stamp=replace(plan.stamp, plan_id=plan_id))
        new = NewVersion(plan_id, packed(copy), "sistem", datetime.now(UTC), Origin.BASELINE)
        library.store.add_plan(f"{first.title} ({number})", new)
    library.store.close()
