"""Kunci triwulan on Riwayat: who is offered it, what it says, and what it leaves to fill in."""

from __future__ import annotations

import pytest

from lib.plan import schema
from lib.plan.position import Position
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.ui.viewer import services
from lib.ui.words import lock_words as text
from tests.ui.test_history import press, words

PLAN = "banjarnegara-pengaduan-2023-2024-contoh"
OFFICER = Actor("petugas", "Petugas", Role.OPERATOR, "DINKOMINFO")
OTHER = Actor("admin-dua", "Admin kedua", Role.ADMIN)
UNTIL = "2024-TW1"


def offered(app) -> bool:
    return text.LOCK in [button.label for button in app.button]


def quarter(app):
    [found] = [box for box in app.selectbox if box.label == text.UNTIL]
    return found


def chosen(app, code: str = UNTIL, note: str = "Dibahas pada rapat evaluasi"):
    """Fill the form in without sending it."""
    quarter(app).select(code)
    [field] = [field for field in app.text_input if field.label == text.NOTE]
    field.set_value(note)
    return app


def lock(app, code: str = UNTIL, note: str = "Dibahas pada rapat evaluasi"):
    return press(chosen(app, code, note), text.LOCK)


def locked_in_the_store() -> str:
    plan = services.library().snapshot(LOCAL_ADMIN, PLAN).plan
    return plan.document.get(schema.LOCKED, "")


def test_a_plan_without_reports_says_nothing_of_a_lock(open_page):
    app = open_page("riwayat")
    assert not offered(app)
    assert "kunci" not in words(app).lower()


@pytest.mark.parametrize("actor", [VISITOR, OFFICER], ids=lambda actor: actor.role)
def test_only_an_admin_is_offered_the_lock(open_page, actor):
    assert offered(open_page("riwayat", sample=True))
    assert not offered(open_page("riwayat", sample=True, fresh=False, actor=actor))


def test_quarters_of_the_plan_that_have_ended_are_offered_the_last_one_first(open_page):
    box = quarter(open_page("riwayat", sample=True))
    quarters = [Position(year, number).label for year in (2023, 2024) for number in (1, 2, 3, 4)]
    assert box.options == [text.UNLOCKED, *quarters]
    assert box.value == "2023-TW4"  # what the sample locks
    lock(open_page("riwayat", sample=True), "")
    assert quarter(open_page("riwayat", sample=True, fresh=False)).value == "2024-TW4"


def test_a_lock_is_stored_and_said_to_everybody_with_its_time_and_author(open_page):
    before = len(services_log(open_page))
    app = lock(open_page("riwayat", sample=True))
    assert [said.value for said in app.success] == [text.stored(Position.parse(UNTIL), before + 1)]
    assert locked_in_the_store() == UNTIL
    theirs = words(open_page("riwayat", sample=True, fresh=False, actor=VISITOR))
    assert f"TARGET dan REALISASI sampai {Position.parse(UNTIL).label} dikunci sejak" in theirs
    assert f"oleh {LOCAL_ADMIN.display}" in theirs or f"oleh {LOCAL_ADMIN.name}" in theirs


def services_log(open_page) -> tuple:
    open_page("riwayat", sample=True)
    return services.library().log(LOCAL_ADMIN, PLAN)


def test_the_lock_is_moved_on_and_taken_away_again(open_page):
    lock(open_page("riwayat", sample=True))
    app = open_page("riwayat", sample=True, fresh=False)
    assert quarter(app).value == UNTIL
    lock(app, "2024-TW2")
    assert locked_in_the_store() == "2024-TW2"
    app = lock(open_page("riwayat", sample=True, fresh=False), "")
    assert "Kunci dibuka" in app.success[0].value
    assert locked_in_the_store() == ""
    assert "dikunci" not in words(open_page("riwayat", sample=True, fresh=False))


def test_locking_what_is_locked_stores_nothing(open_page):
    lock(open_page("riwayat", sample=True))
    versions = len(services.library().log(LOCAL_ADMIN, PLAN))
    app = lock(open_page("riwayat", sample=True, fresh=False))
    assert not app.exception
    assert app.success[0].value == text.stored(Position.parse(UNTIL), versions)  # as it is
    app = lock(open_page("riwayat", sample=True, fresh=False, actor=OTHER))
    assert "Tidak ada perubahan" in app.error[0].value
    assert len(services.library().log(LOCAL_ADMIN, PLAN)) == versions


def test_locked_fields_leave_the_agencys_form_and_the_rest_stays(open_page):
    lock(open_page("riwayat", sample=True), "2024-TW2")
    app = open_page("kegiatan", sample=True, fresh=False, actor=OFFICER, kode="II.1.a")
    labels = [field.label for field in app.text_input]
    assert [label for label in labels if label.startswith("Realisasi TW")] == [
        "Realisasi TW III (%)",
        "Realisasi TW IV (%)",
    ]
    assert text.fields_locked(Position(2024, 2), may_correct=False) in words(app)
    assert [field.label for field in app.text_area]  # kendala and its kin are open still


def test_an_admins_form_says_what_changing_a_locked_figure_takes(open_page):
    said = text.fields_locked(Position(2024, 2), may_correct=True)
    assert "dikunci" not in words(open_page("kegiatan", sample=True, kode="II.1.a"))  # 2023 is
    lock(open_page("riwayat", sample=True, fresh=False), "2024-TW2")
    app = open_page("kegiatan", sample=True, fresh=False, kode="II.1.a")
    assert "Realisasi TW I (%)" in [field.label for field in app.text_input]
    assert said in words(app)


@pytest.mark.parametrize(
    ("code", "also"), [("3.b", "satuan, arah, dan rubrik"), ("5.b", "satuan, dan arah")]
)
def test_an_indicators_form_says_what_is_locked_with_its_figures(open_page, code, also):
    lock(open_page("riwayat", sample=True), "2024-TW4")
    owner = Actor("i", "Petugas I", Role.OPERATOR, "INSPEKTORAT")
    app = open_page("kartu-indikator", sample=True, fresh=False, actor=owner, no=code)
    assert f"{also} sampai TW IV 2024 dikunci, jadi tidak ada" in words(app)
