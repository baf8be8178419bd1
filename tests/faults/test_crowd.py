"""A crowd on two processes: everybody's cells stand in the end, each stored once."""

from __future__ import annotations

import threading
from multiprocessing.connection import Connection

from lib.plan.change.merge import Side
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.proposal import Proposal
from tests.faults.uploads import PLAN, READY, edited, heard, opened, running, wrongs

SHARED = "P20"
"""Every second person writes into this cell in the last round."""


def one_person(library, who: int, rounds: int, tell: Connection, lock: threading.Lock) -> None:
    """Fill in a cell of one's own from a copy that is stale by then, and press until it is in."""
    own = f"{'PQ'[who % 2]}{4 + who // 2}"
    for turn in range(rounds):
        cells = {own: f"orang {who} kiriman {turn}"}
        if who % 2 and turn == rounds - 1:
            cells[SHARED] = f"bersama {who}"
        content = edited(library.download(LOCAL_ADMIN, PLAN), **cells)
        number, presses = press(library, content)
        with lock:
            tell.send((number, presses, cells))


def press(library, content: bytes) -> tuple[int, int]:
    """Press Terapkan as the screen does, again where a new preview came; version and presses."""

    def make() -> Proposal:
        return changing.check(library, LOCAL_ADMIN, content, "laporan.xlsx")

    made, presses = make(), 0
    while True:
        made = changing.settle(made, {c.id: Side.MINE for c in made.conflicts})
        done = changing.apply_where_others_write(
            library, LOCAL_ADMIN, made, make, yes=made.questions
        )
        presses += 1
        if isinstance(done, int):
            return done, presses
        made = done


def half(place: str, people: range, rounds: int, tell: Connection) -> None:
    """One app process: a thread for each of its people."""
    library, lock = opened(place), threading.Lock()
    threads = [
        threading.Thread(target=one_person, args=(library, who, rounds, tell, lock))
        for who in people
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    library.store.close()


def test_no_update_is_lost_in_a_crowd_on_two_processes(tmp_path, request, long, figure):
    places = [str(tmp_path)]
    if long:
        places.append(request.getfixturevalue("new_postgresql")())
    for place in places:
        people, rounds = (20, 2) if long else (4, 1)
        opened(place).store.close()
        middle = people // 2
        with (
            running(half, place, range(middle), rounds) as (_, one),
            running(half, place, range(middle, people), rounds) as (_, other),
        ):
            told = sorted([*heard(one), *heard(other)], key=lambda said: said[0])
        assert READY not in told
        library = opened(place)
        assert [number for number, *_ in told] == list(range(2, people * rounds + 2))
        for number, _, cells in told:
            changed = {c.after for c in library.changes(LOCAL_ADMIN, PLAN, number)}
            assert changed == set(cells.values())
        assert wrongs(library) == []
        most = max(presses for _, presses, _ in told)
        figure(f"{people} people x {rounds} uploads, 0 lost updates, at most {most} presses each")
