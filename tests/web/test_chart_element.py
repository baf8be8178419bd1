"""The chart element in a real browser: drawn once, saved, copied, and told where it fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lib.ui.words import text
from lib.web.chart_files import LIBRARY, SCRIPT
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


LEFT_BEHIND = """async ([script, library, when]) => {
    const draw = (await import(script)).default;
    const home = document.createElement("div");
    home.innerHTML = '<div class="bagan"></div><p class="bagan-kabar"></p>';
    document.body.append(home);
    const figure = JSON.stringify({ data: [], layout: { height: 90, margin: { t: 1, b: 1 } } });
    const given = { figure, config: {}, script: library, typeface: "14px serif", words: {},
                    height: 90, width: 300, fills: true, alt: "bagan" };
    const leave = draw({ data: given, parentElement: home });
    const place = home.querySelector(".bagan");
    if (when === "with its parts") place.remove();
    home.remove();
    if (when === "said so") leave();
    const frame = () => new Promise(requestAnimationFrame);
    while (!window.Plotly) await frame();
    for (let turn = 0; turn < 10; turn += 1) await frame();
    return place.querySelectorAll("svg").length;
}"""


@pytest.mark.parametrize("when", ["said so", "unsaid", "with its parts"])
def test_a_chart_whose_page_is_left_while_it_is_drawn_complains_of_nothing(
    shared_server: Callable[[bool], Server], tab: Tab, when: str
) -> None:
    tab.open(f"{shared_server(True).url}/lampiran")
    assert tab.page.evaluate(LEFT_BEHIND, [SCRIPT.address, LIBRARY.address, when]) == 0
    assert tab.complaints == []
