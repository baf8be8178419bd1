"""Words are measured as their typefaces draw them, and fit the place they are made for."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from lib.typeface import measure
from lib.typeface.fitting import WIDTHS, Face, fit, lines, shorten, width

BOLD = pytest.mark.parametrize("bold", [False, True])
FACES = st.sampled_from(list(Face))
TEXTS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "Z")), max_size=80)


def kept(name: str) -> dict[str, int]:
    return json.loads(WIDTHS.read_text("utf-8"))[name]


@BOLD
def test_the_table_is_the_shipped_typefaces(bold):
    assert kept("Plus Jakarta Sans bold" if bold else "Plus Jakarta Sans") == (
        measure.page_widths(bold)
    )


@BOLD
def test_the_table_is_arials(bold):
    try:
        measured = measure.office_widths(bold)
    except OSError:
        pytest.skip("Liberation Sans, as wide as Arial, is not installed here (fonts-liberation)")
    assert kept("Arial bold" if bold else "Arial") == measured


@BOLD
def test_a_sentence_is_at_least_as_wide_as_it_is_drawn(bold):
    font = ImageFont.truetype(measure.PAGE_FONT, 100)
    font.set_variation_by_axes([measure.WEIGHTS[bold]])
    for text in ("10 dari 16 kegiatan-tahun selesai; 4 terlambat", "KOORDINASI DAN EVALUASI",
                 "Realisasi kumulatif 79,2%, 20,8 poin di bawah target"):  # fmt: skip
        drawn = font.getlength(text)
        assert drawn <= width(text, 100, bold, Face.PAGE) <= 1.05 * drawn


def test_a_letter_the_typeface_lacks_takes_a_whole_square():
    assert width("✓", 50) >= 50
    assert "✓" not in kept("Arial")


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (40, "Reviu Peraturan Bupati"),
        (22, "Reviu Peraturan Bupati"),
        (18, "Reviu Peraturan…"),
        (16, "Reviu Peraturan…"),
        (15, "Reviu…"),
        (3, "Re…"),
    ],
)
def test_shorten_cuts_at_a_word_and_marks_the_cut(limit, text):
    assert shorten("Reviu  Peraturan Bupati", limit) == text


def test_no_cut_leaves_a_sign_that_waits_for_a_word():
    assert shorten("Rapat (koordinasi) dinas", 8) == "Rapat…"
    assert shorten("Rapat, koordinasi", 8) == "Rapat…"


@given(TEXTS, st.integers(2, 60))
def test_shorten_never_exceeds_its_letters_and_loses_nothing_that_fits(text, limit):
    short, plain = shorten(text, limit), " ".join(text.split())
    assert len(short) <= limit
    assert (short == plain) == (len(plain) <= limit) or plain.endswith("…")
    assert plain.startswith(short.removesuffix("…"))


@given(TEXTS, st.floats(40, 400), st.integers(1, 3), st.booleans(), FACES)
def test_fit_stays_within_its_lines_and_room(text, room, most, bold, face):
    cut = fit(text, room, 12, most, bold, face)
    assert len(lines(cut, room, 12, bold, face)) <= most
    assert " ".join(text.split()).startswith(cut.removesuffix("…").rstrip())


@given(TEXTS, st.floats(20, 400), FACES)
def test_lines_fit_and_drop_nothing(text, room, face):
    broken = lines(text, room, 12, face=face)
    assert "".join("".join(broken).split()) == "".join(text.split())
    assert all(len(line) == 1 or width(line, 12, face=face) <= room for line in broken)


def test_own_line_breaks_stay():
    assert lines("satu\n\ndua", 200, 12) == ["satu", "", "dua"]


def test_fit_names_as_much_as_the_lines_hold():
    assert fit("satu dua tiga", 1000, 12) == "satu dua tiga"
    cut = fit("satu dua tiga empat lima", 80, 12)
    assert cut == "satu dua…"
    assert fit("satu dua tiga empat lima enam tujuh", 80, 12, 2) == "satu dua tiga empat lima…"
    assert fit("x" * 500, 80, 12, 2).endswith("…")
