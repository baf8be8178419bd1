"""The slides on Bahan Rapat in a real browser: enlarged, saved, copied, packed."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.ui.words import briefing_words as words
from lib.ui.words import text
from tests.browser import Server, Tab

WHOLE = (1920, 1080)


@pytest.fixture
def shown(shared_server: Callable[[bool], Server], tab: Tab) -> Tab:
    tab.open(f"{shared_server(True).url}/bahan-rapat")
    tab.page.locator(".salindia img").first.wait_for()
    return tab


def size(content: bytes) -> tuple[int, ...]:
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", content[16:24])


def press(tab: Tab, label: str, number: int) -> None:
    tab.page.get_by_role("button", name=f"{label}: Salindia {number}", exact=True).click()


def notice(tab: Tab, wanted: str) -> None:
    tab.page.locator(".salindia-kabar").filter(has_text=wanted).wait_for()


def test_a_slide_is_saved_as_a_picture(shown: Tab, tmp_path: Path) -> None:
    with shown.page.expect_download() as waiting:
        press(shown, words.SAVE_PICTURE, 3)
    assert waiting.value.suggested_filename == "salindia-03-papan-triwulan.png"
    waiting.value.save_as(tmp_path / "satu.png")
    assert size((tmp_path / "satu.png").read_bytes()) == WHOLE
    notice(shown, words.PICTURE_SAVED)
    assert shown.complaints == []
    assert shown.strangers == []


def test_a_slide_goes_to_the_clipboard_as_png(shown: Tab) -> None:
    shown.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(shown, text.COPY_PICTURE, 2)
    notice(shown, text.PICTURE_COPIED)
    kinds = shown.page.evaluate(
        "async () => (await navigator.clipboard.read()).flatMap((item) => item.types)"
    )
    assert kinds == ["image/png"]


def test_where_the_clipboard_is_closed_the_slide_is_saved_and_that_is_said(shown: Tab) -> None:
    shown.page.evaluate("window.ClipboardItem = undefined")
    with shown.page.expect_download() as waiting:
        press(shown, text.COPY_PICTURE, 1)
    assert waiting.value.suggested_filename == "salindia-01-sampul.png"
    notice(shown, text.PICTURE_SAVED_INSTEAD)


def test_all_slides_come_in_one_archive(shown: Tab, tmp_path: Path) -> None:
    count = shown.page.locator(".salindia img").count()
    with shown.page.expect_download() as waiting:
        shown.page.get_by_role("button", name=words.ALL_PICTURES).click()
    assert waiting.value.suggested_filename.endswith(".zip")
    waiting.value.save_as(tmp_path / "semua.zip")
    with zipfile.ZipFile(tmp_path / "semua.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names)) == count > 8
        assert {size(archive.read(name)) for name in names} == {WHOLE}
    notice(shown, words.PICTURES_PACKED)


def test_a_slide_is_enlarged_and_put_away_by_keyboard(shown: Tab) -> None:
    shown.page.locator(".salindia-buka").nth(1).focus()
    shown.page.keyboard.press("Enter")
    large = shown.page.get_by_role("dialog", name="Salindia 2")
    assert large.locator("img").bounding_box()["width"] > 1000
    shown.page.keyboard.press("Escape")
    large.wait_for(state="hidden")


def test_a_message_for_somebody_else_leaves_the_slides_as_they_are(shown: Tab) -> None:
    shown.page.evaluate("document.querySelector('.salindia').mark = 1")
    first = shown.page.locator(".salindia img").first.element_handle()
    box = shown.page.get_by_role("combobox", name="Teks WhatsApp")
    box.scroll_into_view_if_needed()  # a list that opens while the page scrolls closes again
    box.click()
    shown.page.get_by_role("option", name="INSPEKTORAT").click()
    shown.page.get_by_text("Yth. Bapak/Ibu di INSPEKTORAT").first.wait_for()
    assert first.evaluate("image => image.isConnected")


def test_where_the_script_does_not_come_that_is_said(
    shared_server: Callable[[bool], Server], tab: Tab
) -> None:
    tab.page.route("**/aset/gambar-*.js", lambda route: route.abort())
    tab.open(f"{shared_server(True).url}/bahan-rapat")
    tab.page.locator(".salindia img").first.wait_for()
    press(tab, words.SAVE_PICTURE, 1)
    notice(tab, words.PICTURE_FAILED)
