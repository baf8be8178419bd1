"""The files in deploy, by the programs they are for."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from lib.installation import ROOT
from tests.browser import HOST, free_port

DEPLOY = ROOT / "deploy"
NAME = "rencana.example.go.id"
EXPOSED = 30
"""Tenths, as `systemd-analyze security` counts; 100 is an ordinary service."""
UNITS = ["rencana-aksi@.service", "rencana-aksi-cadangan.service"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_leaves_a_break_in_little(unit: str) -> None:
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSED}"]
    judged = subprocess.run([*command, DEPLOY / unit], capture_output=True, text=True)
    assert judged.returncode == 0, judged.stdout[-300:] + judged.stderr


def test_backups_belong_to_another_user_and_the_dashboard_may_open_many_files() -> None:
    dashboard, backup = ((DEPLOY / unit).read_text() for unit in UNITS)
    assert "\nUser=rencana\n" in dashboard
    assert "\nUser=" not in backup  # root's, in a folder of their own
    assert "\nStateDirectory=rencana-aksi\n" in dashboard
    assert "\nStateDirectory=rencana-aksi-cadangan\n" in backup
    assert int(re.findall(r"LimitNOFILE=(\d+)", dashboard)[0]) >= 16_384


# --- A running nginx --------------------------------------------------------------------------


class Dashboard(BaseHTTPRequestHandler):
    """Stands for the dashboard behind the proxy."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None: ...


@dataclass(frozen=True)
class Proxy:
    """Where nginx listens with the site's file."""

    plain: int
    secure: int

    def ask(self, path: str, host: str = NAME, name: str = NAME) -> str:
        """Ask over TLS as `curl` does, and return the head of the answer."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with (
            socket.create_connection((HOST, self.secure), 10) as line,
            context.wrap_socket(line, server_hostname=name) as safe,
        ):
            return _answer(safe, path, host)

    def ask_plainly(self, host: str) -> str:
        with socket.create_connection((HOST, self.plain), 10) as line:
            return _answer(line, "/", host)


def _answer(line: socket.socket, path: str, host: str) -> str:
    line.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    parts = []
    while part := line.recv(4000):
        parts.append(part)
    return b"".join(parts).decode().partition("\r\n\r\n")[0]


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Run nginx with our files in front of something that answers."""
    if not (shutil.which("nginx") and shutil.which("openssl")):
        pytest.skip("nginx or openssl is not on this machine")
    folder = tmp_path_factory.mktemp("nginx")
    behind = ThreadingHTTPServer((HOST, 0), Dashboard)
    Thread(target=behind.serve_forever, daemon=True).start()
    ports = Proxy(free_port(), free_port())
    running = subprocess.Popen(["nginx", "-p", folder, "-c", _settings(folder, ports, behind)])
    try:
        _until_it_listens(ports.secure)
        yield ports
    finally:
        running.terminate()
        running.wait(10)
        behind.shutdown()


def _settings(folder: Path, ports: Proxy, behind: ThreadingHTTPServer) -> Path:
    """Write nginx's own file, ours inside it with the places of this machine."""
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    named = ["-subj", f"/CN={NAME}", "-keyout", key, "-out", certificate]
    subprocess.run([*made, *named], check=True, capture_output=True)
    site = (DEPLOY / "nginx.conf").read_text()
    for before, after in {
        "/etc/ssl/rencana-aksi": str(folder),
        "/etc/nginx/rencana-aksi-proxy.conf": str(DEPLOY / "nginx-proxy.conf"),
        "127.0.0.1:8501": f"{HOST}:{behind.server_address[1]}",
        "listen 80": f"listen {HOST}:{ports.plain}",
        "listen 443": f"listen {HOST}:{ports.secure}",
    }.items():
        assert before in site
        site = site.replace(before, after)
    site = re.sub(r"(?m)^ *listen \[::\].*$", "", site)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\n"
        f"http {{ access_log off; {temporary}\n{site}\n}}\n"
    )
    return folder / "nginx.conf"


def _until_it_listens(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("nginx does not listen")


def test_the_proxy_serves_its_own_name_alone_and_says_not_what_it_is(proxy: Proxy) -> None:
    answer = proxy.ask("/")
    assert answer.startswith("HTTP/1.1 200")
    assert "Strict-Transport-Security" in answer
    assert "Server: nginx\r\n" in f"{answer}\r\n"  # without its version
    assert proxy.ask_plainly(NAME).startswith("HTTP/1.1 301")
    for other in ("jahat.test", "127.0.0.1"):
        assert proxy.ask_plainly(other) == ""
        assert proxy.ask("/", host=other) == "" or "200" not in proxy.ask("/", host=other)
    with pytest.raises(ssl.SSLError):
        proxy.ask("/", name="jahat.test")


@pytest.mark.parametrize("path", ["/masuk", "/ganti-sandi", "/oauth2callback"])
def test_the_proxy_bounds_what_takes_a_password_and_nothing_else(proxy: Proxy, path: str) -> None:
    answers = [proxy.ask(path)[:12] for _ in range(45)]
    assert "HTTP/1.1 429" in answers
    assert {proxy.ask("/unggah")[:12] for _ in range(45)} == {"HTTP/1.1 200"}
