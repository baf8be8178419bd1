"""Every page as a document: language, title, headings, keyboard; axe-core finds nothing serious."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from lib.web.front_page import WITHOUT_SCRIPTS
from tests.browser import LAPTOP, PHONE, Tab, settle
from tests.factory import decree_plan
from tests.test_browser_journey import PASSWORD, sign_in_from_upload

PAGES = {
    "/": "Ringkasan",
    "/linimasa": "Linimasa",
    "/perangkat-daerah": "Perangkat Daerah",
    "/perangkat-daerah?pihak=DINKOMINFO": "Perangkat Daerah",
    "/indikator": "Indikator",
    "/lampiran": "Lampiran",
    "/semua-rencana": "Semua rencana",
    "/kegiatan?kode=II.1.a": "II.1.a Bimtek Sumberdaya Komunikasi Publik",
    "/kartu-indikator?no=2.a": "2.a ",
    "/unggah": "Unggah",
    "/riwayat": "Riwayat",
    "/bahan-rapat": "Bahan Rapat",
}
IN_A_MEETING = ["/?rapat=1", "/perangkat-daerah?rapat=1", "/lampiran?rapat=1"]
SERIOUS = {"serious", "critical"}
ORDER = "heading-order"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    "resultTypes": ["violations"],
}
STREAMLITS_OWN = {
    # Its menu on a phone puts the pages' <li> into <div> groups (docs/decisions/streamlit.md).
    '[data-testid="stSidebarNavItems"]': {"list", "listitem"},
}


@pytest.fixture(scope="module")
def axe() -> Axe:
    return Axe()


@pytest.fixture(scope="module")
def tab_by(browser: Browser) -> Iterator[Callable[[str], Tab]]:
    """One tab for all pages of a look: a fresh profile compiles every script anew."""
    with ExitStack() as stack:

        @cache
        def tab_by(look: str) -> Tab:
            context = browser.new_context(viewport=LAPTOP, locale="id-ID", color_scheme=look)
            stack.callback(context.close)
            return Tab.of(context)

        yield tab_by


def found(axe: Axe, tab: Tab) -> list[str]:
    """What axe-core complains about, as rule and place, but for Streamlit's own markup."""
    answer = axe.run(tab.page, options=RULES).response
    return [
        f"{rule['id']} {node['target']}: {node['html'][:120]}"
        for rule in answer["violations"]
        if rule["impact"] in SERIOUS or rule["id"] == ORDER
        for node in rule["nodes"]
        if not streamlits_own(tab, rule["id"], node)
    ]


def streamlits_own(tab: Tab, rule: str, node: dict[str, Any]) -> bool:
    inside = "([place, parts]) => Boolean(document.querySelector(place)?.closest(parts))"
    parts = [selector for selector, rules in STREAMLITS_OWN.items() if rule in rules]
    return bool(parts) and tab.page.evaluate(inside, [node["target"][0], ",".join(parts)])


@pytest.mark.parametrize(("sample", "look"), [(False, "light"), (True, "light"), (True, "dark")])
@pytest.mark.parametrize("path", [*PAGES, *IN_A_MEETING])
def test_axe_finds_nothing_serious(
    shared_server, path: str, sample: bool, look: str, axe: Axe, tab_by
) -> None:
    tab = tab_by(look)
    tab.open(shared_server(sample).url + path)
    assert found(axe, tab) == []


@pytest.mark.parametrize("path", ["/", "/kegiatan?kode=II.1.a", "/unggah"])
def test_axe_finds_nothing_serious_on_a_phone(shared_server, path: str, axe: Axe, new_tab) -> None:
    tab = new_tab(**PHONE)
    tab.open(shared_server(True).url + path)
    assert found(axe, tab) == []


def test_axe_finds_nothing_serious_on_what_only_an_admin_sees(server, axe: Axe, tab: Tab) -> None:
    """Forms have labels, lists have names: all that a visitor's page leaves out."""
    house = server(RENCANA_ADMIN_PASSWORD=PASSWORD)
    sign_in_from_upload(tab, house)
    code = decree_plan().activity_progress["no"].iloc[0]
    complaints = {}
    for path in ("/unggah", "/akun", "/rencana-baru", f"/kegiatan?kode={code}"):
        tab.open(house.url + path)
        complaints[path] = found(axe, tab)
    assert not any(complaints.values()), complaints


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_serious_where_people_sign_in(
    shared_server, look: str, axe: Axe, tab_by
) -> None:
    tab = tab_by(look)
    tab.page.goto(f"{shared_server(False).url}/masuk")
    assert tab.page.get_by_role("heading", level=1).is_visible()
    assert found(axe, tab) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_names_itself_and_its_language(shared_server, path: str, tab: Tab) -> None:
    tab.open(shared_server(True).url + path)
    assert tab.page.evaluate("document.documentElement.lang") == "id"
    assert tab.page.title().startswith(PAGES[path])
    assert tab.page.title().endswith("· Rencana Aksi")
    assert tab.page.get_by_role("heading", level=1).count() == 1


@pytest.mark.parametrize("path", ["/", "/linimasa"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_the_page_speaks_indonesian_before_any_script_runs(
    shared_server, path: str, coding: str
) -> None:
    answer = httpx.get(shared_server(False).url + path, headers={"Accept-Encoding": coding})
    assert '<html lang="id">' in answer.text
    assert WITHOUT_SCRIPTS in answer.text
    assert "Streamlit</title>" not in answer.text
    assert answer.text.rstrip().endswith("</html>")
    assert httpx.head(shared_server(False).url + path).status_code == 200


@pytest.mark.parametrize(
    ("path", "label", "card"),
    [
        ("/", "II.1.a", "/kegiatan?kode=II.1.a"),
        ("/linimasa", "II.1.a", "/kegiatan?kode=II.1.a"),
        ("/indikator", "2.a", "/kartu-indikator?no=2.a"),
        ("/perangkat-daerah", "DINKOMINFO", "/perangkat-daerah?pihak=DINKOMINFO"),
    ],
)
def test_the_keyboard_opens_the_card_of_a_charts_row(
    shared_server, path: str, label: str, card: str, tab: Tab
) -> None:
    tab.open(shared_server(True).url + path)
    row = tab.page.locator(".bagan").get_by_role("link", name=label).first
    row.focus()
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url(f"**{card}*")
    settle(tab.page)
    assert tab.complaints == []


def test_a_click_on_a_rows_label_opens_its_card(shared_server, tab: Tab) -> None:
    tab.open(shared_server(True).url)
    tab.page.locator(".bagan").get_by_role("link", name="III.1.a").first.click()
    tab.page.wait_for_url("**/kegiatan?kode=III.1.a*")
    settle(tab.page)
    assert tab.page.title().startswith("III.1.a ")
    assert tab.complaints == []
