"""Libraries of a test's own, copied from one made before; accounts and their clock; PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.service import audit
from lib.service.access.identity import Identity, open_identity
from lib.service.actor import LOCAL_ADMIN, Role
from lib.service.library import Library
from lib.service.startup import open_library, open_store
from lib.store.store import Store
from tests.service.signing import FIRST, PASSWORD, Clock
from tests.store.conftest import new_postgresql, postgresql

__all__ = ["new_postgresql", "postgresql"]

Make = Callable[[Path], Library]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Make], Path]:
    """Folders of stores to be copied, each filled once: `shelf(make)`."""
    made: dict[Make, Path] = {}

    def folder_of(make: Make) -> Path:
        if make not in made:
            folder = tmp_path_factory.mktemp("shelf")
            make(folder).store.close()
            made[make] = folder
        return made[make]

    return folder_of


@pytest.fixture
def copied(shelf: Callable[[Make], Path], tmp_path: Path) -> Callable[[Make], Library]:
    """A library of the test's own as a function fills it: `copied(open_library)`."""

    def copied(make: Make) -> Library:
        shutil.copytree(shelf(make), tmp_path, dirs_exist_ok=True)
        return Library(open_store(tmp_path))

    return copied


@pytest.fixture
def library(copied: Callable[[Make], Library]) -> Library:
    """The library as it is on the first day: the decree's plan, nothing reported."""
    return copied(open_library)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time that signing in and its record go by."""
    clock = Clock()
    monkeypatch.setattr(audit, "now", clock)
    return clock


@pytest.fixture
def identity(tmp_path: Path, clock: Clock) -> Identity:
    """The accounts `admin` and `siti`, to whom it is as late as the clock says."""
    assert clock() == audit.now()
    made = open_identity(Store.open(f"sqlite:///{tmp_path}/store.db"), 8)
    made.accounts.make_first(FIRST)
    made.accounts.add(LOCAL_ADMIN, "siti", Role.VIEWER, password=PASSWORD)
    return made
