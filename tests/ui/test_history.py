"""Riwayat through the frame: what a version changed, who may take what, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.plan.change.difference import same
from lib.plan.change.verified import marks, unmarked
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.library import Snapshot
from lib.ui.viewer import services
from lib.ui.words import change_words, lock_words

AGENCY = Actor("opd", "Staf OPD", Role.OPERATOR, "INSPEKTORAT")


def words(app) -> str:
    elements = [*app.title, *app.markdown, *app.caption, *app.header, *app.info, *app.success]
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def labels(app) -> set[str]:
    return {element.label for kind in ("button", "download_button") for element in app.get(kind)}


def pick(app, number: int):
    return app.selectbox(key="looked_into").select(number).run()


def go_back(app):
    """Go back with the note that a target takes which moves with it."""
    [note] = [field for field in app.text_input if field.label == lock_words.NOTE_NEEDED]
    return press(note.set_value("Perbup 12/2024 tanggal 3 Mei 2024").run(), change_words.ROLL_BACK)


def press(app, label: str):
    return next(button for button in app.button if button.label == label).click().run()


def snapshot(number: int) -> Snapshot:
    library = services.library()
    [plan] = library.plans(LOCAL_ADMIN)
    return library.snapshot(LOCAL_ADMIN, plan.id, number)


def versions() -> list:
    library = services.library()
    [plan] = library.plans(LOCAL_ADMIN)
    return library.log(LOCAL_ADMIN, plan.id)


def test_the_list_says_of_every_version_when_by_whom_from_what_and_how_much(open_page):
    table = open_page("riwayat", sample=True).dataframe[0].value
    assert table["Asal"].tolist()[-1] == "Rencana awal"
    assert (table["Oleh"].str.len() > 0).all()
    assert (table["Kode"].str.len() == 8).all()
    stored = {version.number: version.counts for version in versions()}
    for row in table.to_dict("records"):
        counts = stored[row["Versi"]]
        assert row["Sel diisi"] == counts.get("set", 0) + counts.get("added", 0)


def test_the_list_names_the_kegiatan_that_a_version_changed(open_page):
    table = open_page("riwayat", sample=True).dataframe[0].value.set_index("Versi")
    named = table["Yang berubah"]
    assert named[1] == ""
    assert named[3].startswith("I.1.b Fasilitasi RB dan Akuntabilitas; II.1.a ")
    assert named[3].rpartition("; ")[2].startswith("dan ")


def test_a_correction_of_what_was_locked_is_called_one_and_says_why(open_page):
    app = open_page("riwayat", sample=True)
    table = app.dataframe[0].value.set_index("Versi")
    assert table["Asal"].to_dict() == {
        5: "Koreksi", 4: "Formulir", 3: "Unggahan", 2: "Unggahan", 1: "Rencana awal"
    }  # fmt: skip
    assert table["Catatan"][5].startswith("IV.1.b TW III 2023: ")
    assert f"Koreksi: {table['Catatan'][5]}" in words(app)
    card = words(open_page("kegiatan", sample=True, kode="IV.1.b"))
    assert f"sistem, versi 5, koreksi: {table['Catatan'][5]}" in card


def test_who_is_signed_in_finds_their_own_changes(open_page):
    app = open_page("riwayat", sample=True, actor=replace(LOCAL_ADMIN, name="sistem"))
    app = app.toggle(key="mine").set_value(True).run()
    assert not app.exception
    assert app.dataframe[0].value["Versi"].tolist() == [5, 4, 3, 2, 1]
    app = open_page("riwayat", sample=True, actor=AGENCY, fresh=False)
    app = app.toggle(key="mine").set_value(True).run()
    assert not app.dataframe
    assert change_words.NONE_OF_MINE in words(app)


def test_a_visitor_has_no_changes_of_their_own_to_look_for(open_page):
    assert not open_page("riwayat", sample=True, actor=VISITOR).toggle


def test_the_newest_version_is_looked_into_first_and_an_older_one_when_picked(open_page):
    app = open_page("riwayat", sample=True)
    assert app.header[0].value.startswith("Versi 5,")
    app = pick(app, 2)
    assert not app.exception
    assert app.header[0].value.startswith("Versi 2,")


def test_the_first_version_is_the_decree_and_has_no_changes(open_page):
    app = pick(open_page("riwayat", sample=True), 1)
    assert change_words.FIRST_VERSION in words(app)


def test_only_an_older_version_can_be_compared_with_the_newest(open_page):
    app = open_page("riwayat", sample=True)
    links = {link.proto.label for link in app.get("page_link")}
    assert change_words.COMPARE_VERSION not in links
    older = {link.proto.label for link in pick(app, 2).get("page_link")}
    assert {change_words.SEE_VERSION, change_words.COMPARE_VERSION} <= older


@pytest.mark.parametrize("actor", [VISITOR, AGENCY], ids=["visitor", "operator"])
def test_who_may_not_go_back_is_offered_no_way_back(open_page, actor):
    app = pick(open_page("riwayat", sample=True, actor=actor), 2)
    assert not app.exception
    assert change_words.PREVIEW_ROLL_BACK not in labels(app)
    assert change_words.DOWNLOAD in labels(app)


def test_the_way_back_is_previewed_then_made_and_nothing_before_it_is_lost(open_page):
    app = pick(open_page("riwayat", sample=True), 2)
    before = [version.code for version in versions()]
    app = press(app, change_words.PREVIEW_ROLL_BACK)
    assert not app.exception
    assert [version.code for version in versions()] == before
    for box in app.checkbox:
        box.check()
    app = press(app.run(), change_words.ROLL_BACK)
    assert "dasar hukumnya" in "".join(error.value for error in app.error)
    app = go_back(app)
    assert change_words.applied(6) in words(app)
    after = [version.code for version in versions()]
    assert after[1:] == before
    back, older = (snapshot(number).plan for number in (6, 2))
    assert marks(back)  # what verifiers said stays where its figures stay
    assert same(unmarked(back), older)


def test_the_newest_version_is_offered_no_way_back_to_itself(open_page):
    assert change_words.PREVIEW_ROLL_BACK not in labels(open_page("riwayat", sample=True))


def test_going_back_to_what_holds_already_changes_nothing(open_page):
    app = press(pick(open_page("riwayat", sample=True), 2), change_words.PREVIEW_ROLL_BACK)
    for box in app.checkbox:
        box.check()
    go_back(app)
    again = pick(open_page("riwayat", sample=True, fresh=False), 2)
    again = press(again, change_words.PREVIEW_ROLL_BACK)
    assert change_words.NO_CHANGES in words(again)
    assert change_words.ROLL_BACK not in labels(again)
    assert len(versions()) == 6


def test_a_preview_of_one_version_does_not_stand_under_another(open_page):
    app = press(pick(open_page("riwayat", sample=True), 2), change_words.PREVIEW_ROLL_BACK)
    app = pick(app, 1)
    assert change_words.PREVIEW_ROLL_BACK in labels(app)
    assert change_words.ROLL_BACK not in labels(app)
