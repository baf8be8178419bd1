"""From every mention to its card in a real browser, and back to the same place."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser import PHONE, Server, Tab, settle

# The middle of the n-th drawn bar that leads somewhere, in the window's pixels.
_BAR = """([name, lead]) => {
    for (const chart of document.querySelectorAll(`[class*="st-key-chart_${name}"] .bagan`)) {
        for (const [at, trace] of chart.data.entries()) {
            const bar = trace.meta?.findIndex((one, i) => one === lead && trace.x[i] > 0.2);
            if (!(bar >= 0)) continue;
            const group = chart.querySelectorAll('.barlayer .trace.bars')[
                chart.data.slice(0, at).filter((one) => one.type === 'bar').length];
            const path = group.querySelectorAll('.point path')[bar];
            path.scrollIntoView({block: 'center'});
            const box = path.getBoundingClientRect();
            return [box.left + Math.min(box.width / 2, 30), box.top + box.height / 2];
        }
    }
    return null;
}"""
CHARTS = {
    "papan-triwulan": ("/", "kode=II.1.a"),
    "linimasa": ("/linimasa", "kode=II.1.a"),
    "indikator": ("/indikator", "no=2.a"),
}
VIEWS = {
    "whole": "posisi=2024-TW3",
    "filtered": "tahun=2024&pihak=DINKOMINFO",
    "meeting": "rapat=1&posisi=2024-TW3",
    "old": "versi=2&posisi=2024-TW2",
}


def address(tab: Tab) -> tuple[str, dict[str, str]]:
    """The page and the parameters that the browser shows."""
    parts = urlsplit(tab.page.url)
    return parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}


def click_bar(tab: Tab, chart: str, lead: str) -> None:
    tab.page.wait_for_function(_BAR, arg=[chart, lead])
    tab.page.wait_for_timeout(300)
    x, y = tab.page.evaluate(_BAR, [chart, lead])
    tab.page.mouse.move(x - 2, y)
    tab.page.mouse.move(x, y)
    tab.page.wait_for_timeout(200)
    tab.page.mouse.click(x, y)


def arrive(tab: Tab, path: str) -> dict[str, str]:
    """Wait for a page and return its parameters."""
    tab.page.wait_for_url(lambda url: urlsplit(url).path == path)
    settle(tab.page)
    return address(tab)[1]


def back(tab: Tab, path: str) -> dict[str, str]:
    tab.page.go_back()
    return arrive(tab, path)


@pytest.fixture
def sample(shared_server) -> Server:
    return shared_server(True)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("chart", CHARTS)
def test_a_bar_leads_to_its_card_and_back_to_the_same_place(
    sample: Server, tab: Tab, chart: str, view: str
) -> None:
    path, lead = CHARTS[chart]
    tab.open(f"{sample.url}{path}?{VIEWS[view]}")
    before = address(tab)
    click_bar(tab, chart, lead)
    name, _, key = lead.partition("=")
    card = {"kode": "/kegiatan", "no": "/kartu-indikator"}[name]
    seen = arrive(tab, card)
    assert seen[name] == key
    assert before[1].items() <= seen.items()
    assert tab.page.get_by_text(f"{key} ").first.is_visible()
    assert back(tab, path) == before[1]
    assert tab.complaints == []


@pytest.mark.parametrize("chart", ["realisasi-perangkat", "status-perangkat"])
def test_an_agencys_bar_leads_to_its_rapor_and_from_there_to_a_card(
    sample: Server, tab: Tab, chart: str
) -> None:
    tab.open(f"{sample.url}/perangkat-daerah?posisi=2024-TW3")
    click_bar(tab, chart, "pihak=DINKOMINFO")
    tab.page.wait_for_url("**pihak=DINKOMINFO**")
    settle(tab.page)
    assert tab.page.get_by_text("Rapor DINKOMINFO").is_visible()
    tab.page.get_by_test_id("stTable").get_by_role("link", name="Bimtek").first.click()
    assert arrive(tab, "/kegiatan")["kode"] == "II.1.a"
    assert back(tab, "/perangkat-daerah")["pihak"] == "DINKOMINFO"


@pytest.mark.parametrize(
    ("path", "words", "kode", "kendala"),
    [
        ("/?posisi=2024-TW4", "Bimtek Sumberdaya", "II.1.a", "Narasumber baru tersedia"),
        ("/lampiran", "Kegiatan Bimtek", "II.1.a", "Narasumber baru tersedia"),
        ("/riwayat", "IV.1.b Pengelolaan", "IV.1.b", "Kehadiran perangkat desa"),
    ],
)
def test_a_mention_in_words_leads_to_the_card_in_the_same_tab(
    sample: Server, tab: Tab, path: str, words: str, kode: str, kendala: str
) -> None:
    tab.open(sample.url + path)
    start = urlsplit(tab.page.url).path
    tab.page.get_by_role("link", name=words).first.click()
    assert arrive(tab, "/kegiatan")["kode"] == kode
    assert tab.page.get_by_text(kendala).first.is_visible()
    assert len(tab.page.context.pages) == 1
    back(tab, start)
    assert tab.complaints == []


def test_a_card_leads_to_the_next_and_back(sample: Server, tab: Tab) -> None:
    tab.open(f"{sample.url}/kegiatan?kode=II.1.a&posisi=2024-TW3")
    tab.page.get_by_role("link", name="III.1.a").click()
    tab.page.wait_for_url("**kode=III.1.a**")
    settle(tab.page)
    assert address(tab)[1] == {"kode": "III.1.a", "posisi": "2024-TW3"}
    tab.page.go_back()
    tab.page.wait_for_url("**kode=II.1.a**")
    settle(tab.page)
    assert tab.page.get_by_text("Bimtek Sumberdaya").first.is_visible()


def test_a_phone_reads_a_card_without_scrolling_sideways(sample: Server, new_tab) -> None:
    tab = new_tab(**PHONE)
    tab.open(f"{sample.url}/kegiatan?kode=V.2.a")
    main = "document.querySelector('[data-testid=stMain]')"
    assert tab.page.evaluate(f"{main}.scrollWidth - {main}.clientWidth") == 0
    assert tab.overlaps == []
    assert tab.complaints == []
