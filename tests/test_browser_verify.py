"""From a phone to the lock: one figure is reported, checked by a verifier, and locked."""

from __future__ import annotations

from playwright.sync_api import Page

from lib.plan.change.lock import locked_until
from lib.plan.change.verified import marks
from lib.plan.position import Position
from lib.service.actor import LOCAL_ADMIN, Role
from lib.service.library import Library
from lib.store.store import Store
from tests.browser import PHONE, Server, Tab, settle
from tests.factory import sample_plan
from tests.test_browser_journey import until
from tests.test_browser_pages import assert_sound, overflow
from tests.web.people import PASSWORD, reception_of

PLAN = sample_plan().stamp.plan_id
ROW = ("V.2.a", 2024)
"""Nothing is reported of it."""
CARD = f"/kegiatan?kode={ROW[0]}&isian={ROW[1]}&posisi=2024-TW4"
PEOPLE = {
    "petugas": (Role.OPERATOR, "DINKOMINFO"),
    "pemeriksa": (Role.OPERATOR, "INSPEKTORAT"),
    "koordinator": (Role.ADMIN, None),
}


def as_person(tab: Tab, server: Server, name: str, address: str) -> Page:
    page = tab.page
    page.goto(f"{server.url}/masuk?ke=/unggah")
    page.get_by_label("Nama pengguna").fill(name)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(server.url + "/unggah")
    tab.open(server.url + address)
    return page


def type_into(page: Page, label: str, words: str) -> None:
    """Fill in the field of the year whose form is open."""
    field = page.get_by_label(label, exact=True).locator("visible=true").first
    field.fill(words)
    field.blur()


def choose(page: Page, label: str, word: str) -> None:
    page.get_by_role("combobox", name=label).first.tap()
    page.get_by_role("option", name=word, exact=True).tap()


def test_a_figure_is_reported_checked_and_locked(server, new_tab) -> None:
    running = server(sample=True, RENCANA_ADMIN_PASSWORD="gudeg manggar pertama")
    identity = reception_of(running)
    for name, (role, agency) in PEOPLE.items():
        identity.accounts.add(LOCAL_ADMIN, name, role, agency=agency, password=PASSWORD)
    library = Library(Store(identity.accounts.store.engine))

    phone = new_tab(**PHONE)
    page = as_person(phone, running, "petugas", CARD)
    type_into(page, "Realisasi TW I (%)", "20")
    page.get_by_role("button", name="Periksa").first.click()
    until(page, "REALISASI TW I: diisi 20%")
    page.get_by_role("button", name="Terapkan").click()
    until(page, "Tersimpan sebagai versi 6")
    assert overflow(phone, "Width") == []

    checking = new_tab(**PHONE)
    page = as_person(checking, running, "pemeriksa", "/unggah")
    until(page, "Yang menunggu pemeriksaan Anda")
    checking.open(running.url + CARD)
    until(page, "Periksa laporan")
    settle(page)
    choose(page, "Diverifikasi sampai", "TW I")
    choose(page, "Hasil verifikasi", "Perlu perbaikan")
    page.get_by_role("button", name="Periksa").first.click()
    until(page, "CATATAN VERIFIKASI kosong")
    type_into(page, "Catatan verifikasi", "Bukti belum dilampirkan")
    page.get_by_role("button", name="Periksa").first.click()
    until(page, "HASIL VERIFIKASI: diisi Perlu perbaikan")
    page.get_by_role("button", name="Terapkan").click()
    until(page, "Tersimpan sebagai versi 7")
    settle(page)
    assert overflow(checking, "Width") == []
    assert_sound(checking)
    assert marks(library.snapshot(LOCAL_ADMIN, PLAN).plan)[ROW].note == "Bukti belum dilampirkan"

    phone.open(running.url + "/unggah")
    until(phone.page, "Yang diminta verifikator untuk diperbaiki")
    until(phone.page, "Bukti belum dilampirkan")

    desk = new_tab()
    page = as_person(desk, running, "koordinator", "/riwayat")
    page.get_by_text("Kunci triwulan").first.click()
    settle(page)
    page.get_by_role("combobox", name="Kunci sampai dengan").first.click()
    page.get_by_role("option", name="TW IV 2024", exact=True).click()
    page.get_by_role("button", name="Kunci triwulan").click()
    until(page, "Angka sampai TW IV 2024 dikunci")
    assert_sound(desk)
    plan = library.snapshot(LOCAL_ADMIN, PLAN).plan
    assert locked_until(plan) == Position(2024, 4)
    phone.open(running.url + CARD)
    said = phone.page.get_by_text("dikunci, jadi tidak ada di isian ini")
    said.locator("visible=true").first.wait_for()
    assert phone.page.get_by_label("Realisasi TW I (%)", exact=True).count() == 0
