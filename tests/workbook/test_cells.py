"""Single cells are read as what the person plainly meant, or refused."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.plan.schema import Column, Kind
from lib.plan.text.clean_text import tidy
from lib.workbook.reading import cell_words, cells
from lib.workbook.reading.numbers import numerals


def said(parsed: cell_words.Parsed) -> tuple[object, str | None]:
    return parsed.value, parsed.entry.code if parsed.entry else None


@pytest.mark.parametrize(
    ("raw", "is_percent", "value", "code"),
    [
        (0.75, True, 75.0, None),
        (1, True, 100.0, None),
        (0, True, 0.0, None),
        (0, False, 0.0, None),
        (0.07, True, 7.0, None),
        (0.333333333333, True, 33.3333333333, "digits-hidden"),
        (75, False, 75.0, "percent-unformatted"),
        (75.5, False, 75.5, "percent-unformatted"),
        ("75%", False, 75.0, "number-from-text"),
        ("75 %", False, 75.0, "number-from-text"),
        ("75%", True, 75.0, "number-from-text"),
        ("75,5", False, 75.5, "number-from-text"),
        ("75.5", False, 75.5, "number-from-text"),
        ("75 persen", False, 75.0, "number-from-text"),
        ("\u00a075\u200b%", False, 75.0, "number-from-text"),
        ("0,75%", False, 0.75, "number-from-text"),
        ("0", False, 0.0, "number-from-text"),
        (75, True, 75.0, "percent-scale"),
        (100, True, 100.0, "percent-scale"),
        (2.5, True, 2.5, "percent-scale"),
        (1.5, True, None, "percent-over"),
        (0.75, False, None, "percent-ambiguous"),
        (1, False, None, "percent-ambiguous"),
        ("0,75", False, None, "percent-ambiguous"),
        ("1", True, None, "percent-ambiguous"),
        (101, False, None, "percent-range"),
        (101, True, None, "percent-range"),
        (120, True, None, "percent-range"),
        (-0.1, True, None, "percent-range"),
        ("−5%", False, None, "percent-range"),
        ("1.250,5", False, None, "percent-range"),
        ("1.250", False, None, "number-ambiguous"),
        ("75 80", False, None, "number-invalid"),
        ("-", False, None, "number-invalid"),
        (True, False, None, "number-invalid"),
        (datetime(2024, 2, 1), False, None, "date-for-number"),
        (timedelta(days=3, hours=3), True, None, "date-for-number"),
        (time(8, 30), False, None, "date-for-number"),
        (float("inf"), False, None, "number-invalid"),
        (float("nan"), True, None, "number-invalid"),
        (10**400, False, None, "number-invalid"),
        ("", False, None, None),
        (" \u00a0\u200b\n", False, None, None),
    ],
)
def test_a_percentage_is_what_the_person_saw(raw, is_percent, value, code) -> None:
    number_format = "0%" if is_percent else "General"
    assert said(numerals.percent(raw, number_format)) == (value, code)


def test_an_ambiguous_percentage_names_both_readings() -> None:
    readings = numerals.percent(0.75).values
    assert (readings["first"], readings["second"]) == ("75%", "0,75%")


@pytest.mark.parametrize(
    ("raw", "value", "code"),
    [
        (1250000, 1250000.0, None),
        (0, 0.0, None),
        ("Rp 1.250.000", 1250000.0, "number-from-text"),
        ("Rp1.250.000,00", 1250000.0, "number-from-text"),
        ("rp. 1.250", 1250.0, "number-from-text"),
        ("1.250.000,-", 1250000.0, "number-from-text"),
        ("IDR 1,250,000.50", 1250000.5, "number-from-text"),
        ("1 250 000", 1250000.0, "number-from-text"),
        ("1.250,5", 1250.5, "number-from-text"),
        ("1.250", None, "number-ambiguous"),
        ("1,250", None, "number-ambiguous"),
        ("12 juta", None, "number-invalid"),
        ("1.25.000", None, "number-invalid"),
        ("0.125.000", None, "number-invalid"),
        (-1, None, "amount-negative"),
        ("-1", None, "amount-negative"),
        (1.25, 1.25, "amount-fraction"),
    ],
)
def test_an_amount_is_read_where_it_has_one_meaning(raw, value, code) -> None:
    assert said(numerals.amount(raw)) == (value, code)


@pytest.mark.parametrize(
    ("raw", "is_percent", "unit", "value", "code"),
    [
        (12, False, "orang", 12.0, None),
        (-3, False, "%", -3.0, None),
        (0.75, True, "%", 75.0, None),
        (1.5, True, "persen", 150.0, None),
        ("75%", False, "%", 75.0, "number-from-text"),
        (0.75, False, "%", 0.75, "measure-small"),
        (75, True, "%", None, "percent-ambiguous"),
        (0.75, True, "orang", None, "unit-percent"),
        ("75%", False, None, None, "unit-percent"),
        ("Ya", False, "Ya/Tidak", "Ya", None),
        (" tidak", False, "ya/tidak", "Tidak", "choice-tidied"),
        (True, False, "Ya/Tidak", "Ya", "choice-tidied"),
        (1, False, "Ya/Tidak", 1.0, None),
        ("Ya", False, None, "Ya", None),
        ("banyak", False, "Ya/Tidak", None, "unit-yes-no"),
        ("belum", False, "orang", None, "number-invalid"),
        ("1.250", False, "orang", None, "number-ambiguous"),
    ],
)
def test_a_measure_is_read_for_its_unit(raw, is_percent, unit, value, code) -> None:
    number_format = "0%" if is_percent else "General"
    assert said(numerals.measure(raw, number_format, unit)) == (value, code)


@pytest.mark.parametrize("name", ["target", "realisasi"])
@pytest.mark.parametrize(
    ("raw", "number_format", "value", "code"),
    [
        (3, "General", 3.0, None),
        ("3 ", "@", 3.0, "number-from-text"),
        ("Tahap 3", "General", 3.0, "number-from-text"),
        ("tahap2", "General", 2.0, "number-from-text"),
        (5, "General", 5.0, None),  # whether there is such a step is a rule of the plan
        (2.5, "General", 2.5, None),
        (0.03, "0%", None, "step-invalid"),
        ("75%", "General", None, "step-invalid"),
        ("SOP ditetapkan", "General", None, "step-invalid"),
        ("Ya", "General", None, "step-invalid"),
        (True, "General", None, "step-invalid"),
        ("3.000", "General", None, "step-invalid"),
        (3, "yyyy-mm-dd", None, "step-invalid"),
        ("-", "General", None, "placeholder-blank"),
        ("#N/A", "General", None, "error-cell"),
        (None, "General", None, None),
    ],
)
def test_a_step_is_read_by_what_is_seen(name, raw, number_format, value, code) -> None:
    column = Column(name, name.upper(), Kind.MEASURE)
    assert said(cells.parse(column, raw, number_format, "Tahap")) == (value, code)


def test_a_target_may_be_words_but_a_realisasi_may_not() -> None:
    target, actual = (Column(name, "", Kind.MEASURE) for name in ("target", "realisasi"))
    assert said(cells.parse(target, "Meningkat", unit="%")) == ("Meningkat", "target-in-words")
    assert said(cells.parse(target, "75 an", unit="%")) == (None, "number-invalid")
    assert said(cells.parse(actual, "Meningkat", unit="%")) == (None, "number-invalid")


@pytest.mark.parametrize("raw", ["x", " X ", "ya", "Ya", True])
def test_a_slip_for_the_mark_is_read_as_the_mark(raw) -> None:
    assert said(cells.mark(raw)) == ("X", "mark-read")


@pytest.mark.parametrize("raw", ["X", "✓", "v", "×", "√", "TW II", "25%", "Jan-Des", "-", "1"])
def test_a_mark_stays_as_it_is_printed(raw) -> None:
    assert said(cells.mark(raw)) == (raw, None)


@pytest.mark.parametrize("raw", [0, "0", "?", "tidak", "Nihil", "…"])
def test_what_denies_a_year_or_says_nothing_is_asked_about(raw) -> None:
    assert said(cells.mark(raw)) == (False, "mark-unknown")


@pytest.mark.parametrize("raw", [None, " "])
def test_a_blank_plans_no_year(raw) -> None:
    assert said(cells.mark(raw)) == (None, None)


@pytest.mark.parametrize(
    ("raw", "value", "code"),
    [
        (2024, 2024, None),
        (2024.0, 2024, None),
        ("2024", 2024, "number-from-text"),
        (24, None, "year-invalid"),
        (2024.5, None, "year-invalid"),
        (date(2024, 1, 1), None, "year-invalid"),
    ],
)
def test_a_year_has_four_digits(raw, value, code) -> None:
    assert said(numerals.year(raw)) == (value, code)


@pytest.mark.parametrize(
    ("raw", "value", "code"),
    [
        ("https://a.go.id/x", "https://a.go.id/x", None),
        ("https://a.id/1\nhttp://b.id/2", "https://a.id/1\nhttp://b.id/2", None),
        ("https://a.id/1; https://b.id/2", "https://a.id/1\nhttps://b.id/2", "text-tidied"),
        ("HTTPS://A.id/1,2", "HTTPS://A.id/1,2", None),
        ("www.a.id", None, "link-invalid"),
        ("ftp://a.id", None, "link-invalid"),
        ("javascript:alert(1)", None, "link-invalid"),
        ("https://", None, "link-invalid"),
        ("https://a.id\nC:\\foto.jpg", None, "link-invalid"),
        ("https://[a", None, "link-invalid"),
        (12, None, "link-invalid"),
    ],
)
def test_links_are_http_addresses(raw, value, code) -> None:
    assert said(cells.links(raw)) == (value, code)


def test_a_text_is_normalised_and_says_so() -> None:
    raw = "  Kegiatan\u00a0cafe\u0301\u200b \r\nbaris dua\t"
    assert said(cells.text(raw)) == ("Kegiatan café\nbaris dua", "text-tidied")
    assert said(cells.text("a\x07b")) == ("ab", "control-characters")
    assert said(cells.text("a\nb")) == ("a\nb", None)


def test_a_number_in_a_text_column_is_the_words_it_showed() -> None:
    assert said(cells.text(0.75, number_format="0%")) == ("75%", "text-from-value")
    assert said(cells.text(datetime(2024, 2, 1))) == ("1 Februari 2024", "text-from-value")


def test_the_limit_counts_what_is_kept() -> None:
    assert said(cells.text(" " + "a" * 2000, limit=2000)) == ("a" * 2000, "text-tidied")
    assert said(cells.text("a" * 2001, limit=2000)) == (None, "text-long")


@given(st.text())
def test_tidying_twice_changes_nothing_more(raw: str) -> None:
    assert tidy(tidy(raw)) == tidy(raw)


ANY_CELL = st.one_of(
    *(st.text(), st.floats(), st.integers(), st.booleans(), st.none()),
    *(st.datetimes(), st.times(), st.timedeltas()),
)
ANY_FORMAT = st.one_of(
    st.text(max_size=20), st.text('0#?.,;%"\\\\_*[]@/E+-hy mRp<>=$ ', max_size=20)
)


@given(ANY_CELL, ANY_FORMAT, st.sampled_from(Kind), st.sampled_from([None, "%", "Ya/Tidak"]))
def test_any_cell_is_read_or_refused_and_never_breaks(raw, number_format, kind, unit) -> None:
    column = Column("isi", "ISI", kind, choices=("Naik", "Turun"), limit=20)
    parsed = cells.parse(column, raw, number_format, unit)
    if parsed.entry is not None:
        assert parsed.entry.at("Lembar", "A1", **parsed.values).seen
    if parsed.value is None and parsed.entry is None:
        assert cell_words.is_blank(raw)


@given(st.floats(0, 100))
def test_a_percentage_written_by_us_is_read_back(value: float) -> None:
    value = round(value, 2)
    assert numerals.percent(value / 100, "0.##%").value == value
