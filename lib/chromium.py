"""The browser that tests and benchmarks drive: found on the machine, or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from lib.installation import Missing

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
_MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
ADVICE = (
    "Peramban untuk pengujian tidak ditemukan. Pasang Chromium (Debian dan Ubuntu: "
    "sudo apt install chromium) atau Google Chrome, lalu coba lagi."
)


def find() -> str | None:
    """Return the path of a Chromium, Chrome or Edge; None where there is none.

    The environment variable CHROMIUM goes first, then the PATH, then the usual folders, then
    the one that Playwright installs.
    """
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    on_path = filter(None, map(shutil.which, NAMES))
    folders = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
    usual = [*map(Path, _MACOS), *(Path(f, name) for f in folders if f for name in _WINDOWS)]
    return next(on_path, None) or next((str(p) for p in usual if p.exists()), _playwright())


def ensure() -> str:
    """Return the browser's path, installing one where there is none; raises `Missing`."""
    if found := find():
        return found
    print("Memasang Chromium untuk pengujian …", flush=True)
    if _is_root_on_debian():
        _apt_get("update")
        _apt_get("install", "--yes", "--no-install-recommends", "chromium")
    else:
        _run(sys.executable, "-m", "playwright", "install", "chromium")
    if found := find():
        return found
    raise Missing(ADVICE)


def _is_root_on_debian() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def _apt_get(*arguments: str) -> None:
    _run("apt-get", "-q", *arguments, DEBIAN_FRONTEND="noninteractive")


def _run(*command: str, **environment: str) -> None:
    if subprocess.run(command, env={**os.environ, **environment}).returncode:
        raise Missing(f"{ADVICE} Gagal: {' '.join(command)}")


def _playwright() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
