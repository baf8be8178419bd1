"""What a server refuses whoever asks, and the headers of whatever it answers."""

from __future__ import annotations

import re

import pytest
import requests

from lib.web.headers import content_policy, inline_script_hashes
from tests.browser import Server
from tests.web.client import Visitor
from tests.web.conftest import House
from tests.web.people import ADMIN

ANSWERS = [
    "/",
    "/masuk",
    "/_stcore/health",
    "/app/static/ikon.png",
    "/tidak/ada",
    "/_stcore/metrics",
]


@pytest.mark.parametrize("address", ANSWERS)
def test_every_answer_carries_the_security_headers(house: House, address: str) -> None:
    headers = Visitor(house.server.url).get(address).headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_policy_allows_no_foreign_address_and_no_script_of_others() -> None:
    policy = content_policy("<script>a()</script>")
    sources = dict(part.split(" ", 1) for part in policy.split("; "))
    assert "http" not in policy
    assert "*" not in policy
    assert sources["script-src"].split() == [
        "'self'",
        "'wasm-unsafe-eval'",
        *inline_script_hashes("<script>a()</script>"),
    ]


def test_the_page_serves_exactly_the_inline_script_the_policy_names(house: House) -> None:
    answer = Visitor(house.server.url).get("/")
    for script in inline_script_hashes(answer.text):
        assert script in answer.headers["Content-Security-Policy"]
    assert len(re.findall("<script", answer.text)) == len(inline_script_hashes(answer.text)) + 1


@pytest.mark.parametrize("host", ["jahat.test", "", "127.0.0.1.jahat.test", "localhost@jahat.test"])
def test_an_unknown_host_is_refused_over_http_and_websocket(house: House, host: str) -> None:
    person = house.visitor(ADMIN)
    answer = person.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert host == "" or "RENCANA_ALLOWED_HOSTS" in answer.text
    if host:
        with pytest.raises(Exception, match="400"), person.websocket(Host=host):
            pass


def test_named_hosts_are_served(server) -> None:
    running: Server = server(sample=True, RENCANA_ALLOWED_HOSTS="Rencana.Contoh.go.id, 192.0.2.1")
    for host in ("rencana.contoh.go.id", "rencana.contoh.go.id:8501", "192.0.2.1", "localhost"):
        answer = requests.get(running.url, headers={"Host": host}, timeout=10)
        assert answer.status_code == 200, host
    assert requests.get(running.url, headers={"Host": "x.test"}, timeout=10).status_code == 400


@pytest.mark.parametrize("origin", ["http://jahat.test", "null", "http://localhost:1"])
def test_another_sites_page_gets_no_websocket(house: House, origin: str) -> None:
    with pytest.raises(Exception, match="403"), house.visitor(ADMIN).websocket(Origin=origin):
        pass


def test_static_serving_gives_the_typeface_and_the_icon_alone(house: House) -> None:
    person = Visitor(house.server.url)
    font = "/app/static/fonts/plus-jakarta-sans-latin-wght-normal.woff2"
    assert person.get(font).status_code == 200
    assert person.get("/app/static/ikon.png").status_code == 200
    for address in ("%2e%2e/frame.py", "..%2f..%2f..%2fapp.py", "fonts/", "....//frame.py"):
        answer = person.get(f"/app/static/{address}")
        assert "import" not in answer.text
        assert answer.status_code in (400, 404), address


def test_errors_say_nothing_of_the_machine(house: House) -> None:
    for address in ("/media/tidak-ada", "/component/x/y", "/_stcore/upload_file/x/y", "/masuk/x"):
        text = Visitor(house.server.url).get(address).text
        assert "Traceback" not in text
        assert "/lib/" not in text
