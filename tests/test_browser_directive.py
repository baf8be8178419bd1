"""The chair gives an instruction in a meeting; the agency in charge answers it on Unggah."""

from __future__ import annotations

from playwright.sync_api import Page

from lib.plan.registers.directives import directives
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
CODE, AGENCY = "III.1.a", "DINKOMINFO"
WORDS = "Selesaikan integrasi aplikasi pengaduan"


def signed_in(tab: Tab, server: Server, name: str, address: str) -> Page:
    page = tab.page
    tab.open(server.url + "/unggah")
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/masuk**")
    page.get_by_label("Nama pengguna").fill(name)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(server.url + "/unggah")
    tab.open(server.url + address)
    return page


def test_an_instruction_goes_from_the_meeting_to_its_agency_and_back(server, new_tab) -> None:
    running = server(RENCANA_ADMIN_PASSWORD="gudeg manggar pertama")
    identity = reception_of(running)
    add = identity.accounts.add
    add(LOCAL_ADMIN, "ketua", Role.ADMIN, password=PASSWORD)
    add(LOCAL_ADMIN, "petugas", Role.OPERATOR, agency=AGENCY, password=PASSWORD)
    room = new_tab()
    page = signed_in(room, running, "ketua", f"/kegiatan?kode={CODE}&rapat=1")
    page.get_by_role("button", name="Catat arahan").click()
    until(page, "Tersimpan sebagai baris baru")
    page.get_by_label("Arahan", exact=True).fill(WORDS)
    page.get_by_role("button", name="Periksa").click()
    until(page, f"ARAHAN: diisi “{WORDS}”")
    page.get_by_role("button", name="Terapkan").dblclick()
    until(page, "Tersimpan sebagai versi 2")
    settle(page)
    assert_sound(room)

    phone = new_tab(**PHONE)
    page = signed_in(phone, running, "petugas", "/unggah")
    until(page, WORDS)
    phone.open(running.url + "/unggah?arahan=1")
    until(page, "Isi STATUS, TINDAK LANJUT")
    assert overflow(phone, "Width") == []
    page.get_by_label("Tindak lanjut", exact=True).fill("Sudah terintegrasi")
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="Selesai").click()
    page.get_by_role("button", name="Periksa").first.click()
    until(page, "STATUS: Terbuka menjadi Selesai")
    until(page, "BUKTI DUKUNG kosong")
    page.get_by_text("Saya sudah membaca").click()
    page.get_by_role("button", name="Terapkan").click()
    until(page, "Tersimpan sebagai versi 3")
    assert overflow(phone, "Width") == []
    assert_sound(phone)

    library = Library(Store(identity.accounts.store.engine))
    versions = library.log(LOCAL_ADMIN, PLAN)
    assert [(v.author, v.kind) for v in versions[:2]] == [
        ("petugas", Origin.EDIT),
        ("ketua", Origin.EDIT),
    ]
    [one] = directives(library.snapshot(LOCAL_ADMIN, PLAN).plan)
    assert (one.words, one.activity, one.agencies) == (WORDS, CODE, (AGENCY,))
    assert (one.status, one.follow_up) == ("Selesai", "Sudah terintegrasi")
