"""Where fault tests find their stores, databases and screens."""

from __future__ import annotations

import pytest

from tests.store.conftest import new_postgresql, postgresql
from tests.ui.conftest import open_page, stores

__all__ = ["new_postgresql", "open_page", "postgresql", "stores"]


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path) -> str:
    """Where a new library may be: a data folder, or an address of a real PostgreSQL server."""
    if request.param == "sqlite":
        return str(tmp_path / "data")
    return request.getfixturevalue("new_postgresql")()
