"""A decree in Word becomes a plan, as a coordinator would do it in a real browser; and goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from tests.browser import Server, Tab, settle
from tests.decree import long_decree
from tests.service.test_succession import DECREE, OLD
from tests.test_browser_journey import PASSWORD, sign_in_from_upload

MOST_CLICKS = 15


@dataclass
class Hand:
    """A coordinator's mouse: counts presses, and those that are answers apart."""

    page: Page
    clicks: list[str] = field(default_factory=list)
    answers: int = 0

    def press(self, what: Locator, then: str) -> None:
        """Press something, and wait for the words that follow."""
        self.clicks.append(what.inner_text())
        what.click()
        self.page.get_by_text(then).first.wait_for()
        settle(self.page)

    def button(self, label: str, then: str) -> None:
        self.press(self.page.get_by_role("button", name=label, exact=True), then)

    def answer(self, label: str | re.Pattern[str], option: str) -> None:
        """Choose an answer of a question."""
        box = self.page.get_by_role("combobox", name=label)
        box.scroll_into_view_if_needed()  # while the page scrolls, its list would close again
        settle(self.page)
        box.click()
        self.page.get_by_role("option", name=option, exact=True).click()
        self.answers += 1

    def put_in(self, name: str, content: bytes, then: str) -> None:
        """Choose a file, which takes two presses: the box and the file."""
        self.clicks += ["Pilih berkas", name]
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        box = self.page.get_by_label("Naskah (.docx atau .xlsx)").locator("input")
        box.set_input_files([file])
        self.page.get_by_text(then).first.wait_for()
        settle(self.page)


def become_a_plan(hand: Hand) -> None:
    """Take the long decree from Unggah through the five steps to Ringkasan."""
    page = hand.page
    hand.press(page.get_by_role("link", name="Buat rencana dari naskah keputusan"), "Pilih berkas")
    hand.put_in(long_decree.NAME, long_decree.content(), "Untuk apa setiap kolom?")
    hand.button("Lanjut: arti isi", "mohon dipilih")
    hand.answer(re.compile("Apakah isi “tentatif”"), "tidak direncanakan")
    hand.answer(re.compile("Bagian Hukum, Organisasi"), "2 pihak: Bagian Hukum + Organisasi")
    hand.answer(re.compile("Informatika” sama dengan"), "sama dengan DINKOMINFO")
    hand.button("Lanjut: susunan", "Jawaban itu memunculkan")
    hand.answer(re.compile("“Organisasi” sama dengan"), "belum ada, perangkat daerah baru")
    hand.button("Lanjut: susunan", "Betulkan satu baris")
    hand.button("Lanjut: tambahkan", "Ya, tambahkan rencana ini.")
    hand.press(page.get_by_text("Ya, tambahkan rencana ini."), "Ya, tambahkan rencana ini.")
    hand.button("Tambahkan rencana", "sudah ditambahkan")
    hand.press(page.get_by_role("link", name="Lihat Ringkasan"), "Belum ada realisasi")


def test_a_decree_of_40_rows_is_on_ringkasan_in_15_clicks(
    server: Callable[..., Server], tab: Tab
) -> None:
    running = server(RENCANA_ADMIN_PASSWORD=PASSWORD)
    sign_in_from_upload(tab, running)
    hand = Hand(tab.page)
    become_a_plan(hand)
    assert len(hand.clicks) <= MOST_CLICKS, hand.clicks
    assert hand.answers == 4
    shown = tab.page.get_by_test_id("stMetric").all_inner_texts()
    assert any("Kegiatan\n\n28" in text for text in shown), shown
    assert tab.complaints == []
    assert tab.strangers == []
    assert tab.overlaps == []


def go_on_with_the_old_plan(hand: Hand) -> None:
    """Take a decree to step 4, choose the old plan, and say what became of two kegiatan."""
    page = hand.page
    hand.press(page.get_by_role("link", name="Buat rencana dari naskah keputusan"), "Pilih berkas")
    hand.put_in("keputusan.docx", DECREE, "Untuk apa setiap kolom?")
    hand.button("Lanjut: arti isi", "Tidak ada yang perlu ditanyakan")
    hand.button("Lanjut: susunan", "Betulkan satu baris")
    hand.press(page.get_by_text("Lanjutkan rencana lama"), "Bila rencana ini meneruskan")
    page.get_by_role("combobox", name=re.compile("Rencana lama")).click()
    hand.press(page.get_by_role("option").nth(1), "1 diteruskan, 1 berubah, dan 8 belum dipetakan")
    hand.answer(re.compile(r"Kelanjutan III\.1\.a"), "Dihentikan")
    page.get_by_label("Alasan III.1.a").fill("Aplikasi ditutup")
    hand.button("Simpan kelanjutan", "1 dihentikan")
    hand.button("Lanjut: tambahkan", "Melanjutkan 2023")
    hand.press(page.get_by_text("Ya, tambahkan rencana ini."), "Ya, tambahkan rencana ini.")
    hand.button("Tambahkan rencana", "sudah ditambahkan")


def test_a_new_plan_goes_on_with_the_old_one_and_their_cards_lead_to_each_other(
    server: Callable[..., Server], tab: Tab
) -> None:
    running = server(RENCANA_ADMIN_PASSWORD=PASSWORD)
    sign_in_from_upload(tab, running)
    go_on_with_the_old_plan(Hand(tab.page))
    page = tab.page
    tab.open(f"{running.url}/kegiatan?rencana={OLD}&kode=III.1.a")
    page.get_by_text("Dihentikan pada rencana 2025–2026. Alasan: Aplikasi ditutup").wait_for()
    tab.open(f"{running.url}/kegiatan?rencana={OLD}&kode=V.2.a")
    page.get_by_role("link", name="I.1.b Monitoring Opini Publik").click()
    page.get_by_role("heading", name="I.1.b Monitoring Opini Publik").wait_for()
    page.get_by_role("link", name="V.2.a Monitoring Opini dan Aspirasi").click()
    page.get_by_role("heading", name="V.2.a Monitoring Opini dan Aspirasi").wait_for()
    assert f"rencana={OLD}" in page.url
    assert tab.complaints == []
    assert tab.strangers == []
    assert tab.overlaps == []
