"""Impatient presses: several of a button do what one does, and end on its success.

A press that was under way while the page was drawn anew still names the button that was there.
One that came a moment later names the button in its place, if there is one. And one that comes
in the middle ends the run that does the work, at the first look into the session's state.
"""

from __future__ import annotations

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException

from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.service.startup import open_library
from lib.store.store import Store
from lib.ui.viewer import services
from lib.ui.words import lock_words
from lib.workbook.writing import writer
from tests.decree import word_cases
from tests.factory import make_plan
from tests.service.books import edited
from tests.ui.test_akun import accounts, filled
from tests.ui.test_lock_screen import PLAN as SAMPLE
from tests.ui.test_lock_screen import chosen
from tests.ui.test_new_plan import TO_ADDING, TO_MEANINGS, TO_ROWS, go_to
from tests.ui.test_report_form import CARD, fill
from tests.ui.test_upload import PLAN, put

TIMES = 3


@pytest.fixture
def library(tmp_path) -> Library:
    return open_library(tmp_path / "empty")


def named(app, label: str):
    return next((button for button in app.button if button.label == label), None)


def press(app, label: str, late: bool = False):
    """Press a button three times: as it was at the first press, or late, as it is by then."""
    button = named(app, label).click()
    under_way = app._tree.get_widget_states()
    for _ in range(TIMES):
        app = app._run(app._tree.get_widget_states() if late else under_way)
        assert not app.exception
        button = named(app, label) if late else None
        if button:
            button.click()
    return app


def said(app) -> str:
    """What the page ends on, of which nothing may be an error."""
    assert not app.error
    return " ".join(message.value for message in app.success)


def stored(library: Library) -> list[str]:
    return [version.note for version in library.log(LOCAL_ADMIN, PLAN)][::-1]


@pytest.fixture(params=[False, True], ids=["under way", "late"])
def late(request) -> bool:
    return request.param


@pytest.fixture
def previewed(open_page, library):
    copy = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    return put(open_page("unggah", fresh=False), copy)


def test_an_upload_is_applied_once(previewed, library, late):
    assert "Tersimpan sebagai versi 2" in said(press(previewed, "Terapkan", late))
    assert library.head(PLAN) == 2


def test_a_press_that_brings_the_emptied_box_along_leaves_the_success(previewed, library):
    button = named(previewed, "Terapkan")
    for _ in range(TIMES):
        app = button.click().run()  # with all that stood on the page then
    assert "Tersimpan sebagai versi 2" in said(app)
    assert library.head(PLAN) == 2


def test_an_upload_is_taken_back_once(previewed, library, late):
    app = press(previewed, "Terapkan")
    app = press(app, "Urungkan", late)
    assert "Tersimpan sebagai versi 3" in said(app)
    assert stored(library)[1:] == ["", "Mengurungkan versi 2"]
    assert not library.snapshot(LOCAL_ADMIN, PLAN).plan.is_reported


def test_a_form_is_applied_once_and_taken_back_once(open_page, library, late):
    app = fill(open_page("kegiatan", fresh=False, **CARD), Kendala="Alat belum datang")
    app = press(app, "Terapkan", late)
    assert "Tersimpan sebagai versi 2" in said(app)
    app = press(app, "Urungkan", late)
    assert "Tersimpan sebagai versi 3" in said(app)
    assert stored(library)[1:] == ["", "Mengurungkan versi 2"]


def test_an_older_version_comes_back_once(open_page, previewed, library, late):
    press(previewed, "Terapkan")
    app = open_page("riwayat", fresh=False)
    [versions] = [box for box in app.selectbox if box.label == "Pilih versi untuk melihat isinya"]
    app = versions.select(1).run()
    app = named(app, "Lihat dampak pengembalian").click().run()
    for box in app.checkbox:
        box.check()
    app = press(app.run(), "Kembalikan ke versi ini", late)
    assert "Tersimpan sebagai versi 3" in said(app)
    assert library.head(PLAN) == 3


def test_a_plan_is_added_once(open_page, library, late):
    app = put(open_page("unggah", fresh=False), writer.write(make_plan()))
    for box in app.checkbox:
        box.check()
    assert "Rencana ditambahkan" in said(press(app.run(), "Terapkan", late))
    assert [plan.head for plan in library.plans(LOCAL_ADMIN)] == [1, 1]


def test_a_plan_made_of_a_decree_is_added_once(open_page, library, late):
    app = put(open_page("rencana-baru"), word_cases.KP.content, "keputusan.docx")
    app = go_to(app, TO_MEANINGS, TO_ROWS, TO_ADDING)
    app.checkbox[0].check().run()
    assert "sudah ditambahkan" in said(press(app, "Tambahkan rencana", late))
    assert [plan.head for plan in library.plans(LOCAL_ADMIN)] == [1, 1]


def test_a_quarter_is_locked_once(open_page, late):
    app = chosen(open_page("riwayat", sample=True))
    head = services.library().head(SAMPLE)
    app = press(app, lock_words.LOCK, late)
    assert f"Tersimpan sebagai versi {head + 1}" in said(app)
    assert services.library().head(SAMPLE) == head + 1


def test_an_account_is_added_once_and_its_password_stays_to_be_noted(open_page, late):
    app = filled(open_page("akun"), "budi")
    password = app.code[0].value
    app = press(app, "Tambah akun", late)
    assert "budi" in said(app)
    assert app.code[0].value == password
    assert sorted(accounts()) == ["budi", "kepala"]


def test_of_a_password_made_again_and_again_the_last_is_shown(open_page, late):
    app = press(open_page("akun"), "Setel ulang kata sandi", late)
    assert "kepala" in said(app)
    assert services.identity().sign_in("kepala", app.code[0].value)


# --- A press in the middle of the work ------------------------------------------------------


@pytest.fixture
def interrupted(monkeypatch):
    """Have the next version that is stored be followed by a press, which ends that run."""
    append, left = Store.append, [1]

    def append_and_end(*given):
        made = append(*given)
        if left:
            left.clear()
            raise StopException
        return made

    return lambda: monkeypatch.setattr(Store, "append", append_and_end)


def test_a_press_in_the_middle_of_applying_stores_and_says_so(previewed, library, interrupted):
    interrupted()
    app = press(previewed, "Terapkan")
    assert "Tersimpan sebagai versi 2" in said(app)
    assert library.head(PLAN) == 2


def test_a_press_in_the_middle_of_taking_back_takes_back_once(previewed, library, interrupted):
    app = press(previewed, "Terapkan")
    interrupted()
    app = press(app, "Urungkan")
    assert "Tersimpan sebagai versi 3" in said(app)
    assert stored(library)[1:] == ["", "Mengurungkan versi 2"]


def test_a_press_in_the_middle_of_locking_locks_once(open_page, interrupted):
    app = open_page("riwayat", sample=True)
    head = services.library().head(SAMPLE)
    interrupted()
    app = press(chosen(app), lock_words.LOCK)
    assert f"Tersimpan sebagai versi {head + 1}" in said(app)
    assert services.library().head(SAMPLE) == head + 1
