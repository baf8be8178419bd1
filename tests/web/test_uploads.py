"""Uploads past the page: refused to those who may not, bounded for all others."""

from __future__ import annotations

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from lib.web.bounds.uploads import FILES_PER_SESSION, drop_oldest, held_bytes
from tests.web.conftest import House
from tests.web.people import ADMIN, ANONYMOUS, OPERATORS

MEGABYTE = 1024 * 1024
MANY, MANY_IN_LONG_FORM = 20, 200


def test_anonymous_uploads_are_refused_without_being_kept(
    house: House, request: pytest.FixtureRequest
) -> None:
    many = MANY_IN_LONG_FORM if request.config.getoption("--long") else MANY
    person = house.visitor(ANONYMOUS)
    with person.websocket() as connection:
        connection.open("unggah")
        answers = [
            person.upload(connection.session, 5 * MEGABYTE, f"file-{turn}").status_code
            for turn in range(many)
        ]
    assert set(answers) == {403}
    assert person.get("/_stcore/health").text == "ok"


def test_a_file_above_the_limit_is_refused_by_the_server(house: House) -> None:
    person = house.visitor(OPERATORS[0])
    with person.websocket() as connection:
        connection.open("unggah")
        assert person.upload(connection.session, 5 * MEGABYTE + 1).status_code == 413
        assert person.upload(connection.session, 4 * MEGABYTE).status_code == 204


def test_more_files_of_one_session_take_the_place_of_its_oldest(house: House) -> None:
    person = house.visitor(ADMIN)
    with person.websocket() as connection:
        connection.open("unggah")
        for turn in range(3 * FILES_PER_SESSION):
            assert person.upload(connection.session, MEGABYTE, f"file-{turn}").status_code == 204


def test_an_upload_without_the_xsrf_token_is_refused(house: House) -> None:
    person = house.visitor(ADMIN)
    with person.websocket() as connection:
        connection.open("unggah")
        answer = person.http.put(
            f"{person.url}/_stcore/upload_file/{connection.session}/x", files={"file": b"x"}
        )
    assert answer.status_code == 403


def kept(files: MemoryUploadedFileManager, session: str) -> list[str]:
    return list(files.file_storage[session])


def test_room_is_made_in_the_session_that_needs_it() -> None:
    files = MemoryUploadedFileManager("/upload")
    for turn in range(FILES_PER_SESSION + 2):
        for session in ("a", "b"):
            files.add_file(session, UploadedFileRec(f"f{turn}", "x", "x", b"12345"))
    assert held_bytes(files) == 2 * 5 * (FILES_PER_SESSION + 2)
    drop_oldest(files, "a")
    assert kept(files, "a") == [f"f{turn}" for turn in range(3, FILES_PER_SESSION + 2)]
    assert len(kept(files, "b")) == FILES_PER_SESSION + 2
    drop_oldest(files, "nobody")
    assert "nobody" not in files.file_storage
