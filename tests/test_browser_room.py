"""What a laptop and a phone show before anybody scrolls."""

from __future__ import annotations

import pytest

from lib.service import changing, plan_choice
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import open_library
from lib.workbook.writing import writer
from tests.briefing.cases import reported_big_plan
from tests.browser import PHONE, Server, Tab, serving

WINDOW = 633
"""Pixels that bars of browser and system leave of a 1366x768 laptop."""
_LOWEST_CELL = """() => Math.max(...[...document.querySelectorAll(
    '[class*="st-key-chart_papan"] .barlayer .point path')]
    .map((cell) => cell.getBoundingClientRect().bottom))"""
_LOWEST_BAR = """() => Math.max(...[...document.querySelector('.bagan')
    .querySelectorAll('.barlayer .point path')]
    .map((bar) => bar.getBoundingClientRect().bottom))"""
_LOWEST_WORD = """() => Math.max(...[...document.querySelector('.bagan')
    .querySelectorAll('text')].map((word) => word.getBoundingClientRect().bottom))"""
_LOWEST_CARD = """() => Math.max(...[...document.querySelectorAll('[class*="st-key-card_"]')]
    .map((card) => card.getBoundingClientRect().bottom))"""
# Per chart: where its longest label ends, where its first bar begins, how far its words stick out.
_LABELS = """() => [...document.querySelectorAll('.bagan')].map((chart) => {
    const edges = (what) => [...chart.querySelectorAll(what)]
        .map((part) => part.getBoundingClientRect());
    const place = chart.getBoundingClientRect();
    return [
        Math.max(...edges('.ytick text').map(({right}) => right)),
        Math.min(...edges('.barlayer .point path').map(({left}) => left)),
        Math.max(...edges('text').map(({right, bottom}) =>
            Math.max(right - place.right, bottom - place.bottom))),
    ];
})"""
_SCROLLS = """() => [document.querySelector('[data-testid="stMain"]')]
    .some((main) => main.scrollHeight > main.clientHeight)"""
_ITEMS = """() => [...document.querySelectorAll('.st-key-attention p')]
    .filter((line) => line.querySelector('a'))
    .map((line) => line.getBoundingClientRect().bottom)"""
_FIGURES = """() => [...document.querySelectorAll(
    '[data-testid="stMetric"], .st-key-figures [data-testid="stMarkdown"]')]
    .map((figure) => figure.getBoundingClientRect())
    .map(({left, bottom}) => [left, bottom])"""


@pytest.fixture
def sample(shared_server) -> Server:
    return shared_server(True)


def test_a_laptop_shows_figures_board_and_four_items(sample: Server, tab: Tab) -> None:
    tab.page.set_viewport_size({"width": 1366, "height": WINDOW})
    tab.open(sample.url)
    figures = tab.page.evaluate(_FIGURES)
    assert len(figures) == 5
    assert max(bottom for _, bottom in figures) < WINDOW
    assert tab.page.evaluate(_LOWEST_CELL) < WINDOW
    assert sum(bottom <= WINDOW for bottom in tab.page.evaluate(_ITEMS)) >= 4
    assert tab.page.get_by_text("terakhir dilaporkan").is_visible()


@pytest.mark.parametrize("path", ["/linimasa", "/perangkat-daerah", "/indikator"])
def test_a_laptop_shows_every_row_of_a_pages_first_chart(
    sample: Server, tab: Tab, path: str
) -> None:
    tab.page.set_viewport_size({"width": 1366, "height": WINDOW})
    tab.open(sample.url + path)
    assert 0 < tab.page.evaluate(_LOWEST_BAR) <= WINDOW
    assert tab.page.evaluate(_LOWEST_WORD) <= WINDOW


@pytest.mark.parametrize("path", ["/", "/linimasa", "/perangkat-daerah", "/indikator"])
def test_a_meeting_fills_the_projector_and_shrinks_to_a_laptop(
    sample: Server, tab: Tab, path: str
) -> None:
    tab.page.set_viewport_size({"width": 1920, "height": 1080})
    tab.open(f"{sample.url}{path}?rapat=1")
    assert tab.page.evaluate(_LOWEST_CARD) >= 0.8 * 1080
    for size in [(1920, 1080), (1366, 768)]:
        tab.resize(*size)
        for label_ends, bar_begins, sticks_out in tab.page.evaluate(_LABELS):
            assert label_ends < bar_begins, size
            assert sticks_out <= 1, size
        assert not tab.page.evaluate(_SCROLLS), size
    assert tab.page.evaluate(_LOWEST_CARD) <= 768


# Of the list for the projector: how many items stand in their card, and how many are cut.
_ITEMS_IN_MEETING = """() => {
    const card = document.querySelector('.st-key-list_in_meeting');
    const lines = [...card.querySelectorAll('p')].filter((line) => line.querySelector('a'));
    const list = lines[0].parentElement.getBoundingClientRect();
    const items = lines.map((line) => line.getBoundingClientRect())
        .filter(({left, top}) => left < list.right - 1 && top < list.bottom);
    const cut = items.filter(({right, bottom}) =>
        right > list.right + 1 || bottom > list.bottom + 1);
    return [items.length, cut.length, card.getBoundingClientRect().bottom];
}"""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """A server whose plan has 60 kegiatan over five years, with 12 agencies."""
    folder = tmp_path_factory.mktemp("crowded")
    library = open_library(folder / "data")
    content = writer.write(reported_big_plan())
    proposal = changing.check(library, LOCAL_ADMIN, content, "rencana-besar.xlsx")
    changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions)
    plan_choice.make_default(library, LOCAL_ADMIN, proposal.plan_id)
    library.store.close()
    with serving(folder) as server:
        yield server


@pytest.mark.parametrize("path", ["/", "/linimasa", "/perangkat-daerah", "/indikator"])
def test_a_large_plan_fits_a_meetings_screen_too(crowded: Server, tab: Tab, path: str) -> None:
    tab.page.set_viewport_size({"width": 1920, "height": 1080})
    tab.open(f"{crowded.url}{path}?rapat=1")
    assert tab.page.evaluate(_LOWEST_CARD) >= 0.8 * 1080
    for size in [(1920, 1080), (1366, 768)]:
        tab.resize(*size)
        assert not tab.page.evaluate(_SCROLLS), size
        assert tab.page.evaluate(_LOWEST_CARD) <= size[1]


def test_a_meetings_list_takes_its_boards_height_and_cuts_no_item(sample: Server, tab: Tab) -> None:
    tab.page.set_viewport_size({"width": 1920, "height": 1080})
    tab.open(f"{sample.url}/?rapat=1")
    for size, least in [((1920, 1080), 6), ((1366, 768), 4)]:
        tab.resize(*size)
        shown, cut, bottom = tab.page.evaluate(_ITEMS_IN_MEETING)
        assert shown >= least
        assert cut == 0
        assert bottom >= 0.85 * size[1]


def test_a_phone_shows_finding_figures_and_the_first_item(sample: Server, new_tab) -> None:
    tab = new_tab(**{**PHONE, "viewport": {"width": 360, "height": 640}})
    tab.open(sample.url)
    figures = tab.page.evaluate(_FIGURES)
    assert len(figures) == 5
    assert len({left for left, _ in figures}) == 2
    assert max(bottom for _, bottom in figures) < 640
    assert tab.page.evaluate(_ITEMS)[0] <= 640
    finding = tab.page.get_by_text("kegiatan-tahun selesai; ").first.bounding_box()
    assert finding
    assert finding["y"] < 640
    assert tab.page.get_by_text("terakhir dilaporkan").is_visible()
