"""Starting the dashboard: the default command."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from lib import settings
from lib.commands.console.arguments import Parser, add_store_options
from lib.installation import ROOT, Missing, reason

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands

HEALTH = "/_stcore/health"
PATIENCE = 60.0
"""Seconds until a server that does not answer is given up."""
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


def add(parser: Parser, _commands: Commands) -> None:
    """Make starting what happens without a command."""
    parser.add_argument("--port", metavar="N", type=_port, default=8501, help="bawaan: 8501")
    parser.add_argument(
        "--host",
        metavar="ALAMAT",
        default="127.0.0.1",
        help="alamat yang dilayani (bawaan: 127.0.0.1, hanya komputer ini)",
    )
    parser.add_argument("--open", action="store_true", help="buka peramban setelah dasbor siap")
    add_store_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Start the dashboard, say where it is, and stay until it is stopped."""
    settings.check()
    require_free(args.host, args.port)
    _require_data_folder(settings.DATA.path)
    print("Menjalankan dasbor …", flush=True)
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, _stop_politely)
    server = subprocess.Popen(command(args.host, args.port), cwd=ROOT)
    try:
        _wait_until_ready(server, args.host, args.port)
        _announce(args)
        status = server.wait()
    except KeyboardInterrupt:
        print("\nDasbor dihentikan.", flush=True)
        return 0
    finally:
        stop(server)
    raise Missing(f"Server berhenti sendiri (status {status}). Sebabnya tertulis di atas.")


def command(host: str, port: int) -> list[str]:
    """Return the command that serves the app; look and other options stand in `.streamlit`."""
    options = {
        "server.address": host,
        "server.port": str(port),
        "server.headless": "true",
        "logger.hideWelcomeMessage": "true",
    }
    streamlit = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    return streamlit + [f"--{name}={value}" for name, value in options.items()]


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server's process, kindly first."""
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def is_ready(host: str, port: int) -> bool:
    """Tell whether the server answers that it is well."""
    try:
        with urllib.request.urlopen(f"{_url(host, port)}{HEALTH}", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def require_free(host: str, port: int) -> None:
    """Raise `Missing` where the address cannot be served."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name != "nt":  # there it would mean sharing the port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        raise Missing(f"Alamat {host} tidak dikenal. Periksa isian --host.") from None
    except OSError as error:
        raise Missing(_why_not(error, host, port)) from None


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", None)):
        return (
            f"Port {port} sedang dipakai program lain. Pilih yang lain, misalnya --port {port + 1}."
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return f"Alamat {host} bukan milik komputer ini. Periksa isian --host."
    return f"Port {port} tidak boleh dipakai: {reason(error)}. Pilih port lain dengan --port."


def _require_data_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise Missing(
            f"Folder data {folder} tidak dapat ditulis: {reason(error)}. "
            "Pilih folder lain dengan --data."
        ) from None


def _wait_until_ready(server: subprocess.Popen[bytes], host: str, port: int) -> None:
    end = time.monotonic() + PATIENCE
    while not is_ready(host, port):
        if server.poll() == settings.TOLD:
            raise SystemExit(2)
        if server.poll() is not None:
            raise Missing(f"Server gagal mulai (status {server.returncode}). Sebabnya di atas.")
        if time.monotonic() > end:
            raise Missing(f"Server belum menjawab setelah {PATIENCE:.0f} detik; dihentikan.")
        time.sleep(0.1)


def _announce(args: argparse.Namespace) -> None:
    address = _url("localhost" if args.host == "127.0.0.1" else args.host, args.port)
    sample = " dengan data CONTOH (angka rekaan)" if args.sample else ""
    print(f"Dasbor siap{sample}: {address}", flush=True)
    print("Tekan Ctrl+C untuk berhenti.", flush=True)
    if args.open:
        webbrowser.open(address)


def _url(host: str, port: int) -> str:
    host = _ANYWHERE.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _stop_politely(*_: object) -> None:
    raise KeyboardInterrupt


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"port adalah bilangan 1 sampai 65535, bukan {text}")
    return int(text)
