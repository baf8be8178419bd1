"""Who looks at what: asked of the store once per run, and again before anything cached is shown."""

import time
from dataclasses import replace

import pytest
import streamlit as st
from streamlit.runtime.context import ContextProxy

from lib.service.access.sessions import COOKIE
from lib.service.actor import LOCAL_ADMIN, STRANGER, VISITOR, Denied
from lib.ui.viewer import services, session, viewer
from lib.ui.viewer.viewer import Viewer
from tests.ui.conftest import PASSWORD

PANTAU = ("", "linimasa", "perangkat-daerah", "indikator", "lampiran")
PAGES = (*PANTAU, "semua-rencana", "unggah", "riwayat", "bahan-rapat")
MOST, MOST_SIGNED_IN = 4, 6
"""SQL statements of one warm view, each BEGIN counted."""


@pytest.fixture
def sign_in(monkeypatch):
    """Have everybody's browser hold a token of the account `kepala`, an admin's."""
    asked = session.actor

    def sign_in() -> None:
        token = services.identity().sign_in("kepala", PASSWORD)
        monkeypatch.setattr(session, "actor", asked)
        monkeypatch.setattr(ContextProxy, "cookies", {COOKIE: token})

    return sign_in


@pytest.mark.parametrize("page", PAGES)
def test_a_warm_view_asks_the_store_next_to_nothing(open_page, page, statements):
    app = open_page(page, sample=True, actor=VISITOR)
    seen = statements()
    app.run()
    assert not app.exception
    assert 0 < len(seen) <= MOST, seen


@pytest.mark.parametrize("page", [*PAGES, "akun"])
def test_a_warm_view_of_somebody_signed_in_asks_little_more(open_page, page, statements, sign_in):
    app = open_page(page, sample=True)
    sign_in()
    app.run()
    assert not app.exception
    seen = statements()
    app.run()
    assert not app.exception
    assert sum("session" in statement for statement in seen) >= 1
    assert len(seen) <= MOST_SIGNED_IN, seen


def test_looking_for_a_newer_version_is_one_indexed_query(open_page, statements):
    open_page(sample=True)
    here = viewer.arrive(VISITOR)
    seen = statements()
    assert here.newest_head() == 5
    assert seen == []
    assert replace(here, asked=time.monotonic() - viewer.FRESH).newest_head() == 5
    assert [statement.split()[0] for statement in seen] == ["BEGIN", "SELECT"]
    query = seen[-1].replace("?", "'x'")
    with services.library().store.engine.connect() as connection:
        [step] = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").mappings()
    assert "USING INDEX" in step["detail"]


def seen_by(actor) -> Viewer:
    return replace(viewer.arrive(LOCAL_ADMIN), actor=actor)


def test_a_version_is_refused_to_a_stranger_cold_and_warm(open_page):
    open_page(sample=True)
    st.cache_resource.clear()
    stranger = seen_by(STRANGER)
    for ask in (lambda: stranger.snapshot(2), lambda: stranger.changes(2)):
        with pytest.raises(Denied):
            ask()
    assert seen_by(VISITOR).snapshot(2).number == 2
    assert seen_by(VISITOR).changes(2)
    for ask in (lambda: stranger.snapshot(2), lambda: stranger.changes(2)):
        with pytest.raises(Denied):
            ask()


@pytest.mark.parametrize("page", [*PAGES, "akun"])
def test_a_stranger_sees_nothing_of_any_page_that_others_have_warmed(open_page, page, monkeypatch):
    open_page(page, sample=True)
    monkeypatch.setattr(st.cache_resource, "clear", lambda: None)
    app = open_page(page, sample=True, fresh=False, actor=STRANGER)
    assert not app.exception
    assert not [*app.title, *app.metric, *app.table, *app.dataframe, *app.get("download_button")]
    assert "Silakan masuk" in app.info[0].value


def test_a_screen_stays_at_its_version_until_the_reader_moves_on(open_page):
    app = open_page(sample=True)
    here = viewer.arrive(VISITOR)
    later = replace(here, plan=replace(here.plan, head=6))
    assert (here.seen, later.seen, later.head) == (5, 5, 6)
    later.see_newest()
    assert later.seen == 6
    assert not app.exception


def test_the_head_of_a_plan_that_is_not_there_is_none(open_page):
    open_page(sample=True)
    here = viewer.arrive(VISITOR)
    assert [here.head_of(here.plan_id), here.head_of("tidak-ada")] == [5, 0]
