"""Libraries of a test's own, copied from one made before; PostgreSQL beside the SQLite file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.service.library import Library
from lib.service.startup import open_library, open_store
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
