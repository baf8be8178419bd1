"""What a number format shows, section by section."""

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.xlsx.number_format import Shows, sight, text_shown

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ACCOUNTING = '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'
BY_SIZE = '[>=1000000]0.0,," juta";[>=1000]0.0," ribu";0'

SHOWN = [
    (0.75, "0%", "75%"),
    (0.754, "0.##%", "75,4%"),
    (1.0000000000000002, "0%", "100%"),
    (1.004, "0%", "100%"),
    (0.996, "0%", "100%"),
    (0.005, "0%", "1%"),
    (75, '0"%"', "75%"),
    (75, "0\\%", "75%"),
    (0.75, "0%%", "7500%%"),
    (0.75, "0.00;-0%", "0,75"),
    (-0.75, "0.00;-0%", "-75%"),
    (0.5, "[<=1]0%;0", "50%"),
    (75, "[<=1]0%;0", "75"),
    (0, "0;-0;0%", "0%"),
    (250, '0" juta"', "250 juta"),
    (250, '"Rp"0".000.000"', "Rp250.000.000"),
    (250, '#,##0"000"', "250000"),
    (250_000, "#,##0,", "250"),
    (2_500_000, "0.0,,", "2,5"),
    (2_500_000, BY_SIZE, "2,5 juta"),
    (2_500, BY_SIZE, "2,5 ribu"),
    (25, BY_SIZE, "25"),
    (1_250_000, "[$Rp-421]#,##0", "Rp1.250.000"),
    (1_250_000, "[$-421]#,##0", "1.250.000"),
    (1_250_000, '#"."###"."##0', "1.250.000"),
    (1_250_000, ACCOUNTING, "1.250.000"),
    (-1_250_000, ACCOUNTING, "-1.250.000"),
    (-5, "#,##0_);(#,##0)", "(5)"),
    (-5, "0;0", "5"),
    (-0.004, "0%", "0%"),
    (7, "000", "007"),
    (0.75, "# ?/?", "3/4"),
    (1.5, "# ?/?", "1 1/2"),
    (0.3, "# ?/8", "2/8"),
    (12, "@", "12"),
    (12, "", "12"),
    (0.333333333333, "General", "0,333333333"),
    (0.1 + 0.2, "General", "0,3"),
    (100.00000000000001, "General", "100"),
    (5, 'General" orang"', "5 orang"),
    (5, "[Red][>3]0;0", "5"),
]


@pytest.mark.parametrize(("value", "number_format", "text"), SHOWN)
def test_a_number_is_shown_by_its_section(value, number_format, text) -> None:
    found = sight(value, number_format)
    assert (found.look, found.text) == (Shows.NUMBER, text)


@pytest.mark.parametrize(
    ("value", "number_format", "look", "text"),
    [
        (0, "0%;-0%;", Shows.NOTHING, ""),
        (0, "0;-0;;@", Shows.NOTHING, ""),
        (0, "#,###", Shows.NOTHING, ""),
        (75, ";;;", Shows.NOTHING, ""),
        (0, ACCOUNTING, Shows.WORDS, "-"),
        (0, '"Rp"#,###', Shows.WORDS, "Rp"),
        (75, '"selesai"', Shows.WORDS, "selesai"),
        (45326, "dd/mm/yyyy", Shows.MOMENT, ""),
        (3.125, "[h]:mm", Shows.MOMENT, ""),
        (0.5, "h:mm AM/PM", Shows.MOMENT, ""),
    ],
)
def test_a_number_may_not_be_shown_at_all(value, number_format, look, text) -> None:
    found = sight(value, number_format)
    assert (found.look, found.text) == (look, text)


def test_the_figure_is_rounded_and_the_exact_number_stays_beside_it() -> None:
    found = sight(0.754, "0%")
    assert (float(found.figure), float(found.exact), found.percents) == (75, 75.4, 1)


@pytest.mark.parametrize(
    ("text", "number_format", "shown"),
    [
        ("Hujan", "General", "Hujan"),
        ("Hujan", "0%", "Hujan"),
        ("Hujan", '0" juta"', "Hujan"),
        ("Hujan", ";;;", ""),
        ("Hujan", ACCOUNTING, " Hujan "),
        ("Hujan", '0;0;0;"teks"', "teks"),
        ("Hujan", '@" deras"', "Hujan deras"),
    ],
)
def test_a_text_is_shown_unless_the_format_says_otherwise(text, number_format, shown) -> None:
    assert text_shown(text, number_format) == shown


@given(st.floats(-1e15, 1e15, exclude_min=True, exclude_max=True), st.integers(0, 9))
def test_a_plain_format_shows_the_number_rounded_to_its_decimals(value: float, places: int) -> None:
    found = sight(value, "#,##0." + "0" * places if places else "#,##0")
    shown = float(found.text.replace(".", "").replace(",", "."))
    assert shown == pytest.approx(value, abs=0.51 * 10**-places, rel=1e-14)


BY_EXCEL_ALONE = ("0%%", "General")
"""LibreOffice takes a second percent sign for a word, and shows General without end in a CSV."""


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
def test_libreoffice_shows_the_same(tmp_path: Path) -> None:
    cases = [case for case in SHOWN if case[1] not in BY_EXCEL_ALONE]
    book = openpyxl.Workbook()
    for row, (value, number_format, _) in enumerate(cases, 1):
        book.worksheets[0].cell(row, 1, value).number_format = number_format or "General"
    book.save(tmp_path / "angka.xlsx")
    lines = as_csv(tmp_path / "angka.xlsx").read_text(encoding="utf-8").splitlines()
    shown = [" ".join(line.strip('"').split()) for line in lines]
    # It writes English points and commas; those that the format itself writes are the same.
    mine = [sight(value, number_format).text for value, number_format, _ in cases]
    for case, ours, theirs in zip(cases, mine, shown, strict=True):
        assert theirs in (ours, ours.translate(str.maketrans(".,", ",."))), case


def as_csv(path: Path) -> Path:
    """Let LibreOffice write a sheet as people see it."""
    profile = f"-env:UserInstallation={(path.parent / 'profil').as_uri()}"
    as_shown = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false"
    command = [str(OFFICE), profile, "--headless", "--convert-to", as_shown]
    command += ["--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return path.with_suffix(".csv")
