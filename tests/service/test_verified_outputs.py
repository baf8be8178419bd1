"""A mark stands over what was checked alone: in every product, whichever checked cell moves."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from lib.briefing.deck import presentation
from lib.briefing.offline import copy
from lib.briefing.source import Briefing
from lib.briefing.word import report
from lib.plan.position import Position
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.voice.cards import activity_facts, card_texts
from tests.factory import with_activity
from tests.golden import office_text, page_text
from tests.service.verifying import (
    OPERATOR,
    PLAN,
    ROW,
    VERIFIER,
    filled,
    form,
    reported,
    stored,
    upload,
)

AT = Position(ROW[1], 4)
FINISHED = {
    "realisasi_tw1": 25.0, "realisasi_tw2": 50.0, "realisasi_tw3": 75.0, "realisasi_tw4": 100.0,
    "bukti_dukung": "https://a.id/1",
}  # fmt: skip
MOVED = {
    "realisasi_tw1": 20.0, "realisasi_tw2": 45.0, "realisasi_tw3": 70.0, "realisasi_tw4": 90.0,
    "bukti_dukung": "https://a.id/2",
}  # fmt: skip
COUNTED = "diverifikasi 1, berbukti 1"
SAID = card_texts.verified("TW IV", "Sesuai")


@pytest.fixture
def verified(tmp_path) -> Library:
    """A store in which one finished kegiatan-year was found right up to its end."""
    library = filled(tmp_path, with_activity(reported(), *ROW, **FINISHED))
    mark = {"diverifikasi_sampai": "TW IV", "hasil_verifikasi": "Sesuai"}
    stored(library, VERIFIER, form(library, VERIFIER, **mark))
    return library


def briefing(library: Library) -> Briefing:
    return Briefing.of(library.snapshot(LOCAL_ADMIN, PLAN), None, AT)


def card(made: Briefing) -> Iterable[str]:
    facts = activity_facts.facts(made.standing, ROW[0])
    assert facts is not None
    return (note for year in facts.years for note in year.notes)


COUNTING = {
    "deck": lambda made: office_text.deck(presentation.deck(made)),
    "report": lambda made: office_text.word(report.report(made)),
    "offline copy": lambda made: page_text.described(copy.offline_copy(made)),
}
"""Products that count what was found right."""
SAYING = {"card": card, "offline copy": COUNTING["offline copy"]}
"""Products that say it of the row itself."""


def test_every_product_says_what_was_found_right(verified):
    made = briefing(verified)
    for product, texts in COUNTING.items():
        assert COUNTED in "\n".join(texts(made)), product
    for product, texts in SAYING.items():
        assert SAID in "\n".join(texts(made)), product


@pytest.mark.parametrize("way", [upload, form])
@pytest.mark.parametrize("column", MOVED)
def test_a_checked_cell_that_moves_clears_the_mark_everywhere(verified, column, way):
    stored(verified, OPERATOR, way(verified, OPERATOR, **{column: MOVED[column]}))
    made = briefing(verified)
    for product, texts in {**COUNTING, **SAYING}.items():
        text = "\n".join(texts(made))
        assert "diverifikasi 1" not in text, product
        assert SAID not in text, product


@pytest.mark.parametrize("column", ["kendala", "tindak_lanjut"])
def test_what_was_not_checked_may_move_under_the_mark(verified, column):
    stored(verified, OPERATOR, upload(verified, OPERATOR, **{column: "Menunggu pedoman."}))
    made = briefing(verified)
    assert all(COUNTED in "\n".join(texts(made)) for texts in COUNTING.values())
    assert SAID in "\n".join(card(made))
