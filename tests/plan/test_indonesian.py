from datetime import UTC, date, datetime

import pytest

from lib.plan.text import indonesian


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234.5, "1.234,5"),
        (1250000, "1.250.000"),
        (0, "0"),
        (71.25, "71,2"),
        (-0.04, "0"),
        (None, "–"),
        (float("nan"), "–"),
        (-3.8, "-3,8"),
        (100.0, "100"),
    ],
)
def test_number_is_written_the_indonesian_way(value, text):
    assert indonesian.number(value) == text


def test_percent_and_rupiah_keep_missing_missing():
    assert indonesian.percent(71.2) == "71,2%"
    assert indonesian.rupiah(1250000) == "Rp1.250.000"
    assert indonesian.percent(None) == indonesian.rupiah(None) == "–"


def test_dates_and_times_are_in_words_and_in_wib():
    assert indonesian.day(date(2023, 9, 11)) == "11 September 2023"
    assert indonesian.moment(datetime(2024, 10, 3, 2, 14, tzinfo=UTC)) == "3 Oktober 2024 09.14 WIB"


def test_listing_joins_as_a_sentence_does():
    assert indonesian.listing([]) == ""
    assert indonesian.listing(["a"]) == "a"
    assert indonesian.listing(["a", "b"]) == "a dan b"
    assert indonesian.listing(["a", "b", "c"]) == "a, b, dan c"
