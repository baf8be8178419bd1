"""Words for nothing are told from words, whatever column they stand in."""

from __future__ import annotations

import pytest

from lib.plan.text.placeholders import says_nothing


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("-", "KENDALA"),
        ("Tidak ada kendala", "KENDALA"),
        ("tidak ada KENDALA.", "KENDALA"),
        ("Kendala: -", "KENDALA"),
        ("Kendala:", "KENDALA"),
        ("(belum ada tindak lanjut)", "TINDAK LANJUT"),
    ],
)
def test_what_denies_its_subject_says_nothing(text: str, subject: str) -> None:
    assert says_nothing(text, subject)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Rapat", "RAPAT"),
        (" rapat ", "RAPAT"),
        ("Arahan", "ARAHAN"),
        ("Rapat koordinasi", "RAPAT"),
        ("Kendala cuaca", "KENDALA"),
        ("Tidak ada kendala", "KETERANGAN"),
    ],
)
def test_a_word_that_is_its_headers_own_is_kept(text: str, subject: str) -> None:
    assert not says_nothing(text, subject)
