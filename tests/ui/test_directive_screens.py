"""Instructions of meetings on screen: who sees, answers and notes them."""

import pytest

from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.ui.words import arahan_words as text
from tests.ui.test_pages import words

OPERATOR = Actor("petugas", "Petugas", Role.OPERATOR, "DINKOMINFO")
OTHER = Actor("lain", "Lain", Role.OPERATOR, "INSPEKTORAT")
READER = Actor("pengamat", "Pengamat", Role.VIEWER)
CODE = "III.1.a"


@pytest.mark.parametrize(
    ("actor", "heading", "numbers"),
    [
        (LOCAL_ADMIN, text.FOR_ADMIN, ["1", "3"]),
        (OPERATOR, text.FOR_YOU, ["1"]),
        (OTHER, text.FOR_YOU, ["3"]),
        (READER, "", []),
        (VISITOR, "", []),
    ],
)
def test_unggah_lists_what_is_open_to_whom_it_concerns(open_page, actor, heading, numbers) -> None:
    app = open_page("unggah", sample=True, actor=actor)
    assert not app.exception
    offered = [box.options for box in app.selectbox if box.label == text.ANSWER_ONE]
    assert offered == ([numbers] if numbers else [])
    assert (heading in words(app)) is True
    assert ("Arahan" in words(app)) is bool(numbers)


@pytest.mark.parametrize("number", ["2", "3", "9"])
def test_an_address_opens_no_form_that_is_not_the_agency_s(open_page, number) -> None:
    app = open_page("unggah", sample=True, actor=OPERATOR, arahan=number)
    assert not app.exception
    assert text.ANSWER_HELP not in words(app)


def test_the_agency_s_form_has_its_three_columns_and_the_admin_s_all_but_the_number(
    open_page,
) -> None:
    def fields(actor: Actor) -> set[str]:
        app = open_page("unggah", sample=True, actor=actor, arahan="1")
        assert not app.exception
        boxes = (*app.selectbox, *app.text_area, *app.text_input, *app.date_input)
        return {box.label for box in boxes} - {text.ANSWER_ONE}

    links = "Bukti dukung (tautan, satu per baris)"
    assert fields(OPERATOR) == {"Status", "Tindak lanjut", links}
    planned = {"Tanggal", "Rapat", "Arahan", "Kegiatan", "Penanggung jawab", "Tenggat"}
    assert fields(LOCAL_ADMIN) == {"Status", "Tindak lanjut", links, *planned}


@pytest.mark.parametrize("actor", [LOCAL_ADMIN, OPERATOR, OTHER, READER, VISITOR])
def test_a_card_tells_its_instructions_and_leads_who_may_answer_to_the_form(
    open_page, actor
) -> None:
    app = open_page("kegiatan", sample=True, actor=actor, kode=CODE)
    assert not app.exception
    shown = words(app)
    assert text.ON_CARD in shown
    assert ("arahan=1" in shown) is (actor in (LOCAL_ADMIN, OPERATOR))


@pytest.mark.parametrize("page", ["ringkasan", "kegiatan"])
@pytest.mark.parametrize("actor", [LOCAL_ADMIN, OPERATOR, READER, VISITOR])
@pytest.mark.parametrize("meeting", ["1", "0"])
def test_only_an_admin_in_a_meeting_notes(open_page, page, actor, meeting) -> None:
    app = open_page(page, sample=True, actor=actor, kode=CODE, rapat=meeting)
    assert not app.exception
    assert (text.NOTE_HELP in words(app)) is (actor is LOCAL_ADMIN and meeting == "1")


@pytest.mark.parametrize("page", ["ringkasan", "unggah", "bahan-rapat", "riwayat", "kegiatan"])
def test_a_plan_without_instructions_says_no_word_of_them(open_page, page) -> None:
    app = open_page(page, actor=LOCAL_ADMIN, kode=CODE)
    assert not app.exception
    assert "arahan" not in words(app).casefold()
