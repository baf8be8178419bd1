"""An operator on a phone reports one late figure from the card of its kegiatan."""

from __future__ import annotations

from playwright.sync_api import Page

from lib.service.actor import LOCAL_ADMIN, Role
from lib.service.library import Library
from lib.store.records import Origin
from lib.store.store import Store
from tests.browser import PHONE, Server, Tab, settle
from tests.factory import decree_plan
from tests.test_browser_journey import until
from tests.test_browser_pages import assert_sound, overflow
from tests.web.people import PASSWORD, reception_of

PLAN = decree_plan().stamp.plan_id
ROW = decree_plan().activity_progress.loc[4]


def signed_in(tab: Tab, server: Server) -> None:
    """Come to the card as an operator of the agency in charge."""
    page = tab.page
    address = f"/kegiatan?kode={ROW['no']}&posisi={ROW['tahun']}-TW4"
    tab.open(server.url + "/unggah")
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/masuk**")
    page.get_by_label("Nama pengguna").fill("petugas")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(server.url + "/unggah")
    tab.open(server.url + address)


def type_into(page: Page, label: str, words: str) -> None:
    field = page.get_by_label(label, exact=True).first
    field.fill(words)
    field.blur()


def test_an_operator_on_a_phone_reports_one_figure(server, new_tab) -> None:
    running = server(RENCANA_ADMIN_PASSWORD="gudeg manggar pertama")
    identity = reception_of(running)
    identity.accounts.add(
        LOCAL_ADMIN, "petugas", Role.OPERATOR, agency=ROW["pihak_terlibat"], password=PASSWORD
    )
    tab = new_tab(**PHONE)
    page = tab.page
    signed_in(tab, running)
    type_into(page, "Realisasi TW I (%)", "50")
    type_into(page, "Realisasi TW II (%)", "25")
    page.get_by_role("button", name="Periksa").first.click()
    until(page, "lebih kecil dari REALISASI TW I 50%")
    assert page.get_by_role("button", name="Terapkan").count() == 0
    assert overflow(tab, "Width") == []
    assert tab.overlaps == []
    type_into(page, "Realisasi TW II (%)", "75")
    page.get_by_role("button", name="Periksa").first.click()
    until(page, "REALISASI TW II: diisi 75%")
    page.get_by_role("button", name="Terapkan").dblclick()
    until(page, "Tersimpan sebagai versi 2")
    settle(page)
    assert overflow(tab, "Width") == []
    assert_sound(tab)
    library = Library(Store(identity.accounts.store.engine))
    version = library.log(LOCAL_ADMIN, PLAN)[0]
    assert (version.number, version.author, version.kind) == (2, "petugas", Origin.EDIT)
    row = library.snapshot(LOCAL_ADMIN, PLAN).plan.activity_progress.loc[4]
    assert (row["realisasi_tw1"], row["realisasi_tw2"]) == (50, 75)
