"""The card of an indicator in steps: what it shows, and how a step is chosen."""

from __future__ import annotations

import pytest

from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import Sheet
from lib.service import changing, filling
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import open_library
from tests.factory import RUBRIC
from tests.service.test_filling import PLAN
from tests.ui.test_pages import words
from tests.ui.test_upload import buttons, click

ROW = ("1.a", 2024)
CARD = {"no": ROW[0], "posisi": "2024-TW4", "isian": "2024"}


@pytest.fixture
def library(tmp_path):
    return open_library(tmp_path / "empty")


@pytest.fixture
def stepped(open_page, library):
    """The card of an indicator with a rubric, whose wanted step is the third."""
    cells = (("satuan", "Tahap"), ("rubrik", RUBRIC), ("target", "3"))
    form = FilledForm(PLAN, 1, Sheet.INDICATOR_PROGRESS, *ROW, cells)
    proposal = filling.propose(library, LOCAL_ADMIN, form)
    changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions)
    return open_page("kartu-indikator", fresh=False, **CARD)


def labelled(widgets, label):
    """The field of 2024: the second of its name, or the only one."""
    return [widget for widget in widgets if widget.label == label][-1]


def check(app):
    """Press the button of 2024."""
    return [button for button in app.button if button.label == "Periksa"][-1].click().run()


def stored(library, column):
    frame = library.snapshot(LOCAL_ADMIN, PLAN).plan.indicator_progress
    return frame.query("no == @ROW[0] and tahun == @ROW[1]").iloc[0][column]


def test_a_form_that_needs_no_rubric_has_no_field_for_it(open_page):
    app = open_page("kartu-indikator", **CARD)
    assert not app.exception
    assert "Rubrik" not in [one.label for one in app.text_area]
    assert not app.radio


def test_the_unit_asks_for_the_rubric_and_the_rubric_offers_its_steps(open_page, library):
    app = open_page("kartu-indikator", **CARD)
    labelled(app.text_input, "Satuan").set_value("Tahap")
    check(app)
    assert "RUBRIK kosong" in words(app)
    assert "Terapkan" not in buttons(app)
    labelled(app.text_area, "Rubrik").set_value("satu\ndua\ntiga")
    check(app)
    assert "RUBRIK berisi 3 baris" in words(app)
    labelled(app.text_area, "Rubrik").set_value(RUBRIC)
    check(app)
    assert "SATUAN: diisi “Tahap”" in words(app)
    for label, step in (("Realisasi", "2"), ("Target", "4")):
        labelled(app.radio, label).set_value(step)
    check(app)
    assert "REALISASI: diisi Tahap 2" in words(app)
    click(app, "Terapkan")
    assert not app.exception
    assert (stored(library, "realisasi"), stored(library, "target")) == (2, 4)
    assert "Tahap 2 dari 4" in words(app)


def test_what_was_typed_before_the_steps_were_there_is_not_lost(open_page):
    app = open_page("kartu-indikator", **CARD)
    labelled(app.text_input, "Satuan").set_value("Tahap")
    labelled(app.text_input, "Realisasi").set_value("75%")
    check(app)
    labelled(app.text_area, "Rubrik").set_value(RUBRIC)
    check(app)
    assert "berisi “75%”, sedangkan SATUAN" in words(app)
    radio = labelled(app.radio, "Realisasi")
    assert radio.value == "75%"
    radio.set_value("1")
    check(app)
    assert "REALISASI: diisi Tahap 1" in words(app)


def test_a_step_is_chosen_by_its_words(stepped, library):
    radio = labelled(stepped.radio, "Realisasi")
    offered = [option.replace("\\", "") for option in radio.options[1:]]
    assert offered == [f"Tahap {n}: {w}" for n, w in enumerate(RUBRIC.split("\n"), 1)]
    radio.set_value("3")
    check(stepped)
    click(stepped, "Terapkan")
    assert stored(library, "realisasi") == 3
    said = words(stepped)
    assert "**Tahap 3: SOP ditetapkan" in said
    assert "tahap saat ini, target" in said
    assert "REALISASI 2024 diisi Tahap 3" in said


@pytest.mark.usefixtures("stepped")
def test_the_history_goes_from_step_to_step(open_page):
    for step in ("1", "2"):
        app = open_page("kartu-indikator", fresh=False, **CARD)
        labelled(app.radio, "Realisasi").set_value(step)
        check(app)
        click(app, "Terapkan")
    assert "REALISASI 2024 Tahap 1 menjadi Tahap 2" in words(app)
    history = open_page("riwayat", fresh=False)
    assert "REALISASI: Tahap 1 menjadi Tahap 2" in words(history)


def test_a_rubric_with_signs_of_markdown_is_shown_as_it_is(open_page, library):
    rubric = "*a*\n[b](https://x.id)\n<b>c</b>\n`d`"
    cells = (("satuan", "Tahap"), ("rubrik", rubric), ("realisasi", "1"), ("target", "2"))
    form = FilledForm(PLAN, 1, Sheet.INDICATOR_PROGRESS, *ROW, cells)
    proposal = filling.propose(library, LOCAL_ADMIN, form)
    changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions)
    app = open_page("kartu-indikator", fresh=False, **CARD)
    assert not app.exception
    shown = [item.value for item in app.markdown] + labelled(app.radio, "Realisasi").options
    told = [text for text in shown if "Tahap 1" in text or "Tahap 2" in text]
    assert told
    for sign in ("[b](", "<b>c", "*a*", "`d`"):
        assert not [text for text in told if sign in text.replace(f"\\{sign[0]}", "")]
