"""What a stranger sends is answered or hung up on; it is never an error of ours in the log."""

from __future__ import annotations

import re
import socket
import struct
import time
from urllib.parse import urlsplit

import pytest

from tests.browser import Server
from tests.web.client import Visitor
from tests.web.conftest import House
from tests.web.people import ADMIN

OURS = re.compile(r"Gangguan nomor|Traceback|Exception in ASGI|ERROR:")
LONG = "x" * 5000

LINES = [
    "GET /masuk?ke=//[x",
    "GET /masuk?ke=http://[::1",
    "GET /masuk?ke=%00%ff%fe",
    "GET /masuk?gagal=%ed%a0%80&ke=%",
    "GET /masuk/instansi?ke=//[x",
    "GET /oauth2callback?state=%ff&code[]=1",
    "GET /%",
    "GET /%ff",
    "GET /%00",
    "GET /%c0%ae%c0%ae/",
    "GET /app/static/%00",
    "GET /app/static/%ff%fe",
    "GET /app/static/" + "a/" * 500,
    "GET /media/%00",
    "GET /media/..%2f..%2f",
    "GET /component/%00/x",
    "GET /_stcore/bidi-components/%00",
    "GET //[x",
    "GET /?tahun=%ff&versi=99999999999999999999999",
    "GET /" + "y" * 4000,
    "HEAD /masuk",
    "OPTIONS /masuk",
    "TRACE /",
    "PATCH /_stcore/upload_file/x/y",
    "DELETE /_stcore/upload_file/%ff/%00",
    "POST /_stcore/stream",
    "POST /masuk/instansi",
    "POST /oauth2callback",
]
HEADERS = [
    "Origin: http://[",
    "Origin: http://[::1]:99999999",
    "Origin: \xff\xfe",
    "Host: [",
    "Host: localhost:notaport",
    "Cookie: rencana_sesi=\xff\xfe; =; ;;; rencana_formulir",
    "Cookie: rencana_sesi=" + LONG,
    'Cookie: rencana_layanan=eyJ4Ijox.x.y; rencana_peramban="\\377',
    "Cookie: rencana_sesi=a\x01b",
    "Accept: text/html\xff",
    "Accept-Encoding: " + "gzip;q=x," * 50,
    "X-Forwarded-For: [,,\xff, 999.1.1.1",
    "X-Forwarded-Proto: gopher",
    "Content-Length: -1",
    "Content-Type: multipart/form-data",
    "If-Modified-Since: kemarin",
    "Range: bytes=9-1,,-",
]


def raw(server: Server, data: bytes, cuts: bool = False) -> bytes:
    """Send bytes to a server, and read what it says; or hang up hard in the middle."""
    parts = urlsplit(server.url)
    with socket.create_connection((parts.hostname, parts.port), timeout=20) as line:
        line.sendall(data)
        if cuts:
            time.sleep(0.05)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return b""
        try:
            return line.recv(2000)
        except OSError:
            return b""


def said(start: str, *headers: str, body: bytes = b"") -> bytes:
    """Write a request by hand, letter for letter."""
    named = "" if any(h.startswith("Host:") for h in headers) else "Host: localhost\r\n"
    if body and not any(h.startswith("Content-Length") for h in headers):
        named += f"Content-Length: {len(body)}\r\n"
    lines = "".join(f"{header}\r\n" for header in (*headers, "Connection: close"))
    text = f"{start} HTTP/1.1\r\n{named}{lines}\r\n"
    return text.encode("latin-1") + body


def errors_since(server: Server, mark: int) -> list[str]:
    return OURS.findall(server.log.read_text(errors="replace")[mark:])


def mark(server: Server) -> int:
    return len(server.log.read_text(errors="replace"))


def assert_well(house: House, since: int) -> None:
    """Let what is still under way end, then look into the log."""
    for _ in range(3):
        assert Visitor(house.server.url).get("/_stcore/health").text == "ok"
        time.sleep(0.1)
    assert errors_since(house.server, since) == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:40])
def test_an_odd_address_is_no_error_of_ours(house: House, line: str) -> None:
    since = mark(house.server)
    answer = raw(house.server, said(line, "Accept: text/html"))
    assert b" 500 " not in answer[:20]
    assert_well(house, since)


@pytest.mark.parametrize("start", ["GET /masuk", "POST /masuk", "GET /", "GET /_stcore/stream"])
@pytest.mark.parametrize("header", HEADERS, ids=lambda header: header[:30])
def test_an_odd_header_is_no_error_of_ours(house: House, start: str, header: str) -> None:
    since = mark(house.server)
    upgrade = ["Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: x"]
    answer = raw(house.server, said(start, header, *(upgrade if "stream" in start else [])))
    assert b" 500 " not in answer[:20]
    assert_well(house, since)


FORMS = [
    ("/masuk", "application/x-www-form-urlencoded", b"username=%ff%ed%a0%80&password=%"),
    ("/masuk", "application/json", b"{"),
    ("/masuk", "multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n"),
    ("/masuk", "", b"\x00" * 7000),
    ("/ganti-sandi", "text/plain", b"&" * 8000),
    ("/keluar", "text/plain", b"=" * 9000),
]


@pytest.mark.parametrize(("address", "kind", "body"), FORMS)
def test_a_broken_form_is_no_error_of_ours(house: House, address, kind, body) -> None:
    since = mark(house.server)
    whole = said(f"POST {address}", f"Content-Type: {kind}", body=body)
    assert b" 500 " not in raw(house.server, whole)[:20]
    raw(house.server, whole[: len(whole) - len(body) // 2], cuts=True)
    assert_well(house, since)


UPLOADS = [
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=a"),
    ("multipart/form-data; boundary=x", b"--x--\r\n"),
    ("multipart/form-data", b"rusak"),
    ("multipart/form-data; boundary=" + "x" * 300, b"rusak"),
    ("text/plain", b"rusak"),
    ("multipart/form-data; boundary=x", b"--x\r\nA: b\xff\r\n\r\n--x--"),
    ("multipart/form-data; boundary=\xff", b"--\xff\r\n"),
]


@pytest.mark.parametrize(("kind", "body"), UPLOADS)
def test_a_broken_upload_is_no_error_of_ours(house: House, kind: str, body: bytes) -> None:
    since = mark(house.server)
    person = house.visitor(ADMIN)
    with person.websocket() as connection:
        connection.open("unggah")
        person.get("/_stcore/health")
        cookies = person.http.cookies.get_dict()
        sent = said(
            f"PUT /_stcore/upload_file/{connection.session}/berkas",
            f"Content-Type: {kind}",
            f"X-Xsrftoken: {cookies.get('_streamlit_xsrf', '')}",
            "Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()),
            body=body,
        )
        assert b" 500 " not in raw(house.server, sent)[:20]
        raw(house.server, sent[:-5], cuts=True)
    assert_well(house, since)


FRAMES = [b"", b"\xff\xff\xff", b"\x0a\x02\x08", b"\x00" * 100]


@pytest.mark.parametrize("frame", FRAMES)
def test_an_odd_frame_is_no_error_of_ours(house: House, frame: bytes) -> None:
    since = mark(house.server)
    with Visitor(house.server.url).websocket() as connection:
        connection.socket.send(frame)
    assert_well(house, since)


def test_text_on_the_websocket_is_no_error_of_ours(house: House) -> None:
    since = mark(house.server)
    with Visitor(house.server.url).websocket() as connection:
        connection.socket.send("teks")
        with pytest.raises(Exception, match="100"):
            connection.next()
    assert_well(house, since)


def test_pages_left_in_the_middle_of_a_run_are_no_error_of_ours(house: House) -> None:
    from streamlit.proto.BackMsg_pb2 import BackMsg

    since, message = mark(house.server), BackMsg()
    message.rerun_script.page_name = "bahan-rapat"
    for _ in range(10):
        with Visitor(house.server.url).websocket() as connection:
            connection.socket.send(message.SerializeToString())
            connection.next()
            connection.socket.socket.setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
            )
            connection.socket.socket.close()
    assert_well(house, since)
