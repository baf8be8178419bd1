"""A previewed file outlives its screen: refresh, another page, a server that went away."""

from __future__ import annotations

import pytest
from streamlit.util import calc_hash

from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.library import Library
from lib.service.startup import open_library
from lib.store.records import StoreError, Trouble
from lib.store.store import Store
from lib.store.waiting.draft_store import DraftStore
from lib.ui.change import left_file
from lib.ui.viewer import session
from tests.service.books import edited
from tests.ui.test_upload import PLAN, buttons, click, put, send

OTHER = Actor("admin-dua", "Admin kedua", Role.ADMIN)
OFFERED = "Berkas yang belum diterapkan"


@pytest.fixture
def library(tmp_path) -> Library:
    return open_library(tmp_path / "empty")


@pytest.fixture
def previewed(open_page, library):
    """A screen with a checked file on it, not yet applied."""
    content = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    return put(open_page("unggah", fresh=False), content)


def offers(app) -> list[str]:
    return [item.value.replace("\\", "") for item in app.warning if OFFERED in item.value]


def test_a_new_screen_offers_what_the_old_one_had_and_goes_on_with_it(
    open_page, library, previewed
):
    previewed.text_input[0].input("laporan triwulan I").run()
    app = open_page("unggah", fresh=False)
    assert "laporan.xlsx" in offers(app)[0]
    assert "Terapkan" not in buttons(app)
    click(app, "Lanjutkan")
    assert not app.exception
    assert app.text_input[0].value == "laporan triwulan I"
    click(app, "Terapkan")
    assert "Tersimpan sebagai versi 2" in app.success[0].value
    assert library.log(LOCAL_ADMIN, PLAN)[0].note == "laporan triwulan I"
    app.run()
    assert not offers(open_page("unggah", fresh=False))


@pytest.mark.usefixtures("previewed")
def test_what_is_given_up_is_offered_no_more(open_page, library):
    app = open_page("unggah", fresh=False)
    click(app, "Buang")
    assert not offers(app)
    assert not offers(open_page("unggah", fresh=False))
    assert library.head(PLAN) == 1


def test_a_file_taken_out_by_hand_is_given_up(open_page, previewed):
    previewed.file_uploader[0].clear().run()
    assert not previewed.exception
    assert not offers(previewed)
    assert not offers(open_page("unggah", fresh=False))


def test_a_file_put_in_after_another_takes_its_place(open_page, library, previewed):
    put(previewed, edited(library.download(LOCAL_ADMIN, PLAN), I4=0.5), "yang-benar.xlsx")
    [offer] = offers(open_page("unggah", fresh=False))
    assert "yang-benar.xlsx" in offer


@pytest.mark.usefixtures("previewed")
def test_nobody_else_is_offered_it(open_page):
    assert not offers(open_page("unggah", fresh=False, actor=OTHER))


def test_a_look_at_another_page_keeps_the_preview(previewed):
    for page in ("riwayat", "unggah"):
        previewed._page_hash = calc_hash(page)
        previewed.run()
        assert not previewed.exception
    assert "Terapkan" in buttons(previewed)


def test_what_was_stored_but_never_told_is_told_on_return(open_page, previewed):
    click(previewed, "Terapkan")  # the screen that says so is never seen
    app = open_page("unggah", fresh=False)
    assert any("Sudah tersimpan sebagai versi 2" in item.value for item in app.success)
    click(app, "Tutup")
    assert not app.success
    assert not open_page("unggah", fresh=False).success


def test_a_file_name_is_shown_as_it_is_written(open_page, library):
    content = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    put(open_page("unggah", fresh=False), content, "![x](http://a.id/b)*.xlsx")
    app = open_page("unggah", fresh=False)
    assert len(offers(app)) == 1
    assert not any("![x](http" in item.value for item in app.warning)


@pytest.mark.parametrize("trouble", [Trouble.FULL, Trouble.LOCKED, Trouble.AWAY])
def test_a_store_that_fails_is_named_and_the_press_can_be_repeated(
    previewed, library, monkeypatch, trouble
):
    def fail(*_: object) -> None:
        raise StoreError("Berkas data /srv/rahasia/rencana.sqlite tidak dapat ditulis.", trouble)

    with monkeypatch.context() as broken:
        broken.setattr(Store, "append", fail)
        click(previewed, "Terapkan")
    said = previewed.error[0].value
    assert f"Belum tersimpan: {trouble}" in said
    assert "rahasia" not in said
    assert library.head(PLAN) == 1
    click(previewed, "Terapkan")
    assert "Tersimpan sebagai versi 2" in previewed.success[0].value


def test_a_preview_comes_although_nothing_can_be_written(open_page, library, monkeypatch):
    def fail(*_: object) -> None:
        raise StoreError("penuh", Trouble.FULL)

    monkeypatch.setattr(DraftStore, "keep", fail)
    content = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    app = put(open_page("unggah", fresh=False), content)
    assert not app.exception
    assert not app.error
    assert "Terapkan" in buttons(app)


def test_a_press_on_a_preview_counts_for_no_other(open_page, library):
    """A second click that was under way when the preview changed, or one of a session before."""
    copy = library.download(LOCAL_ADMIN, PLAN)
    app = put(open_page("unggah", fresh=False), edited(copy, I4=0.25, I5=0.3))
    [before] = [button for button in app.button if button.label == "Terapkan"]
    send(library, OTHER, edited(copy, I4=0.25))
    before.click().run()
    assert library.head(PLAN) == 2
    assert any("baru saja diubah" in warning.value for warning in app.warning)
    before.click().run()
    assert library.head(PLAN) == 2


def test_a_sign_in_that_ends_under_a_preview_hides_it_and_keeps_it(previewed, library, monkeypatch):
    monkeypatch.setattr(session, "lapsed", lambda: LOCAL_ADMIN)
    monkeypatch.setattr(left_file, "files_of_this_page", list)
    monkeypatch.setattr(session, "actor", lambda: VISITOR)
    click(previewed, "Terapkan")
    assert not previewed.exception
    assert "Masuk" in buttons(previewed)
    assert "Terapkan" not in buttons(previewed)
    assert not previewed.header
    assert library.head(PLAN) == 1
    monkeypatch.setattr(session, "actor", lambda: LOCAL_ADMIN)
    click(previewed.run(), "Terapkan")
    assert "Tersimpan sebagai versi 2" in previewed.success[0].value
