"""The people of the tests: one account for every role there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from lib.service.access.identity import Identity, open_identity
from lib.service.access.sessions import COOKIE
from lib.service.actor import LOCAL_ADMIN, Role
from lib.service.startup import FILE
from lib.store.store import Store
from tests.browser import Server
from tests.factory import decree_plan
from tests.web.client import Visitor

PASSWORD = "gunung dieng dingin"


@dataclass(frozen=True)
class Person:
    """Somebody of the matrix; nobody where the name is blank."""

    name: str
    role: Role | None = None
    agency: str | None = None

    def __str__(self) -> str:
        return self.name or "anonymous"


ANONYMOUS = Person("")
ADMIN = Person("kepala", Role.ADMIN)
VIEWER = Person("pengamat", Role.VIEWER)
OPERATORS = tuple(
    Person(f"operator{number}", Role.OPERATOR, agency)
    for number, agency in enumerate(decree_plan().agencies, 1)
)
DISABLED = Person("pensiun", Role.ADMIN)
EXPIRED = Person("lama", Role.ADMIN)
EVERYBODY = (ANONYMOUS, VIEWER, *OPERATORS, ADMIN, DISABLED, EXPIRED)


def reception_of(server: Server, session_hours: int = 8) -> Identity:
    """Open the identity of a running server's store beside it."""
    return open_identity(Store.open(f"sqlite:///{server.data / FILE}"), session_hours)


def settle_in(identity: Identity) -> dict[Person, str]:
    """Add everybody's account, and return their tokens after what became of them."""
    tokens = {}
    for person in EVERYBODY:
        if person.role is None:
            continue
        identity.accounts.add(
            LOCAL_ADMIN, person.name, person.role, agency=person.agency, password=PASSWORD
        )
        tokens[person] = identity.sign_in(person.name, PASSWORD)
    identity.accounts.set_active(LOCAL_ADMIN, DISABLED.name, False)
    over = open_reception_with_no_time(identity)
    tokens[EXPIRED] = over.sign_in(EXPIRED.name, PASSWORD)
    return tokens


def open_reception_with_no_time(identity: Identity) -> Identity:
    """The same identity, where a sign-in is over as soon as it begins."""
    hours = -1
    made = open_identity(Store(identity.accounts.store.engine), hours)
    assert made.sessions.longest == timedelta(hours=hours)
    return made


def visitor(server: Server, token: str | None = None) -> Visitor:
    """Somebody at a server who holds a token, or nobody."""
    somebody = Visitor(server.url)
    if token:
        somebody.http.cookies.set(COOKIE, token)
    return somebody
