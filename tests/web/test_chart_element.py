"""The chart element in a real browser: drawn once, saved, copied, and told where it fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lib.ui.words import text
from lib.web.chart_files import LIBRARY
from tests.browser import Server, Tab, settle

NOTICE = ".bagan-kabar"


def press(tab: Tab, title: str) -> None:
    tab.page.locator(".js-plotly-plot").first.hover()
    tab.page.locator(f'.modebar-btn[data-title="{title}"]').first.click()


def notice(tab: Tab) -> str:
    shown = tab.page.locator(NOTICE).filter(has_text="ambar")
    shown.wait_for()
    return shown.inner_text()


@pytest.fixture
def charted(shared_server: Callable[[bool], Server], tab: Tab) -> Tab:
    tab.open(shared_server(True).url)
    return tab


def test_a_picture_goes_to_the_clipboard_as_png(charted: Tab) -> None:
    charted.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(charted, text.COPY_PICTURE)
    assert notice(charted) == text.PICTURE_COPIED
    kinds = charted.page.evaluate(
        "async () => (await navigator.clipboard.read()).flatMap((item) => item.types)"
    )
    assert kinds == ["image/png"]


def test_where_the_clipboard_is_closed_the_picture_is_saved_and_that_is_said(charted: Tab) -> None:
    charted.page.evaluate("window.ClipboardItem = undefined")
    with charted.page.expect_download() as download:
        press(charted, text.COPY_PICTURE)
    assert download.value.suggested_filename.endswith(".png")
    assert notice(charted) == text.PICTURE_SAVED_INSTEAD


def test_the_library_comes_once_however_many_pages_are_walked(charted: Tab) -> None:
    for title in ("Linimasa", "Indikator", "Ringkasan"):
        charted.page.get_by_role("link", name=title).first.click()
        settle(charted.page)
    asked = [url for url in charted.requests if LIBRARY.address in url]
    assert len(asked) == 1
    assert charted.complaints == []


def test_a_chart_that_cannot_be_drawn_says_so(
    shared_server: Callable[[bool], Server], tab: Tab
) -> None:
    tab.page.route(f"**{LIBRARY.address}", lambda route: route.abort())
    tab.page.goto(shared_server(True).url)
    shown = tab.page.get_by_text(text.CHART_NOT_DRAWN).first
    shown.wait_for()
    assert tab.page.get_by_text("Perlu perhatian pimpinan").is_visible()


def test_every_chart_is_told_to_those_who_cannot_see_it(charted: Tab) -> None:
    labels = charted.page.locator(".bagan").evaluate_all(
        "charts => charts.map((chart) => chart.getAttribute('aria-label'))"
    )
    assert len(labels) == 2
    assert min(map(len, labels)) > 40
