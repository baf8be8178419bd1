"""Text from a workbook stays text on a real page: no links of its own, no live formulas."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.installation import ROOT
from tests.browser import serving

TEXT = (
    "Lihat https://jahat.id/x?a=1, HTTP://jahat.id, www.jahat.id, petugas.satu@jahat.id, "
    "mailto:dua@jahat.id, [tekan](https://jahat.id) dan <https://jahat.id> selesai"
)
PAGE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import pandas as pd
import streamlit as st
from lib.ui.escape import markdown

text = markdown({TEXT!r})
with st.container(key="teks"):
    st.markdown(text)
    st.markdown("**" + text + "**")
    st.caption(text)
    st.error(text)
    st.table(pd.DataFrame({{"isi": [text]}}))
    with st.expander(text, expanded=True):
        st.button(text, key="tombol")
        st.radio("pilih", [text], key="pilihan")
st.dataframe(pd.DataFrame({{"isi": ["=1+1"]}}))
st.text("habis")
"""
PARTS = (
    '[data-testid="stMarkdown"] p',
    '[data-testid="stAlert"] p',
    '[data-testid="stTable"] td p',
    "summary p",
    '[data-testid="stButton"] p',
    '[data-testid="stRadio"] [role="radiogroup"] p',
)


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("teks")
    script = folder / "halaman.py"
    script.write_text(PAGE, encoding="utf-8")
    with serving(folder, script=script) as server:
        context = browser.new_context()
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        shown = context.new_page()
        shown.goto(server.url)
        shown.get_by_text("habis").wait_for(timeout=60_000)
        shown.locator('[data-testid="stDataFrame"] canvas').first.wait_for()
        yield shown
        context.close()


def test_addresses_in_a_text_become_no_links(page) -> None:
    assert page.locator(".st-key-teks a").count() == 0


@pytest.mark.parametrize("part", PARTS)
def test_the_text_is_shown_letter_for_letter(page, part: str) -> None:
    found = page.locator(f".st-key-teks {part}").first
    assert found.inner_text() == TEXT


def test_a_table_offers_no_csv_of_its_own(page) -> None:
    page.locator('[data-testid="stDataFrame"]').hover()
    buttons = page.locator('[data-testid="stElementToolbar"] button')
    buttons.first.wait_for()
    labels = [button.get_attribute("aria-label") for button in buttons.all()]
    assert "Search" in labels
    assert "Download as CSV" not in labels


def test_a_table_copies_no_formula(page) -> None:
    page.evaluate("navigator.clipboard.writeText('sebelumnya')")
    page.locator('[data-testid="stDataFrame"] .dvn-scroller').click(position={"x": 60, "y": 50})
    page.keyboard.press("Control+c")
    page.wait_for_timeout(500)
    assert page.evaluate("navigator.clipboard.readText()") == "sebelumnya"
