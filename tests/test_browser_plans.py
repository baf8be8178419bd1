"""Semua rencana on a phone: every plan's row is read from top to bottom, never sideways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from lib.plan import schema
from lib.plan.record import packed
from lib.plan.text.clean_text import one_line
from lib.service import startup
from lib.store import Store
from lib.store.records import NewVersion, Origin
from lib.ui.words import all_plans_words as text
from tests.browser import PHONE, Server, serving
from tests.factory import make_plan
from tests.store.versions import NOON

TITLE = "Rencana Aksi Pengelolaan Pengaduan Pelayanan Publik Kabupaten Rekaan " * 2
# Each table: how much wider than its frame it is, and what stands beside its cells.
_TABLES = """() => [...document.querySelectorAll('[data-testid="stTable"]')].map((table) => ({
    beyond: Math.max(...[table, ...table.querySelectorAll('*')]
        .map((part) => part.closest('thead') ? 0 : part.scrollWidth - part.clientWidth)),
    labels: [...table.querySelector('tbody tr').cells]
        .map((cell) => getComputedStyle(cell, '::before').content.slice(1, -1)),
    stacked: new Set([...table.querySelector('tbody tr').cells]
        .map((cell) => cell.getBoundingClientRect().left)).size === 1,
}))"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard of three plans with long titles."""
    folder = tmp_path_factory.mktemp("plans")
    (folder / "data").mkdir()
    store = Store.open(f"sqlite:///{folder / 'data' / startup.FILE}")
    for number in range(3):
        plan = make_plan((2025 + number, 2026 + number), plan_id=f"rencana-{number}")
        title = one_line(f"{TITLE} {number}")
        plan = replace(plan, document={**plan.document, schema.ABOUT: title})
        new = NewVersion(f"rencana-{number}", packed(plan), "admin", NOON, Origin.BASELINE)
        store.add_plan(title, new)
    store.close()
    with serving(folder) as server:
        yield server


@pytest.mark.parametrize("width", [390, 360])
def test_a_phone_reads_all_plans_without_scrolling_sideways(plans, new_tab, width) -> None:
    tab = new_tab(**PHONE | {"viewport": {"width": width, "height": 800}})
    tab.open(f"{plans.url}/semua-rencana")
    rows, agencies = tab.page.evaluate(_TABLES)
    for table, headers in ((rows, text.PLAN_HEADERS), (agencies, text.AGENCY_HEADERS)):
        assert table["stacked"]
        assert table["beyond"] <= 0
        assert table["labels"][1:] == list(headers[1:])
    assert tab.complaints == []


def test_a_laptop_reads_all_plans_as_a_table(plans, tab) -> None:
    tab.open(f"{plans.url}/semua-rencana")
    tables = tab.page.evaluate(_TABLES)
    assert [table["stacked"] for table in tables] == [False, False]
    assert {label for table in tables for label in table["labels"]} == {"on"}  # none
