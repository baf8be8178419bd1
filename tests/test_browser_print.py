"""Printing a page on A4 landscape: charts keep to the paper, and no paper stays empty."""

from __future__ import annotations

import re

import pytest

from lib.service.actor import LOCAL_ADMIN, Role
from tests.browser import Tab
from tests.test_browser_report import ROW, signed_in
from tests.web.people import PASSWORD, reception_of

PAPER = {"width": 1045, "height": 718}
"""Pixels that a paper's margins leave."""
PAPERS = {
    "/": 2,  # what leadership should look at goes on below the board
    "/linimasa": 2,
    "/perangkat-daerah": 2,
    "/indikator": 1,
    "/lampiran": 3,
    "/kegiatan?kode=II.1.a": 1,
    "/kartu-indikator?no=2.a": 1,
}
_STICKING_OUT = """() => [...document.querySelectorAll('.bagan .main-svg, table')]
    .filter((part) => {
    const place = part.closest('[data-testid="stElementContainer"]').getBoundingClientRect();
    const {left, right} = part.getBoundingClientRect();
    return left < place.left - 1 || right > place.right + 1 || right > window.innerWidth;
}).length"""
# Pixels between each year's box on a card and the next.
_APART = """() => [...document.querySelectorAll('[class*="st-key-year_"]')]
    .map((box) => box.getBoundingClientRect())
    .flatMap((box, at, all) => at ? [box.top - all[at - 1].bottom] : [])"""
_DEAF = "window.addEventListener('resize', (e) => e.stopImmediatePropagation(), true)"
_PRESSABLE = "button:visible, [data-testid='stHeader'] a:visible, input:visible, textarea:visible"
_FORM = ".st-key-report"


@pytest.mark.parametrize("path", PAPERS)
def test_a_page_prints_whole_and_on_as_few_papers_as_it_needs(
    shared_server, path: str, tab: Tab
) -> None:
    tab.open(shared_server(True).url + path)
    printed = tab.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= PAPERS[path]
    assert re.search(rb"/MediaBox\s*\[0 0 84[12][.\d]* 59[45]", printed)
    tab.page.emulate_media(media="print")
    # A window as wide as the paper, in which the chart was not drawn: paper tells no script.
    tab.page.evaluate(_DEAF)
    tab.page.set_viewport_size(PAPER)
    assert tab.page.evaluate(_STICKING_OUT) == 0
    assert tab.overlaps == []
    gaps = tab.page.evaluate(_APART)
    assert len(gaps) == path.startswith("/kartu")  # of two years
    assert min(gaps, default=5) >= 5
    assert tab.page.locator(_PRESSABLE).count() == 0


def test_a_card_prints_without_its_form_over_the_papers_width(server, tab: Tab) -> None:
    running = server(RENCANA_ADMIN_PASSWORD="gudeg manggar pertama")
    reception_of(running).accounts.add(
        LOCAL_ADMIN, "petugas", Role.OPERATOR, agency=ROW["pihak_terlibat"], password=PASSWORD
    )
    signed_in(tab, running)
    assert tab.page.locator(_FORM).is_visible()
    tab.page.emulate_media(media="print")
    tab.page.set_viewport_size(PAPER)
    assert not tab.page.locator(_FORM).is_visible()
    assert tab.page.locator(_PRESSABLE).count() == 0
    beside = tab.page.locator(f"[data-testid=stHorizontalBlock]:has({_FORM})").last
    figures = beside.get_by_test_id("stColumn").first.bounding_box()
    assert figures
    assert figures["width"] > 0.9 * PAPER["width"]
