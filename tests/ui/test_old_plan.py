"""Lanjutkan rencana lama: an old plan, its kegiatan mapped, and the ways between the cards."""

from __future__ import annotations

import pytest

from lib.plan.registers.continuation import continuations
from lib.service import plan_choice, sketches
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.service.startup import open_library
from tests.service.test_succession import DECREE, OLD
from tests.ui.test_new_plan import PAGE, TO_ADDING, TO_MEANINGS, TO_ROWS, go_to
from tests.ui.test_upload import click, put

CARD = "kegiatan"


@pytest.fixture
def library(tmp_path) -> Library:
    return open_library(tmp_path / "empty")


@pytest.fixture
def mapping(open_page):
    """Step 4 of a decree whose old plan was just chosen."""
    app = go_to(put(open_page(PAGE), DECREE, "keputusan.docx"), TO_MEANINGS, TO_ROWS)
    app.selectbox(key=box(app, "old_plan_")).select_index(1).run()
    assert not app.exception
    return app


def box(app, beginning: str, code: str = "") -> str:
    """The key of the one field that begins so, of an old kegiatan where a code is given."""
    fields = [field.key or "" for field in (*app.selectbox, *app.text_input)]
    [key] = [key for key in fields if key.startswith(beginning) and f"_{code}" in f"_{key}"]
    return key


def shown(app) -> str:
    return "\n".join(element.value for element in (*app.markdown, *app.caption))


def added(app, library) -> str:
    go_to(app, TO_ADDING)
    [yes] = app.checkbox
    yes.check().run()
    click(app, "Tambahkan rencana")
    assert "sudah ditambahkan" in app.success[0].value
    [id] = [plan.id for plan in library.plans(LOCAL_ADMIN) if plan.id != OLD]
    return id


def test_an_old_plan_is_chosen_and_its_kegiatan_are_paired(mapping):
    assert "1 diteruskan, 1 berubah, dan 8 belum dipetakan" in shown(mapping)
    assert mapping.selectbox(key=box(mapping, "fate_", "V.1.a")).value == "Diteruskan"
    assert mapping.selectbox(key=box(mapping, "new_", "V.2.a")).value == "I.1.b"


@pytest.mark.parametrize(("field", "value", "says"), [
    ("fate_", "Dihentikan", "Tulis alasan III.1.a dihentikan"),
    ("fate_", "Diteruskan", "Pilih kegiatan baru yang meneruskan III.1.a"),
    ("new_", "I.1.c", "III.1.a: kegiatan barunya sudah dipilih"),
])  # fmt: skip
def test_what_is_missing_is_said_and_nothing_kept(mapping, library, field, value, says):
    mapping.selectbox(key=box(mapping, field, "III.1.a")).set_value(value)
    click(mapping, "Simpan kelanjutan")
    assert says in mapping.error[0].value.replace("\\", "")
    [kept] = sketches.waiting(library, LOCAL_ADMIN)
    assert len(kept.answers) == 1


def test_states_and_reasons_come_into_the_new_plan_and_both_cards(mapping, library, open_page):
    mapping.selectbox(key=box(mapping, "fate_", "III.1.a")).set_value("Dihentikan")
    mapping.text_input(key=box(mapping, "why_", "III.1.a")).set_value("Aplikasi *ditutup*")
    click(mapping, "Simpan kelanjutan")
    assert "1 dihentikan" in shown(mapping)
    new = added(mapping, library)
    plan = library.snapshot(LOCAL_ADMIN, new).plan
    said = {one.code: one for one in continuations(plan)}
    assert (said["III.1.a"].fate, said["III.1.a"].reason) == ("Dihentikan", "Aplikasi *ditutup*")
    old = shown(open_page(CARD, rencana=OLD, kode="III.1.a"))
    assert "Dihentikan pada rencana 2025–2026" in old
    assert r"Aplikasi \*ditutup\*" in old
    goes_on = shown(open_page(CARD, rencana=OLD, kode="V.2.a"))
    assert r"Berubah menjadi [I\.1\.b" in goes_on
    assert f"(</kegiatan?rencana={new}&kode=I.1.b>)" in goes_on
    assert "Belum dipetakan pada rencana" in shown(open_page(CARD, rencana=OLD, kode="II.2.a"))
    new_card = shown(open_page(CARD, rencana=new, kode="I.1.b"))
    assert f"(</kegiatan?rencana={OLD}&kode=V.2.a>) dari rencana 2023–2024" in new_card
    assert OLD not in shown(open_page(CARD, rencana=new, kode="I.1.c"))


def test_a_plan_that_is_put_away_is_not_led_to(mapping, library, open_page):
    new = added(mapping, library)
    plan_choice.put_away(library, LOCAL_ADMIN, new)
    assert "2025" not in shown(open_page(CARD, rencana=OLD, kode="V.2.a"))
    plan_choice.bring_back(library, LOCAL_ADMIN, new)
    again = open_page(CARD, fresh=False, rencana=OLD, kode="V.2.a")
    assert f"/kegiatan?rencana={new}&kode=I.1.b" in shown(again)


def test_choosing_no_old_plan_again_leaves_the_plan_alone(mapping, library):
    click(mapping, "Simpan kelanjutan")
    mapping.selectbox(key=box(mapping, "old_plan_")).set_value("").run()
    [kept] = sketches.waiting(library, LOCAL_ADMIN)
    assert kept.answers == {}
    new = added(mapping, library)
    assert continuations(library.snapshot(LOCAL_ADMIN, new).plan) == ()
