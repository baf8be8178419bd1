"""Every Pantau page in a real browser: nothing broken, cut off, covered or sent away."""

from __future__ import annotations

import pytest

from tests.browser import PHONE, Server, Tab

PAGES = {
    "/": "Ringkasan",
    "/linimasa": "Linimasa",
    "/perangkat-daerah": "Perangkat Daerah",
    "/indikator": "Indikator",
    "/lampiran": "Lampiran",
}
LARGE = [(1366, 768), (1600, 900), (1920, 1080)]

# Streamlit scrolls inside its main area, not the document.
_OVERFLOW = """(side) => {
    const scrollers = [document.scrollingElement, document.querySelector('[data-testid="stMain"]')];
    return scrollers.map((e) => e['scroll' + side] - e['client' + side]).filter((px) => px > 0);
}"""

# How far each headline reaches into the buttons over its chart, and any words beyond its edge, in
# pixels; a chart's headline is the first text that is written beside its drawing, not into it.
_HEADLINES = """() => [...document.querySelectorAll('.bagan')].map((chart) => {
    const at = chart.layout.annotations.findIndex(({xref, y}) => xref === 'paper' && y === 1);
    const title = chart.querySelector(`.annotation[data-index="${at}"] text`);
    const [words, buttons] = [title, chart.querySelector('.modebar')]
        .map((part) => part.getBoundingClientRect());
    const between = (start, end) =>
        Math.min(words[end], buttons[end]) - Math.max(words[start], buttons[start]);
    const common = [between('left', 'right'), between('top', 'bottom')];
    const ends = [...chart.querySelectorAll('.annotation text')]
        .map((part) => part.getBoundingClientRect().right - chart.getBoundingClientRect().right);
    const sizes = [words.width, buttons.width];
    return {title: title.textContent, sizes, common, cut: Math.max(...ends)};
})"""

# The words that the small tools above tables lie over.
_COVERED = """() => [...document.querySelectorAll('.stElementToolbar')].flatMap((bar) => {
    const own = bar.closest('[data-testid="stElementContainer"]');
    const {left, right, top, bottom} = bar.getBoundingClientRect();
    const below = [...document.querySelectorAll('[data-testid="stMain"] :is(p, button, label)')]
        .filter((part) => !own.contains(part)).filter((part) => {
        const area = part.getBoundingClientRect();
        return area.left < right && area.right > left && area.top < bottom && area.bottom > top;
    });
    return below.map((part) => part.innerText.slice(0, 40));
})"""


@pytest.fixture(params=[False, True], ids=["empty", "sample"])
def data(request: pytest.FixtureRequest, shared_server) -> Server:
    return shared_server(request.param)


def overflow(tab: Tab, side: str) -> list[int]:
    """How many pixels stick out, per scroller; `side` is Width or Height."""
    return tab.page.evaluate(_OVERFLOW, side)


def assert_sound(tab: Tab) -> None:
    assert tab.page.get_by_test_id("stException").count() == 0
    assert tab.complaints == []
    assert tab.strangers == []


@pytest.mark.parametrize("path", PAGES)
def test_page_is_sound_and_never_wider_than_the_window(data: Server, path: str, tab: Tab) -> None:
    tab.open(data.url + path)
    for size in LARGE:
        tab.resize(*size)
        assert overflow(tab, "Width") == [], size
        assert tab.overlaps == [], size
    assert_sound(tab)


@pytest.mark.parametrize("path", PAGES)
def test_page_is_sound_and_never_wider_than_a_phone(data: Server, path: str, new_tab) -> None:
    tab = new_tab(**PHONE)
    tab.open(data.url + path)
    assert overflow(tab, "Width") == []
    assert tab.overlaps == []
    assert_sound(tab)


def test_a_tables_tools_cover_no_words_on_a_phone(shared_server, new_tab) -> None:
    tab = new_tab(**PHONE)
    tab.open(shared_server(True).url + "/riwayat")  # up to where figures are locked stands above
    assert tab.page.get_by_test_id("stElementToolbar").first.is_visible()
    assert tab.page.evaluate(_COVERED) == []


@pytest.mark.parametrize("width", [390, 360])
@pytest.mark.parametrize("path", [path for path in PAGES if path != "/lampiran"])
def test_a_phones_headline_is_whole_and_clear_of_its_charts_buttons(
    data: Server, path: str, width: int, new_tab
) -> None:
    tab = new_tab(**PHONE | {"viewport": {"width": width, "height": 844}})
    tab.open(data.url + path)
    found = tab.page.evaluate(_HEADLINES)
    assert found
    for one in found:
        assert min(one["sizes"]) > 40, one
        assert min(one["common"]) <= 0, one
        assert one["cut"] <= 0, one


@pytest.mark.parametrize("path", PAGES)
def test_meeting_mode_needs_no_scrolling(data: Server, path: str, tab: Tab) -> None:
    tab.open(f"{data.url}{path}?rapat=1")
    for size in LARGE:
        tab.resize(*size)
        assert overflow(tab, "Width") == [], size
        assert tab.overlaps == [], size
        assert overflow(tab, "Height") == [], size
    assert_sound(tab)


@pytest.mark.parametrize("path", PAGES)
def test_first_deep_link_to_a_fresh_server_shows_its_page(server, path: str, tab: Tab) -> None:
    tab.open(server().url + path)
    assert tab.page.get_by_role("heading", name=PAGES[path], exact=True, level=1).is_visible()
    assert tab.page.get_by_role("dialog").count() == 0
