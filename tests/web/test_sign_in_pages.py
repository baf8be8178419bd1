"""The sign-in addresses of a running server, without a browser."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from lib.service.access.attempts import FREE_FAILURES
from lib.service.access.sessions import COOKIE
from lib.service.access.sign_in import NOT_MATCHING
from lib.service.actor import LOCAL_ADMIN, Role
from lib.web.sign_in.sign_in_pages import DEVICE_COOKIE, DEVICE_SECONDS
from tests.factory import decree_plan
from tests.web.client import Visitor
from tests.web.conftest import House
from tests.web.people import ADMIN, DISABLED, EXPIRED, PASSWORD, VIEWER, visitor

WRONG = 30
WRONG_IN_LONG_FORM = 500


def cookie_of(answer: requests.Response, name: str) -> str:
    """The Set-Cookie line of a cookie."""
    lines = answer.raw.headers.getlist("Set-Cookie")
    return next(line for line in lines if line.startswith(f"{name}="))


def test_the_form_has_what_password_managers_look_for(house: House) -> None:
    html = Visitor(house.server.url).get("/masuk").text
    assert '<label for="username">Nama pengguna</label>' in html
    assert 'autocomplete="username"' in html
    assert '<label for="password">Kata sandi</label>' in html
    assert 'autocomplete="current-password"' in html
    assert ">Masuk</button>" in html


def test_the_form_says_whose_system_it_is(house: House) -> None:
    page = Visitor(house.server.url).get("/masuk").text
    assert f"<p>Dasbor {decree_plan().title}</p>" in page


def test_signing_in_sets_a_cookie_that_scripts_and_other_sites_cannot_use(house: House) -> None:
    answer = Visitor(house.server.url).sign_in(ADMIN.name, PASSWORD, "/unggah?tahun=2024")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/unggah?tahun=2024")
    line = cookie_of(answer, COOKIE)
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= {part.strip() for part in line.split(";")}
    assert "Secure" not in line


def test_the_cookie_is_secure_where_the_proxy_speaks_https(house: House) -> None:
    answer = visitor(house.server).get("/masuk", headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in cookie_of(answer, "rencana_formulir")


def test_the_signed_in_person_is_known_to_the_next_page_and_stays_so(house: House) -> None:
    person = Visitor(house.server.url)
    person.sign_in(VIEWER.name, PASSWORD)
    for _refresh in range(2):
        with person.websocket() as connection:
            connection.open("")
            assert "keluar" in connection.pages


def test_every_refusal_reads_the_same(house: House) -> None:
    answers = {
        Visitor(house.server.url).sign_in(name, password).text.count(NOT_MATCHING)
        for name, password in (
            (ADMIN.name, "salah sama sekali"),
            ("tidak-ada", PASSWORD),
            (DISABLED.name, PASSWORD),
            ("", ""),
            ("\x00'; DROP TABLE account; --", "\x00"),
        )
    }
    assert answers == {1}


def test_a_name_typed_is_shown_again_as_text(house: House) -> None:
    html = Visitor(house.server.url).sign_in('"><script>alert(1)</script>', "x").text
    assert "<script" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "target",
    ["//jahat.test", "https://jahat.test", "/\\jahat.test", "javascript:alert(1)", "", "\t//x"],
)
def test_signing_in_never_leads_to_another_site(house: House, target: str) -> None:
    answer = Visitor(house.server.url).sign_in(VIEWER.name, PASSWORD, target)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_a_form_without_our_token_signs_nobody_in(house: House) -> None:
    for token in ("", "tebakan"):
        person = Visitor(house.server.url)
        if token:
            person.get("/masuk")
        answer = person.http.post(
            f"{house.server.url}/masuk",
            {"username": ADMIN.name, "password": PASSWORD, "formulir": token},
            allow_redirects=False,
        )
        assert answer.status_code == 400
        assert COOKIE not in person.http.cookies


@pytest.mark.parametrize("origin", ["http://jahat.test", "null", "http://127.0.0.1:1"])
@pytest.mark.parametrize("address", ["/masuk", "/keluar", "/ganti-sandi"])
def test_a_form_on_another_site_is_refused(house: House, address: str, origin: str) -> None:
    answer = house.visitor(VIEWER).send(address, {}, headers={"Origin": origin})
    assert answer.status_code == 403


def test_an_endless_form_is_cut_off(house: House) -> None:
    answer = visitor(house.server).send("/masuk", {"username": "x" * 20_000, "password": "x"})
    assert answer.status_code == 400
    assert "terlalu panjang" in answer.text


def test_signing_out_takes_a_press_of_the_button_and_ends_the_session(house: House) -> None:
    person = Visitor(house.server.url)
    person.sign_in(VIEWER.name, PASSWORD)
    token = person.http.cookies[COOKIE]
    person.get("/keluar")
    assert house.identity.sessions.actor(token)
    answer = person.send("/keluar", {})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert house.identity.sessions.actor(token) is None
    assert COOKIE not in person.http.cookies


@pytest.mark.parametrize("person", [DISABLED, EXPIRED])
def test_changing_a_password_needs_a_session(house: House, person) -> None:
    answer = house.visitor(person).get("/ganti-sandi")
    assert answer.headers["Location"] == "/masuk?ke=/ganti-sandi"
    fields = {"password": PASSWORD, "new-password": "a b c d e f g", "repeat-password": ""}
    fields["repeat-password"] = fields["new-password"]
    sent = house.visitor(person).send("/masuk", {})
    assert sent.status_code == 403
    before = house.identity.accounts.store.account(person.name)
    house.visitor(person).send("/ganti-sandi", fields)
    assert house.identity.accounts.store.account(person.name) == before


def test_a_made_password_opens_nothing_before_it_is_changed(house: House) -> None:
    fresh = house.identity.accounts.add(LOCAL_ADMIN, "anyar", Role.VIEWER)
    person = Visitor(house.server.url)
    assert person.sign_in("anyar", fresh).headers["Location"] == "/ganti-sandi"
    with person.websocket() as connection:
        connection.open("")
        assert "masuk" in connection.pages
    fields = {"password": fresh, "new-password": "danau telaga warna"}
    answer = person.send("/ganti-sandi", {**fields, "repeat-password": "lain sama sekali"})
    assert "tidak sama" in answer.text
    answer = person.send("/ganti-sandi", {**fields, "repeat-password": "danau telaga warna"})
    assert answer.headers["Location"] == "/"
    with person.websocket() as connection:
        connection.open("")
        assert "keluar" in connection.pages


def test_a_flood_of_wrong_sign_ins_holds_nobody_up(
    house: House, request: pytest.FixtureRequest
) -> None:
    """Seconds are measured by the benchmark; here others get their answers in between."""
    house.identity.accounts.add(LOCAL_ADMIN, "sasaran", Role.VIEWER, password=PASSWORD)
    many = WRONG_IN_LONG_FORM if request.config.getoption("--long") else WRONG
    over = threading.Event()

    def wrong(_turn: int) -> int:
        return Visitor(house.server.url).sign_in("sasaran", "salah sama sekali").status_code

    with ThreadPoolExecutor(20) as pool:
        tries = [pool.submit(wrong, turn) for turn in range(many)]
        others = 0
        while not all(each.done() for each in tries):
            assert requests.get(f"{house.server.url}/_stcore/health", timeout=10).text == "ok"
            others += 1
        over.set()
    assert {each.result() for each in tries} <= {403, 503}
    assert others > 1
    assert Visitor(house.server.url).sign_in("sasaran", PASSWORD).status_code == 403
    elsewhere = Visitor(house.server.url)
    elsewhere.http.headers["X-Forwarded-For"] = "192.0.2.1"
    assert elsewhere.sign_in("sasaran", PASSWORD).status_code == 303


def test_a_browser_that_signed_in_before_comes_in_through_an_attack(house: House) -> None:
    house.identity.accounts.add(LOCAL_ADMIN, "langganan", Role.VIEWER, password=PASSWORD)
    owner = Visitor(house.server.url)
    answer = owner.sign_in("langganan", PASSWORD)
    line = cookie_of(answer, DEVICE_COOKIE)
    parts = {part.strip() for part in line.split(";")}
    assert {"HttpOnly", "SameSite=lax", "Path=/", f"Max-Age={DEVICE_SECONDS}"} <= parts
    for _ in range(FREE_FAILURES):
        Visitor(house.server.url).sign_in("langganan", "salah sama sekali")
    assert Visitor(house.server.url).sign_in("langganan", PASSWORD).status_code == 403
    owner.http.cookies.set(COOKIE, None)
    assert owner.sign_in("langganan", PASSWORD).status_code == 303


def test_the_browsers_own_cookie_opens_nothing(house: House) -> None:
    owner = Visitor(house.server.url)
    owner.sign_in(VIEWER.name, PASSWORD)
    device = owner.http.cookies[DEVICE_COOKIE]
    thief = Visitor(house.server.url)
    for name in (DEVICE_COOKIE, COOKIE):
        thief.http.cookies.set(name, device)
    with thief.websocket() as connection:
        connection.open("")
        assert "masuk" in connection.pages


def test_guessing_the_old_password_counts_as_guessing_at_signing_in(house: House) -> None:
    house.identity.accounts.add(LOCAL_ADMIN, "penukar", Role.VIEWER, password=PASSWORD)
    person = visitor(house.server, house.identity.sign_in("penukar", PASSWORD))
    new = "danau telaga warna"
    fields = {"password": "tebakan lagi", "new-password": new, "repeat-password": new}
    for _ in range(FREE_FAILURES):
        assert person.send("/ganti-sandi", fields).status_code == 403
    assert person.send("/ganti-sandi", {**fields, "password": PASSWORD}).status_code == 403
    assert Visitor(house.server.url).sign_in("penukar", PASSWORD).status_code == 403
    assert house.identity.sign_in("penukar", PASSWORD, "192.0.2.1")
