"""Signing in by another service, against a small real OIDC provider."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests
from oidc_provider_mock import User, run_server_in_thread

from lib.service.actor import LOCAL_ADMIN, Role
from lib.service.identity import Identity
from lib.service.sessions import COOKIE
from tests.browser import HOST, Server, free_port, serving
from tests.web.client import Visitor
from tests.web.people import PASSWORD, reception_of

SITI, WATI, LIAR, NOBODY = "siti", "wati", "pengaku", "tanpa-surel"
USERS = [
    User(sub=SITI, claims={"email": "Siti@contoh.go.id", "email_verified": True}),
    User(sub=WATI, claims={"email": "wati@contoh.go.id"}),
    User(sub=LIAR, claims={"email": "siti@contoh.go.id", "email_verified": False}),
    User(sub=NOBODY, claims={}),
]
SECRETS = """[auth]
redirect_uri = "{server}/oauth2callback"
cookie_secret = "rahasia-yang-panjang-untuk-uji-saja"
client_id = "rencana"
client_secret = "rahasia"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Identity]]:
    """A server that trusts the provider, with an account for Siti."""
    folder = tmp_path_factory.mktemp("oidc")
    secrets = folder / "secrets.toml"
    port = free_port()
    with run_server_in_thread(user_claims=USERS) as provider:
        secrets.write_text(
            SECRETS.format(
                server=f"http://{HOST}:{port}", provider=f"http://localhost:{provider.server_port}"
            )
        )
        with serving(
            folder, port=port, sample=True, STREAMLIT_SECRETS_FILES=str(secrets)
        ) as server:
            identity = reception_of(server)
            identity.accounts.add(
                LOCAL_ADMIN, "siti", Role.VIEWER, email="siti@contoh.go.id", password=PASSWORD
            )
            yield server, identity


def come_from_the_provider(server: Server, who: str) -> tuple[Visitor, requests.Response]:
    """Walk the way a browser walks, up to the answer of our callback."""
    visitor = Visitor(server.url)
    answer = visitor.http.get(server.url + "/masuk/instansi", timeout=20)
    assert "/oauth2/authorize" in answer.url
    consent = visitor.http.post(answer.url, {"sub": who}, allow_redirects=False, timeout=20)
    back = visitor.http.get(consent.headers["Location"], allow_redirects=False, timeout=20)
    return visitor, back


def test_the_form_offers_the_other_way(house) -> None:
    server, _ = house
    assert 'href="/masuk/instansi"' in Visitor(server.url).get("/masuk").text


def test_an_account_is_found_by_its_email_and_gets_a_session_of_ours(house) -> None:
    server, identity = house
    visitor, back = come_from_the_provider(server, SITI)
    assert (back.status_code, back.headers["Location"]) == (302, "/")
    actor = identity.sessions.actor(visitor.http.cookies[COOKIE])
    assert actor is not None
    assert actor.name == "siti"
    assert not [
        name for name in visitor.http.cookies.get_dict() if name.startswith("_streamlit_user")
    ]
    with visitor.websocket() as connection:
        connection.open("")
        assert "keluar" in connection.pages


@pytest.mark.parametrize("who", [WATI, LIAR, NOBODY])
def test_whoever_has_no_account_is_told_so(house, who: str) -> None:
    server, _ = house
    visitor, back = come_from_the_provider(server, who)
    assert COOKIE not in visitor.http.cookies
    assert "belum terdaftar" in visitor.get(back.headers["Location"]).text


def test_a_disabled_account_is_not_let_in(house) -> None:
    server, identity = house
    identity.accounts.set_active(LOCAL_ADMIN, "siti", False)
    visitor, _ = come_from_the_provider(server, SITI)
    identity.accounts.set_active(LOCAL_ADMIN, "siti", True)
    assert COOKIE not in visitor.http.cookies


def test_a_callback_nobody_asked_for_signs_nobody_in(house) -> None:
    server, _ = house
    visitor = Visitor(server.url)
    visitor.get("/oauth2callback?code=tebakan&state=tebakan")
    assert COOKIE not in visitor.http.cookies


def test_a_made_up_identity_cookie_is_nobody(house) -> None:
    server, _ = house
    visitor = Visitor(server.url)
    visitor.http.cookies.set("_streamlit_user", '{"is_logged_in":true,"email":"siti@contoh.go.id"}')
    with visitor.websocket() as connection:
        connection.open("")
        assert "masuk" in connection.pages
