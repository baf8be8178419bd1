"""The offline copy in a real browser without a network."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from lib.briefing.offline.copy import offline_copy
from lib.charts.chart import PICTURE
from tests.briefing.cases import case
from tests.browser import LAPTOP, PHONE, Tab

FIGURES = 6


def wait_for_figures(page: Page, width: int | None = None) -> None:
    """Wait, by selectors alone, until all are drawn: the page's policy forbids polling scripts."""
    drawing = f'svg.main-svg[width="{width}"]' if width else "svg.main-svg"
    page.locator(f".gambar:has({drawing})").nth(FIGURES - 1).wait_for()


@pytest.fixture
def copy(tmp_path: Path) -> str:
    """The sample's copy as a file, by its address."""
    path = tmp_path / "salinan.html"
    path.write_text(offline_copy(case("sample")), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def opened(new_tab: Callable[..., Tab], copy: str) -> Iterator[Callable[..., Tab]]:
    """Open the copy without a network; in the end nothing may have been asked or complained."""
    tabs = []

    def open_copy(**options: object) -> Tab:
        tab = new_tab(**options)
        tab.page.context.set_offline(True)
        tab.page.goto(copy)
        wait_for_figures(tab.page)
        tabs.append(tab)
        return tab

    yield open_copy
    for tab in tabs:
        assert {url for url in tab.requests if not url.startswith(("data:", "blob:"))} == {copy}
        assert tab.complaints == []


@pytest.mark.parametrize("device", [{"viewport": LAPTOP}, PHONE], ids=["laptop", "phone"])
def test_the_copy_draws_its_figures_within_the_screen(opened, device) -> None:
    page = opened(**device).page
    assert page.locator(".gambar").count() == FIGURES
    too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(too_wide) == 0
    for figure in page.locator(".gambar").all():
        room, drawn = figure.bounding_box(), figure.locator("svg.main-svg").first.bounding_box()
        assert drawn["width"] <= room["width"]


def test_all_pictures_come_in_one_archive_of_pictures(opened, tmp_path: Path) -> None:
    page = opened().page
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh semua gambar").click()
    waiting.value.save_as(tmp_path / "gambar.zip")
    with zipfile.ZipFile(tmp_path / "gambar.zip") as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == FIGURES
        for name in archive.namelist():
            picture = archive.read(name)
            assert picture.startswith(b"\x89PNG\r\n\x1a\n")
            assert struct.unpack(">II", picture[16:24]) == PICTURE
    page.get_by_text("6 gambar tersimpan").wait_for()


def test_one_picture_is_saved_by_the_button_below_its_figure(opened) -> None:
    page = opened().page
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Simpan gambar").first.click()
    assert waiting.value.suggested_filename.endswith(".png")


def test_a_turned_phone_gets_figures_that_fit(opened) -> None:
    page = opened(viewport=LAPTOP).page
    page.set_viewport_size({"width": 390, "height": 844})
    room = page.evaluate("document.querySelector('.gambar').clientWidth")
    assert room < 390
    wait_for_figures(page, room)


def test_paper_shows_the_tables_and_no_buttons(opened) -> None:
    page = opened().page
    assert page.locator("details[open]").count() == 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert not page.get_by_role("button").first.is_visible()
    assert page.get_by_text("Data per posisi").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_without_scripts_every_headline_and_table_can_still_be_read(new_tab, copy: str) -> None:
    page = new_tab(java_script_enabled=False).page
    page.goto(copy)
    assert page.locator("figcaption").first.is_visible()
    page.locator("summary").first.click()
    assert page.locator("details table").first.is_visible()
    assert not page.locator("button").first.is_visible()


def test_a_mention_and_a_bar_lead_to_the_card_and_back_leads_back(opened) -> None:
    page = opened().page
    name = "Bimtek Sumberdaya Komunikasi Publik (2024)"
    page.get_by_role("link", name=name).first.click()
    card = page.locator(".lembar:target")
    card.get_by_role("heading", name="II.1.a Bimtek Sumberdaya Komunikasi Publik").wait_for()
    page.go_back()
    page.locator(".lembar:target").wait_for(state="detached")
    bar = page.locator("#gambar-papan-triwulan-2024-tw3 .bars .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + box["height"] / 2)
    page.mouse.move(box["x"] + 12, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + 12, box["y"] + box["height"] / 2)
    card.wait_for()
