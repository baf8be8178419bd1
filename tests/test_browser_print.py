"""Printing a page on A4 landscape: charts keep to the paper, and no paper stays empty."""

from __future__ import annotations

import re

import pytest

from tests.browser import Tab

PAPER = {"width": 1045, "height": 718}
"""Pixels that a paper's margins leave."""
PAPERS = {
    "/": 1,
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
_DEAF = "window.addEventListener('resize', (e) => e.stopImmediatePropagation(), true)"
_PRESSABLE = "button:visible, [data-testid='stHeader'] a:visible, input:visible"


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
    assert tab.page.locator(_PRESSABLE).count() == 0
