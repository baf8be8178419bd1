"""What the box for files says of one that it does not take, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.browser import Tab, serving
from tests.test_browser_journey import PASSWORD, put_in, sign_in_from_upload, text
from tests.workbook.mistakes import download

REFUSED = "[data-testid=stFileChip][aria-invalid]"
SAID = """() => getComputedStyle(
    document.querySelector('[data-testid="stFileUploader"]'), '::after').content"""
ENGLISH = re.compile(r"not allowed|must be|Error\b|[Ff]ailed|smaller")


def offer(page: Page, name: str, content: bytes) -> None:
    """Put a file in that does not arrive, and wait until that is said."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.get_by_label("Buku kerja (.xlsx)").locator("input").set_input_files([file])
    page.locator(REFUSED).filter(has_text=name).wait_for()


def assert_said_in_indonesian(page: Page) -> None:
    said = page.evaluate(SAID)
    assert "Belum terkirim" in said
    assert "paling besar 5 MB" in said
    assert "sambungan" in said
    assert not ENGLISH.search(text(page))


def test_what_cannot_be_taken_is_said_in_indonesian(server, tab: Tab) -> None:
    sign_in_from_upload(tab, server(RENCANA_ADMIN_PASSWORD=PASSWORD))
    page = tab.page
    for name, content, word in (
        ("laporan.pdf", b"%PDF-1.7 ...", "PDF"),
        ("laporan.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls"),
        ("laporan.csv", b"no;kegiatan\n1;rapat\n", "CSV"),
    ):
        put_in(page, name, content)
        assert word in text(page)
        assert not ENGLISH.search(text(page))
    offer(page, "besar.xlsx", bytes(6 * 1024 * 1024))
    assert_said_in_indonesian(page)
    page.locator(REFUSED).get_by_role("button").click()
    assert page.evaluate(SAID) == "none"
    page.route("**/upload_file/**", lambda route: route.abort("internetdisconnected"))
    offer(page, "laporan.xlsx", download())
    assert_said_in_indonesian(page)
    page.unroute("**/upload_file/**")
    page.locator(REFUSED).get_by_role("button").click()
    put_in(page, "laporan.xlsx", download())
    assert not page.locator(REFUSED).count()
    assert page.evaluate(SAID) == "none"


OFFLINE = """() => getComputedStyle(document.querySelector('[data-testid="stApp"]'), '::after')"""


def until_said(page: Page, begins: str) -> None:
    said = page.evaluate(f"{OFFLINE}.content")
    for _ in range(100):
        if said.startswith(begins):
            return
        page.wait_for_timeout(200)
        said = page.evaluate(f"{OFFLINE}.content")
    raise AssertionError(f"{said!r} instead of {begins!r}")


def test_a_page_without_its_server_says_so_until_it_is_back(tmp_path, new_tab) -> None:
    with serving(tmp_path) as running:
        tab = new_tab()
        tab.open(running.url)
        assert tab.page.evaluate(f"{OFFLINE}.content") == "none"
        port = int(running.url.rsplit(":", 1)[1])
    until_said(tab.page, '"Sambungan ke server terputus.')
    assert tab.page.evaluate(f"{OFFLINE}.position") == "fixed"
    tab.page.locator("[role=dialog]").wait_for(state="attached")
    assert not tab.page.get_by_text("Connection error").is_visible()
    with serving(tmp_path, port=port):
        until_said(tab.page, "none")
