"""Servers of others, on a free port: a stock Streamlit app and a Dash app."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lib.commands import start
from lib.installation import ROOT
from tests.browser import HOST, free_port

PEERS = ROOT / "benchmarks" / "peers"
LIBRARIES = Path(sys.prefix) / "pembanding"
"""Where the libraries of `requirements-bench.txt` are, apart from the dashboard's own."""
PATIENCE = 60


@contextmanager
def stock(script: str, folder: Path) -> Iterator[str]:
    """Serve a script of `peers` by Streamlit as installed, without our settings."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    options = ["--server.headless=true", "--browser.gatherUsageStats=false"]
    address = [f"--server.address={HOST}", f"--server.port={port}"]
    command = ["-m", "streamlit", "run", str(PEERS / script), *address, *options]
    with _running(command, folder, f"http://{HOST}:{port}", start.HEALTH) as url:
        yield url


@contextmanager
def dash(folder: Path) -> Iterator[str]:
    """Serve Ringkasan's twin in Dash; its libraries are installed where they are missing."""
    install()
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    command = ["-m", "benchmarks.peers.dash_page", str(port), str(LIBRARIES)]
    with _running(command, folder, f"http://{HOST}:{port}", "/") as url:
        yield url


def install() -> None:
    """Install what the peers need, into a folder of its own."""
    if not (LIBRARIES / "dash").is_dir():
        wanted = ["-r", str(ROOT / "requirements-bench.txt")]
        command = [sys.executable, "-m", "pip", "install", "-q", "--target", str(LIBRARIES)]
        subprocess.run([*command, *wanted], check=True)


@contextmanager
def _running(arguments: list[str], folder: Path, url: str, sign: str) -> Iterator[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(process, url + sign, folder / "server.log")
        yield url
    finally:
        start.stop(process)


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not _answers(url):
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"a peer did not start:\n{log.read_text()}")
        time.sleep(0.1)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
