"""The lists on top of Unggah: what waits for the verifier, what an agency is asked to mend."""

from __future__ import annotations

import pytest

from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import ACTUALS, Sheet
from lib.service import changing, filling
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.ui.viewer import services
from lib.ui.words import to_do_words as text
from tests.ui.test_history import words

PLAN = "banjarnegara-pengaduan-2023-2024-contoh"
VERIFIER = Actor("pemeriksa", "Pemeriksa", Role.OPERATOR, "INSPEKTORAT")
"""The sample's register says that INSPEKTORAT verifies."""
OFFICER = Actor("petugas", "Petugas", Role.OPERATOR, "DINKOMINFO")
OTHER = Actor("lain", "Petugas lain", Role.OPERATOR, "BAGIAN ORGANISASI")
ROW = ("IV.1.b", 2024)


def plan():
    return services.library().snapshot(LOCAL_ADMIN, PLAN).plan


def said(actor: Actor, row: tuple[str, int] = ROW, **cells: str) -> None:
    """Fill in the form of a row, and apply."""
    library = services.library()
    form = FilledForm(PLAN, library.head(PLAN), Sheet.ACTIVITY_PROGRESS, *row, tuple(cells.items()))
    proposal = filling.propose(library, actor, form)
    changing.apply(library, actor, proposal, "", proposal.questions)


def ask_for_mending(open_page) -> None:
    open_page("unggah", sample=True)
    said(
        VERIFIER,
        diverifikasi_sampai="TW IV",
        hasil_verifikasi="Perlu perbaikan",
        catatan_verifikasi="Lampirkan berita acara rapat.",
    )


def listed(app, heading: str) -> list[str]:
    blocks = [block.value for block in app.markdown if block.value.startswith(f"**{heading}**")]
    return [line for block in blocks for line in block.split("\n") if line.startswith("- ")]


def test_the_verifier_sees_what_waits_and_none_of_the_own_rows(open_page):
    app = open_page("unggah", sample=True, actor=VERIFIER)
    lines = listed(app, text.TO_CHECK)
    assert lines
    assert all("INSPEKTORAT" not in line for line in lines)
    waiting = [
        row["no"]
        for row in plan().activity_progress.to_dict("records")
        if "INSPEKTORAT" not in row["pihak_terlibat"]
        and any(row[name] == row[name] for name in ACTUALS)
        and not isinstance(row["hasil_verifikasi"], str)
    ]
    links = [line.partition("kode=")[2].partition("&")[0].partition(">")[0] for line in lines]
    assert links[0] == waiting[0]
    assert set(links) - {""} <= set(waiting)
    assert all("isian=20" in line for line in lines if "kode=" in line)


def test_a_checked_row_leaves_the_verifiers_list_and_comes_back_when_it_moves(open_page):
    lines = listed(open_page("unggah", sample=True, actor=VERIFIER), text.TO_CHECK)
    line = next(line for line in lines if "DINKOMINFO" in line)
    row = (line.partition("kode=")[2].partition("&")[0], int(line.partition("isian=")[2][:4]))
    said(VERIFIER, row, diverifikasi_sampai="TW IV", hasil_verifikasi="Sesuai")
    left = listed(open_page("unggah", sample=True, fresh=False, actor=VERIFIER), text.TO_CHECK)
    assert line not in left
    said(OFFICER, row, bukti_dukung="https://contoh.go.id/berita-acara")
    back = listed(open_page("unggah", sample=True, fresh=False, actor=VERIFIER), text.TO_CHECK)
    assert line in back


def test_the_agency_is_told_what_to_mend_until_it_is_mended(open_page):
    ask_for_mending(open_page)
    app = open_page("unggah", sample=True, fresh=False, actor=OFFICER)
    [line] = [line for line in listed(app, text.TO_MEND) if f"kode={ROW[0]}" in line]
    assert "Lampirkan berita acara rapat" in line
    assert "isian=2024" in line
    assert "sampai TW IV" in line
    said(OFFICER, bukti_dukung="https://contoh.go.id/berita-acara")
    app = open_page("unggah", sample=True, fresh=False, actor=OFFICER)
    assert not [line for line in listed(app, text.TO_MEND) if f"kode={ROW[0]}" in line]


@pytest.mark.parametrize("actor", [OTHER, VISITOR, LOCAL_ADMIN], ids=lambda actor: actor.name)
def test_others_see_neither_list(open_page, actor):
    ask_for_mending(open_page)
    app = open_page("unggah", sample=True, fresh=False, actor=actor)
    assert not app.exception
    assert not [line for line in listed(app, text.TO_MEND) if f"kode={ROW[0]}" in line]
    assert listed(app, text.TO_CHECK) == []
    assert text.NOTHING_TO_CHECK not in words(app)


@pytest.mark.parametrize("actor", [VERIFIER, OFFICER], ids=lambda actor: actor.name)
def test_a_plan_in_which_nobody_verifies_has_no_word_of_it(open_page, actor):
    seen = words(open_page("unggah", actor=actor))
    assert "diperiksa" not in seen.lower() or text.TO_CHECK not in seen
    assert text.TO_MEND not in seen
    assert text.NOTHING_TO_CHECK not in seen
