"""The cards of kegiatan and indicators: every figure with its source, walked and sent on."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st

from lib.plan.position import Position
from lib.plan.schema import Sheet
from lib.plan.text.names import short_names
from lib.service.actor import LOCAL_ADMIN, STRANGER, VISITOR
from lib.ui.words import form_words, lock_words
from lib.voice.freshness import freshness
from tests.factory import decree_plan, sample_plan
from tests.ui.test_pages import words
from tests.ui.test_viewer import MOST, seen_by

CARDS = {"kegiatan": {"kode": "II.1.a"}, "kartu-indikator": {"no": "1.a"}}


@pytest.mark.parametrize("page", CARDS)
@pytest.mark.parametrize("view", [{}, {"rapat": "1"}, {"versi": "1"}, {"tahun": "2023"}])
def test_a_card_shows_in_every_view(open_page, page, view):
    app = open_page(page, sample=True, **CARDS[page], **view)
    assert not app.exception
    assert next(iter(CARDS[page].values())) in words(app)


def test_a_figure_says_who_reported_it_when_in_which_version_and_cell(open_page):
    app = open_page("kegiatan", sample=True, kode="II.1.a", posisi="2024-TW4")
    text = words(app)
    plan = sample_plan()
    [row] = plan.activity_progress.query("no == 'II.1.a' and tahun == 2024").index
    assert f"Progres Kegiatan!L{row}" in text.replace(":small[]", "")
    assert "**60%**" in text
    history = seen_by(VISITOR).history(Sheet.ACTIVITY_PROGRESS, "II.1.a", 5)
    [entry] = [one for one in history if one.change.column == "realisasi_tw4"]
    assert (entry.version.number, entry.change.after) == (3, 60.0)
    assert f"versi {entry.version.number} · " in text


def test_the_decreed_words_stand_in_full_and_every_year_is_shown(open_page):
    app = open_page("kegiatan", sample=True, kode="V.2.a")
    assert "Kegiatan Monitoring Opini dan Aspirasi Publik" in words(app)
    assert all(f"**{year}: " in words(app) for year in (2023, 2024))
    card = open_page("kartu-indikator", sample=True, no="1.a")
    assert all(f"**{year}: " in words(card) for year in (2023, 2024))


@pytest.mark.usefixtures("on_a_phone")
def test_a_quarters_line_on_a_phone_ends_with_its_last_word(open_page):
    said = words(open_page("kegiatan", sample=True, kode="V.2.a"))
    assert "target 100%" in said
    assert not [line for line in said.splitlines() if line.rstrip().endswith("·")]


def test_an_old_version_shows_nothing_that_came_later(open_page):
    app = open_page("kegiatan", sample=True, kode="II.1.a", versi="2", posisi="2024-TW4")
    assert "versi 2 · " in words(app)
    assert "versi 5 · " not in words(app)


@pytest.mark.parametrize("page", CARDS)
@pytest.mark.parametrize("key", ["", "XX.9.z", "<script>alert(1)</script>"])
def test_a_card_that_is_not_there_says_so_and_leads_on(open_page, page, key):
    [name] = CARDS[page]
    app = open_page(page, sample=True, **({name: key} if key else {}))
    assert not app.exception
    assert app.info
    assert "<script" not in words(app)


def test_the_link_to_send_names_card_position_and_an_old_version(open_page):
    app = open_page("kegiatan", sample=True, kode="II.1.a", versi="2", posisi="2024-TW3")
    address = words(app).partition("[Salin tautan](<")[2].partition("#salin>)")[0]
    assert parse_qs(urlsplit(address).query) == {
        "kode": ["II.1.a"], "posisi": ["2024-TW3"], "versi": ["2"],
    }  # fmt: skip


def test_cards_are_walked_among_what_the_filters_leave(open_page):
    app = open_page("kegiatan", sample=True, kode="V.1.a", pihak="INSPEKTORAT")
    assert "V.2.a ›" not in words(app)
    assert "V.2.a ›" in words(open_page("kegiatan", sample=True, kode="V.1.a"))


@pytest.mark.parametrize("page", CARDS)
def test_a_reader_without_account_sees_the_card_that_the_plan_shows_to_all(open_page, page):
    theirs = open_page(page, sample=True, actor=VISITOR, **CARDS[page])
    assert not theirs.exception
    ours = open_page(page, sample=True, fresh=False, actor=LOCAL_ADMIN, **CARDS[page])
    beyond = set(words(ours).splitlines()) - set(words(theirs).splitlines())
    assert set(words(theirs).splitlines()) <= set(words(ours).splitlines())
    also = ("satuan", "arah") if page == "kartu-indikator" else ()
    locked = lock_words.fields_locked(Position(2023, 4), may_correct=True, also=also)
    form = {form_words.REPORT, form_words.REPORT_HELP, form_words.NOTHING_STORED}
    assert beyond <= form | {locked}
    assert form_words.REPORT_HELP in beyond  # who may report has the form besides
    assert not theirs.get("file_uploader")


@pytest.mark.parametrize("page", CARDS)
def test_a_stranger_sees_nothing_of_a_card_that_others_have_warmed(open_page, page, monkeypatch):
    [code] = CARDS[page].values()
    assert code in words(open_page(page, sample=True, **CARDS[page]))
    monkeypatch.setattr(st.cache_resource, "clear", lambda: None)
    app = open_page(page, sample=True, fresh=False, actor=STRANGER, **CARDS[page])
    assert not app.exception
    assert "Silakan masuk" in app.info[0].value
    figures = [*app.title, *app.subheader, *app.markdown, *app.metric, *app.table, *app.dataframe]
    assert figures == []
    assert code not in words(app)


@pytest.mark.parametrize("page", CARDS)
def test_a_warm_card_asks_the_store_as_little_as_any_page(open_page, page, statements):
    app = open_page(page, sample=True, actor=VISITOR, **CARDS[page])
    seen = statements()
    app.run()
    assert not app.exception
    assert 0 < len(seen) <= MOST, seen


@pytest.mark.parametrize("page", CARDS)
def test_a_cold_card_asks_for_its_history_once(open_page, page, statements):
    open_page(page, sample=True, actor=VISITOR, **CARDS[page])
    seen = statements()
    app = open_page(page, sample=True, fresh=False, actor=VISITOR, **CARDS[page])
    assert not app.exception
    assert sum("FROM change" in one and "change.key" in one for one in seen) <= 1


def test_every_kegiatan_of_the_plan_has_a_card(open_page):
    for code, name in short_names(decree_plan()).items():
        app = open_page("kegiatan", kode=code)
        assert not app.exception
        assert name.rstrip("…") in words(app).replace("\\", "")


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "hari ini"), (1, "kemarin"), (12, "12 hari lalu")],
)
def test_the_age_of_the_data_counts_days(days, said):
    now = datetime(2026, 11, 25, 3, tzinfo=UTC)
    assert freshness(now - timedelta(days=days), True, now) == f"terakhir dilaporkan {said}"


def test_a_plan_without_reports_says_so():
    assert freshness(None, False) == "belum pernah dilaporkan"
    assert freshness(None, True) == ""


def test_the_age_is_that_of_the_last_report_up_to_the_version(open_page):
    open_page(sample=True)
    here = seen_by(VISITOR)
    times = {version.number: version.time for version in here.library.log(VISITOR, here.plan_id)}
    assert here.report_times(1).last is None
    assert here.report_times(3).last == times[3]
    assert here.report_times(2).last == times[2]
