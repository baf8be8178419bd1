"""Number cells are read by what they show; where that is another number, both are named."""

import pytest

from lib.plan.schema import Column, Kind
from lib.workbook.reading import cells
from tests.xlsx.test_number_format import ACCOUNTING, BY_SIZE

PERCENT = Column("realisasi_tw3", "REALISASI TW III", Kind.PERCENT)
RUPIAH = Column("pagu_anggaran", "PAGU ANGGARAN", Kind.RUPIAH)
MEASURE = Column("realisasi", "REALISASI", Kind.MEASURE)
TEXT = Column("kendala", "KENDALA", limit=2000)
YEAR = Column("tahun", "TAHUN", Kind.YEAR, locked=True)


def said(column, raw, number_format, unit=None) -> tuple[object, str | None]:
    parsed = cells.parse(column, raw, number_format, unit)
    return parsed.value, parsed.entry.code if parsed.entry else None


def sentence(column, raw, number_format, unit=None) -> str:
    parsed = cells.parse(column, raw, number_format, unit)
    assert parsed.entry is not None
    return parsed.entry.at("Lembar", "A1", **parsed.values).seen


@pytest.mark.parametrize(
    ("raw", "number_format", "value", "code"),
    [
        (0.75, "0%", 75.0, None),
        (0.75, "_-0%_-", 75.0, None),
        (0.75, "[Red]0%;-0%", 75.0, None),
        (0.5, "[<=1]0%;0", 50.0, None),
        (75, "[<=1]0%;0", 75.0, "percent-unformatted"),
        (1.0000000000000002, "0%", 100.0, None),
        (0.9999999999999999, "0%", 100.0, None),
        (100.00000000000001, "General", 100.0, "percent-unformatted"),
        (1.004, "0%", 100.0, "rounded-away"),
        (0.996, "0%", 99.6, "rounded-away"),
        (0.004, "0%", 0.4, "rounded-away"),
        (-0.004, "0%", 0.0, "rounded-away"),
        (0.754, "0%", 75.4, "digits-hidden"),
        (99.6, "0", 99.6, "rounded-away"),
        (1, '0"%"', 1.0, None),
        (75, '0"%"', 75.0, None),
        (75, "0\\%", 75.0, None),
        (75, '0" persen"', 75.0, None),
        (0.75, '0.00"%"', 0.75, None),
        (0.75, '0"%"', None, "percent-ambiguous"),
        (0.75, "0.00;-0%", None, "percent-ambiguous"),
        (0.75, "# ?/?", None, "percent-ambiguous"),
        (0.75, "@", None, "percent-ambiguous"),
        (0.75, "0.0E+00", None, "percent-ambiguous"),
        (1.2, "0%", None, "percent-over"),
        (75, "0%", 75.0, "percent-scale"),
        (0, "0%", 0.0, None),
        (0, "0%;-0%;", None, "shown-otherwise"),
        (0, '0%;-0%;"-"', None, "shown-otherwise"),
        (0.75, ";;;", None, "shown-otherwise"),
        (75, '"selesai"', None, "shown-otherwise"),
        (0.75, "0%%", None, "shown-otherwise"),
        (0.75, '0%" dari 100"', None, "shown-otherwise"),
        (-0.75, "0%;0%", None, "shown-otherwise"),
        (75000, "0,", None, "shown-otherwise"),
        (45326, "[$-421]dd mmmm yyyy", None, "date-for-number"),
        ("75%", ";;;", None, "shown-otherwise"),
    ],
)
def test_a_percentage_is_read_by_its_look(raw, number_format, value, code) -> None:
    assert said(PERCENT, raw, number_format) == (value, code)


@pytest.mark.parametrize(
    ("raw", "number_format", "value", "code"),
    [
        (250, '0" juta"', None, "shown-otherwise"),
        (250, '"Rp"0".000.000"', None, "shown-otherwise"),
        (250, '#,##0"000"', None, "shown-otherwise"),
        (250_000, "#,##0,", None, "shown-otherwise"),
        (250, "[$$-409]#,##0", None, "shown-otherwise"),
        (250, '0" M"', None, "shown-otherwise"),
        (250, '0" paket"', None, "shown-otherwise"),
        (0, "#,###", None, "shown-otherwise"),
        (5, "-#,##0", None, "shown-otherwise"),
        (0.25, "0%", None, "number-invalid"),
        (250_000_000, '0,," juta"', 250e6, None),
        (2_500_000, BY_SIZE, 2_500_000.0, None),
        (250_000, "[$Rp-421]#,##0.00", 250_000.0, None),
        (250_000, '"Rp"#,##0",-"', 250_000.0, None),
        (250_000, '"Rp"#,##0",00"', 250_000.0, None),
        (1_250_000, '#"."###"."##0', 1_250_000.0, None),
        (1_250_000, ACCOUNTING, 1_250_000.0, None),
        (0, ACCOUNTING, 0.0, "dash-zero"),
        (-5, "#,##0_);(#,##0)", None, "amount-negative"),
        (256_789_012, "0.00E+00", 256_789_012.0, None),
        (100_000_000.30000001, "#,##0", 100_000_000.3, None),
    ],
)
def test_an_amount_is_read_only_where_its_look_says_the_same(
    raw, number_format, value, code
) -> None:
    assert said(RUPIAH, raw, number_format) == (value, code)


@pytest.mark.parametrize(
    ("raw", "number_format", "unit", "value", "code"),
    [
        (12, '0" orang"', "orang", 12.0, None),
        (250, '0" juta"', "juta rupiah", 250.0, None),
        (250, '0" juta"', "rupiah", None, "shown-otherwise"),
        (0.75, "0%", "%", 75.0, None),
        (75, '0"%"', "%", 75.0, None),
        (75, '0"%"', "orang", None, "unit-percent"),
        (4.26, "0", "hari", 4.26, "digits-hidden"),
        (0.4, "0", "hari", 0.4, "rounded-away"),
        (3, "0;(0)", "poin", 3.0, None),
        (-3, "0;(0)", "poin", -3.0, None),
        (0, "0;-0;;@", "kasus", None, "shown-otherwise"),
        (1, '"Ya"', "Ya/Tidak", None, "unit-yes-no"),
    ],
)
def test_a_measure_is_read_by_its_look_and_its_unit(raw, number_format, unit, value, code) -> None:
    assert said(MEASURE, raw, number_format, unit) == (value, code)


@pytest.mark.parametrize(
    ("raw", "number_format", "words"),
    [
        (250, '0" juta"', "menampilkan “250 juta”, padahal isinya 250"),
        (250, '"Rp"0".000.000"', "menampilkan “Rp250.000.000”, padahal isinya 250"),
        (250_000, "#,##0,", "menampilkan “250”, padahal isinya 250.000"),
        (0, "#,###", "menampilkan kosong, padahal isinya 0"),
    ],
)
def test_both_readings_are_said(raw, number_format, words) -> None:
    assert words in sentence(RUPIAH, raw, number_format)


def test_a_text_cell_shows_its_number_as_people_see_it() -> None:
    assert said(TEXT, 5, '0" paket"') == ("5 paket", "text-from-value")
    assert said(TEXT, 2024, "General") == ("2024", "text-from-value")
    assert said(TEXT, 5, ";;;") == (None, "shown-otherwise")
    assert said(TEXT, "Hujan", ";;;") == (None, "shown-otherwise")
    assert said(TEXT, "Hujan", ACCOUNTING) == ("Hujan", None)


def test_a_year_that_only_its_format_completes_is_none() -> None:
    assert said(YEAR, 24, '"20"00') == (None, "year-invalid")
    assert said(YEAR, 2024, "#,##0") == (2024, None)


@pytest.mark.parametrize(
    ("column", "raw", "code"),
    [
        (PERCENT, "-", "placeholder-blank"),
        (PERCENT, "N.A.", "placeholder-blank"),
        (PERCENT, "belum ada", "placeholder-blank"),
        (PERCENT, "Nihil", "number-nothing"),
        (RUPIAH, "(kosong)", "placeholder-blank"),
        (RUPIAH, "tidak ada", "number-nothing"),
        (MEASURE, "–", "placeholder-blank"),
        (TEXT, "-", "placeholder-blank"),
        (TEXT, "NIHIL", "placeholder-blank"),
        (TEXT, "Tidak ada kendala.", "placeholder-blank"),
        (TEXT, "xxx", "placeholder-blank"),
        (TEXT, "Tidak ada dana", None),
        (TEXT, "Belum ada aturan", None),
        (TEXT, "👍", None),
        (Column("bukti_dukung", "BUKTI DUKUNG", Kind.LINKS), "belum ada", "placeholder-blank"),
        (Column("keterangan", "KETERANGAN", Kind.CHOICE), "-", "placeholder-blank"),
        (Column("kegiatan", "KEGIATAN", locked=True), "-", None),
    ],
)
def test_words_for_nothing_are_blank_or_asked_about(column, raw, code) -> None:
    value, found = said(column, raw, "General")
    assert found == code
    assert value == (raw if code is None else None)


def test_a_decreed_table_keeps_its_dashes() -> None:
    assert cells.printed("-").value == "-"


def test_a_tidak_stays_the_answer_it_is() -> None:
    assert said(MEASURE, "Tidak", "General", "Ya/Tidak") == ("Tidak", None)


def test_a_cell_that_holds_no_link_is_quoted_whole() -> None:
    links = Column("bukti_dukung", "BUKTI DUKUNG", Kind.LINKS)
    assert "“di kantor camat”" in sentence(links, "di kantor camat", "General")
    assert "“foto menyusul Senin”" in sentence(
        links, "https://a.id/1\nfoto menyusul Senin", "General"
    )
