"""Semua rencana: every plan in one table, from records, for whoever may look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.plan import schema
from lib.plan.plan_overview import overview, per_agency
from lib.service import plan_choice
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.ui.screens import all_plans_view
from lib.ui.viewer import plan_lines, services, viewer
from lib.ui.words import all_plans_words as text
from lib.voice.key_figures import key_figures
from tests.briefing.cases import reported_big_plan
from tests.factory import decree_plan, make_plan, sample_plan, with_activity, with_document
from tests.ui.test_plan_choice import BIG, DECREE
from tests.ui.test_viewer import MOST

READER = Actor("pengamat", "Pengamat", Role.VIEWER)
OPERATOR = Actor("opd", "Staf OPD", Role.OPERATOR, "INSPEKTORAT")
PAGE = "semua-rencana"


def table(app, number: int = 0):
    assert not app.exception
    return app.table[number].value


@pytest.mark.parametrize("actor", [VISITOR, READER, OPERATOR, LOCAL_ADMIN], ids=lambda a: a.role)
def test_every_plan_has_its_line_with_the_figures_of_its_own_ringkasan(open_page, actor):
    plans = table(open_page(PAGE, state="big", actor=actor)).set_index(text.PLAN_HEADERS[0])
    assert len(plans) == 2
    [row] = [plans.loc[name] for name in plans.index if BIG in name]
    today = date.today()
    found = overview(reported_big_plan(), today)
    assert row["Posisi"] == found.position.label
    shown = [figure.value for figure in key_figures(found.summary)]
    assert row.tolist()[1:6] == shown
    assert row["Perlu perhatian"].startswith(f"{found.pressing} hal; pertama: ")
    [silent] = [plans.loc[name] for name in plans.index if DECREE in name]
    assert silent["Rata-rata realisasi"] == "–"
    assert silent["Terakhir dilaporkan"] == text.NEVER


def test_names_lead_to_the_plans_ringkasan(open_page):
    names = table(open_page(PAGE, state="big"))[text.PLAN_HEADERS[0]]
    assert {name.rpartition("(<")[2] for name in names} == {
        f"/?rencana={DECREE}>)",
        f"/?rencana={BIG}>)",
    }


def test_a_plan_put_away_is_left_out_of_table_sums_and_menu(open_page):
    open_page(state="big")
    library = services.library()
    plan_choice.make_default(library, LOCAL_ADMIN, DECREE)
    plan_choice.put_away(library, LOCAL_ADMIN, BIG)
    app = open_page(PAGE, state="big", fresh=False)
    assert len(table(app)) == 1
    assert not any("DINAS" in name for name in table(app, 1)["Perangkat daerah"])
    assert viewer.arrive(LOCAL_ADMIN).listed == 1


def test_a_warm_view_of_many_plans_asks_no_more_than_of_one(open_page, statements):
    app = open_page(PAGE, state="big", actor=VISITOR)
    seen = statements()
    app.run()
    assert not app.exception
    assert 0 < len(seen) <= MOST, seen


def test_of_many_plans_each_run_reads_some_until_all_are_there(open_page, monkeypatch):
    monkeypatch.setattr(plan_lines, "AT_ONCE", 1)
    app = open_page(PAGE, state="big")
    assert (table(app)["Posisi"] == "…").sum() == 1
    assert text.read_so_far(1, 2) in [caption.value for caption in app.caption]
    app.run()
    assert (table(app)["Posisi"] == "…").sum() == 0
    assert len(app.caption) == 1


def test_many_plans_stand_on_pages_and_by_period(open_page, monkeypatch):
    monkeypatch.setattr(all_plans_view, "ON_A_PAGE", 1)
    app = open_page(PAGE, state="big")
    first = table(app)[text.PLAN_HEADERS[0]].tolist()
    app = app.selectbox(key="plans_page").select(2).run()
    second = table(app)[text.PLAN_HEADERS[0]].tolist()
    assert len(first) == len(second) == 1
    assert first != second
    assert len(table(app, 1)) > 10  # agencies are summed up over all pages
    app = app.selectbox(key="period").select("2025–2029").run()
    assert BIG in table(app)[text.PLAN_HEADERS[0]].tolist()[0]
    assert all("DINAS" in name for name in table(app, 1)["Perangkat daerah"])


def test_the_menu_names_the_page_only_where_there_are_several_plans(open_page):
    open_page(sample=True)
    assert viewer.arrive(VISITOR).listed == 1
    open_page(state="big")
    assert viewer.arrive(VISITOR).listed == 2


def test_agencies_are_summed_up_over_plans_by_name():
    day = date(2026, 11, 25)
    plans = [overview(plan, day) for plan in (sample_plan(), decree_plan(), make_plan())]
    sums = per_agency(plans)
    one, other, _ = (plan.agencies for plan in plans)
    mine, name = sums["DINKOMINFO"], "DINKOMINFO"
    assert (mine.plans, mine.planned) == (
        2,
        one["DINKOMINFO"].planned + other["DINKOMINFO"].planned,
    )
    assert mine.filled == one[name].filled + other[name].filled
    assert sums["DINAS A"].plans == 1


def test_a_line_holds_until_the_calendar_moves_on():
    plan = with_document(make_plan((2026,)), {schema.REPORTING_DAYS: "5"})
    plan = with_activity(plan, "I.1.a", 2026, realisasi_tw1=25.0)
    found = overview(plan, date(2026, 10, 2))
    assert found.holds_on(date(2026, 10, 7))
    assert not found.holds_on(date(2026, 10, 8))  # TW III was due the day before
    assert not found.holds_on(date(2026, 9, 30))
    open_one = replace(found, day=date(2026, 10, 2))
    assert not open_one.holds_on(date(2026, 10, 3))
