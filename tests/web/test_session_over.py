"""The sign-in is over while somebody fills in Excel: said in words, the file kept, then go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from sqlalchemy import text as sql

from lib.service import drafts
from lib.service.access.identity import Identity
from lib.service.access.sessions import COOKIE, digest
from lib.service.startup import open_library
from lib.ui.words import change_words
from tests.browser import Server, serving
from tests.service.books import edited
from tests.web.client import Connection, Visitor
from tests.web.people import ADMIN, PASSWORD, VIEWER, reception_of, settle_in, visitor

NAME, OFFERED = "laporan.xlsx", "Berkas yang belum diterapkan"
Opened = Callable[[bool], tuple[Server, Identity]]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Servers with everybody's account: `opened(require_login)`."""
    found: dict[bool, tuple[Server, Identity]] = {}
    with ExitStack() as stack:

        def serve(closed: bool) -> tuple[Server, Identity]:
            if closed not in found:
                folder, login = tmp_path_factory.mktemp("over"), "1" if closed else ""
                server = stack.enter_context(serving(folder, RENCANA_REQUIRE_LOGIN=login))
                found[closed] = server, reception_of(server)
                settle_in(found[closed][1])
            return found[closed]

        yield serve


def let_lapse(identity: Identity, token: str) -> None:
    """Make a session one that was idle for too long."""
    with identity.accounts.store.engine.begin() as connection:
        before = "2020-01-01T00:00:00.000000+00:00"
        change = sql("UPDATE session SET seen = :seen WHERE sha256 = :sha256")
        connection.execute(change, {"seen": before, "sha256": digest(token)})


def workbook(server: Server) -> bytes:
    from lib.workbook.writing import writer

    assert server.url
    return edited(writer.data_file("rencana_aksi.xlsx"), I4=0.25)


def put(person: Visitor, connection: Connection, content: bytes) -> int:
    """Send a file as the page's uploader does; return the answer's status."""
    person.get("/_stcore/health")
    return person.http.put(
        f"{person.url}/_stcore/upload_file/{connection.session}/berkas",
        files={"file": (NAME, content)},
        headers={"X-Xsrftoken": person.http.cookies.get("_streamlit_xsrf") or ""},
        timeout=30,
    ).status_code


@pytest.mark.parametrize("closed", [False, True])
def test_a_file_put_in_after_the_session_is_over_waits_until_its_sender_is_in_again(
    opened: Opened, closed: bool
) -> None:
    server, identity = opened(closed)
    token = identity.sign_in(ADMIN.name, PASSWORD)
    person = visitor(server, token)
    with person.websocket() as connection:
        connection.open("unggah")
        let_lapse(identity, token)
        assert put(person, connection, workbook(server)) == 204
        over = connection.open("unggah")
    if closed:
        assert over.redirects == ["/masuk?ke=%2Funggah"]
    else:
        assert "Sesi masuk Anda sudah berakhir" in over.text
        assert "laporan" in over.text
    other = visitor(server, identity.sign_in("operator1", PASSWORD))
    with other.websocket() as connection:
        assert OFFERED not in connection.open("unggah").text
    person.http.cookies.set(COOKIE, None)
    assert person.sign_in(ADMIN.name, PASSWORD, "/unggah").headers["Location"] == "/unggah"
    with person.websocket() as connection:
        assert OFFERED in connection.open("unggah").text
    library = open_library(server.data)
    [waiting] = drafts.waiting(library, ADMIN)
    proposal = drafts.resume(library, ADMIN, waiting.draft)
    assert (proposal.name, len(proposal.changes)) == (NAME, 1)
    drafts.forget(library, ADMIN, waiting.draft.sha256)
    library.store.close()


def test_a_page_whose_session_is_over_says_so_without_a_file(opened: Opened) -> None:
    server, identity = opened(False)
    token = identity.sign_in("operator2", PASSWORD)
    with visitor(server, token).websocket() as connection:
        connection.open("unggah")
        let_lapse(identity, token)
        assert change_words.SESSION_OVER in connection.open("unggah").text


@pytest.mark.parametrize("ending", ["signed out", "disabled", "viewer", "nobody"])
def test_nobody_elses_files_are_taken(opened: Opened, ending: str) -> None:
    from lib.service.actor import LOCAL_ADMIN

    server, identity = opened(False)
    name = VIEWER.name if ending == "viewer" else "operator3"
    token = identity.sign_in(name, PASSWORD)
    person = visitor(server, "karangan" if ending == "nobody" else token)
    with person.websocket() as connection:
        connection.open("unggah")
        if ending == "signed out":
            identity.sessions.end(token)
        elif ending == "disabled":
            identity.accounts.set_active(LOCAL_ADMIN, name, False)
        else:
            let_lapse(identity, token)
        assert put(person, connection, b"x") == 403
    identity.accounts.set_active(LOCAL_ADMIN, name, True)
