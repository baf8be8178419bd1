"""The filter row: what an address may say, what it means, and how it is named."""

from __future__ import annotations

from datetime import date

import pytest
import streamlit as st

from lib.plan.position import Position
from lib.plan.standing import Narrowing
from lib.ui.viewer import filters
from lib.ui.viewer.filters import Filters
from tests.factory import decree_plan, make_plan


@pytest.fixture
def address(monkeypatch) -> dict[str, str]:
    """What the address says; without a browser it is a plain mapping."""
    said: dict[str, str] = {}
    monkeypatch.setattr(st, "query_params", said)
    return said


def read() -> Filters:
    return filters.choose(decree_plan(), visible=False)


@pytest.mark.usefixtures("address")
def test_an_empty_address_leaves_nothing_out():
    assert read().narrowing == Narrowing()
    assert read().words == ""


def test_every_part_of_the_address_narrows_by_itself(address):
    address["tahun"] = "2024"
    assert read().narrowing == Narrowing(2024, None, None)
    address["pihak"] = "INSPEKTORAT"
    assert read().words == "tahun 2024, INSPEKTORAT"
    address["kp"] = "KP II"
    assert read().words == "tahun 2024, KP II, INSPEKTORAT"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("tahun", "2026"),
        ("tahun", "2024 "),
        ("tahun", ""),
        ("pihak", "inspektorat"),
        ("pihak", "<b>INSPEKTORAT</b>"),
        ("kp", "KP VI"),
    ],
)
def test_what_the_plan_does_not_have_counts_as_not_said(address, name, value):
    address[name] = value
    assert read().narrowing == Narrowing()


@pytest.mark.parametrize("code", ["2024-TW9", "2022-TW1", "tw1", ""])
def test_an_unknown_position_is_the_default_one(address, code):
    address["posisi"] = code
    assert read().position == filters.default_position(decree_plan())


def test_a_position_in_the_address_is_taken(address):
    address["posisi"] = "2023-TW2"
    assert read().position == Position.parse("2023-TW2")


def test_a_plan_of_one_year_and_one_of_six_offer_their_own_years(address):
    for years in ([2027], list(range(2025, 2031))):
        plan = make_plan(years)
        address["tahun"] = str(years[-1])
        assert filters.choose(plan, visible=False).narrowing.year == years[-1]
        assert filters.default_position(plan).year in years


def test_the_default_position_of_a_plan_that_ended_is_its_last():
    assert filters.default_position(decree_plan()).code == "2024-TW4"
    assert Position.default((2025, 2026), date(2024, 5, 1)).year == 2025


def test_the_widgets_stand_on_every_page_with_what_the_address_said(open_page):
    app = open_page("lampiran", sample=True, tahun="2023", pihak="DINKOMINFO")
    assert app.selectbox(key="tahun").value == "2023"
    assert app.selectbox(key="pihak").value == "DINKOMINFO"
    assert app.selectbox(key="kp").value is None


def test_clearing_a_filter_shows_the_whole_again(open_page):
    app = open_page(sample=True, pihak="DINKOMINFO")
    narrowed = [metric.value for metric in app.metric]
    app = app.selectbox(key="pihak").set_value(None).run()
    assert not app.exception
    assert [metric.value for metric in app.metric] != narrowed
    assert not any("Disaring" in str(each.value) for each in app.caption)
