"""An operator on a phone reports one late figure from the card of its kegiatan."""

from __future__ import annotations

from playwright.sync_api import Page

from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import Sheet
from lib.service import changing, drafts
from lib.service.actor import LOCAL_ADMIN, Actor, Role
from lib.service.library import Library
from lib.store.records import Origin
from lib.store.store import Store
from lib.workbook.writing import writer
from tests.browser import PHONE, Server, Tab, settle
from tests.factory import decree_plan, make_plan
from tests.test_browser_journey import until
from tests.test_browser_pages import assert_sound, overflow
from tests.web.people import PASSWORD, reception_of

PLAN = decree_plan().stamp.plan_id
ROW = decree_plan().activity_progress.loc[4]


CARD = f"/kegiatan?kode={ROW['no']}&posisi={ROW['tahun']}-TW4"
TWO_YEARS = "V.2.a"
"""A kegiatan that is planned in both years."""


def signed_in(tab: Tab, server: Server, address: str = CARD) -> None:
    """Come to a page as an operator of the agency in charge."""
    page = tab.page
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


def opened_year(tab: Tab) -> str:
    """Wait for a card, and return the year whose form is open."""
    tab.page.wait_for_url("**/kegiatan**")
    settle(tab.page)
    return tab.page.locator("[role=tab][aria-selected=true]").inner_text()


def test_a_link_of_unggah_opens_the_year_and_the_plan_that_it_names(server, new_tab) -> None:
    running = server(RENCANA_ADMIN_PASSWORD="gudeg manggar pertama")
    identity = reception_of(running)
    [agency] = decree_plan().activities.query("kode == @TWO_YEARS")["pihak_terlibat"]
    identity.accounts.add(LOCAL_ADMIN, "petugas", Role.OPERATOR, agency=agency, password=PASSWORD)
    library = Library(Store(identity.accounts.store.engine))
    tab = new_tab()
    signed_in(tab, running, "/unggah")
    tab.page.locator(f'a[href*="kode={TWO_YEARS}&isian=2023"]').click()
    assert opened_year(tab) == "2023"

    other = changing.check(library, LOCAL_ADMIN, writer.write(make_plan()), "lain.xlsx")
    changing.apply(library, LOCAL_ADMIN, other, yes=other.questions)
    place = (Sheet.ACTIVITY_PROGRESS, TWO_YEARS, 2023)
    me = Actor("petugas", "petugas", Role.OPERATOR, agency)
    drafts.keep_form(library, me, FilledForm(PLAN, 1, *place, (("kendala", "Hujan"),)))
    tab.open(f"{running.url}/unggah?rencana={other.plan_id}")
    tab.page.get_by_role("link", name="Lanjutkan").click()
    assert opened_year(tab) == "2023"
    assert f"rencana={PLAN}&" in tab.page.url
    until(tab.page, "Melanjutkan isian Anda")
    assert_sound(tab)
