"""A damaged version: pages show the last sound one, name the damaged, and offer the way back."""

import sqlite3

import pytest
from streamlit.testing.v1 import AppTest

from lib.service.actor import LOCAL_ADMIN, VISITOR
from lib.ui.viewer import viewer
from tests.ui.test_pages import words
from tests.ui.test_upload import put

PAGES = ("", "linimasa", "perangkat-daerah", "indikator", "lampiran", "bahan-rapat")


@pytest.fixture
def damaged(open_page, tmp_path):
    """Pages of the sample's store, some of whose records no longer hold what was stored."""

    def damaged(page: str, *numbers: int, actor=LOCAL_ADMIN, **address):
        open_page(sample=True)
        store = sqlite3.connect(tmp_path / "sample" / "rencana.sqlite")
        store.executescript("DROP TRIGGER IF EXISTS record_no_update")
        for number in numbers:
            store.execute("UPDATE record SET content = x'00' WHERE number = ?", (number,))
        store.commit()
        store.close()
        return open_page(page, sample=True, fresh=False, actor=actor, **address)

    return damaged


def warnings(app) -> str:
    return " ".join(warning.value for warning in app.warning)


@pytest.mark.parametrize("page", PAGES)
def test_the_last_sound_version_stands_in_and_is_named(damaged, page):
    app = damaged(page, 5)
    assert not app.exception
    assert "Versi 5 rusak" in warnings(app)
    assert "versi 4" in warnings(app)
    assert "data versi 4" in words(app)
    assert next(link.proto.label for link in app.get("page_link")).startswith("Buka Riwayat")


def test_who_cannot_go_back_is_not_sent_there(damaged):
    app = damaged("", 5, actor=VISITOR)
    assert "Versi 5 rusak" in warnings(app)
    assert not app.get("page_link")


def test_two_damaged_ones_lead_to_the_one_before_both(damaged):
    app = damaged("linimasa", 4, 5)
    assert "data versi 3" in words(app)


def test_a_sound_version_is_shown_without_a_word(damaged):
    app = damaged("", 5, versi="2")
    assert not app.exception
    assert not app.warning
    assert "data versi 2" in words(app)


def test_a_damaged_version_to_compare_with_is_named_and_left_out(damaged):
    app = damaged("", 2, banding="2")
    assert not app.exception
    assert "Versi 2 rusak" in warnings(app)
    assert "Sejak versi" not in words(app)


def test_lampiran_says_that_the_first_version_cannot_be_compared_with(damaged):
    app = damaged("lampiran", 1)
    assert not app.exception
    assert "Versi 1" in warnings(app)


def test_unggah_hands_out_the_last_sound_version(damaged):
    app = damaged("unggah", 5)
    assert not app.exception
    assert viewer.arrive(VISITOR).newest.number == 4


def test_an_upload_onto_a_damaged_version_says_why_it_must_wait(damaged):
    app = damaged("unggah", 5)
    here = viewer.arrive(LOCAL_ADMIN)
    app = put(app, here.library.download(LOCAL_ADMIN, here.plan_id, 2))
    assert not app.exception
    assert "Versi 5" in app.error[0].value


@pytest.mark.parametrize("page", [*PAGES, "unggah", "kegiatan", "kartu-indikator"])
def test_where_no_version_can_be_read_each_page_ends_on_which_and_what_to_do(damaged, page, caplog):
    """The server shows what a page ends on, as the next test sees; a script's test only logs it."""
    assert damaged(page, 1, 2, 3, 4, 5, actor=VISITOR).exception
    assert "NothingSound: " in caplog.text
    assert "versi 1, 2, 3, 4, dan 5 rusak" in caplog.text


def _without_data() -> None:
    from lib.service.library import Damaged, NothingSound
    from lib.web.errors import on_script_error

    on_script_error(NothingSound([Damaged("rencana", number, "isinya lain") for number in (2, 1)]))


def test_a_page_without_a_sound_version_says_so_instead_of_a_number():
    app = AppTest.from_function(_without_data).run()
    assert "versi 1 dan 2 rusak di tempat penyimpanan (versi 2: isinya lain)" in app.error[0].value
    assert "nomor" not in app.error[0].value


def test_riwayat_still_lists_versions_of_which_none_can_be_read(damaged):
    app = damaged("riwayat", 1, 2, 3, 4, 5)
    assert not app.exception
    assert len(app.dataframe[0].value) == 5
    assert "Versi 5" in app.error[0].value


def test_of_a_damaged_first_version_the_next_sound_one_stands_in(damaged):
    app = damaged("", 1, versi="1")
    assert "versi 2, versi utuh pertama sesudahnya" in warnings(app)
    assert "data versi 2" in words(app)


def test_riwayat_names_the_damage_and_goes_back_to_a_sound_version(damaged):
    app = damaged("riwayat", 5)
    assert not app.exception
    assert "Versi 5" in app.error[0].value
    app.selectbox(key="looked_into").select(4).run()
    [preview] = [button for button in app.button if "Lihat" in button.label]
    app = preview.click().run()
    [back] = [button for button in app.button if button.label.startswith("Kembalikan")]
    for box in app.checkbox:
        box.check()
    app = app.run()
    [back] = [button for button in app.button if button.label.startswith("Kembalikan")]
    app = back.click().run()
    assert not app.exception
    here = viewer.arrive(LOCAL_ADMIN)
    assert (here.head, here.newest.number) == (6, 6)
