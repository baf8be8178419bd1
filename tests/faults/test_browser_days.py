"""Bad days in a real browser: impatient clicks, a server that dies, a line that is cut."""

from __future__ import annotations

import contextlib
import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.service.startup import open_library
from tests.browser import HOST, free_port, serving, settle
from tests.faults.uploads import PLAN, wrongs
from tests.service.books import edited
from tests.test_browser_journey import PASSWORD, press, put_in, text, until

OFFERED = "Berkas yang belum diterapkan"
CLICKS = """([label, times]) => {
    const button = [...document.querySelectorAll('button')]
        .find((button) => button.innerText.includes(label));
    for (let i = 0; i < times; i++) setTimeout(() => button.click(), i * 120);
}"""


class Wire:
    """A line between a browser and a server, which can be cut and mended."""

    def __init__(self, target: int) -> None:
        self.target, self.up = target, True
        self.ends: list[socket.socket] = []
        self.listener = socket.create_server((HOST, 0))
        self.url = f"http://{HOST}:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                try:
                    if not self.up:
                        raise ConnectionError
                    far = socket.create_connection((HOST, self.target), 5)
                except OSError:
                    near.close()
                    continue
                self.ends += [near, far]
                for pair in ((near, far), (far, near)):
                    threading.Thread(target=_carry, args=pair, daemon=True).start()

    def cut(self) -> None:
        self.up = False
        for end in self.ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self.ends.clear()

    def mend(self) -> None:
        self.up = True

    def close(self) -> None:
        self.cut()
        self.listener.close()


def _carry(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    for end in (one, other):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def wire(port: int) -> Iterator[Wire]:
    line = Wire(port)
    yield line
    line.close()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(tmp_path / "data")


def serve(folder: Path, port: int):
    return serving(folder, port=port, RENCANA_ADMIN_PASSWORD=PASSWORD)


def preview(page: Page, url: str, library: Library, row: int) -> None:
    """Sign in where needed, and have a file checked that changes one cell."""
    page.goto(f"{url}/masuk?ke=/unggah")
    if "/masuk" in page.url:
        page.get_by_label("Nama pengguna").fill("admin")
        page.get_by_label("Kata sandi").fill(PASSWORD)
        page.get_by_role("button", name="Masuk").click()
        page.wait_for_url(url + "/unggah")
    settle(page)
    content = edited(library.download(LOCAL_ADMIN, PLAN), **{f"P{row}": f"hari {row}"})
    put_in(page, f"laporan{row}.xlsx", content)


def test_impatience_and_a_server_that_dies_store_once_and_lose_nothing(
    tab, library, tmp_path, port, figure
):
    page, url = tab.page, f"http://{HOST}:{port}"
    with serve(tmp_path, port) as server:
        preview(page, url, library, 5)
        for number, label in ((2, "Terapkan"), (3, "Urungkan")):
            page.evaluate(CLICKS, [label, 5])
            until(page, f"Tersimpan sebagai versi {number}")
            time.sleep(1.5)  # the last of the clicks are answered, too
            settle(page)
            assert f"Tersimpan sebagai versi {number}" in text(page)
            assert library.head(PLAN) == number

        preview(page, url, library, 6)
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
    with serve(tmp_path, port):
        settle_again(page)
        press(
            page, "Terapkan", then=OFFERED
        )  # on the old preview, of which the server knows nothing
        assert "laporan6.xlsx" in text(page)
        assert library.head(PLAN) == 3
        press(page, "Lanjutkan", then="Yang akan berubah")
        press(page, "Terapkan", then="Tersimpan sebagai versi 4")
    assert wrongs(library) == []
    figure(
        "5 clicks on Terapkan and 5 on Urungkan: 1 version each, and its success; "
        "killed under a preview: offered, gone on, stored"
    )


def test_a_line_cut_at_terapkan_ends_in_words_that_are_true(
    tab, library, tmp_path, port, wire, long, figure
):
    page, told = tab.page, []
    with serve(tmp_path, port):
        for wait in (0, 0.05, 0.1, 0.2, 0.4) if long else (0.05,):
            head = library.head(PLAN)
            preview(page, wire.url, library, 5 + len(told))
            page.get_by_role("button", name="Terapkan").click(no_wait_after=True)
            time.sleep(wait)
            wire.cut()
            time.sleep(2)
            wire.mend()
            settle_again(page)
            stored = library.head(PLAN) - head
            if f"Tersimpan sebagai versi {head + 1}" not in text(page):
                page.reload()
                settle(page)
            said = "ersimpan sebagai versi" in text(page)
            assert said == bool(stored)
            assert said or OFFERED in text(page)
            told.append(stored)
            for button in page.get_by_role("button", name=re.compile("Tutup|Buang")).all():
                button.click()
                settle(page)
    assert wrongs(library) == []
    figure(f"{len(told)} cuts, {sum(told)} stored and told, the others offered again")


def settle_again(page: Page) -> None:
    page.wait_for_selector('[data-test-connection-state="CONNECTED"]', timeout=60_000)
    settle(page)


def test_a_laptop_that_slept_finds_its_file_again(tab, library, tmp_path, port, wire, long, figure):
    if not long:
        pytest.skip("sleeps for 150 seconds: with --long")
    page = tab.page
    with serve(tmp_path, port):
        preview(page, wire.url, library, 5)
        wire.cut()
        time.sleep(150)
        wire.mend()
        settle_again(page)
        if OFFERED not in text(page):
            press(page, "Terapkan", then=OFFERED)
        press(page, "Lanjutkan", then="Yang akan berubah")
        press(page, "Terapkan", then="Tersimpan sebagai versi 2")
    figure("150 s asleep: the file was offered, gone on with, and stored")
