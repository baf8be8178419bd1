"""Reporting on a card: fields, findings beside them, preview, apply; and words that are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.findings import catalogue
from lib.plan.change.difference import same
from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import Sheet
from lib.service import changing, drafts, filling
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.library import Library
from lib.service.startup import open_library
from lib.store.records import Origin
from lib.ui.viewer import session
from lib.ui.words import form_words
from lib.ui.words.change_words import SETTLE, UNDO
from tests.factory import decree_plan
from tests.service.test_filling import OTHER, PLAN, form
from tests.ui.test_pages import words
from tests.ui.test_upload import buttons, click

CARD = {"kode": "I.1.b", "posisi": "2023-TW4"}
OWNER = decree_plan().activity_progress.loc[4, "pihak_terlibat"]
OPERATOR = Actor("operator", "Operator", Role.OPERATOR, OWNER)
STRANGE = Actor("operator-lain", "Operator", Role.OPERATOR, "DINAS LAIN")


@pytest.fixture
def library(tmp_path) -> Library:
    return open_library(tmp_path / "empty")


@pytest.fixture
def card(open_page, library):
    """The card of a kegiatan of one year, before an operator in charge of it."""
    assert library.head(PLAN) == 1
    return open_page("kegiatan", fresh=False, actor=OPERATOR, **CARD)


def fill(app, **fields: str):
    """Type into the first year's fields by label, `_` for a space, and have them checked."""
    for label, typed in fields.items():
        named = [*app.text_input, *app.text_area, *app.selectbox]
        widget, *_ = [w for w in named if w.label.partition(" (")[0] == label.replace("_", " ")]
        widget.set_value(typed)
    return check(app)


def check(app):
    """Press the first year's button."""
    return next(button for button in app.button if button.label == "Periksa").click().run()


def test_an_operator_reports_a_figure_and_sees_it_on_the_card(card, library):
    app = fill(card, Realisasi_TW_I="25", Kendala="Alat belum datang")
    assert not app.exception
    said = words(app)
    assert "REALISASI TW I: diisi 25%" in said
    assert "Dampak pada layar" in said
    assert library.head(PLAN) == 1
    click(app, "Terapkan")
    assert "Tersimpan sebagai versi 2" in app.success[0].value
    assert "**25%**" in words(app)
    assert library.log(LOCAL_ADMIN, PLAN)[0].kind is Origin.EDIT
    click(app, UNDO)
    newest, first = (library.snapshot(LOCAL_ADMIN, PLAN, number).plan for number in (None, 1))
    assert same(newest, first)


def test_a_mistake_is_said_beside_its_field_and_nothing_can_be_applied(card, library):
    app = fill(card, Realisasi_TW_I="50", Realisasi_TW_II="25")
    assert "Terapkan" not in buttons(app)
    assert "REALISASI TW II 25% lebih kecil dari REALISASI TW I 50%." in words(app)
    app = fill(app, Realisasi_TW_II="60")
    assert "lebih kecil" not in words(app)
    click(app, "Terapkan")
    row = library.snapshot(LOCAL_ADMIN, PLAN).plan.activity_progress.loc[4]
    assert (row["realisasi_tw1"], row["realisasi_tw2"]) == (50, 60)


def test_a_form_begun_before_somebody_else_wrote_keeps_its_base_and_asks(card, library):
    card.text_input[0].set_value("30")
    theirs = filling.propose(library, OTHER, form(realisasi_tw1="10"))
    changing.apply(library, OTHER, theirs)
    app = check(card)
    assert "Terapkan" not in buttons(app)
    [choice] = app.radio
    assert "10%" in str(choice.options)
    choice.set_value(next(o for o in choice.options if "30%" in o)).run()
    click(app, SETTLE)
    click(app, "Terapkan")
    assert library.snapshot(LOCAL_ADMIN, PLAN).plan.activity_progress.loc[4, "realisasi_tw1"] == 30


def test_a_finding_without_a_field_is_said_below_the_form(card, monkeypatch):
    def propose(*asked):
        stray = catalogue.NUMBER_INVALID.at("Progres Kegiatan", "ZZ99", seen="“tujuh”")
        return replace(made(*asked), read=(stray,))

    made = filling.propose
    monkeypatch.setattr(filling, "propose", propose)
    app = fill(card, Realisasi_TW_I="25")
    assert "Terapkan" not in buttons(app)
    assert "Sel ini berisi “tujuh”. Ketik angkanya saja." in words(app)


@pytest.mark.parametrize(("asked", "seen"), [("2023", "2023"), ("2024", "2024"), ("1999", "2024")])
def test_a_link_says_which_years_form_is_seen_first(open_page, asked, seen):
    app = open_page("kegiatan", kode="V.2.a", posisi="2024-TW4", isian=asked)
    assert first_tab(app) == seen


def first_tab(app) -> str:
    """The tab of the form that is open at first."""
    [tabs] = app.get("tab_container")
    return str(app.tabs[tabs.proto.tab_container.default_tab_index].label)


def test_forms_that_wait_cost_no_statement_each(open_page, library, statements):
    for row in decree_plan().activity_progress.head(10).itertuples():
        place = (Sheet.ACTIVITY_PROGRESS, row.no, row.tahun)
        drafts.keep_form(library, LOCAL_ADMIN, FilledForm(PLAN, 1, *place, (("kendala", "x"),)))
    app = open_page("unggah", fresh=False)
    seen = statements()
    app.run()
    assert len(app.warning) == 10
    assert sum("draft" in statement for statement in seen) == 2


@pytest.mark.parametrize("actor", [VISITOR, STRANGE, Actor("p", "P", Role.VIEWER, OWNER)])
@pytest.mark.parametrize("page", [("kegiatan", CARD), ("kartu-indikator", {"no": "1.a"})])
def test_whose_row_it_is_not_sees_no_form(open_page, actor, page):
    app = open_page(page[0], actor=actor, **page[1])
    assert not app.exception
    assert "Periksa" not in buttons(app)


@pytest.mark.parametrize("view", [{"rapat": "1"}, {"versi": "1"}])
def test_no_form_stands_in_a_meeting_or_an_old_version(open_page, view):
    app = open_page("kegiatan", sample=True, kode="II.1.a", **view)
    assert form_words.REPORT_HELP not in words(app)
    assert not [one for one in app.text_input if one.label.startswith("Realisasi")]


def test_an_indicator_is_reported_likewise(open_page, library):
    app = open_page("kartu-indikator", fresh=False, no="1.a", posisi="2024-TW4")
    [year] = [button for button in app.button if button.label == "Periksa"][1:]
    for label, typed in (("Satuan", "orang"), ("Target", "100"), ("Realisasi", "75")):
        [_, widget] = [w for w in app.text_input if w.label == label]
        widget.set_value(typed)
    year.click().run()
    click(app, "Terapkan")
    assert not app.exception
    frame = library.snapshot(LOCAL_ADMIN, PLAN).plan.indicator_progress
    [row] = frame.query("no == '1.a' and tahun == 2024").to_dict("records")
    assert (row["satuan"], row["target"], row["realisasi"]) == ("orang", 100, 75)


def test_what_was_checked_goes_on_from_another_screen(open_page, card):
    fill(card, Realisasi_TW_I="50", Kendala="Alat belum datang")
    upload = open_page("unggah", fresh=False, actor=OPERATOR)
    assert any("I.1.b" in item.value.replace("\\", "") for item in upload.warning)
    assert "(</kegiatan?kode=I.1.b&rencana=" in words(upload)
    app = open_page("kegiatan", fresh=False, actor=OPERATOR, **CARD)
    assert any("Melanjutkan isian Anda" in item.value for item in app.info)
    assert app.text_input[0].value == "50"
    check(app)
    click(app, "Terapkan")
    assert "Tersimpan sebagai versi 2" in app.success[0].value
    app.run()
    assert not open_page("unggah", fresh=False, actor=OPERATOR).warning


def test_a_choice_made_on_another_screen_is_not_asked_again(open_page, card, library):
    card.text_input[0].set_value("30")
    changing.apply(library, OTHER, filling.propose(library, OTHER, form(realisasi_tw1="10")))
    app = check(card)
    [choice] = app.radio
    choice.set_value(next(o for o in choice.options if "30%" in o)).run()
    click(app, SETTLE)
    again = check(open_page("kegiatan", fresh=False, actor=OPERATOR, **CARD))
    assert not again.radio
    click(again, "Terapkan")
    assert library.snapshot(LOCAL_ADMIN, PLAN).plan.activity_progress.loc[4, "realisasi_tw1"] == 30


def test_what_is_discarded_is_gone(open_page, card):
    click(fill(card, Realisasi_TW_I="50"), "Buang isian")
    assert card.text_input[0].value == ""
    app = open_page("kegiatan", fresh=False, actor=OPERATOR, **CARD)
    assert (app.text_input[0].value, len(app.info)) == ("", 0)


def test_words_typed_before_a_sign_in_ended_wait_for_their_person(
    open_page, card, library, monkeypatch
):
    monkeypatch.setattr(session, "lapsed", lambda: OPERATOR)
    monkeypatch.setattr(session, "actor", lambda: VISITOR)
    app = fill(card, Realisasi_TW_I="25", Kendala="Alat belum datang")
    assert not app.exception
    assert any("Sesi masuk Anda sudah berakhir" in item.value for item in app.warning)
    assert "Periksa" not in buttons(app)
    assert library.head(PLAN) == 1
    app.run()
    assert any("Sesi masuk Anda sudah berakhir" in item.value for item in app.warning)
    [waiting] = drafts.waiting(library, OPERATOR)
    assert waiting.form == form(realisasi_tw1="25", kendala="Alat belum datang")
    monkeypatch.setattr(session, "lapsed", lambda: None)
    again = open_page("kegiatan", fresh=False, actor=OPERATOR, **CARD)
    assert again.text_input[0].value == "25"
    assert "Alat belum datang" in [area.value for area in again.text_area]


def test_a_form_left_for_another_page_holds_what_was_checked(card):
    from streamlit.util import calc_hash

    app = fill(card, Realisasi_TW_I="50")
    for page in ("unggah", "kegiatan"):
        app._page_hash = calc_hash(page)
        app.run()
        assert not app.exception
    assert app.text_input[0].value == "50"
    assert "Terapkan" in buttons(app)
