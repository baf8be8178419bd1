"""Days in cells: every way in which people write one, and what has no day in it."""

from datetime import date, datetime

import pytest

from lib.workbook.reading.date_cells import day

NOVEMBER = "2026-11-25"


@pytest.mark.parametrize(
    "raw",
    [
        date(2026, 11, 25),
        datetime(2026, 11, 25),
        datetime(2026, 11, 25, 14, 30),
        "2026-11-25",
        "2026-11-25 00:00:00",
        "25/11/2026",
        "25-11-2026",
        " 25.11.2026 ",
        "25 November 2026",
        "25 Nov 2026",
        "25-Nov-2026",
        "25 NOPEMBER 2026",
        "Rabu, 25 November 2026",
    ],
)
def test_a_day_is_read_however_it_is_written(raw: object) -> None:
    assert day(raw).value == NOVEMBER


@pytest.mark.parametrize(
    ("month", "number"),
    [("Mei", 5), ("May", 5), ("Agustus", 8), ("Agt", 8), ("Ags", 8), ("Okt", 10), ("Des", 12)],
)
def test_months_have_the_names_that_offices_give_them(month: str, number: int) -> None:
    assert day(f"7 {month} 2026").value == f"2026-{number:02}-07"


def test_a_real_date_needs_no_word_and_a_written_one_is_told() -> None:
    assert day(date(2026, 11, 25)).entry is None
    assert day("2026-11-25").entry is None
    assert day("25 November 2026").entry.code == "date-read"  # type: ignore[union-attr]
    assert day(datetime(2026, 11, 25, 14, 30)).entry.code == "date-read"  # type: ignore[union-attr]


def test_a_text_whose_day_and_month_can_change_places_asks_and_one_that_cannot_does_not() -> None:
    doubtful = day("05/11/2026")
    assert (doubtful.value, doubtful.entry.code) == ("2026-11-05", "date-doubtful")  # type: ignore[union-attr]
    assert day("05/05/2026").entry.code == "date-read"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "raw",
    [
        "25/11",
        "25/11/26",
        "11/25/2026",
        "31/02/2026",
        "29 Februari 2026",
        "akhir tahun",
        "TW IV",
        "0026-11-25",
        "25/11/20266",
        date(1926, 11, 25),
        True,
        -3,
        1e9,
    ],
)
def test_what_is_no_certain_day_is_refused(raw: object) -> None:
    parsed = day(raw)
    assert parsed.value is None
    assert parsed.entry is not None
    assert parsed.entry.code == "date-invalid"


def test_a_bare_number_is_refused_and_its_day_is_named() -> None:
    parsed = day(46351)
    assert parsed.value is None
    assert parsed.values["value"] == "25 November 2026"
