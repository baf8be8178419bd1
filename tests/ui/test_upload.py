"""The upload journey through the frame: check, mistakes, preview, conflict, apply, undo."""

import pytest

from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, Actor, Role
from lib.service.library import Library
from lib.store import Store
from lib.ui.words.change_words import EFFECT
from lib.workbook.writing import writer
from tests.service.books import edited, without_version

PLAN = "banjarnegara-pengaduan-2023-2024"
FIRST = 4
"""Row of I.1.b 2023 in `Progres Kegiatan`; I, J, K, L are its REALISASI."""


@pytest.fixture
def library(open_page, tmp_path):
    """The store behind the page, as another person would use it."""
    open_page("unggah")
    return Library(Store.open(f"sqlite:///{tmp_path / 'empty' / 'rencana.sqlite'}"))


OTHER = Actor("wati", "Wati", Role.ADMIN)


def send(library: Library, actor: Actor, content: bytes) -> int:
    made = changing.check(library, actor, content, "lain.xlsx")
    return changing.apply(library, actor, made, yes=made.questions)


def put(app, content: bytes, name: str = "laporan.xlsx"):
    app.file_uploader[0].upload(name, content, "application/octet-stream")
    return app.run()


def click(app, label: str):
    """Press the one button of that label."""
    [button] = [button for button in app.button if button.label == label]
    return button.click().run()


def buttons(app) -> list[str]:
    return [button.label for button in app.button]


def test_a_filled_in_copy_is_previewed_and_applied_only_on_the_button(open_page, library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    app = put(open_page("unggah", fresh=False), edited(copy, I4=0.25, J4=0.5))
    assert not app.exception
    assert "2 perubahan" in app.success[0].value
    assert library.head(PLAN) == 1
    app.text_input[0].input("laporan triwulan II")
    click(app, "Terapkan")
    assert not app.exception
    assert "versi 2" in app.success[0].value
    assert library.head(PLAN) == 2
    assert library.log(LOCAL_ADMIN, PLAN)[0].note == "laporan triwulan II"
    row = library.snapshot(LOCAL_ADMIN, PLAN).plan.activity_progress.loc[FIRST]
    assert (row["realisasi_tw1"], row["realisasi_tw2"]) == (25, 50)


def test_undo_right_after_applying_is_a_new_version(open_page, library):
    app = put(
        open_page("unggah", fresh=False), edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    )
    click(app, "Terapkan")
    app.button(key="undo").click().run()
    assert not app.exception
    assert library.head(PLAN) == 3
    assert not library.snapshot(LOCAL_ADMIN, PLAN).plan.is_reported


def test_a_mistake_names_its_cell_and_keeps_apply_away(open_page, library):
    app = put(
        open_page("unggah", fresh=False),
        edited(library.download(LOCAL_ADMIN, PLAN), I4=0.5, J4=0.25),
    )
    assert not app.exception
    assert "1 hal harus diperbaiki" in app.error[0].value
    table = app.table[0].value
    assert table.loc[0, ["Lembar", "Sel"]].tolist() == ["Progres Kegiatan", "J4"]
    labels = [button.label for button in app.get("download_button")]
    assert "Unduh berkas bertanda" in labels
    assert "Terapkan" not in buttons(app)


def test_the_same_content_is_no_change_and_no_version(open_page, library):
    app = put(open_page("unggah", fresh=False), library.download(LOCAL_ADMIN, PLAN))
    assert any("Tidak ada perubahan" in info.value for info in app.info)
    assert "Terapkan" not in buttons(app)
    assert library.head(PLAN) == 1


def test_two_people_in_different_cells_both_keep_their_work(open_page, library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    other = changing.check(library, LOCAL_ADMIN, edited(copy, I5=0.1), "lain.xlsx")
    changing.apply(library, LOCAL_ADMIN, other)
    app = put(open_page("unggah", fresh=False), edited(copy, I4=0.25))
    click(app, "Terapkan")
    progress = library.snapshot(LOCAL_ADMIN, PLAN).plan.activity_progress
    assert progress.loc[[4, 5], "realisasi_tw1"].tolist() == [25, 10]


def test_the_same_cell_waits_for_a_choice_that_names_the_other_writer(open_page, library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    send(library, OTHER, edited(copy, I4=0.1))
    app = put(open_page("unggah", fresh=False), edited(copy, I4=0.25))
    assert not app.exception
    assert "Terapkan" not in buttons(app)
    [choice] = app.radio
    assert OTHER.name in " ".join(choice.options)
    choice.set_value("mine").run()
    click(app, "Pakai pilihan ini")
    click(app, "Terapkan")
    progress = library.snapshot(LOCAL_ADMIN, PLAN).plan.activity_progress
    assert progress.loc[4, "realisasi_tw1"] == 25


def test_what_somebody_stored_elsewhere_does_not_undo_the_preview(open_page, library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    app = put(open_page("unggah", fresh=False), edited(copy, I4=0.25))
    send(library, OTHER, edited(copy, I5=0.1))
    click(app, "Terapkan")
    assert "versi 3" in app.success[0].value


@pytest.mark.parametrize(("actor", "named"), [(OTHER, OTHER.name), (LOCAL_ADMIN, "Anda sendiri")])
def test_what_changed_the_preview_is_shown_with_who_did_it(open_page, library, actor, named):
    copy = library.download(LOCAL_ADMIN, PLAN)
    app = put(open_page("unggah", fresh=False), edited(copy, I4=0.25))
    send(library, actor, edited(copy, I4=0.1))
    click(app, "Terapkan")
    assert library.head(PLAN) == 2
    assert any(f"diubah {named}" in warning.value for warning in app.warning)
    assert any(named in option for option in app.radio[0].options)


def test_a_file_that_is_no_workbook_is_refused_with_what_it_is(open_page):
    app = put(open_page("unggah"), b"%PDF-1.7 ...", "laporan.xlsx")
    assert not app.exception
    assert "PDF" in str(app.table[0].value.values)


def test_a_copy_without_a_stamp_asks_once_more(open_page, library):
    copy = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
    app = put(open_page("unggah", fresh=False), without_version(copy))
    [apply] = [button for button in app.button if button.label == "Terapkan"]
    assert apply.disabled
    for box in app.checkbox:
        box.check()
    app.run()
    [apply] = [button for button in app.button if button.label == "Terapkan"]
    assert not apply.disabled


def test_a_sample_among_real_data_is_called_one_and_asked_about_by_itself(open_page, library):
    app = put(open_page("unggah", fresh=False), writer.data_file("contoh_progres.xlsx"))
    assert not app.exception
    assert "CONTOH dan angkanya rekaan" in str(app.table[0].value.values)
    assert any("rencana lain" in info.value for info in app.info)
    boxes = {box.label: box for box in app.checkbox}
    [made_up] = [label for label in boxes if "CONTOH" in label]
    for label in boxes.keys() - {made_up}:
        boxes[label].check()
    app.run()
    [apply] = [button for button in app.button if button.label == "Terapkan"]
    assert apply.disabled
    [box] = [box for box in app.checkbox if box.label == made_up]
    box.check().run()
    [apply] = [button for button in app.button if button.label == "Terapkan"]
    assert not apply.disabled
    assert len(library.plans(LOCAL_ADMIN)) == 1


def test_very_many_findings_are_cut_and_the_rest_counted(open_page, library):
    cells = {f"{column}{row}": "abc" for column in "EFGHIJKLMNOR" for row in range(4, 21)}
    app = put(
        open_page("unggah", fresh=False), edited(library.download(LOCAL_ADMIN, PLAN), **cells)
    )
    assert not app.exception
    assert f"{len(cells)} hal harus diperbaiki" in app.error[0].value
    assert len(app.table[0].value) == 200
    assert any("dan 4 lagi" in caption.value for caption in app.caption)


def test_a_copy_that_only_empties_cells_says_so_and_shows_them_first(open_page, library):
    filled = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25, J4=0.5)
    changing.apply(library, LOCAL_ADMIN, changing.check(library, LOCAL_ADMIN, filled, "isi.xlsx"))
    emptied = edited(library.download(LOCAL_ADMIN, PLAN), J4=None)
    app = put(open_page("unggah", fresh=False), emptied)
    assert "1 sel dikosongkan. Belum ada yang disimpan." in app.success[0].value
    assert [tab.label for tab in app.tabs] == ["Perubahan (0)", "Dikosongkan (1)", EFFECT]
    assert "Tidak ada." in [caption.value for caption in app.tabs[0].caption]
    assert "50% dikosongkan" in app.tabs[1].markdown[0].value.replace("\\", "")


def test_one_version_can_be_gone_back_to_again_after_somebody_filled_in_more(open_page, library):
    def fill_in() -> None:
        filled = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25)
        changing.apply(
            library, LOCAL_ADMIN, changing.check(library, LOCAL_ADMIN, filled, "isi.xlsx")
        )

    fill_in()
    app = open_page("riwayat", fresh=False)
    for head in (3, 5):
        app.selectbox(key="looked_into").select(1).run()
        click(app, "Lihat dampak pengembalian")
        app.checkbox[0].check().run()
        click(app, "Kembalikan ke versi ini")
        assert not app.exception
        assert f"versi {head}" in app.success[0].value
        assert library.head(PLAN) == head
        fill_in()
        app.run()
