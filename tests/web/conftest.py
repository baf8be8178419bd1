"""A server with everybody's account in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from lib.service.access.identity import Identity
from tests.browser import Server, serving
from tests.web.client import Visitor
from tests.web.people import Person, reception_of, settle_in, visitor


@dataclass(frozen=True)
class House:
    """A running server, its identity, and everybody's token."""

    server: Server
    identity: Identity
    tokens: dict[Person, str]

    def visitor(self, person: Person) -> Visitor:
        """Somebody at the server with the token of a person, if the person ever had one."""
        return visitor(self.server, self.tokens.get(person))


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bool], House]]:
    """Houses shared by all tests that change nothing: `opened(require_login)`."""
    houses: dict[bool, House] = {}
    running = []

    def open_house(require_login: bool) -> House:
        if require_login not in houses:
            folder = tmp_path_factory.mktemp("house")
            serve = serving(
                folder,
                sample=True,
                RENCANA_REQUIRE_LOGIN="1" if require_login else "",
                RENCANA_ADMIN_PASSWORD="gudeg manggar pertama",
            )
            server = serve.__enter__()
            running.append(serve)
            identity = reception_of(server)
            houses[require_login] = House(server, identity, settle_in(identity))
        return houses[require_login]

    yield open_house
    for serve in running:
        serve.__exit__(None, None, None)


@pytest.fixture
def house(opened: Callable[[bool], House]) -> House:
    """The house where anybody may look."""
    return opened(False)


@pytest.fixture
def closed_house(opened: Callable[[bool], House]) -> House:
    """The house where looking needs an account."""
    return opened(True)
