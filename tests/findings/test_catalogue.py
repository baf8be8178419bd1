"""The catalogue: every code is made somewhere, and the handbook page says the same."""

import re

import pytest

from lib.findings import catalogue
from lib.findings.catalogue import CATALOGUE
from lib.findings.finding import Entry
from lib.findings.handbook import PAGE, page
from tests.workbook.mistakes import MISTAKES
from tests.xlsx.hostile_books import BUILDERS, PAST_THE_GATE

MADE = {mistake.code for mistake in MISTAKES} | {"formula-saved"}
"""Codes that the tests of checks and stored cells trigger; the gate's tests trigger the rest."""


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE)
def test_an_entry_is_complete_and_polite(entry: Entry) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.code)
    assert not entry.title.endswith(".")
    for sentence in (entry.seen, entry.expected, entry.advice, entry.example):
        assert re.match(r"[A-Z“{=0-9]", sentence)
        assert not re.search(r"\b(anda|kamu)\b|!!|  ", sentence)


def test_every_code_is_triggered_by_some_test() -> None:
    assert MADE | set(BUILDERS) | set(PAST_THE_GATE) == set(CATALOGUE)


def test_codes_are_unique_and_no_entry_is_left_out() -> None:
    entries = [entry for entry in vars(catalogue).values() if isinstance(entry, Entry)]
    assert len(entries) == len(CATALOGUE)


def test_the_handbook_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m lib.findings.handbook"
