"""A quarter's report in a real browser: from the first download to taking it all back."""

from __future__ import annotations

import io
import re
import struct
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page

from tests.browser import Server, Tab, settle
from tests.service.books import ACTIVITIES, edited

PASSWORD = "rahasia sekali"
PANTAU = {
    "/": "Ringkasan",
    "/linimasa": "Linimasa",
    "/perangkat-daerah": "Perangkat Daerah",
    "/indikator": "Indikator",
    "/lampiran": "Lampiran",
}
EMPTY = {"Kelompok program": "5", "Kegiatan": "10", "Kegiatan-tahun direncanakan": "17"}

# In `Progres Kegiatan`, row 4 is I.1.b 2023 and row 7 is II.1.a 2024; I to L are REALISASI,
# O is KETERANGAN, P is KENDALA.
FILLED_IN_WRONG = {"I4": 0.5, "J4": 0.25, "K4": 0.75, "L4": 1, "I7": 0.4, "O7": "Ditunda"}
WRONG = {"J4", "P7"}
MENDED = {"J4": 0.6, "P7": "Anggaran belum tersedia"}


@pytest.fixture
def data(shared_server) -> Server:
    """The made-up report, to be looked at only."""
    return shared_server(True)


def sign_in_from_upload(tab: Tab, server: Server) -> None:
    """Come to Unggah as a visitor, be asked to sign in, and arrive there again."""
    page = tab.page
    tab.open(server.url + "/unggah")
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/masuk**")
    page.get_by_label("Nama pengguna").fill("admin")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(server.url + "/unggah")
    settle(page)


def downloaded(page: Page, label: str, folder: Path) -> bytes:
    """Press a download button and return the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_bytes()


def put_in(page: Page, name: str, content: bytes) -> None:
    """Upload a file and wait for what the check found."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.get_by_label("Buku kerja (.xlsx)").locator("input").set_input_files([file])
    page.get_by_role("heading", name=f"Hasil pemeriksaan: {name}").wait_for()
    settle(page)


def until(page: Page, words: str) -> None:
    """Wait for words that a page says once it is done with what it was asked."""
    page.get_by_text(words).first.wait_for()
    settle(page)


def press(page: Page, label: str, then: str) -> None:
    """Press a button and wait for the words that follow."""
    page.get_by_role("button", name=label).click()
    until(page, then)


def choose(page: Page, label: str, option: str | re.Pattern[str], then: str) -> None:
    """Pick an option of a select box and wait for the words that follow."""
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).click()
    until(page, then)


def figures(page: Page) -> dict[str, str]:
    """The figures on screen by their label."""
    labels = page.get_by_test_id("stMetricLabel").all_inner_texts()
    return dict(zip(labels, page.get_by_test_id("stMetricValue").all_inner_texts(), strict=True))


def board(page: Page) -> str:
    """What the quarter board says of itself to who cannot see it."""
    return page.locator("[aria-label^='Papan']").get_attribute("aria-label") or ""


def text(page: Page) -> str:
    return page.get_by_test_id("stMain").inner_text()


def found_cells(page: Page) -> set[str]:
    """The cells that the table of findings names."""
    rows = page.get_by_test_id("stTable").locator("tbody tr").all()
    return {row.locator("td").nth(2).inner_text() for row in rows}


def assert_only_the_mistakes_are_marked(copy: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(copy))
    listed = str(list(book["Perbaikan"].values))
    assert all(f"{ACTIVITIES}!{cell}" in listed for cell in WRONG)
    marked = {c.coordinate for row in book[ACTIVITIES].iter_rows() for c in row if c.comment}
    assert marked == WRONG


def assert_preview(page: Page) -> None:
    """The preview says what will change in sentences, and what the screens will show."""
    assert "Berkas terbaca: 7 perubahan. Belum ada yang disimpan." in text(page)
    assert "(2023) REALISASI TW II: diisi 60%" in text(page)
    assert page.get_by_role("tab", name="Dikosongkan (0)").count() == 1
    page.get_by_role("tab", name="Dampak pada layar").click()
    settle(page)
    assert figures(page)["Kegiatan-tahun selesai"] == "1 dari 16"
    assert "sebelumnya 0 dari 17" in text(page)


def report(tab: Tab, folder: Path) -> None:
    """Report a quarter with two mistakes, mend them in the marked copy, and apply it."""
    page = tab.page
    copy = downloaded(page, "Unduh buku kerja", folder)
    put_in(page, "laporan.xlsx", edited(copy, **FILLED_IN_WRONG))
    assert "2 hal harus diperbaiki" in text(page)
    assert found_cells(page) == WRONG
    assert page.get_by_role("button", name="Terapkan").count() == 0
    marked = downloaded(page, "Unduh berkas bertanda", folder)
    assert_only_the_mistakes_are_marked(marked)
    put_in(page, "laporan_bertanda.xlsx", edited(marked, **MENDED))
    assert_preview(page)
    page.get_by_label("Catatan").fill("laporan triwulan IV")
    press(page, "Terapkan", then="Tersimpan sebagai versi 2")


def take_back(tab: Tab, server: Server) -> None:
    """Go back to version 1 on Riwayat, after seeing what that does."""
    page = tab.page
    tab.open(server.url + "/riwayat")
    newest = page.get_by_role("combobox", name="Pilih versi").input_value()
    assert newest.startswith("Versi 2")
    assert newest.endswith("admin · laporan triwulan IV")
    choose(page, "Pilih versi", re.compile("^Versi 1 "), then="Versi pertama")
    press(page, "Lihat dampak pengembalian", then="Yang akan berubah")
    assert page.get_by_role("tab", name="Dikosongkan (7)").count() == 1
    assert "(2023) REALISASI TW II: 60% dikosongkan" in text(page)
    page.get_by_text("7 sel yang sudah terisi akan DIKOSONGKAN").click()
    press(page, "Kembalikan ke versi ini", then="Tersimpan sebagai versi 3")


def assert_offered_and_shown_only_on_the_click(page: Page, number: int) -> None:
    """Somebody who is looking is told of a version, and sees it when asking for it."""
    before = figures(page), board(page)
    offer = page.get_by_role("button", name=f"Ada versi {number}, tampilkan")
    offer.wait_for()
    assert (figures(page), board(page)) == before
    offer.click()
    offer.wait_for(state="detached")
    settle(page)
    assert (figures(page), board(page)) != before


def test_a_quarter_is_reported_mended_applied_seen_and_taken_back(
    server, tab: Tab, new_tab, tmp_path: Path
) -> None:
    running = server(RENCANA_ADMIN_PASSWORD=PASSWORD)
    reader = new_tab()
    reader.open(running.url)
    assert figures(reader.page).items() >= EMPTY.items()
    sign_in_from_upload(tab, running)

    report(tab, tmp_path)
    assert_offered_and_shown_only_on_the_click(reader.page, 2)
    tab.page.get_by_role("link", name="Lihat Ringkasan").click()
    until(tab.page, "data versi 2")
    assert figures(tab.page) == figures(reader.page)
    assert figures(tab.page)["Kegiatan-tahun selesai"] == "1 dari 16"
    assert board(tab.page) == board(reader.page)
    tab.open(running.url + "/?banding=1")
    assert "Sejak versi 1" in text(tab.page)
    assert "sebelumnya 0 dari 17" in text(tab.page)

    take_back(tab, running)
    assert_offered_and_shown_only_on_the_click(reader.page, 3)
    assert figures(reader.page).items() >= EMPTY.items()
    assert "Belum ada realisasi yang dilaporkan" in text(reader.page)
    assert tab.complaints == reader.complaints == []
    assert tab.strangers == reader.strangers == []


def test_a_filter_stands_in_the_address_which_shows_the_same_to_another(
    data: Server, tab: Tab, new_tab
) -> None:
    tab.open(data.url)
    everything = figures(tab.page)
    choose(tab.page, "Pihak terlibat", "INSPEKTORAT", then="Disaring: INSPEKTORAT")
    choose(tab.page, "Posisi", "2023-TW4", then="TW IV 2023")
    assert "pihak=INSPEKTORAT" in tab.page.url
    assert "posisi=2023-TW4" in tab.page.url
    other = new_tab()
    other.open(tab.page.url)
    assert "Disaring: INSPEKTORAT" in text(other.page)
    assert "posisi TW IV 2023" in text(other.page)
    assert figures(other.page) == figures(tab.page) != everything
    assert board(other.page) == board(tab.page)


def test_the_arrow_keys_walk_the_pages_of_a_meeting(data: Server, tab: Tab) -> None:
    page = tab.page
    tab.open(f"{data.url}/?rapat=1&posisi=2023-TW4")
    around = [*list(PANTAU.items())[1:], ("/", PANTAU["/"])]
    for key, pages in (("ArrowRight", around), ("ArrowLeft", [around[-2]])):
        for path, title in pages:
            page.keyboard.press(key)
            until(page, f"{title} · Pemerintah")
            assert page.url.startswith(f"{data.url}{path}?")
            assert "posisi TW IV 2023" in text(page)
    assert tab.complaints == []


def test_the_camera_saves_a_picture_of_1600_by_900(data: Server, tab: Tab, tmp_path: Path) -> None:
    tab.open(data.url)
    chart = tab.page.locator(".js-plotly-plot").first
    chart.hover()
    with tab.page.expect_download() as download:
        chart.locator(".modebar-btn").first.click()
    path = tmp_path / "gambar.png"
    download.value.save_as(path)
    assert struct.unpack(">II", path.read_bytes()[16:24]) == (1600, 900)
    assert tab.complaints == []
