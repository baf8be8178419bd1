"""Deck, report, copy and messages of plans at the ends of what a decree may look like."""

import re

import pytest

from lib.briefing.source import Briefing
from tests.briefing.cases import briefing
from tests.golden.test_same_products import PRODUCTS
from tests.shapes import SHAPES, middle, silent

_MACHINE_WORDS = re.compile(r"\b(nan|None|NaT|inf)\b|<NA>")


def made(name: str, reported: str) -> Briefing:
    plan = SHAPES[name]
    return briefing(plan if reported == "reported" else silent(plan), middle(plan))


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("reported", ["reported", "silent"])
@pytest.mark.parametrize("name", SHAPES)
def test_every_product_stands_for_any_shape_of_plan(name: str, reported: str, product: str) -> None:
    one = made(name, reported)
    text = "\n".join(PRODUCTS[product](one))
    assert not _MACHINE_WORDS.search(text), _MACHINE_WORDS.search(text)
    assert "Kabupaten Rekaan" in text
    assert one.position.label in text


@pytest.mark.parametrize("name", SHAPES)
def test_the_report_names_every_kegiatan_of_the_years_it_tells(name: str) -> None:
    one = made(name, "reported")
    text = re.sub(r"\s+", " ", "\n".join(PRODUCTS["laporan"](one)))
    for words in one.plan.activities["uraian"]:
        assert words in text
