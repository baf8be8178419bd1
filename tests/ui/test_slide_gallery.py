"""The files that the slides' pictures are saved as."""

from __future__ import annotations

import re

import pytest

from lib.briefing.deck import presentation
from lib.briefing.deck.picture import slide_picture
from lib.ui import slide_gallery
from tests.briefing.cases import NAMES, compared


@pytest.mark.parametrize("case", NAMES)
def test_every_slide_has_a_file_name_of_its_own_that_any_system_takes(case):
    pictures = slide_picture.pictures(presentation.deck(compared(case)))
    names = [slide_gallery.file_name(one) for one in pictures]
    assert len(set(names)) == len(names) > 4
    assert names == sorted(names)  # a folder shows them in the deck's order
    assert all(re.fullmatch(r"salindia-\d\d-[a-z0-9-]+\.png", name) for name in names)
    assert all(len(name) < 80 for name in names)


def test_a_picture_says_its_number_and_headline_below_it():
    pictures = slide_picture.pictures(presentation.deck(compared("sample")))
    assert [one.number for one in pictures] == list(range(1, len(pictures) + 1))
    assert all(one.headline.strip() for one in pictures)
