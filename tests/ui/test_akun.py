"""Akun through the frame, on the store's own accounts."""

import pytest

from lib.service.actor import LOCAL_ADMIN, VISITOR, Role
from lib.ui.viewer import services


def accounts():
    return {account.name: account for account in services.identity().accounts.all(LOCAL_ADMIN)}


def press(app, label: str):
    [button] = [button for button in app.button if button.label == label]
    return button.click().run()


@pytest.fixture
def page(open_page):
    app = open_page("akun")
    assert not app.exception
    return app


def test_an_account_is_added_and_its_password_shown_until_it_is_closed(page):
    page.text_input[1].input("Budi")
    [name] = [box for box in page.text_input if box.label == "Nama pengguna"]
    name.input("budi")
    [agency] = [box for box in page.selectbox if box.placeholder and not box.key]
    agency.select("DINKOMINFO")
    app = press(page, "Tambah akun")
    assert not app.exception
    assert accounts()["budi"].agency == "DINKOMINFO"
    assert len(app.code[0].value) >= 12
    assert app.run().code
    assert not press(app, "Tutup").code


def test_an_email_is_noted_for_an_account_that_is_there_and_taken_away(page):
    page.text_input(key="email_of_kepala").input("Kepala@contoh.go.id")
    app = press(page, "Simpan surel")
    assert accounts()["kepala"].email == "kepala@contoh.go.id"
    assert "kepala@contoh.go.id" in app.dataframe[0].value["Surel"].tolist()
    app.text_input(key="email_of_kepala").input("")
    press(app, "Simpan surel")
    assert accounts()["kepala"].email is None


def test_what_is_no_email_is_refused_with_a_sentence(page):
    page.text_input(key="email_of_kepala").input("bukan surel")
    app = press(page, "Simpan surel")
    assert "bukan alamat surel" in app.error[0].value
    assert accounts()["kepala"].email is None


def test_the_last_admin_can_neither_be_disabled_nor_made_something_else(page):
    app = press(page, "Nonaktifkan")
    assert "satu admin lain" in app.error[0].value
    app.radio(key="role_of_kepala").set_value(Role.VIEWER)
    app = press(app, "Simpan peran")
    assert "satu admin lain" in app.error[0].value
    assert (accounts()["kepala"].active, accounts()["kepala"].role) == (True, Role.ADMIN)


def test_a_password_is_reset_and_shown(page):
    app = press(page, "Setel ulang kata sandi")
    assert "kepala" in app.success[0].value
    assert app.code[0].value
    assert accounts()["kepala"].must_change


def filled(page, name: str, display: str = "Budi", agency: str | None = "DINKOMINFO"):
    """Fill in the form that adds an account, and send it."""
    boxes = {box.label: box for box in page.text_input if not box.key}
    boxes["Nama pengguna"].input(name)
    boxes["Nama yang ditampilkan"].input(display)
    if agency:
        [box] = [box for box in page.selectbox if box.placeholder and not box.key]
        box.select(agency)
    return press(page, "Tambah akun")


@pytest.mark.parametrize("name", ["", "budi santoso", "<b>budi</b>", "budi/../kepala"])
def test_a_name_that_is_none_is_refused_in_words_and_adds_nothing(page, name):
    before = set(accounts())
    app = filled(page, name)
    assert not app.exception
    assert app.error[0].value
    assert set(accounts()) == before


def test_a_name_that_is_taken_is_refused_and_leaves_its_owner_alone(page):
    before = accounts()["kepala"]
    app = filled(page, "Kepala")
    assert app.error[0].value
    assert accounts() == {"kepala": before}


def test_an_operator_without_an_agency_is_refused(page):
    app = filled(page, "budi", agency=None)
    assert app.error[0].value
    assert "budi" not in accounts()


def test_a_name_is_kept_in_small_letters_and_signs_in_its_display_do_no_harm(page):
    app = filled(page, " BUDI ", display="[Budi](http://x) *B*")
    assert not app.exception
    assert accounts()["budi"].display == "[Budi](http://x) *B*"
    assert "[Budi](http://x) *B*" in app.dataframe[0].value["Nama"].tolist()


def test_an_account_is_put_off_and_on_again_and_the_record_tells(page):
    filled(page, "budi")
    app = page.selectbox(key="account").select("budi").run()
    app = press(app, "Nonaktifkan")
    assert not accounts()["budi"].active
    row = app.dataframe[0].value.set_index("Nama pengguna").loc["budi"]
    assert row["Keadaan"] == "nonaktif"
    app = press(app, "Aktifkan")
    assert accounts()["budi"].active
    kinds = [event.kind for event in services.identity().accounts.events(LOCAL_ADMIN)]
    assert len(kinds) >= 3


def test_a_role_is_changed_with_the_agency_it_needs(page):
    filled(page, "budi")
    app = page.selectbox(key="account").select("budi").run()
    app.radio(key="role_of_budi").set_value(Role.VIEWER)
    press(app, "Simpan peran")
    assert (accounts()["budi"].role, accounts()["budi"].agency) == (Role.VIEWER, None)


def test_only_who_looks_after_accounts_sees_them(open_page, caplog):
    app = open_page("akun", actor=VISITOR)
    assert app.exception
    assert not [*app.dataframe, *app.text_input, *app.button]
    assert "Denied: Tanpa masuk, Anda tidak berhak mengelola akun" in caplog.text


def test_the_form_offers_the_agencies_of_the_plan_and_no_role_that_needs_another(page):
    [box] = [box for box in page.selectbox if box.placeholder and not box.key]
    assert "INSPEKTORAT" in box.options
    assert len(set(box.options)) == len(box.options)
    app = filled(page, "wati", display="", agency="INSPEKTORAT")
    assert not app.exception
    assert (accounts()["wati"].display, accounts()["wati"].role) == ("wati", Role.OPERATOR)
