"""What a cell holds comes out fit for XML, HTML and a message, and nothing else is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lib.briefing.celltext import line, lines, links


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("satu", "satu"),
        ("  satu   dua\t tiga ", "satu dua tiga"),
        ("satu\r\ndua\rtiga", "satu\ndua\ntiga"),
        ("satu\x0bdua\x0ctiga\u2028empat\u2029lima", "satu\ndua\ntiga\nempat\nlima"),
        ("\n\nsatu\n\ndua\n", "satu\n\ndua"),
        ("sa\u200btu\u202e dua\ufeff", "satu dua"),
        ("naïve – “kutip” ½ ☂", "naïve – “kutip” ½ ☂"),
        ("", ""),
        (None, ""),
        (float("nan"), ""),
        (12.5, ""),
    ],
)
def test_lines_keep_breaks_and_drop_control_marks(cell, text):
    assert lines(cell) == text


def test_line_puts_everything_on_one_line():
    assert line("satu\n\n dua\u2028tiga") == "satu dua tiga"
    assert line(None) == ""


@given(st.text(max_size=60))
def test_whatever_is_typed_can_stand_in_xml(cell):
    element = etree.Element("t")
    element.text = lines(cell)
    again = etree.fromstring(etree.tostring(element)).text or ""
    assert again == lines(cell)


@given(st.text(st.characters(categories=("L", "N", "P")), max_size=60))
def test_visible_letters_are_all_kept(cell):
    assert lines(cell) == cell


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("https://contoh.id/a", ("https://contoh.id/a",)),
        (
            "HTTP://contoh.id\nhttps://b.id/x?y=1&z=2",
            ("HTTP://contoh.id", "https://b.id/x?y=1&z=2"),
        ),
        ("lihat https://contoh.id", ()),
        ("javascript:alert(1)", ()),
        ("ftp://contoh.id\ndata:text/html,x", ()),
        ('https://contoh.id/"onclick="x', ()),
        ("https://contoh.id/<b>", ()),
        ("https://", ()),
        ("ht\u200btps://contoh.id", ("https://contoh.id",)),
        (None, ()),
    ],
)
def test_links_are_web_addresses_alone_on_their_line(cell, found):
    assert links(cell) == found
