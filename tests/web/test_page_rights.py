"""Who may open what: people by pages and addresses."""

from __future__ import annotations

import pytest

from lib.store.store import Store
from tests.web.conftest import House
from tests.web.people import ADMIN, ANONYMOUS, DISABLED, EVERYBODY, EXPIRED, OPERATORS, VIEWER

SIGNED_IN = {VIEWER, *OPERATORS, ADMIN}
ALL = set(EVERYBODY)

# --- Pages ---------------------------------------------------------------------------------

PAGES = {
    "": ALL,
    "linimasa": ALL,
    "perangkat-daerah": ALL,
    "indikator": ALL,
    "lampiran": ALL,
    "unggah": ALL,
    "riwayat": ALL,
    "semua-rencana": ALL,
    "rencana-baru": {ADMIN},
    "akun": {ADMIN},
}
"""Who sees a page where looking is public; the others read that they may not."""

UPLOADER = {*OPERATORS, ADMIN}
"""Who is offered to upload."""


@pytest.mark.parametrize("person", EVERYBODY, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_page_shows_to_whom_it_should(house: House, page: str, person) -> None:
    with house.visitor(person).websocket() as connection:
        run = connection.open(page)
    assert "tidak berhak" in run.text or person in PAGES[page]
    assert "tidak berhak" not in run.text or person not in PAGES[page]
    assert "gangguan" not in run.text


@pytest.mark.parametrize("person", EVERYBODY, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_page_shows_to_the_signed_in_alone_where_looking_needs_an_account(
    closed_house: House, page: str, person
) -> None:
    visitor = closed_house.visitor(person)
    answer = visitor.get(f"/{page}", headers={"Accept": "text/html"})
    if person in SIGNED_IN:
        assert answer.status_code == 200
        with visitor.websocket() as connection:
            assert ("tidak berhak" in connection.open(page).text) == (person not in PAGES[page])
        return
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/masuk?ke=/{page}")
    with pytest.raises(Exception, match="403"), visitor.websocket():
        pass


@pytest.mark.parametrize("person", EVERYBODY, ids=str)
def test_uploader_is_drawn_for_those_who_may_change_data(house: House, person) -> None:
    with house.visitor(person).websocket() as connection:
        run = connection.open("unggah")
    assert bool(run.widgets("file_uploader")) == (person in UPLOADER)


# --- Addresses -----------------------------------------------------------------------------

CLOSED = ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/script-health-check"]


@pytest.mark.parametrize("person", EVERYBODY, ids=str)
@pytest.mark.parametrize("address", CLOSED)
def test_inward_addresses_are_closed_to_everybody(house: House, address: str, person) -> None:
    assert house.visitor(person).get(address).status_code == 404


@pytest.mark.parametrize("person", EVERYBODY, ids=str)
def test_health_is_open_to_everybody(closed_house: House, person) -> None:
    assert closed_house.visitor(person).get("/_stcore/health").text == "ok"


@pytest.mark.parametrize("person", EVERYBODY, ids=str)
def test_upload_address_takes_files_from_those_who_may_change_data(house: House, person) -> None:
    visitor = house.visitor(person)
    with visitor.websocket() as connection:
        connection.open("unggah")
        answer = visitor.upload(connection.session)
    # Whose sign-in ended by itself is taken at his word that he will be back: the file is kept.
    assert answer.status_code == (204 if person in (*UPLOADER, EXPIRED) else 403)


@pytest.mark.parametrize("person", EVERYBODY, ids=str)
def test_a_download_is_closed_with_the_pages(closed_house: House, person) -> None:
    with closed_house.visitor(ADMIN).websocket() as connection:
        address = connection.fetch_download(connection.open("unggah"), "Unduh buku kerja")
        answer = closed_house.visitor(person).get(address)
    assert answer.status_code == (200 if person in SIGNED_IN else 403)
    assert answer.content.startswith(b"PK") == (person in SIGNED_IN)
    assert answer.headers["Cache-Control"] == "no-store" or person not in SIGNED_IN


def test_disabled_and_expired_people_were_signed_in_once(house: House) -> None:
    """Else their cells above would say nothing."""
    for person in (DISABLED, EXPIRED):
        assert house.tokens[person]
        assert house.identity.sessions.account(house.tokens[person]) is None
    assert house.tokens.get(ANONYMOUS) is None
    assert Store(house.identity.accounts.store.engine).plans()
