"""People who sign in, and a clock that tests set forward."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from lib.service.access.identity import Identity
from lib.service.access.sign_in import SignInRefused

PASSWORD = "gunung dieng dingin"
FIRST = "gudeg manggar pertama"


class Clock:
    """A clock that the tests set forward."""

    def __init__(self) -> None:
        self.time = datetime(2030, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, by: timedelta) -> None:
        self.time += by


def fail(
    identity: Identity, times: int = 1, name: str = "siti", place: str = "", device: str = ""
) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            identity.sign_in(name, "salah sama sekali", place, device)
