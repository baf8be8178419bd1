"""Pelaporan on Perangkat Daerah: how old each agency's reports are, and what it owes since when."""

from __future__ import annotations

from datetime import date

import pytest

from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import open_library
from lib.ui.viewer import filters
from lib.ui.words import text
from tests.factory import decree_plan
from tests.service.books import edited
from tests.service.test_filling import PLAN
from tests.ui.test_history import words
from tests.ui.test_to_do import states

AGENCIES = decree_plan().agencies
FIRST_OF_APRIL = date(2023, 4, 1)
AFTER_THE_END = date(2025, 2, 3)
REPORTER = "BAGIAN ORGANISASI"
"""Whose row is the first of Progres Kegiatan."""


@pytest.fixture
def page(open_page, monkeypatch):
    """Open Perangkat Daerah on a made-up day, the decree's plan with nothing reported."""

    def open_on(day: date, **how):
        monkeypatch.setattr(filters, "today", lambda: day)
        return open_page("perangkat-daerah", **how)

    return open_on


@pytest.fixture
def library(page, tmp_path):
    """The page's own store, already opened once."""
    page(FIRST_OF_APRIL)
    return open_library(tmp_path / "empty")


def report(library, **cells: object) -> None:
    content = edited(library.download(LOCAL_ADMIN, PLAN), **cells)
    made = changing.check(library, LOCAL_ADMIN, content, "laporan.xlsx")
    changing.apply(library, LOCAL_ADMIN, made, yes=made.questions)


def silent(app) -> str:
    found = [line for line in words(app).split("\n") if f"**{text.NEVER_REPORTED}:**" in line]
    return "\n".join(found)


def reporting(app):
    """Return the table of how the agencies report, if there is one."""
    tables = [each.value for each in app.table if "Terakhir melapor" in each.value.columns]
    return tables[0] if tables else None


def test_who_never_reported_stands_apart_with_what_is_owed(page):
    app = page(AFTER_THE_END)
    assert reporting(app) is None
    said = silent(app)
    assert all(agency in said for agency in AGENCIES)
    assert said.count("sejak TW I 2023") == len(AGENCIES)


def test_before_the_first_quarter_ended_nobody_owes_anything(page):
    said = silent(page(date(2023, 3, 31)))
    assert all(agency in said for agency in AGENCIES)
    assert "laporan" not in said
    assert "sejak" not in said


@pytest.mark.parametrize("agency", AGENCIES)
def test_a_filter_leaves_that_agency_alone(page, agency):
    said = silent(page(AFTER_THE_END, pihak=agency))
    assert agency in said
    assert [other for other in AGENCIES if other != agency and other in said] == []


def test_nobody_is_late_by_a_deadline_that_no_document_states(page):
    seen = words(page(AFTER_THE_END))
    assert "lewat" not in silent(page(AFTER_THE_END))
    assert "asumsi" in seen
    assert "Keadaan per 3 Februari 2025." in seen


@pytest.mark.parametrize(("day", "late"), [(5, ""), (6, "lewat 1 hari"), (10, "lewat 5 hari")])
def test_days_are_counted_from_the_deadline_that_the_plan_states(page, library, day, late):
    """Three working days after Friday, 31 March 2023 are over on Wednesday, 5 April."""
    states(library, decree_plan(), "3")
    said = silent(page(date(2023, 4, day), fresh=False))
    assert ("lewat" in said) == bool(late)
    assert late in said


def test_who_reports_moves_into_the_table_with_the_age_of_the_report(page, library):
    report(library, I4=0.25)
    app = page(FIRST_OF_APRIL, fresh=False)
    table = reporting(app)
    assert table["Perangkat daerah"].tolist() == [REPORTER]
    assert REPORTER not in silent(app)
    assert "Tepat waktu" not in table.columns  # no deadline is stated
    states(library, library.snapshot(LOCAL_ADMIN, PLAN).plan, "3")
    table = reporting(page(FIRST_OF_APRIL, fresh=False))
    assert {"Tepat waktu", "Terlambat"} & set(table.columns)


def test_an_older_version_says_how_it_was_then(page, library):
    report(library, I4=0.25)
    then = page(AFTER_THE_END, fresh=False, versi="1")
    assert REPORTER in silent(then)
    assert reporting(then) is None


@pytest.mark.usefixtures("on_a_phone")
def test_a_phone_reads_a_sentence_of_each_agency(page, library):
    report(library, I4=0.25)
    app = page(AFTER_THE_END, fresh=False)
    assert reporting(app) is None
    lines = [line for line in words(app).split("\n") if line.startswith("- **")]
    assert [line.partition("**")[2].partition("**")[0] for line in lines] == list(AGENCIES)
    [ours] = [line for line in lines if REPORTER in line]
    assert "terakhir melapor" in ours
