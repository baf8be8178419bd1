"""Salin tautan: the address of the very screen, on plain http as over https."""

from __future__ import annotations

import pytest

from tests.browser import Server, Tab


@pytest.fixture
def sample(shared_server) -> Server:
    return shared_server(True)


@pytest.fixture
def reader(new_tab) -> Tab:
    tab = new_tab()
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return tab


@pytest.mark.parametrize("secure", [True, False])
def test_a_copied_link_names_filters_and_position_whatever_the_connection(
    sample: Server, reader: Tab, secure: bool
) -> None:
    if not secure:  # as on a page over plain http from another machine
        reader.page.add_init_script(
            "Object.defineProperty(window, 'isSecureContext', {value: false})"
        )
    reader.open(f"{sample.url}/linimasa?pihak=INSPEKTORAT")
    reader.page.get_by_role("link", name="Salin tautan").click()
    reader.page.get_by_text("Tautan tersalin").wait_for()
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{sample.url}/linimasa?pihak=INSPEKTORAT&posisi=2024-TW4"
    assert reader.page.url.startswith(f"{sample.url}/linimasa?pihak=INSPEKTORAT")


def test_where_nothing_can_be_copied_a_field_shows_the_link(sample: Server, reader: Tab) -> None:
    reader.page.add_init_script("""
        Object.defineProperty(window, 'isSecureContext', {value: false});
        document.execCommand = () => false;
    """)
    asked: list[str] = []
    reader.page.on("dialog", lambda dialog: (asked.append(dialog.default_value), dialog.dismiss()))
    reader.open(sample.url)
    reader.page.get_by_role("link", name="Salin tautan").click()
    assert asked == [f"{sample.url}/?posisi=2024-TW4"]


@pytest.mark.parametrize("card", ["kegiatan?kode=II.1.a", "kartu-indikator?no=1.a"])
def test_the_link_of_a_card_leads_to_the_card(sample: Server, reader: Tab, card: str) -> None:
    reader.open(f"{sample.url}/{card}&tahun=2024")
    reader.page.get_by_role("link", name="Salin tautan").click()
    reader.page.get_by_text("Tautan tersalin").wait_for()
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert set(copied.partition("?")[2].split("&")) == {
        card.partition("?")[2],
        "tahun=2024",
        "posisi=2024-TW4",
    }
    heading = reader.page.get_by_role("heading", level=2).first.inner_text()
    reader.open(copied)
    assert reader.page.get_by_role("heading", level=2).first.inner_text() == heading
