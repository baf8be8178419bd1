"""Yang perlu Anda laporkan: what an operator's agency owes, on top of Unggah."""

from datetime import date

import pytest

from lib.plan.text.names import short_names
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.startup import open_library
from lib.ui.viewer import filters
from lib.ui.words.to_do_words import NOTHING_OWED, TO_REPORT
from lib.workbook.writing import writer
from tests.factory import decree_plan, with_document
from tests.service.books import edited
from tests.service.test_filling import PLAN
from tests.ui.test_pages import words
from tests.ui.test_report_form import OPERATOR, STRANGE

READER = Actor("pengamat", "Pengamat", Role.VIEWER)
ROWS = decree_plan().activity_progress
MINE = ROWS[[OPERATOR.agency in decree_plan().agencies_in(who) for who in ROWS["pihak_terlibat"]]]


@pytest.fixture
def unggah(open_page, monkeypatch):
    """Open Unggah on a made-up day."""

    def open_on(day: date, actor: Actor = OPERATOR, **how):
        monkeypatch.setattr(filters, "today", lambda: day)
        return open_page("unggah", actor=actor, **how)

    return open_on


def items(app) -> list[str]:
    [box] = [each.value for each in app.markdown if TO_REPORT in each.value]
    return [line for line in box.replace("\\", "").splitlines() if line.startswith("- ")]


def test_the_first_day_after_a_quarter_lists_the_agencys_rows_by_name_and_link(unggah):
    app = unggah(date(2023, 4, 1))
    assert not app.exception
    mine = MINE[MINE["tahun"] == 2023]
    found = items(app)
    assert len(mine) > 0
    assert len(found) == min(len(mine), 7)
    name = short_names(decree_plan())["I.1.b"]
    [row] = [line for line in found if "kode=I.1.b" in line]
    assert f"[{name}](</kegiatan?" in row
    assert row.endswith(": TW I 2023, batas 31 Maret 2023 (asumsi)")
    assert "dipakai akhir triwulan (asumsi)" in words(app)


def test_nobody_is_called_late_by_a_deadline_that_the_plan_does_not_state(unggah):
    """The decree states none; years after the plan's end the list still only asks."""
    app = unggah(date(2031, 1, 1))
    assert items(app)
    assert "terlambat" not in words(app)
    assert all("(asumsi)" in line for line in items(app) if "lainnya" not in line)


def test_a_quarters_last_day_owes_nothing_and_says_so_once(unggah):
    app = unggah(date(2023, 3, 31))
    assert TO_REPORT not in words(app)
    assert words(app).count(NOTHING_OWED) == 1


@pytest.mark.parametrize(
    ("stated", "due", "rule"),
    [
        ("3", "batas 5 April 2023", "3 hari kerja"),
        ("0", "**terlambat 5 hari** (batas 31 Maret 2023)", "Batas lapor: akhir triwulan."),
        ("2", "**terlambat 1 hari** (batas 4 April 2023)", "2 hari kerja"),
        ("lima", "batas 31 Maret 2023 (asumsi)", "bukan jumlah hari"),
    ],
)
def test_the_plans_own_deadline_counts_and_an_unreadable_one_is_named(
    unggah, tmp_path, open_page, stated, due, rule
):
    open_page("unggah")
    library = open_library(tmp_path / "empty")
    states(library, library.snapshot(LOCAL_ADMIN, PLAN).plan, stated)
    app = unggah(date(2023, 4, 5), fresh=False)
    assert rule in words(app)
    assert items(app)[0].endswith(f"TW I 2023, {due}")


def states(library, plan, stated: str) -> None:
    """Have the plan's document state when reports are due."""
    content = writer.write(with_document(plan, {"Batas lapor": stated}))
    made = changing.check(library, LOCAL_ADMIN, content, "batas.xlsx")
    changing.apply(library, LOCAL_ADMIN, made, yes=made.questions)


def test_what_was_reported_leaves_the_list(unggah, tmp_path):
    before = items(unggah(date(2023, 4, 1)))
    library = open_library(tmp_path / "empty")
    content = edited(library.download(LOCAL_ADMIN, PLAN), I4=0)  # of I.1.b in 2023
    changing.apply(library, LOCAL_ADMIN, changing.check(library, LOCAL_ADMIN, content, "a.xlsx"))
    after = unggah(date(2023, 4, 1), fresh=False)
    assert ["kode=I.1.b" in line for line in before] == [True]
    assert NOTHING_OWED in words(after)


def test_a_long_list_ends_with_how_many_more(unggah):
    busy = decree_plan().agencies[0]
    app = unggah(date(2031, 1, 1), Actor("sibuk", "Sibuk", Role.OPERATOR, busy))
    rows = [busy in decree_plan().agencies_in(who) for who in ROWS["pihak_terlibat"]]
    found = items(app)
    assert len(found) == 7
    assert found[-1] == f"- dan {sum(rows) - 6} lainnya"
    assert "TW I–IV 2023" in found[0]
    assert "&isian=2023>" in found[0]


@pytest.mark.parametrize("actor", [VISITOR, READER, LOCAL_ADMIN])
def test_nobody_but_an_operator_has_a_list(unggah, actor):
    said = words(unggah(date(2031, 1, 1), actor))
    assert TO_REPORT not in said
    assert NOTHING_OWED not in said


def test_an_agency_without_rows_is_told_that_it_owes_nothing(unggah):
    assert NOTHING_OWED in words(unggah(date(2031, 1, 1), STRANGE))
