"""kill -9 at any moment of an upload or of a first start: nothing told is lost, nothing is half."""

from __future__ import annotations

import itertools
import os
import random
import signal
import time

import pytest
from sqlalchemy import Connection, Engine, event

from lib.service.access.identity import open_identity
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import open_library, open_store
from tests.faults.uploads import (
    CHECKED,
    PLAN,
    READY,
    heard,
    opened,
    processes,
    running,
    send_for_ever,
    wrongs,
)

OPENS_WITHIN = 5.0


def killed(place: str, seed: int, chance: random.Random) -> list[tuple[int, str]]:
    """Kill an uploader and return what it was told.

    By turns after a version was told, at a commit, and anywhere in its work.
    """
    after, wait = ((tuple, 1.0), (CHECKED, 0.3), (READY, 4.0))[seed % 3]
    with running(send_for_ever, place, seed) as (process, hear):
        said = [hear.recv()]
        while after != said[-1] and after is not type(said[-1]):
            said.append(hear.recv())
        time.sleep(chance.uniform(0, wait))
        process.kill()
        process.join()
        return [words for words in said + heard(hear) if isinstance(words, tuple)]


def test_what_an_uploader_was_told_is_there_after_a_kill(place, long, figure):
    chance, told = random.Random(7), {}
    opened(place).store.close()
    kills = (30 if place.startswith("postgresql") else 200) if long else 3
    for seed in range(kills):
        for number, words in killed(place, seed, chance):
            assert number not in told
            told[number] = words
    library = opened(place)
    assert told
    for number, words in told.items():
        assert {c.after for c in library.changes(LOCAL_ADMIN, PLAN, number)} == {words}
    assert wrongs(library) == []
    figure(f"{kills} kills, {len(told)} told and {library.head(PLAN) - 1} stored, 0 lost")


def start_sample(data: str, tell) -> None:
    """Prepare a sample's store as the server's first start does; tell the first password."""
    tell.send(READY)
    library = open_library(data, sample=True)
    word = open_identity(library.store, 8).accounts.make_first()
    tell.send((library.store.plans()[0].head, word))
    library.store.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many versions a whole sample has."""
    library = open_library(tmp_path_factory.mktemp("whole"), sample=True)
    [plan] = library.store.plans()
    library.store.close()
    assert plan.head > 1
    return plan.head


def start_sample_and_die(data: str, commits: int, tell) -> None:
    """Prepare a sample's store, killed as it is about to commit for the last of so many times."""
    count = itertools.count(1)

    def die(_connection: Connection) -> None:
        if next(count) == commits:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "commit", die)
    open_library(data, sample=True)
    tell.send("done")


def test_a_killed_first_start_leaves_a_whole_sample_or_none(tmp_path, whole, figure):
    heads, kills = [], 0
    for turn in itertools.count(1):
        data = tmp_path / str(turn)
        with running(start_sample_and_die, data, turn) as (process, hear):
            ended = heard(hear)
            process.join()
        store = open_store(data)
        heads.append([plan.head for plan in store.plans()])
        store.close()
        if ended:
            break
        kills += 1
    assert kills > 1
    assert heads[0] == []
    assert heads[-1] == [whole]
    assert all(each in ([], [whole]) for each in heads)
    figure(f"{kills} first starts, each killed at another commit, 0 half samples")


def test_a_first_start_killed_anywhere_is_made_good_by_the_next(tmp_path, whole, long, figure):
    chance, kills = random.Random(3), 40 if long else 2
    for turn in range(kills):
        data = tmp_path / str(turn)
        with running(start_sample, data) as (process, hear):
            hear.recv()
            time.sleep(chance.uniform(0, 1.2))
            process.kill()
            process.join()
        library = open_library(data, sample=True)
        assert [plan.head for plan in library.store.plans()] == [whole]
        assert wrongs(library) == []
        library.store.close()
    figure(f"{kills} first starts killed, whole after the next")


def test_two_first_starts_at_once_make_one_store_and_one_password(tmp_path, whole, long, figure):
    pairs = 6 if long else 1
    for turn in range(pairs):
        data = tmp_path / str(turn)
        with (
            running(start_sample, data) as (_, one),
            running(start_sample, data) as (_, other),
        ):
            said = [heard(hear)[-1] for hear in (one, other)]
        assert [head for head, _ in said] == [whole, whole]
        assert len([word for _, word in said if word]) == 1
    figure(f"{pairs} pairs, one store and one password each")


def test_a_store_opens_at_once_after_a_kill(tmp_path, figure):
    killed(str(tmp_path), 0, random.Random(1))
    begin = time.monotonic()
    assert opened(str(tmp_path)).store.plans()
    took = time.monotonic() - begin
    assert took < OPENS_WITHIN
    figure(f"{took:.2f} s")


def test_the_uploader_that_is_killed_does_store_when_it_is_let(tmp_path):
    with running(send_for_ever, str(tmp_path), 5) as (_, hear):
        said = [hear.recv() for _ in range(3)]
    assert said == [READY, CHECKED, (2, "kiriman 5.0")]
    assert processes.get_start_method() == "forkserver"
