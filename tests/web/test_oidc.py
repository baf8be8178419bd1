"""Signing in by another service, against a small real OIDC provider."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from oidc_provider_mock import User, run_server_in_thread

from lib.service.access.identity import Identity
from lib.service.access.sessions import COOKIE
from lib.service.actor import LOCAL_ADMIN, Role
from lib.ui.words import text
from lib.web.sign_in.oidc import JOURNEY_COOKIE, vouched_email
from tests.browser import HOST, Server, free_port, serving
from tests.factory import decree_plan
from tests.web.client import Visitor, pressed, typed
from tests.web.people import PASSWORD, reception_of, visitor

SITI, WATI, LIAR, NOBODY, HIDDEN, KELVIN = "siti", "wati", "pengaku", "-", "tersembunyi", "kelvin"
USERS = [
    User(sub=SITI, claims={"email": "Siti@contoh.go.id", "email_verified": True}),
    User(sub=WATI, claims={"email": "wati@contoh.go.id"}),
    User(sub=LIAR, claims={"email": "siti@contoh.go.id", "email_verified": False}),
    User(sub=NOBODY, claims={}),
    User(sub=HIDDEN, claims={"email": "si\u200bti@contoh.go.id"}),
    User(sub=KELVIN, claims={"email": "\u212apala@contoh.go.id"}),
    *(User(sub=name, claims={"email": f"{name}@contoh.go.id"}) for name in ("baru", "tanpa")),
]
SECRETS = """[auth]
redirect_uri = "{server}/oauth2callback"
cookie_secret = "rahasia-yang-panjang-untuk-uji-saja"
client_id = "rencana"
client_secret = "rahasia"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


def opened(stack: ExitStack, folder: Path, **settings: str) -> tuple[Server, Identity]:
    """Serve with a provider beside it, and accounts as an admin makes them."""
    port, secrets = free_port(), folder / "secrets.toml"
    provider = stack.enter_context(run_server_in_thread(user_claims=USERS))
    address = f"http://localhost:{provider.server_port}"
    secrets.write_text(SECRETS.format(server=f"http://{HOST}:{port}", provider=address))
    serve = serving(
        folder, port=port, sample=True, STREAMLIT_SECRETS_FILES=str(secrets), **settings
    )
    server = stack.enter_context(serve)
    identity = reception_of(server)
    add = identity.accounts.add
    add(LOCAL_ADMIN, "siti", Role.VIEWER, email="siti@contoh.go.id", password=PASSWORD)
    add(LOCAL_ADMIN, "kpala", Role.ADMIN, email="kpala@contoh.go.id", password=PASSWORD)
    add(LOCAL_ADMIN, "tanpa", Role.VIEWER, email="tanpa@contoh.go.id", with_password=False)
    return server, identity


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Identity]]:
    """A server that trusts the provider."""
    with ExitStack() as stack:
        yield opened(stack, tmp_path_factory.mktemp("oidc"))


@pytest.fixture(scope="module")
def closed_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Identity]]:
    """The same where looking needs an account."""
    with ExitStack() as stack:
        yield opened(stack, tmp_path_factory.mktemp("oidc"), RENCANA_REQUIRE_LOGIN="1")


def leave(server: Server, target: str = "") -> tuple[Visitor, requests.Response]:
    """Walk to the provider's own page."""
    somebody = Visitor(server.url)
    query = f"?ke={target}" if target else ""
    answer = somebody.http.get(f"{server.url}/masuk/instansi{query}", timeout=20)
    assert "/oauth2/authorize" in answer.url
    return somebody, answer


def come_from_the_provider(
    server: Server, who: str, target: str = ""
) -> tuple[Visitor, requests.Response]:
    """Walk the way a browser walks, up to the answer of our callback."""
    somebody, answer = leave(server, target)
    consent = somebody.http.post(answer.url, {"sub": who}, allow_redirects=False, timeout=20)
    back = somebody.http.get(consent.headers["Location"], allow_redirects=False, timeout=20)
    return somebody, back


def test_the_form_offers_the_other_way(house) -> None:
    server, _ = house
    assert 'href="/masuk/instansi"' in Visitor(server.url).get("/masuk").text
    page = Visitor(server.url).get("/masuk?ke=/unggah").text
    assert 'href="/masuk/instansi?ke=%2Funggah"' in page


def test_an_account_is_found_by_its_email_and_gets_a_session_of_ours(house) -> None:
    server, identity = house
    somebody, back = come_from_the_provider(server, SITI)
    assert (back.status_code, back.headers["Location"]) == (303, "/")
    actor = identity.sessions.actor(somebody.http.cookies[COOKIE])
    assert actor is not None
    assert actor.name == "siti"
    assert not [name for name in somebody.http.cookies.get_dict() if "streamlit_user" in name]
    with somebody.websocket() as connection:
        connection.open("")
        assert "keluar" in connection.pages


def add_by_hand(server: Server, identity: Identity, name: str) -> None:
    """Add an account with the form on Akun, as an admin does: the password is made there."""
    token = identity.sign_in("kpala", PASSWORD)
    with visitor(server, token).websocket() as admin:
        run = admin.open("akun")
        kinds = ("text_input", "selectbox", "button")
        fields, lists, buttons = (run.widgets(kind, form="add_account") for kind in kinds)
        filled = [
            typed(fields[text.ACCOUNT_NAME], name),
            typed(fields[text.EMAIL], f"{name}@contoh.go.id"),
            typed(lists[text.AGENCY], decree_plan().agencies[0]),
        ]
        admin.forge("akun", [*filled, pressed(buttons[text.ADD_ACCOUNT])])


def test_an_account_as_an_admin_makes_it_comes_in_though_its_password_is_not_changed(
    closed_house,
) -> None:
    server, identity = closed_house
    add_by_hand(server, identity, "baru")
    made = next(a for a in identity.accounts.all(LOCAL_ADMIN) if a.name == "baru")
    assert (made.must_change, made.email) == (True, "baru@contoh.go.id")
    somebody, back = come_from_the_provider(server, "baru", "/unggah")
    assert (back.status_code, back.headers["Location"]) == (303, "/unggah")
    assert somebody.get("/unggah", headers={"Accept": "text/html"}).status_code == 200
    with somebody.websocket() as connection:
        run = connection.open("unggah")
        assert run.redirects == []
        assert "keluar" in connection.pages


def test_an_account_without_a_password_comes_in_by_the_service_alone(closed_house) -> None:
    server, _ = closed_house
    somebody, _back = come_from_the_provider(server, "tanpa")
    assert COOKIE in somebody.http.cookies
    assert "tidak mempunyai kata sandi" in somebody.get("/ganti-sandi").text
    for guess in ("", "tanpa", PASSWORD):
        assert Visitor(server.url).sign_in("tanpa", guess).status_code == 403


@pytest.mark.parametrize("who", [WATI, LIAR, NOBODY, HIDDEN, KELVIN])
def test_whoever_has_no_account_is_told_so(house, who: str) -> None:
    server, _ = house
    somebody, back = come_from_the_provider(server, who)
    assert COOKIE not in somebody.http.cookies
    assert "belum terdaftar" in somebody.get(back.headers["Location"]).text


@pytest.mark.parametrize(
    ("claims", "email"),
    [
        ({"email": "a@b"}, "a@b"),
        ({"email": "a@b", "email_verified": True}, "a@b"),
        ({"email": "a@b", "email_verified": "false"}, ""),
        ({"email": "a@b", "email_verified": None}, ""),
        ({"email": ["a@b"]}, ""),
        ({}, ""),
    ],
)
def test_only_what_the_service_vouches_for_counts(claims: dict[str, object], email: str) -> None:
    assert vouched_email(claims) == email


def test_a_disabled_account_is_not_let_in(house) -> None:
    server, identity = house
    identity.accounts.set_active(LOCAL_ADMIN, "siti", False)
    somebody, _ = come_from_the_provider(server, SITI)
    identity.accounts.set_active(LOCAL_ADMIN, "siti", True)
    assert COOKIE not in somebody.http.cookies


# --- What passes between the service and us --------------------------------------------------


def test_state_nonce_and_pkce_go_along_and_differ_each_time(house) -> None:
    server, _ = house
    asked = [parse_qs(urlsplit(leave(server)[1].url).query) for _ in range(2)]
    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]
    assert asked[0]["code_challenge_method"] == ["S256"]


def test_the_journeys_cookie_is_for_scripts_of_nobody_and_ends_soon(house) -> None:
    server, _ = house
    answer = Visitor(server.url).get("/masuk/instansi")
    lines = answer.raw.headers.getlist("Set-Cookie")
    line = next(line for line in lines if line.startswith(f"{JOURNEY_COOKIE}="))
    assert {"httponly", "samesite=lax", "Max-Age=600"} <= {part.strip() for part in line.split(";")}


def test_another_browsers_answer_signs_nobody_in(house) -> None:
    """Else somebody could make a victim work under his account."""
    server, _ = house
    attacker, answer = leave(server)
    consent = attacker.http.post(answer.url, {"sub": SITI}, allow_redirects=False, timeout=20)
    victim, _ = leave(server)
    back = victim.http.get(consent.headers["Location"], allow_redirects=False, timeout=20)
    assert back.headers["Location"] == "/masuk?gagal=layanan"
    assert COOKIE not in victim.http.cookies


def test_an_answer_is_taken_once(house) -> None:
    server, _ = house
    somebody, answer = leave(server)
    consent = somebody.http.post(answer.url, {"sub": SITI}, allow_redirects=False, timeout=20)
    for wanted in ("/", "/masuk?gagal=layanan"):
        back = somebody.http.get(consent.headers["Location"], allow_redirects=False, timeout=20)
        assert back.headers["Location"] == wanted


@pytest.mark.parametrize(
    "answer",
    [
        "code=tebakan&state=tebakan",
        "",
        "error=access_denied&error_description=%0d%0aX:%20y",
        "state",
    ],
)
def test_a_callback_nobody_asked_for_signs_nobody_in_and_is_no_error_of_ours(house, answer) -> None:
    server, _ = house
    somebody = Visitor(server.url)
    back = somebody.get(f"/oauth2callback?{answer}")
    assert "layanan" in somebody.get(back.headers["Location"]).text
    assert COOKIE not in somebody.http.cookies
    assert "Gangguan nomor" not in server.log.read_text()
    assert "\nX: y" not in server.log.read_text()


@pytest.mark.parametrize("address", ["/auth/login?provider=x", "/auth/logout", "/auth/callback"])
def test_streamlits_own_way_in_is_closed(house, address: str) -> None:
    server, _ = house
    answer = Visitor(server.url).get(address)
    assert answer.status_code == 404
    assert "streamlit_user" not in answer.headers.get("Set-Cookie", "")


def test_a_made_up_identity_cookie_is_nobody(house) -> None:
    server, _ = house
    somebody = Visitor(server.url)
    claims = '{"is_logged_in":true,"email":"siti@contoh.go.id"}'
    somebody.http.cookies.set("_streamlit_user", claims)
    with somebody.websocket() as connection:
        connection.open("")
        assert "masuk" in connection.pages


def test_a_service_that_does_not_answer_is_said_in_words(tmp_path: Path) -> None:
    secrets, port = tmp_path / "secrets.toml", free_port()
    secrets.write_text(
        SECRETS.format(server=f"http://{HOST}:{port}", provider=f"http://{HOST}:{free_port()}")
    )
    with serving(tmp_path, port=port, STREAMLIT_SECRETS_FILES=str(secrets)) as server:
        somebody = Visitor(server.url)
        answer = somebody.get("/masuk/instansi")
        assert "sedang tidak menjawab" in somebody.get(answer.headers["Location"]).text
        assert "Gangguan nomor" not in server.log.read_text()
