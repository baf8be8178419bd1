"""The pages of the app are what they were: figures, tables and sentences, in order."""

from datetime import date

import pytest

from lib.ui.viewer import filters
from tests.golden import screen_text
from tests.golden.kept import compare

PANTAU = ("", "linimasa", "perangkat-daerah", "indikator", "lampiran")
OTHERS = ("unggah", "riwayat", "bahan-rapat", "akun")
POSITION = {"empty": "2024-TW4", "sample": "2024-TW3", "big": "2026-TW2"}
VIEWS = {
    "saring": {"tahun": "2024", "pihak": "DINKOMINFO"},
    "banding": {"banding": "2"},
    "rapat": {"rapat": "1"},
}


@pytest.fixture(autouse=True)
def _on_one_day(monkeypatch):
    """What is owed depends on the day."""
    monkeypatch.setattr(filters, "today", lambda: date(2026, 11, 25))


def kept_name(page: str, *words: str) -> str:
    return "-".join(["layar", page or "ringkasan", *words])


@pytest.mark.parametrize("state", POSITION)
@pytest.mark.parametrize("page", PANTAU + OTHERS)
def test_the_page_is_what_it_was(open_page, page, state, renew):
    app = open_page(page, state=state, posisi=POSITION[state])
    compare(kept_name(page, state), "\n".join(screen_text.described(app)), renew)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", PANTAU)
def test_the_view_is_what_it_was(open_page, page, view, renew):
    app = open_page(page, state="sample", posisi=POSITION["sample"], **VIEWS[view])
    compare(kept_name(page, "sample", view), "\n".join(screen_text.described(app)), renew)


@pytest.mark.usefixtures("on_a_phone")
@pytest.mark.parametrize("page", PANTAU)
def test_the_page_on_a_phone_is_what_it_was(open_page, page, renew):
    app = open_page(page, state="sample", posisi=POSITION["sample"])
    compare(kept_name(page, "sample", "ponsel"), "\n".join(screen_text.described(app)), renew)
